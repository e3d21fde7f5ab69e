import { chmodSync, closeSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { openDatabase } from '../../sqlite/open-database.js';
import { changeFor, type WrappedKey, type WrappedKeys } from '../wrapped-keys.port.js';
import { keysSchema } from './schema.js';

/** Keys that are read at once. */
const PAGE = 1_000;
const COLUMNS = 'name, wrapped, created_at AS createdAt, destroyed_at AS destroyedAt';

/** The keys in `keys.db` as they lie there. */
export class SqliteWrappedKeys implements WrappedKeys {
  readonly #database: Database.Database;

  private constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Opens the keys in `file`, making it (mode 0600) when it is not there. Throws `NewerSchema`. */
  static open(file: string): SqliteWrappedKeys {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    return new SqliteWrappedKeys(openDatabase(file, keysSchema));
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

  async close(): Promise<void> {
    this.#database.close();
  }
}
