import type Database from 'better-sqlite3';
import type { Scan, ScanOptions } from '../event-store.port.js';
import { SCAN_COLUMNS, type ScanRow, toRowid, toStoredEvent } from './event-row.js';

/** Reads the feed for who follows it at speed; see `EventStore.scan`. */
export class FeedScan {
  readonly #every: Database.Statement<[number, number, number], ScanRow>;
  readonly #some: Database.Statement<[number, number, string], ScanRow>;
  readonly #reach: Database.Statement<[number, number, number], [passed: number, last: number | null]>;

  constructor(database: Database.Database) {
    const select = `SELECT ${SCAN_COLUMNS} FROM events WHERE position > ? AND position <= ?`;
    this.#every = database
      .prepare<[number, number, number], ScanRow>(`${select} ORDER BY position LIMIT ?`)
      .raw();
    this.#some = database
      .prepare<[number, number, string], ScanRow>(
        // One text for both: comparing pairs of columns costs more than reading the row.
        `${select} AND type || ' ' || schema_version NOT IN (SELECT value FROM json_each(?)) ORDER BY position`,
      )
      .raw();
    this.#reach = database
      .prepare<[number, number, number], [number, number | null]>(
        'SELECT count(*), max(position) FROM (SELECT position FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?)',
      )
      .raw();
  }

  page({ after, upTo, limit, without }: ScanOptions): Scan {
    const from = after === undefined ? 0 : toRowid(after);
    const to = upTo === undefined ? Number.MAX_SAFE_INTEGER : toRowid(upTo);
    if (without.length === 0) {
      const events = this.#every.all(from, to, limit).map(toStoredEvent);
      return { events, position: events.at(-1)?.position, passed: events.length };
    }
    const [passed, last] = this.#reach.get(from, to, limit) ?? [0, null];
    if (last === null) return { events: [], position: undefined, passed: 0 };
    const shapes = JSON.stringify(without.map(({ type, schemaVersion }) => `${type} ${schemaVersion}`));
    const events = this.#some.all(from, last, shapes).map(toStoredEvent);
    return { events, position: String(last), passed };
  }
}
