import { PRESET_NAMES, presetNamed } from '../../../domain/rule-sets/index.js';
import { parseRuleSet } from '../../../domain/rule-sets/parse-rule-set.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import { Refusal } from '../../../domain/shared/refusal.js';
import { Field, type FieldFault, type FieldOptions } from '../../http/fields.js';

/** A preset's name, or a whole rule set as a document. */
export type RuleSetInput = string | object;

/** The rules of a funder: the name of a preset, or a document of their own, whole or based on a preset. */
export function RuleSetField(options: FieldOptions): PropertyDecorator {
  return Field(
    { example: 'municipal-2y', ...options },
    {
      check: ruleSetFault,
      schema: {
        oneOf: [
          { type: 'string', enum: [...PRESET_NAMES] },
          { type: 'object', additionalProperties: true },
        ],
      },
    },
  );
}

/** The rule set that a checked input stands for. Throws a `Refusal` with the path at fault on a bad document. */
export function ruleSetOf(input: unknown): RuleSet {
  return (typeof input === 'string' ? presetNamed(input) : undefined) ?? parseRuleSet(input);
}

function ruleSetFault(input: unknown): FieldFault | undefined {
  if (typeof input === 'string') {
    return presetNamed(input) === undefined
      ? { code: 'rule-set.unknown', detail: `Kies uit: ${PRESET_NAMES.join(', ')}, of stuur een regelset.` }
      : undefined;
  }
  try {
    ruleSetOf(input);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, field } = error;
    return { code, detail: field ? `${field}: ${message}` : message };
  }
}
