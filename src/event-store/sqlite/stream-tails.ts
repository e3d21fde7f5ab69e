import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** How many streams are remembered; about 200 bytes each. */
const MOST_STREAMS = 10_000;

/** The last event of a stream, as far as the next append needs it. */
export interface Tail {
  readonly revision: number;
  readonly hash: string;
}

/**
 * The ends of recently written streams, so that an append does not look them up again. Only right inside a write
 * transaction that called `begin`: it forgets everything as soon as another process has committed.
 */
export class StreamTails {
  readonly #tails = new LRUCache<string, Tail>({ max: MOST_STREAMS });
  readonly #dataVersion: Database.Statement<[], number>;
  readonly #last: Database.Statement<[string], Tail>;
  #version: number | undefined;

  constructor(database: Database.Database) {
    this.#dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
    this.#last = database.prepare(
      'SELECT revision, hash FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1',
    );
  }

  /** To be called right after a write transaction has begun. */
  begin(): void {
    const version = this.#dataVersion.get();
    if (version !== this.#version) this.#tails.clear();
    this.#version = version;
  }

  /** The last event of a stream; undefined when it has none. */
  of(stream: string): Tail | undefined {
    return this.#tails.get(stream) ?? this.#last.get(stream);
  }

  /** Remembers what was written, until `forget`. */
  moved(stream: string, tail: Tail): void {
    this.#tails.set(stream, tail);
  }

  /** To be called when the transaction was rolled back: what `moved` remembered is not so. */
  forget(): void {
    this.#tails.clear();
  }
}
