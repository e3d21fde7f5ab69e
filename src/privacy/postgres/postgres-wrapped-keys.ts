import { sql } from 'kysely';
import type { Protection } from '../../../domain/shared/protected.js';
import type { ServiceDatabase } from '../../postgres/service-database.js';
import type { Person } from '../personal-keys.port.js';
import { changeFor, KeysInUse, type WrappedKey, type WrappedKeys } from '../wrapped-keys.port.js';
import { destroyVersions, lockKeys } from './key-rows.js';

const MASTER_KEY = 'master-key';
/** Keys that are read or added at once. */
const PAGE = 1_000;
const COLUMNS = ['name', 'wrapped', 'created_at as createdAt', 'destroyed_at as destroyedAt'] as const;

/** The keys in PostgreSQL as they lie there. The database is closed by its owner. */
export class PostgresWrappedKeys implements WrappedKeys {
  /** `onClose` closes what was opened for these keys alone. */
  constructor(
    private readonly db: ServiceDatabase,
    private readonly onClose: () => Promise<void> = async () => undefined,
  ) {}

  async masterKey(): Promise<string | undefined> {
    const row = await this.db
      .selectFrom('meta')
      .select('value')
      .where('name', '=', MASTER_KEY)
      .executeTakeFirst();
    return row?.value;
  }

  async *all(): AsyncGenerator<WrappedKey, void, undefined> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: readonly WrappedKey[] = await this.db
        .selectFrom('personal_key')
        .select(COLUMNS)
        .where('name', '>', after)
        .orderBy('name')
        .limit(PAGE)
        .execute();
      yield* page;
      after = page.at(-1)?.name;
    }
  }

  async belongTo(masterKey: string): Promise<boolean> {
    await this.db
      .insertInto('meta')
      .values({ name: MASTER_KEY, value: masterKey })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return (await this.masterKey()) === masterKey;
  }

  add(keys: readonly WrappedKey[]): Promise<number> {
    return this.db.transaction().execute(async (db) => {
      await lockKeys(db);
      const names = keys.map(({ name }) => name);
      const rows = await db
        .selectFrom('personal_key')
        .select(COLUMNS)
        .where('name', '=', sql<string>`any(${names})`)
        .execute();
      const there = new Map(rows.map((row) => [row.name, row]));
      const needed = keys.map((key) => ({ key, change: changeFor(there.get(key.name), key) }));
      const inserted = needed.flatMap(({ key, change }) => (change === 'insert' ? [toRow(key)] : []));
      for (let from = 0; from < inserted.length; from += PAGE) {
        await db
          .insertInto('personal_key')
          .values(inserted.slice(from, from + PAGE))
          .execute();
      }
      const destroyed = needed.flatMap(({ key, change }) => (change === 'destroy' ? [toRow(key)] : []));
      for (const { name, destroyed_at } of destroyed) {
        await db
          .updateTable('personal_key')
          .set({ wrapped: null, destroyed_at })
          .where('name', '=', name)
          .execute();
      }
      return inserted.length + destroyed.length;
    });
  }

  destroy(person: Person, protections: readonly Protection[], at: string): Promise<number> {
    return destroyVersions(this.db, person, protections, at);
  }

  rewrap(anew: (name: string, wrapped: Buffer) => Buffer, masterKey: string): Promise<number> {
    return this.db.transaction().execute(async (db) => {
      // Nobody reads a key until all of them are wrapped anew, and who starts in the meantime waits.
      await sql`lock table personal_key, meta in access exclusive mode`.execute(db);
      const others = await sql<{ pid: number }>`
        select pid from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and application_name like 'doorlopend %'`.execute(
        db,
      );
      if (others.rows.length > 0) throw new KeysInUse();
      let count = 0;
      for (let after: string | undefined = ''; after !== undefined; ) {
        const keys: readonly { readonly name: string; readonly wrapped: Buffer | null }[] = await db
          .selectFrom('personal_key')
          .select(['name', 'wrapped'])
          .where('name', '>', after)
          .where('wrapped', 'is not', null)
          .orderBy('name')
          .limit(PAGE)
          .execute();
        for (const { name, wrapped } of keys) {
          const put = { wrapped: anew(name, wrapped as Buffer) };
          await db.updateTable('personal_key').set(put).where('name', '=', name).execute();
        }
        count += keys.length;
        after = keys.at(-1)?.name;
      }
      await db
        .insertInto('meta')
        .values({ name: MASTER_KEY, value: masterKey })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: masterKey }))
        .execute();
      return count;
    });
  }

  close(): Promise<void> {
    return this.onClose();
  }
}

function toRow({ name, wrapped, createdAt, destroyedAt }: WrappedKey) {
  return { name, wrapped, created_at: createdAt, destroyed_at: destroyedAt };
}
