import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { COPIED_TABLES, TABLES_LEFT_OUT, TABLES_WITH_THE_LOG } from '../../src/moving/service-tables.js';
import { readTables, writeTables } from '../../src/moving/table-rows.js';
import { migrations } from '../../src/postgres/migrations.js';
import { openServiceDatabase, type ServiceDatabase } from '../../src/postgres/service-database.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { TestPostgres } from './test-postgres.js';

const folder = temporaryFolder();
let server: TestPostgres;
beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe('the tables of the service', () => {
  it('are each copied by a backup, in the log of it, or left out on purpose', async () => {
    const db = await openServiceDatabase(await server.database());
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema()`.execute(db);
    await db.destroy();
    const listed = [...COPIED_TABLES, ...TABLES_WITH_THE_LOG, ...TABLES_LEFT_OUT];
    expect(listed.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  });

  it('that are copied number no rows by themselves: a number that is given out twice would be left to PostgreSQL', async () => {
    const db = await openServiceDatabase(await server.database());
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = current_schema() and (is_identity = 'YES' or column_default like 'nextval%')`.execute(
      db,
    );
    await db.destroy();
    expect(rows.filter(({ name }) => COPIED_TABLES.includes(name))).toEqual([]);
  });
});

/** Two tables, of which the second refers to the first, with a column of every kind. */
const LATER = {
  ...migrations,
  '999_later': {
    up: async (db: ServiceDatabase) => {
      await sql`create table owner (id text primary key, at timestamptz, is_new boolean)`.execute(db);
      await sql`
        create table thing (
          id bigint primary key, owner text references owner, bytes bytea, told jsonb, parts text[], price numeric
        )`.execute(db);
    },
  },
};

describe('rows that are copied', () => {
  it('come back as they were, whatever is in them and however many there are', async () => {
    const [from, to] = [await withTables(), await withTables()];
    await sql`insert into owner values
      (${'tab\tnew\nline "quote" \\ é 🙂'}, '2026-03-29T01:59:59.123456Z', true), ('empty', null, null)`.execute(
      from,
    );
    await sql`insert into thing
      select 9007199254740993 + n, 'empty', decode('00ff5c', 'hex'), '{"a": [1, null]}', '{x,"y,z"}', 0.10
      from generate_series(1, 2500) n`.execute(from);
    const path = join(folder.path, 'tables.tsv');
    await writeTables(from, ['owner', 'thing'], path);
    await to.transaction().execute((one) => readTables(one, ['owner', 'thing'], path));
    for (const table of ['owner', 'thing']) {
      const [a, b] = [await textOf(from, table), await textOf(to, table)];
      expect(b).toEqual(a);
      expect(a.length).toBeGreaterThan(1);
    }
    await from.destroy();
    await to.destroy();
  });

  it('are of one moment, though others write meanwhile', async () => {
    const db = await withTables();
    await sql`insert into owner values ('first')`.execute(db);
    const path = join(folder.path, 'moment.tsv');
    const writing = writeTables(db, ['owner', 'thing'], path);
    // Whoever comes later brings both or neither into the copy.
    await db.transaction().execute(async (one) => {
      await sql`insert into owner values ('second')`.execute(one);
      await sql`insert into thing (id, owner) values (1, 'second')`.execute(one);
    });
    await writing;
    const to = await withTables();
    await to.transaction().execute((one) => readTables(one, ['owner', 'thing'], path));
    const [owners, things] = [await textOf(to, 'owner'), await textOf(to, 'thing')];
    expect(owners.length - 1).toBe(things.length);
    await db.destroy();
    await to.destroy();
  });

  it('of a table or with a column that this version does not know are refused, and nothing is put back', async () => {
    const from = await withTables();
    await sql`insert into owner values ('first')`.execute(from);
    const path = join(folder.path, 'newer.tsv');
    await writeTables(from, ['owner'], path);
    const refused = { name: 'MoveRefused', code: 'table.unknown' };
    await expect(readTables(from, ['thing'], path)).rejects.toMatchObject(refused);
    const to = await withTables();
    await sql`alter table owner drop column is_new`.execute(to);
    await expect(readTables(to, ['owner'], path)).rejects.toMatchObject(refused);
    expect(await textOf(to, 'owner')).toEqual([]);
    await from.destroy();
    await to.destroy();
  });
});

async function withTables(): Promise<ServiceDatabase> {
  return openServiceDatabase(await server.database(), undefined, LATER);
}

/** Each row as PostgreSQL writes it. */
async function textOf(db: ServiceDatabase, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    row: string;
  }>`select one::text as row from ${sql.table(table)} one order by 1`.execute(db);
  return rows.map(({ row }) => row);
}
