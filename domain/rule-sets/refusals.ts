import { refusals } from '../shared/refusal.js';

/** Why a rule-set document is refused. */
export const refuseRuleSet = refusals({
  'rule-set.invalid': {
    kind: 'invalid',
    sentence:
      'Dit veld van de regelset klopt niet. Vul een waarde in die bij dit veld past, of laat een onbekend veld weg.',
  },
});
