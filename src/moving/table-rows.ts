import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import pg from 'pg';
import type { ServiceDatabase } from '../postgres/service-database.js';
import { MoveRefused } from './move-refused.js';

/*
 * STORAGE. The rows of tables in PostgreSQL, a line each: the table's name, a tab, and the row as PostgreSQL writes it as
 * JSON. PostgreSQL reads it again as well, and nothing in between does: every value comes back as it was.
 */

/** Rows that are read, or put back, at once. */
const PORTION = 1_000;
/** PostgreSQL's own codes: no such column, no such table. */
const UNKNOWN: readonly (string | undefined)[] = ['42703', '42P01'];

/** Writes every row of these tables, all as they are at one moment, to a file that is not there yet (mode 0600). */
export async function writeTables(
  db: ServiceDatabase,
  tables: readonly string[],
  path: string,
): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (moment) => {
        for (const table of tables) {
          for await (const rows of rowsOf(moment, table)) {
            await file.writeFile(rows.map((row) => `${table}\t${row}\n`).join(''));
          }
        }
      });
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts the rows of a file back, within the transaction that it is given. Throws `MoveRefused` for a table that is none of these. */
export async function readTables(
  db: ServiceDatabase,
  tables: readonly string[],
  path: string,
): Promise<void> {
  for await (const { table, rows } of portionsOf(path)) {
    if (!tables.includes(table)) throw unknownTable(table);
    const columns = sql.join(Object.keys(JSON.parse(rows[0] ?? '{}')).map((column) => sql.ref(column)));
    const from = sql`jsonb_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(',')}]`}::jsonb)`;
    try {
      await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${from}`.execute(db);
    } catch (error) {
      if (error instanceof pg.DatabaseError && UNKNOWN.includes(error.code)) throw unknownTable(table, error);
      throw error;
    }
  }
}

async function* rowsOf(
  db: ServiceDatabase,
  table: string,
): AsyncGenerator<readonly string[], void, undefined> {
  await sql`declare backup cursor for select to_jsonb(one)::text as row from ${sql.table(table)} one`.execute(
    db,
  );
  const fetch = sql<{ row: string }>`fetch ${sql.raw(String(PORTION))} from backup`;
  for (;;) {
    const { rows } = await fetch.execute(db);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close backup`.execute(db);
}

async function* portionsOf(
  path: string,
): AsyncGenerator<{ readonly table: string; readonly rows: readonly string[] }, void, undefined> {
  let table = '';
  let rows: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const tab = line.indexOf('\t');
    const name = line.slice(0, tab);
    if (rows.length === PORTION || (rows.length > 0 && name !== table)) {
      yield { table, rows };
      rows = [];
    }
    table = name;
    rows.push(line.slice(tab + 1));
  }
  if (rows.length > 0) yield { table, rows };
}

function unknownTable(table: string, cause?: unknown): MoveRefused {
  return new MoveRefused(
    'table.unknown',
    `De backup bevat in de tabel ${table} meer dan deze versie van Doorlopend kent. Gebruik een nieuwere versie.`,
    { cause },
  );
}
