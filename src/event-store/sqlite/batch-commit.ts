import type Database from 'better-sqlite3';
import { EventIdsTaken, OutcomeUnknown, WrongExpectedRevision } from '../errors.js';
import type { AppendResult } from '../event-store.port.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { EventWriter } from './event-writer.js';

/** What came of one append: its result, or why it was not stored. */
export type Outcome = { readonly result: AppendResult } | { readonly error: unknown };

/** Commits several appends at once, each with its own expectation and its own outcome. */
export class BatchCommit {
  readonly #database: Database.Database;
  readonly #writer: EventWriter;
  readonly #begin: Database.Statement<[]>;
  readonly #commit: Database.Statement<[]>;
  readonly #rollback: Database.Statement<[]>;

  constructor(database: Database.Database, writer: EventWriter) {
    this.#database = database;
    this.#writer = writer;
    this.#begin = database.prepare('BEGIN IMMEDIATE');
    this.#commit = database.prepare('COMMIT');
    this.#rollback = database.prepare('ROLLBACK');
  }

  /** The outcome of each append, in the same order, once all of them are on disk: a refusal, `OutcomeUnknown`, or the database's error. */
  commit(batch: readonly PreparedAppend[]): readonly Outcome[] {
    let outcomes: readonly Outcome[];
    try {
      if (this.#database.inTransaction) this.#rollback.run();
      this.#begin.run();
      this.#writer.begun();
    } catch (error) {
      this.#undo();
      return batch.map(() => ({ error }));
    }
    try {
      outcomes = batch.map((append) => this.#write(append));
    } catch (error) {
      this.#undo();
      // One append that the database cannot store must not take the others with it: each tries again by itself.
      return batch.length > 1 ? batch.flatMap((append) => this.commit([append])) : [{ error }];
    }
    try {
      this.#commit.run();
    } catch (error) {
      this.#undo();
      // A failed flush can leave a whole commit in the file, to be found after a crash: then it is not known.
      const unknown = isInputOutput(error);
      return batch.map(({ stream }) => ({
        error: unknown ? new OutcomeUnknown(stream, { cause: error }) : error,
      }));
    }
    return outcomes;
  }

  #write(append: PreparedAppend): Outcome {
    try {
      return { result: this.#writer.write(append) };
    } catch (error) {
      if (error instanceof WrongExpectedRevision || error instanceof EventIdsTaken) return { error };
      throw error;
    }
  }

  #undo(): void {
    this.#writer.rolledBack();
    try {
      if (this.#database.inTransaction) this.#rollback.run();
    } catch {
      // The next batch tries it again before it begins, and has the error when that fails too.
    }
  }
}

function isInputOutput(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_IOERR');
}
