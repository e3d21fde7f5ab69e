import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { ReadDatabase } from '../../projections/read-database.js';

/** How SQLite goes about the query, a line for each step. */
export async function queryPlan(
  db: Kysely<ReadDatabase>,
  { sql: text, parameters }: CompiledQuery,
): Promise<string> {
  const plan = await sql<{ detail: string }>`explain query plan ${rawWith(text, parameters)}`.execute(db);
  return plan.rows.map(({ detail }) => detail).join('\n');
}

/** The text of a compiled query with its parameters, as a part of another. */
function rawWith(text: string, parameters: readonly unknown[]) {
  const parts = text.split('?');
  return sql.join(
    parts.map((part, index) =>
      index < parameters.length ? sql`${sql.raw(part)}${parameters[index]}` : sql.raw(part),
    ),
    sql.raw(''),
  );
}
