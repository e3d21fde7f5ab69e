import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Statements that are kept prepared, at most. */
const MOST_STATEMENTS = 1_000;

/** The database with its statements kept: Kysely prepares a statement each time that it runs, which costs more than most queries. */
export function keepingStatements(database: SqliteDatabase): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const kept = statements.get(sql);
      if (kept !== undefined) return kept;
      const statement = database.prepare(sql);
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}
