import type { Kysely } from 'kysely';
import type { StoreTables } from './migrations.js';

/**
 * True for the one instance that does a chore now; the next one is due `everyMs` later. Whoever does it and dies has done
 * it for this time: a chore is something that can wait for the next one.
 */
export async function takesChore(
  db: Kysely<StoreTables>,
  name: string,
  { now, everyMs }: { readonly now: number; readonly everyMs: number },
): Promise<boolean> {
  const due_at = now + everyMs;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('chore')
    .values({ name, due_at })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ due_at }).where('chore.due_at', '<=', now),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
