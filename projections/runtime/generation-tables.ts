import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';
import { physicalName } from './generation.js';
import type { Projection } from './projection.js';

type AnyTables = Record<string, Record<string, unknown>>;

/** The real tables of a generation by the name of their view, as its books hold them. */
type PhysicalNames = Readonly<Record<string, string>>;

/** Creates a generation's tables, empty and without indexes, and writes it in the books. Gives its number. */
export async function createGeneration(
  db: Kysely<Bookkeeping>,
  dialect: RowDialect,
  projection: Projection,
  served: boolean,
): Promise<number> {
  const { last } = await db
    .selectFrom('projection_generation')
    .select((eb) => eb.fn.max('generation').as('last'))
    .executeTakeFirstOrThrow();
  const generation = Number(last ?? 0) + 1;
  const names: Record<string, string> = {};
  for (const table of projection.tables) {
    const name = physicalName(table, generation);
    names[table.name] = name;
    let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const [column, { type, nullable }] of Object.entries(table.columns)) {
      builder = builder.addColumn(column, dialect.columnType(type), (definition) =>
        nullable ? definition : definition.notNull(),
      );
    }
    await builder.addPrimaryKeyConstraint(`${name}_key`, [...table.primaryKey]).execute();
  }
  await db
    .insertInto('projection_generation')
    .values({
      generation,
      projection: projection.name,
      version: projection.version,
      served: served ? 1 : 0,
      indexed: 0,
      position: null,
      events: 0,
      failure: null,
      failed_at: null,
      tables: JSON.stringify(names),
    })
    .execute();
  if (served) await createViews(db, projection, names);
  return generation;
}

/** Creates the indexes of a generation that has caught up: sorted at once is far faster than kept up row by row. */
export async function createIndexes(
  db: Kysely<Bookkeeping>,
  projection: Projection,
  generation: number,
): Promise<void> {
  for (const table of projection.tables) {
    const name = physicalName(table, generation);
    for (const [n, columns] of (table.indexes ?? []).entries()) {
      await db.schema
        .createIndex(`${name}_index_${n}`)
        .ifNotExists()
        .on(name)
        .columns([...columns])
        .execute();
    }
  }
  await db
    .updateTable('projection_generation')
    .set({ indexed: 1 })
    .where('generation', '=', generation)
    .execute();
}

/** Lets the views show this generation instead of the served one, which goes. To be called in one transaction. */
export async function switchTo(
  db: Kysely<Bookkeeping>,
  projection: Projection,
  generation: number,
): Promise<void> {
  const others = await db
    .selectFrom('projection_generation')
    .select(['generation', 'tables'])
    .where('projection', '=', projection.name)
    .where('generation', '!=', generation)
    .execute();
  for (const other of others) {
    for (const view of Object.keys(namesOf(other.tables)))
      await db.schema.dropView(view).ifExists().execute();
  }
  await createViews(db, projection, await tablesOf(db, generation));
  for (const other of others) await dropGeneration(db, other.generation);
  await db
    .updateTable('projection_generation')
    .set({ served: 1 })
    .where('generation', '=', generation)
    .execute();
}

/** Drops a generation that no view shows: its tables, its dead letters, its line in the books. */
export async function dropGeneration(db: Kysely<Bookkeeping>, generation: number): Promise<void> {
  await dropTables(db, generation);
  await db.deleteFrom('projection_dead_letter').where('generation', '=', generation).execute();
  await db.deleteFrom('projection_generation').where('generation', '=', generation).execute();
}

/** Drops only the tables: the line in the books stays, to tell why the building stopped. */
export async function dropTables(db: Kysely<Bookkeeping>, generation: number): Promise<void> {
  for (const name of Object.values(await tablesOf(db, generation))) {
    await db.schema.dropTable(name).ifExists().execute();
  }
}

async function tablesOf(db: Kysely<Bookkeeping>, generation: number): Promise<PhysicalNames> {
  const row = await db
    .selectFrom('projection_generation')
    .select('tables')
    .where('generation', '=', generation)
    .executeTakeFirst();
  return row === undefined ? {} : namesOf(row.tables);
}

function namesOf(json: string): PhysicalNames {
  return JSON.parse(json);
}

async function createViews(
  db: Kysely<Bookkeeping>,
  projection: Projection,
  names: PhysicalNames,
): Promise<void> {
  const tables = db.withTables<AnyTables>();
  for (const table of projection.tables) {
    const columns = Object.keys(table.columns);
    await db.schema
      .createView(table.name)
      .as(tables.selectFrom(names[table.name] ?? '').select(columns))
      .execute();
  }
}
