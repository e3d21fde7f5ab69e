import type { Id } from '../../domain/shared/ids.js';
import type { PARTY_CLAIMS, Role } from '../identity/asker.js';

/** Somebody who may sign in. */
export interface Account {
  readonly id: Id;
  /** Null until it is given, and when it was forgotten. */
  readonly name: string | null;
  readonly email: string | null;
  /** Instants, ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly disabledAt: string | null;
}

/** The parties that a role is held for. */
export type RoleParties = { readonly [field in (typeof PARTY_CLAIMS)[keyof typeof PARTY_CLAIMS]]?: Id };

/** A role with its parties, as it is granted. */
export interface GrantedRole extends RoleParties {
  readonly role: Role;
}

/** A role that an account holds. */
export interface AccountRole extends GrantedRole {
  readonly id: Id;
  /** The instant at which it ends; null when none was set. */
  readonly endsAt: string | null;
}

/** Who somebody is at an issuer. */
export interface OutsideIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** Who did something to an account: the subject of an asker, or `operator` or `service`. */
export type DoneBy = string;
