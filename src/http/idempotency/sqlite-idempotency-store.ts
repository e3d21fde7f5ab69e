import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Id } from '../../../domain/shared/ids.js';
import { newId } from '../../shared/ids.js';
import {
  type IdempotencyStore,
  IdempotencyStoreClosed,
  KEPT_MS,
  PURGED_AT_ONCE,
  type Reservation,
  type StoredAnswer,
} from './idempotency-store.port.js';

const BUSY_MS = 5_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS idempotency (
    reservation TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    command_id TEXT NOT NULL,
    answer TEXT,
    reserved_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS idempotency_by_age ON idempotency (reserved_at);
`;

interface Row {
  readonly fingerprint: string;
  readonly command_id: string;
  readonly answer: string | null;
}

interface Step {
  /** Runs inside the transaction; gives what to do once it is on disk. */
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}

/** Keys in a SQLite file, WAL and synchronous=FULL; whatever arrives in one turn of the loop shares a commit. */
export class SqliteIdempotencyStore implements IdempotencyStore {
  private readonly database: Database.Database;
  private readonly find: Database.Statement<[string], Row>;
  private readonly insert: Database.Statement<[string, string, string, number]>;
  private readonly update: Database.Statement<[string, string]>;
  private steps: Step[] = [];
  private closed = false;

  /** Opens the file, makes its table and drops what is older than seven days, at most 50,000 keys. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.database = new Database(file, { timeout: BUSY_MS });
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = FULL');
    this.database.pragma('secure_delete = ON');
    this.database.exec(SCHEMA);
    this.purge();
    this.find = this.database.prepare(
      'SELECT fingerprint, command_id, answer FROM idempotency WHERE reservation = ?',
    );
    this.insert = this.database.prepare(
      'INSERT INTO idempotency (reservation, fingerprint, command_id, reserved_at) VALUES (?, ?, ?, ?)',
    );
    this.update = this.database.prepare('UPDATE idempotency SET answer = ? WHERE reservation = ?');
  }

  reserve(reservation: string, fingerprint: string): Promise<Reservation | 'conflict'> {
    return this.inCommit(() => {
      const row = this.find.get(reservation);
      if (row !== undefined) return row.fingerprint === fingerprint ? reservationOf(row) : 'conflict';
      const commandId = newId();
      this.insert.run(reservation, fingerprint, commandId, Date.now());
      return { commandId };
    });
  }

  complete(reservation: string, answer: StoredAnswer): Promise<void> {
    return this.inCommit(() => {
      this.update.run(JSON.stringify(answer), reservation);
    });
  }

  forget(ids: readonly Id[]): Promise<void> {
    return this.inCommit(() => {
      const drop = this.database.prepare('DELETE FROM idempotency WHERE instr(answer, ?) > 0');
      for (const id of ids) drop.run(id);
      this.database.prepare('DELETE FROM idempotency WHERE reserved_at < ?').run(Date.now() - KEPT_MS);
    });
  }

  /** Commits what still waits, then closes the file. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.commit();
    this.closed = true;
    this.database.close();
  }

  private inCommit<T>(run: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new IdempotencyStoreClosed());
    return new Promise((resolve, reject) => {
      if (this.steps.length === 0) setImmediate(() => this.commit());
      const settle = (): (() => void) => {
        const value = run();
        return () => resolve(value);
      };
      this.steps.push({ run: settle, reject });
    });
  }

  private commit(): void {
    const steps = this.steps;
    this.steps = [];
    if (steps.length === 0) return;
    try {
      const settled = this.database.transaction(() => steps.map(({ run }) => run())).immediate();
      for (const resolve of settled) resolve();
    } catch (error) {
      for (const { reject } of steps) reject(error);
    }
  }

  private purge(): void {
    this.database
      .prepare(
        `DELETE FROM idempotency WHERE reservation IN
           (SELECT reservation FROM idempotency WHERE reserved_at < ? ORDER BY reserved_at LIMIT ?)`,
      )
      .run(Date.now() - KEPT_MS, PURGED_AT_ONCE);
  }
}

function reservationOf({ command_id: commandId, answer }: Row): Reservation {
  return answer === null ? { commandId } : { commandId, previous: JSON.parse(answer) as StoredAnswer };
}
