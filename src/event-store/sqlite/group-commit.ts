import type Database from 'better-sqlite3';
import { EventIdsTaken, OutcomeUnknown, WrongExpectedRevision } from '../errors.js';
import type { AppendResult } from '../event-store.port.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { EventWriter } from './event-writer.js';

/** A commit takes appends until it holds this many events: enough to share the disk's flush, short enough to not stall reads. */
const MOST_EVENTS_PER_COMMIT = 512;

interface Waiting {
  readonly append: PreparedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly result: AppendResult } | { readonly refusal: unknown };

/**
 * Commits the appends of one turn of the event loop together, in the order in which they were issued, each with its
 * own expectation and its own outcome. While a commit waits for the disk the next turn's appends gather.
 */
export class GroupCommit {
  readonly #database: Database.Database;
  readonly #writer: EventWriter;
  readonly #committed: () => void;
  readonly #begin: Database.Statement<[]>;
  readonly #commit: Database.Statement<[]>;
  readonly #rollback: Database.Statement<[]>;
  #queue: Waiting[] = [];
  #scheduled = false;

  /** `committed` is called after each commit that stored something. */
  constructor(database: Database.Database, writer: EventWriter, committed: () => void) {
    this.#database = database;
    this.#writer = writer;
    this.#committed = committed;
    this.#begin = database.prepare('BEGIN IMMEDIATE');
    this.#commit = database.prepare('COMMIT');
    this.#rollback = database.prepare('ROLLBACK');
  }

  /** Resolves when the append is on disk; rejects with its refusal, `OutcomeUnknown`, or the database's error. */
  add(append: PreparedAppend): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ append, resolve, reject });
      this.#schedule();
    });
  }

  /** Commits everything that waits, now. */
  drain(): void {
    while (this.#queue.length > 0) this.#settle(this.#nextBatch());
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#queue.length > 0) this.#settle(this.#nextBatch());
      if (this.#queue.length > 0) this.#schedule();
    });
  }

  #nextBatch(): readonly Waiting[] {
    let events = 0;
    let count = 0;
    for (const { append } of this.#queue) {
      events += append.events.length;
      if (count > 0 && events > MOST_EVENTS_PER_COMMIT) break;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  #settle(batch: readonly Waiting[]): void {
    let outcomes: readonly Outcome[];
    try {
      if (this.#database.inTransaction) this.#rollback.run();
      this.#begin.run();
      this.#writer.begun();
    } catch (error) {
      this.#undo();
      for (const { reject } of batch) reject(error);
      return;
    }
    try {
      outcomes = batch.map(({ append }) => this.#write(append));
    } catch (error) {
      this.#undo();
      // One append that the database cannot store must not take the others with it: each tries again by itself.
      if (batch.length > 1) for (const waiting of batch) this.#settle([waiting]);
      else for (const { reject } of batch) reject(error);
      return;
    }
    try {
      this.#commit.run();
    } catch (error) {
      this.#undo();
      // A failed flush can leave a whole commit in the file, to be found after a crash: then it is not known.
      const unknown = isInputOutput(error);
      for (const { append, reject } of batch) {
        reject(unknown ? new OutcomeUnknown(append.stream, { cause: error }) : error);
      }
      return;
    }
    this.#report(batch, outcomes);
  }

  #write(append: PreparedAppend): Outcome {
    try {
      return { result: this.#writer.write(append) };
    } catch (error) {
      if (error instanceof WrongExpectedRevision || error instanceof EventIdsTaken) return { refusal: error };
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

  #report(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
    let stored = false;
    for (const [index, outcome] of outcomes.entries()) {
      const { resolve, reject } = batch[index] as Waiting;
      if ('refusal' in outcome) {
        reject(outcome.refusal);
      } else {
        resolve(outcome.result);
        stored ||= !outcome.result.repeated;
      }
    }
    if (stored) this.#committed();
  }
}

function isInputOutput(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_IOERR');
}
