import type { ROLES } from '../../domain/access/roles.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TokenScope } from './scopes.js';

/** A role that a token can hold (domain.md section 9a). */
export type Role = (typeof ROLES)[number];

/** The claims that say for which party somebody asks, and the field of the asker that each becomes. */
export const PARTY_CLAIMS = {
  organisation: 'organisationId',
  funder: 'funderId',
  coach: 'coachId',
  candidate: 'candidateId',
  employer: 'employerId',
} as const;
export type PartyClaim = keyof typeof PARTY_CLAIMS;

/** The party that each role is held for, and without which it sees nothing. */
export const PARTY_OF_ROLE: { readonly [role in Role]: PartyClaim | undefined } = {
  administrator: undefined,
  coach: 'coach',
  coordinator: 'organisation',
  'case-director': 'funder',
  auditor: 'funder',
  candidate: 'candidate',
  employer: 'employer',
};

/** Who asks, as a verified token says it. What a role may not do without its party is refused by the access rules. */
export interface Asker {
  readonly subject: string;
  readonly role: Role;
  readonly organisationId?: Id;
  readonly funderId?: Id;
  readonly coachId?: Id;
  readonly candidateId?: Id;
  readonly employerId?: Id;
  /** For greeting only: never stored, never logged. */
  readonly name?: string;
  /** What a program's token is good for; absent: for all that the role may. */
  readonly scopes?: readonly TokenScope[];
}
