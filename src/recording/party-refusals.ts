import { type RefusalText, refusals } from '../../domain/shared/refusal.js';

/** What a request names that is not registered. It depends on stored facts, so it is a refusal by a rule. */
const partyRefusals = {
  'candidate.unknown': {
    kind: 'rule',
    sentence: 'Deze kandidaat is niet bekend. Registreer eerst de kandidaat, of controleer het nummer.',
  },
  'funder.unknown': {
    kind: 'rule',
    sentence:
      'Deze opdrachtgever is niet bekend. Registreer eerst de opdrachtgever, of controleer het nummer.',
  },
  'organisation.unknown': {
    kind: 'rule',
    sentence: 'Deze jobcoachorganisatie is niet bekend. Registreer haar eerst, of controleer het nummer.',
  },
  'employer.unknown': {
    kind: 'rule',
    sentence: 'Deze werkgever is niet bekend. Registreer eerst de werkgever, of controleer het nummer.',
  },
  'coach.unknown': {
    kind: 'rule',
    sentence: 'Deze jobcoach is niet bekend. Registreer eerst de jobcoach, of controleer het nummer.',
  },
  'rule-set.version-unknown': {
    kind: 'rule',
    sentence:
      'De opdrachtgever heeft geen regels van deze versie. Voer de versie eerst in, of controleer het nummer.',
  },
  'trajectory.unknown': {
    kind: 'rule',
    sentence: 'Het eerdere traject is niet bekend bij deze kandidaat. Controleer het nummer.',
  },
} as const satisfies Record<string, RefusalText>;

/** Refuses because the request names somebody or something that is not registered. */
export const refuseUnknown: (code: keyof typeof partyRefusals, field?: string) => never =
  refusals(partyRefusals);
