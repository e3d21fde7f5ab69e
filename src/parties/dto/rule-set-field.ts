import { PRESET_NAMES, presetNamed } from '../../../domain/rule-sets/index.js';
import { parseRuleSet } from '../../../domain/rule-sets/parse-rule-set.js';
import { InvalidRuleSet, type RuleSetFault } from '../../../domain/rule-sets/refusals.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import { Field, type FieldFault, type FieldFaults, type FieldOptions } from '../../http/fields.js';

/** A preset's name, or a whole rule set as a document. */
export type RuleSetInput = string | object;

/** The rules of a funder: the name of a preset, or a document of their own, whole or based on a preset. */
export function RuleSetField(options: FieldOptions): PropertyDecorator {
  return Field(
    { example: 'municipal-2y', ...options },
    {
      check: ruleSetFaults,
      schema: {
        oneOf: [
          { type: 'string', enum: [...PRESET_NAMES] },
          { type: 'object', additionalProperties: true },
        ],
      },
    },
  );
}

/** The rule set that a checked input stands for. Throws an `InvalidRuleSet` with every fault of a bad document. */
export function ruleSetOf(input: unknown): RuleSet {
  return (typeof input === 'string' ? presetNamed(input) : undefined) ?? parseRuleSet(input);
}

function ruleSetFaults(input: unknown): FieldFaults | undefined {
  if (typeof input === 'string') {
    return presetNamed(input) === undefined
      ? { code: 'rule-set.unknown', detail: `Kies uit: ${PRESET_NAMES.join(', ')}, of stuur een regelset.` }
      : undefined;
  }
  try {
    ruleSetOf(input);
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidRuleSet)) throw error;
    const [first, ...others] = error.faults;
    return [faultOf(first), ...others.map(faultOf)];
  }
}

function faultOf({ path, code, detail }: RuleSetFault): FieldFault {
  return { code, detail, ...(path && { at: path }) };
}
