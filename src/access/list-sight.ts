import type { AskingParty, Standing } from '../../domain/access/index.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';

/** Whose trajectories somebody sees in a list over many. */
export type ListOf =
  | { readonly organisationId: Id }
  | { readonly funderId: Id }
  | { readonly coachId: Id }
  /** Every registration of one candidate. */
  | { readonly candidateIds: readonly Id[] }
  /** Every registration of one employer. */
  | { readonly employerIds: readonly Id[] };

/** Whose, and what the reader is to them. */
export interface ListSight {
  readonly standing: Standing;
  readonly of: ListOf;
}

/** Whose trajectories the asker is told of in lists; undefined without a party, and for who reads no file. */
export async function partyOf(
  { role, organisationId, funderId, coachId, candidateId, employerId }: AskingParty,
  familyOf: (id: Id) => Promise<readonly Id[]>,
): Promise<ListSight | undefined> {
  switch (role) {
    case 'coordinator':
      return organisationId === undefined ? undefined : { standing: role, of: { organisationId } };
    case 'case-director':
    case 'auditor':
      return funderId === undefined ? undefined : { standing: role, of: { funderId } };
    case 'coach':
      return coachId === undefined ? undefined : { standing: 'own-coach', of: { coachId } };
    case 'candidate':
      if (candidateId === undefined) return undefined;
      return { standing: role, of: { candidateIds: await familyOf(candidateId) } };
    case 'employer':
      if (employerId === undefined) return undefined;
      return { standing: role, of: { employerIds: await familyOf(employerId) } };
    case 'administrator':
    case 'operator':
      return undefined;
    default:
      return unknownMember(role);
  }
}
