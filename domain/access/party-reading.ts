import type { PartyKind } from './data-kinds.js';
import { type AskingParty, ROLES } from './roles.js';

/** `own`: of the organisation, the funder, the employer or the coach that the role is held for. */
export type PartyWord = 'yes' | 'own' | 'no';

type Row = readonly [PartyWord, PartyWord, PartyWord, PartyWord, PartyWord, PartyWord, PartyWord];

/**
 * Who may see what is of no candidate's file (decision 75; section 9 has no rows for it), in the columns of `ROLES`. An
 * administrator keeps the parties, and reads nothing that says how candidates fare.
 */
export const PARTY_TABLE: { readonly [Kind in PartyKind]: Row } = {
  reference: ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
  coach: ['yes', 'own', 'own', 'no', 'no', 'no', 'no'],
  'coach-days': ['no', 'own', 'own', 'no', 'no', 'no', 'no'],
  'employer-people': ['yes', 'yes', 'yes', 'yes', 'no', 'no', 'own'],
  complaint: ['yes', 'no', 'own', 'no', 'no', 'no', 'no'],
  operations: ['yes', 'no', 'no', 'no', 'no', 'no', 'no'],
  'own-account': ['own', 'own', 'own', 'own', 'own', 'own', 'own'],
  statistics: ['no', 'no', 'own', 'own', 'own', 'no', 'no'],
};

/** Whether somebody may see a kind of data of a party: of every one, of the own one, or of none. */
export function mayReadParty({ role }: Pick<AskingParty, 'role'>, kind: PartyKind): PartyWord {
  if (role === 'operator') return 'yes';
  return PARTY_TABLE[kind][ROLES.indexOf(role)] ?? 'no';
}
