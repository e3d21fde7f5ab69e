import type Database from 'better-sqlite3';
import { hashOfTexts } from '../canonical-hash.js';
import { EventIdsTaken, WrongExpectedRevision } from '../errors.js';
import type { AppendResult } from '../event-store.port.js';
import { type ExpectedRevision, meets } from '../expected-revision.js';
import type { PreparedAppend } from '../prepared-append.js';
import { type Found, isRepetition } from '../repetition.js';
import { StreamTails, type Tail } from './stream-tails.js';

/** The columns of an event that is there already, for telling a repetition from another event with its id. */
interface StoredEvent extends Found {
  readonly position: number;
}

/** Writes appends inside a transaction that somebody else begins, commits and rolls back, and tells it so. */
export class EventWriter {
  readonly #tails: StreamTails;
  readonly #byId: Database.Statement<[string], StoredEvent>;
  readonly #insert: Database.Statement<
    [string, number, string, string, number, string, string, string, string | null]
  >;

  constructor(database: Database.Database) {
    this.#tails = new StreamTails(database);
    this.#byId = database.prepare(
      'SELECT position, stream, revision, type, schema_version AS schemaVersion, data FROM events WHERE id = ?',
    );
    this.#insert = database.prepare(
      'INSERT INTO events (stream, revision, id, type, schema_version, data, metadata, hash, previous_hash) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** To be called right after a write transaction has begun. */
  begun(): void {
    this.#tails.begin();
  }

  /** To be called when the transaction was rolled back. */
  rolledBack(): void {
    this.#tails.forget();
  }

  /**
   * Stores one append, or finds that it was stored before. Throws `WrongExpectedRevision` or `EventIdsTaken` before it
   * has written anything, so that the transaction can go on; any other error leaves rows behind and must end it.
   */
  write(append: PreparedAppend): AppendResult {
    const stored = append.events.map((event) => this.#byId.get(event.id));
    const taken = append.events.find((_, index) => stored[index] !== undefined);
    if (taken !== undefined) {
      if (!isRepetition(append, stored)) throw new EventIdsTaken(append.stream, taken.id);
      const repeated = repetition(append.expected, stored);
      if (repeated !== undefined) return repeated;
    }
    const tail = this.#tails.of(append.stream);
    const actual = tail === undefined ? undefined : BigInt(tail.revision);
    if (!meets(append.expected, actual)) {
      throw new WrongExpectedRevision(append.stream, append.expected, actual);
    }
    if (taken !== undefined) throw new EventIdsTaken(append.stream, taken.id);
    return this.#insertAfter(tail, append);
  }

  #insertAfter(tail: Tail | undefined, { stream, events }: PreparedAppend): AppendResult {
    let revision = tail?.revision ?? -1;
    let previousHash = tail?.hash ?? null;
    let position: number | bigint = 0;
    for (const { id, type, schemaVersion, data, metadata } of events) {
      revision += 1;
      const link = { id, type, schemaVersion, stream, revision: BigInt(revision), previousHash };
      const hash = hashOfTexts(link, data, metadata);
      position = this.#insert.run(
        stream,
        revision,
        id,
        type,
        schemaVersion,
        data,
        metadata,
        hash,
        previousHash,
      ).lastInsertRowid;
      previousHash = hash;
    }
    if (previousHash !== null) this.#tails.moved(stream, { revision, hash: previousHash });
    return { revision: BigInt(revision), position: String(position), repeated: false };
  }
}

/** The result that these very events had the first time; undefined when they were appended where `expected` did not hold. */
function repetition(
  expected: ExpectedRevision,
  stored: readonly (StoredEvent | undefined)[],
): AppendResult | undefined {
  const first = stored[0]?.revision;
  const last = stored.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (!meets(expected, first === 0 ? undefined : BigInt(first - 1))) return undefined;
  return { revision: BigInt(last.revision), position: String(last.position), repeated: true };
}
