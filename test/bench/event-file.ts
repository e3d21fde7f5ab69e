import Database from 'better-sqlite3';

/** Bytes that a recorded session takes on average. */
export interface EventSize {
  readonly data: number;
  readonly metadata: number;
}

/** Looks into the log of a server from outside. */
export class EventFile {
  readonly #database: Database.Database;

  constructor(file: string) {
    this.#database = new Database(file, { readonly: true, timeout: 5_000 });
  }

  /** The position of the last event; `0` in an empty log. */
  head(): string {
    return String(this.#database.prepare('SELECT coalesce(max(position), 0) FROM events').pluck().get());
  }

  sessionSize(): EventSize {
    const sql =
      "SELECT avg(length(data)) AS data, avg(length(metadata)) AS metadata FROM events WHERE type = 'SessionRecorded'";
    const { data, metadata } = this.#database.prepare<[], EventSize>(sql).get() as EventSize;
    return { data: Math.round(data), metadata: Math.round(metadata) };
  }

  /** Throws unless each of these sessions is in the log after `position`, exactly once. */
  checkStored(acknowledged: readonly string[], position: string): void {
    const sql =
      "SELECT json_extract(data, '$.sessionId') FROM events WHERE position > ? AND type = 'SessionRecorded'";
    const stored = this.#database.prepare<[number], string>(sql).pluck().all(Number(position));
    const ids = new Set(stored);
    const lost = acknowledged.filter((id) => !ids.has(id));
    if (lost.length > 0)
      throw new Error(`${lost.length} of ${acknowledged.length} acknowledged sessions are lost`);
    if (ids.size !== stored.length || new Set(acknowledged).size !== acknowledged.length) {
      throw new Error('a session was stored or acknowledged twice');
    }
  }

  close(): void {
    this.#database.close();
  }
}
