import type { Kysely } from 'kysely';
import type { Id } from '../../domain/shared/ids.js';
import type { StoreTables } from '../service-store/migrations.js';
import type { Clock } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import type { DoneBy } from './account.js';

/** What can happen to an account. */
export type AccountHappening =
  | 'created'
  | 'described'
  | 'disabled'
  | 'enabled'
  | 'identity-linked'
  | 'link-issued'
  | 'link-used'
  | 'password-set'
  | 'role-offered'
  | 'role-accepted'
  | 'role-ended'
  | 'role-refused'
  | 'second-factor-set'
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out';

/** What is written of it: ids and codes, never personal data. */
export interface LogLine {
  readonly accountId: Id | null;
  readonly kind: AccountHappening;
  readonly by: DoneBy;
  readonly details?: Readonly<Record<string, string | null>>;
}

/** Writes what happened, in the same transaction as what it was. */
export async function logAccount(
  db: Kysely<StoreTables>,
  clock: Clock,
  { accountId, kind, by, details = {} }: LogLine,
): Promise<void> {
  await db
    .insertInto('account_log')
    .values({
      account_log_id: newId(),
      at: clock.now(),
      account_id: accountId,
      kind,
      by,
      details: JSON.stringify(details),
    })
    .execute();
}
