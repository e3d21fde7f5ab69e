import type { Kysely } from 'kysely';
import type { StoreTables } from '../service-store/migrations.js';

/**
 * Lets who signs in at the embedded provider go on doing so when the service got another address: the identities that it
 * gave, whose subject is the account itself, become those of `issuer`.
 */
export async function followAddress(db: Kysely<StoreTables>, issuer: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const there = transaction
      .selectFrom('account_identity')
      .select('account_id')
      .where('issuer', '=', issuer);
    await transaction
      .deleteFrom('account_identity')
      .whereRef('subject', '=', 'account_id')
      .where('issuer', '<>', issuer)
      .where('account_id', 'in', there)
      .execute();
    await transaction
      .updateTable('account_identity')
      .set({ issuer })
      .whereRef('subject', '=', 'account_id')
      .where('issuer', '<>', issuer)
      .execute();
  });
}
