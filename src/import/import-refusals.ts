import { type RefusalText, refusals } from '../../domain/shared/refusal.js';

/** What only a row of a dossier can break; everything else is refused by the domain. */
const importRefusals = {
  'rule-set.unknown': {
    kind: 'rule',
    sentence:
      'De regels in de kolom ‘Regels’ zijn niet bekend en deze opdrachtgever ook niet. Kies uit uwv-2014, uwv-internal-2015, gemeente-2-jaar of gemeente-3-jaar, of registreer eerst de opdrachtgever met zijn eigen regels.',
  },
  'rule-set.not-of-funder': {
    kind: 'rule',
    sentence:
      'Deze opdrachtgever heeft op de dag van de opening andere regels dan in de kolom ‘Regels’ staan. Verbeter de rij, of leg eerst de nieuwe regels van de opdrachtgever vast.',
  },
} as const satisfies Record<string, RefusalText>;

/** Refuses a row of a dossier. */
export const refuseRow: (code: keyof typeof importRefusals) => never = refusals(importRefusals);
