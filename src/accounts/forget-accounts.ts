import type { Id } from '../../domain/shared/ids.js';
import { PROTECTIONS } from '../../domain/shared/protected.js';
import type { PersonalKeys } from '../privacy/personal-keys.port.js';
import type { ServiceStore } from '../service-store/service-store.js';

/** What hangs on an account, before the account itself. */
const HELD_BY_ACCOUNT = [
  'sign_in_session',
  'one_time_link',
  'account_identity',
  'credential',
  'recovery_code',
  'known_place',
  'account_role',
] as const;

/**
 * Forgets the accounts of these candidates: who has no other role is gone from the store with all ways to sign in, and
 * the keys of the account are destroyed; of an account with another role only that of the candidate goes. Doing it again
 * changes nothing.
 */
export async function forgetAccounts(
  { db }: ServiceStore,
  keys: PersonalKeys,
  candidateIds: readonly Id[],
): Promise<void> {
  const roles = await db
    .selectFrom('account_role')
    .select(['account_id', 'account_role_id'])
    .where('candidate_id', 'in', [...candidateIds])
    .execute();
  const roleIds = roles.map((role) => role.account_role_id);
  for (const accountId of new Set(roles.map((role) => role.account_id))) {
    const others = await db
      .selectFrom('account_role')
      .select('account_role_id')
      .where('account_id', '=', accountId)
      .where('account_role_id', 'not in', roleIds)
      .execute();
    if (others.length > 0) {
      await forgetRoles(
        db,
        roles.flatMap((role) => (role.account_id === accountId ? [role.account_role_id] : [])),
      );
      continue;
    }
    await keys.destroy(`account/${accountId}`, PROTECTIONS);
    await db.transaction().execute(async (one) => {
      for (const table of HELD_BY_ACCOUNT) {
        await one.deleteFrom(table).where('account_id', '=', accountId).execute();
      }
      await one.deleteFrom('account').where('account_id', '=', accountId).execute();
    });
  }
}

async function forgetRoles(db: ServiceStore['db'], roleIds: readonly Id[]): Promise<void> {
  await db.transaction().execute(async (one) => {
    for (const table of ['sign_in_session', 'one_time_link', 'account_role'] as const) {
      await one.deleteFrom(table).where('account_role_id', 'in', roleIds).execute();
    }
  });
}
