import type { JWK } from 'jose';
import type { Id } from '../../domain/shared/ids.js';
import type { Role } from '../identity/asker.js';
import type { TokenScope } from '../identity/scopes.js';

/** The roles that a program can have: those of a whole organisation or funder, never of a person. */
export const PROGRAM_ROLES = [
  'administrator',
  'coordinator',
  'case-director',
  'auditor',
] as const satisfies readonly Role[];
export type ProgramRole = (typeof PROGRAM_ROLES)[number];

/** A program that signs in by itself. Its id is its `client_id`. */
export interface Program {
  readonly id: Id;
  readonly name: string;
  readonly role: ProgramRole;
  readonly organisationId?: Id;
  readonly funderId?: Id;
  readonly scopes: readonly TokenScope[];
  /** Its public keys. */
  readonly keys: readonly JWK[];
  /** Instants, ISO 8601 in UTC. */
  readonly registeredAt: string;
  readonly endedAt?: string;
}
