import { unknownMember } from '../shared/decider.js';
import { coachesNowOrOnDay, maySee } from './reading.js';
import type { AskingParty } from './roles.js';
import type { Scope } from './scope.js';

/**
 * What somebody is to a candidate's file. A substitute is as the own coach on the days covered, and so is a coach who is
 * to come; a former coach is whoever coached before and will not again.
 */
export const STANDINGS = [
  'candidate',
  'own-coach',
  'former-coach',
  'coordinator',
  'case-director',
  'auditor',
  'employer',
] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * What the asker is to the file of `scope`; undefined for whom it does not exist: an administrator, a case manager (who
 * has no role of their own), and everybody to whom it is another's. What the operator of the machine reads goes by no
 * table.
 */
export function standingOf(asker: AskingParty, scope: Scope): Standing | undefined {
  const { role } = asker;
  if (role === 'operator' || role === 'administrator' || !maySee(asker, scope)) return undefined;
  switch (role) {
    case 'coach':
      return coachesNowOrOnDay(asker, scope) || isToCoach(asker, scope) ? 'own-coach' : 'former-coach';
    case 'candidate':
    case 'coordinator':
    case 'case-director':
    case 'auditor':
    case 'employer':
      return role;
    default:
      return unknownMember(role);
  }
}

function isToCoach({ coachId }: AskingParty, { coachIdsToCome = [] }: Scope): boolean {
  return coachId !== undefined && coachIdsToCome.includes(coachId);
}
