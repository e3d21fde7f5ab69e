import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Protection } from '../../../domain/shared/protected.js';
import { sqliteRows } from '../../../projections/runtime/dialect.js';
import { openDatabase } from '../../sqlite/open-database.js';
import type { Person } from '../personal-keys.port.js';
import { changeFor, KeysInUse, type WrappedKey, type WrappedKeys } from '../wrapped-keys.port.js';
import { destroyVersions } from './destroy-versions.js';
import { keysSchema } from './schema.js';

/** Keys that are read at once. */
const PAGE = 1_000;
/** How long is waited for the file to be free of others, in milliseconds. */
const ALONE_MS = 200;
const COLUMNS = 'name, wrapped, created_at AS createdAt, destroyed_at AS destroyedAt';

/** The keys in `keys.db` as they lie there. */
export class SqliteWrappedKeys implements WrappedKeys {
  #database: Database.Database;

  private constructor(
    private readonly file: string,
    database: Database.Database,
  ) {
    this.#database = database;
  }

  /** Opens the keys in `file`, making it (mode 0600) when it is not there. Throws `NewerSchema`. */
  static open(file: string): SqliteWrappedKeys {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    return new SqliteWrappedKeys(file, openDatabase(file, keysSchema));
  }

  async masterKey(): Promise<string | undefined> {
    return this.#database
      .prepare<[], string>("SELECT value FROM meta WHERE name = 'master-key'")
      .pluck()
      .get();
  }

  async *all(): AsyncGenerator<WrappedKey, void, undefined> {
    const select = this.#database.prepare<[string, number], WrappedKey>(
      `SELECT ${COLUMNS} FROM keys WHERE name > ? ORDER BY name LIMIT ?`,
    );
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = select.all(after, PAGE);
      yield* page;
      after = page.at(-1)?.name;
    }
  }

  async belongTo(masterKey: string): Promise<boolean> {
    this.#database
      .prepare("INSERT INTO meta (name, value) VALUES ('master-key', ?) ON CONFLICT (name) DO NOTHING")
      .run(masterKey);
    return (await this.masterKey()) === masterKey;
  }

  async add(keys: readonly WrappedKey[]): Promise<number> {
    const find = this.#database.prepare<[string], WrappedKey>(`SELECT ${COLUMNS} FROM keys WHERE name = ?`);
    const insert = this.#database.prepare(
      'INSERT INTO keys (name, wrapped, created_at, destroyed_at) VALUES (@name, @wrapped, @createdAt, @destroyedAt)',
    );
    const destroy = this.#database.prepare(
      'UPDATE keys SET wrapped = NULL, destroyed_at = @destroyedAt WHERE name = @name',
    );
    const change = (key: WrappedKey): number => {
      const needed = changeFor(find.get(key.name), key);
      if (needed === 'insert') insert.run(key);
      if (needed === 'destroy') destroy.run({ name: key.name, destroyedAt: key.destroyedAt });
      return needed === 'none' ? 0 : 1;
    };
    return this.#database
      .transaction(() => keys.reduce((changed, key) => changed + change(key), 0))
      .immediate();
  }

  async destroy(person: Person, protections: readonly Protection[], at: string): Promise<number> {
    return destroyVersions(this.#database, person, protections, at);
  }

  async rewrap(anew: (name: string, wrapped: Buffer) => Buffer, masterKey: string): Promise<number> {
    this.#database.close();
    try {
      return rewrapAlone(this.file, anew, masterKey);
    } finally {
      this.#database = openDatabase(this.file, keysSchema);
    }
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}

function rewrapAlone(
  file: string,
  anew: (name: string, wrapped: Buffer) => Buffer,
  masterKey: string,
): number {
  const database = new Database(file, { fileMustExist: true, timeout: ALONE_MS });
  try {
    // Leaving WAL needs to be the only connection; outside it, a transaction keeps readers out as well.
    database.pragma('journal_mode = DELETE');
    for (const pragma of ['synchronous = FULL', 'secure_delete = ON']) database.pragma(pragma);
    const page = database.prepare<[string, number], { readonly name: string; readonly wrapped: Buffer }>(
      'SELECT name, wrapped FROM keys WHERE name > ? AND wrapped IS NOT NULL ORDER BY name LIMIT ?',
    );
    const put = database.prepare('UPDATE keys SET wrapped = ? WHERE name = ?');
    const belong = database.prepare(
      "INSERT INTO meta (name, value) VALUES ('master-key', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    );
    const rewrapped = database
      .transaction(() => {
        if (database.pragma('journal_mode', { simple: true }) !== 'delete') throw new KeysInUse();
        let count = 0;
        for (let after: string | undefined = ''; after !== undefined; ) {
          const keys = page.all(after, PAGE);
          for (const { name, wrapped } of keys) put.run(anew(name, wrapped), name);
          count += keys.length;
          after = keys.at(-1)?.name;
        }
        belong.run(masterKey);
        return count;
      })
      .exclusive();
    // What the former master key opens is in no page of the file any more.
    database.exec('VACUUM');
    return rewrapped;
  } catch (error) {
    throw sqliteRows.isBusy(error) ? new KeysInUse() : error;
  } finally {
    database.close();
  }
}
