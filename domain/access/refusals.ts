import { type RefusalText, refusals } from '../shared/refusal.js';

/** What somebody reads who may not do or see this. What is out of sight answers as if it did not exist. */
export const ACCESS_REFUSALS = {
  'role.may-not': {
    kind: 'forbidden',
    sentence: 'Met uw rol mag u dit hier niet vastleggen. Vraag het aan wie dit wel mag.',
  },
  'account.coaches-and-enforces': {
    kind: 'rule',
    sentence:
      'Dit account zou dezelfde kandidaat begeleiden en over die kandidaat beslissen. Geef een van beide rollen aan iemand anders.',
  },
  'evidence.required': {
    kind: 'forbidden',
    sentence:
      'U mag dit alleen overnemen van een getekend stuk. Geef aan welk stuk het is en wanneer het is getekend.',
  },
  'trajectory.not-found': { kind: 'hidden', sentence: 'Dit traject is er niet. Controleer het nummer.' },
  'candidate.not-found': { kind: 'hidden', sentence: 'Deze kandidaat is er niet. Controleer het nummer.' },
  'coach.not-found': { kind: 'hidden', sentence: 'Deze jobcoach is er niet. Controleer het nummer.' },
  'organisation.not-found': {
    kind: 'hidden',
    sentence: 'Deze jobcoachorganisatie is er niet. Controleer het nummer.',
  },
  'employer.not-found': { kind: 'hidden', sentence: 'Deze werkgever is er niet. Controleer het nummer.' },
  'funder.not-found': { kind: 'hidden', sentence: 'Deze opdrachtgever is er niet. Controleer het nummer.' },
} as const satisfies Record<string, RefusalText>;

/** Refuses with one of the codes of access. */
export const refuseAccess: (code: keyof typeof ACCESS_REFUSALS, field?: string) => never =
  refusals(ACCESS_REFUSALS);
