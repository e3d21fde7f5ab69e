import { Refusal, type RefusalText } from '../shared/refusal.js';

/** What can be wrong with a field of a rule-set document. */
const ruleSetRefusals = {
  'rule-set.invalid': {
    kind: 'invalid',
    sentence:
      'Dit veld van de regelset klopt niet. Vul een waarde in die bij dit veld past, of laat een onbekend veld weg.',
  },
  'rule-set.field-required': {
    kind: 'invalid',
    sentence:
      'Dit veld van de regelset ontbreekt. Vul het in, of bouw voort op een bekende regelset met basedOn.',
  },
  'rule-set.field-unknown': {
    kind: 'invalid',
    sentence: 'Dit veld bestaat niet in een regelset. Haal het weg of verbeter de naam.',
  },
} as const satisfies Record<string, RefusalText>;

/** One fault of a document: the path of the field (`clock.maximum`), what is wrong with it, and what to do. */
export interface RuleSetFault {
  readonly path: string;
  readonly code: keyof typeof ruleSetRefusals;
  readonly detail: string;
}

/** The fault of the field at `path`; the empty path is the document itself. */
export function faultAt(path: string, code: RuleSetFault['code'] = 'rule-set.invalid'): RuleSetFault {
  return { path, code, detail: ruleSetRefusals[code].sentence };
}

/** A refused rule-set document, with every fault that it has. `field` is the path of the first, `ruleSet` for the whole. */
export class InvalidRuleSet extends Refusal {
  constructor(readonly faults: readonly [RuleSetFault, ...RuleSetFault[]]) {
    super('rule-set.invalid', ruleSetRefusals['rule-set.invalid'], faults[0].path || 'ruleSet');
    this.name = 'InvalidRuleSet';
  }
}
