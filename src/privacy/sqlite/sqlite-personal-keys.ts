import { type KeyObject, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Protection } from '../../../domain/shared/protected.js';
import { openDatabase } from '../../sqlite/open-database.js';
import { firstName, nextName, presentVersion, versionsBetween } from '../key-versions.js';
import { type MasterKey, MasterKeyFault } from '../master-key.js';
import {
  BLIND_INDEX,
  fingerprintOf,
  KEY_BYTES,
  KeyDestroyed,
  type KeyFingerprint,
  type KeyName,
  MOST_CACHED_KEYS,
  type NamedKey,
  type Person,
  type PersonalKeys,
} from '../personal-keys.port.js';
import { destroyVersions } from './destroy-versions.js';
import { keysSchema } from './schema.js';

interface KeyRow {
  readonly name: string;
  readonly wrapped: Buffer | null;
}

/** The keys in `keys.db`, a file apart from the log so that a backup of the one never holds the other. */
export class SqlitePersonalKeys implements PersonalKeys {
  readonly #database: Database.Database;
  readonly #masterKey: MasterKey;
  readonly #now: () => Date;
  readonly #cache = new LRUCache<string, KeyObject>({ max: MOST_CACHED_KEYS });
  /** The name of the present version by what it begins with. */
  readonly #present = new LRUCache<string, string>({ max: MOST_CACHED_KEYS });
  readonly #dataVersion: Database.Statement<[], number>;
  readonly #select: Database.Statement<[string], KeyRow>;
  readonly #versions: Database.Statement<[string, string], KeyRow>;
  readonly #insert: Database.Statement<[string, Buffer, string]>;
  #seenVersion: number | undefined;
  /** Names that get a key at the end of this turn, in one transaction, and the promise that they have one. */
  #wanted: { readonly names: Set<string>; readonly made: Promise<void> } | undefined;

  private constructor(database: Database.Database, masterKey: MasterKey, now: () => Date) {
    this.#database = database;
    this.#masterKey = masterKey;
    this.#now = now;
    this.#dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
    this.#select = database.prepare(
      'SELECT name, wrapped FROM keys WHERE name IN (SELECT value FROM json_each(?))',
    );
    this.#versions = database.prepare('SELECT name, wrapped FROM keys WHERE name >= ? AND name < ?');
    this.#insert = database.prepare(
      'INSERT OR IGNORE INTO keys (name, wrapped, created_at) VALUES (?, ?, ?)',
    );
  }

  /**
   * Opens the keys in `file`, making it (mode 0600) when it is not there. Throws `MasterKeyFault` when they were
   * wrapped with another master key, and `NewerSchema` when a newer program wrote them.
   */
  static open(file: string, masterKey: MasterKey, now: () => Date = () => new Date()): SqlitePersonalKeys {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    const database = openDatabase(file, keysSchema);
    const fingerprint = database
      .prepare<[string], string>(
        "INSERT INTO meta (name, value) VALUES ('master-key', ?) ON CONFLICT (name) DO UPDATE SET value = value RETURNING value",
      )
      .pluck()
      .get(masterKey.fingerprint);
    if (fingerprint !== masterKey.fingerprint) {
      database.close();
      throw new MasterKeyFault(
        `De sleutels in ${file} horen bij een andere hoofdsleutel. Zet het bestand van die hoofdsleutel terug; ` +
          'zonder is geen enkel persoonsgegeven te lezen.',
      );
    }
    return new SqlitePersonalKeys(database, masterKey, now);
  }

  async toSeal(
    person: Person,
    protections: readonly Protection[],
  ): Promise<{ readonly [P in Protection]?: NamedKey }> {
    this.#forgetWhenOthersWrote();
    const names = protections.map((protection) => this.#presentName(`${person}/${protection}`) as KeyName);
    const keys = await this.#having(names);
    const named: { [P in Protection]?: NamedKey } = {};
    for (const [index, protection] of protections.entries()) {
      const name = names[index] as KeyName;
      named[protection] = { name, key: keys.get(name) as KeyObject };
    }
    return named;
  }

  async toOpen(names: readonly string[]): Promise<ReadonlyMap<string, KeyObject>> {
    this.#forgetWhenOthersWrote();
    const keys = new Map<string, KeyObject>();
    const unknown = names.filter((name) => {
      const key = this.#cache.get(name);
      if (key !== undefined) keys.set(name, key);
      return key === undefined;
    });
    for (const [name, key] of this.#read(unknown)) if (key !== null) keys.set(name, key);
    return keys;
  }

  async forBlindIndex(): Promise<KeyObject> {
    this.#forgetWhenOthersWrote();
    const name = this.#presentName(BLIND_INDEX);
    return (await this.#having([name])).get(name) as KeyObject;
  }

  async fingerprints(person: Person, protections: readonly Protection[]): Promise<readonly KeyFingerprint[]> {
    const rows = protections.flatMap((protection) =>
      this.#versions.all(...versionsBetween(`${person}/${protection}`)),
    );
    return rows
      .flatMap(({ name, wrapped }) =>
        wrapped === null ? [] : [{ name, fingerprint: fingerprintOf(this.#masterKey.unwrap(name, wrapped)) }],
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async destroy(person: Person, protections: readonly Protection[]): Promise<number> {
    await this.#wanted?.made;
    const destroyed = destroyVersions(this.#database, person, protections, this.#now().toISOString());
    this.#forget();
    return destroyed;
  }

  async renew(person: Person, protections: readonly Protection[]): Promise<readonly KeyName[]> {
    return this.#renewed(protections.map((protection) => `${person}/${protection}`)) as readonly KeyName[];
  }

  async close(): Promise<void> {
    await this.#wanted?.made;
    this.#database.close();
  }

  #renewed(bases: readonly string[]): readonly string[] {
    const createdAt = this.#now().toISOString();
    const names = this.#database
      .transaction(() =>
        bases.map((base) => {
          const rows = this.#versions.all(...versionsBetween(base));
          const destroyed = rows.find(({ wrapped }) => wrapped === null);
          if (destroyed !== undefined) throw new KeyDestroyed(destroyed.name);
          const name = nextName(base, rows);
          this.#insert.run(name, this.#masterKey.wrap(name, randomBytes(KEY_BYTES)), createdAt);
          return name;
        }),
      )
      .immediate();
    this.#present.clear();
    return names;
  }

  /** The name of the version to seal with; the first where there is none yet. Throws `KeyDestroyed`. */
  #presentName(base: string): string {
    const known = this.#present.get(base);
    if (known !== undefined) return known;
    const present = presentVersion(this.#versions.all(...versionsBetween(base)));
    if (present === undefined) return firstName(base);
    if (present.wrapped === null) throw new KeyDestroyed(present.name);
    this.#present.set(base, present.name);
    return present.name;
  }

  /** All of these keys, made where they are not there. */
  async #having(names: readonly string[]): Promise<ReadonlyMap<string, KeyObject>> {
    const present = await this.toOpen(names);
    const missing = names.filter((name) => !present.has(name));
    if (missing.length === 0) return present;
    await this.#make(missing);
    const made = this.#read(missing);
    const destroyed = missing.find((name) => (made.get(name) ?? null) === null);
    if (destroyed !== undefined) throw new KeyDestroyed(destroyed);
    return new Map([...present, ...(made as ReadonlyMap<string, KeyObject>)]);
  }

  /** Reads and unwraps keys past the cache: null for one that was destroyed, nothing for one that is not there. */
  #read(names: readonly string[]): ReadonlyMap<string, KeyObject | null> {
    const keys = new Map<string, KeyObject | null>();
    if (names.length === 0) return keys;
    for (const { name, wrapped } of this.#select.all(JSON.stringify(names))) {
      const key = wrapped === null ? null : this.#masterKey.unwrap(name, wrapped);
      if (key !== null) this.#cache.set(name, key);
      keys.set(name, key);
    }
    return keys;
  }

  /** Many people registered at once cost one flush to disk, not one each. */
  #make(names: readonly string[]): Promise<void> {
    if (this.#wanted === undefined) {
      const wanted = new Set<string>();
      const made = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        this.#wanted = undefined;
        this.#insertAll(wanted);
      });
      this.#wanted = { names: wanted, made };
    }
    for (const name of names) this.#wanted.names.add(name);
    return this.#wanted.made;
  }

  /** A key that another process made in the meantime stays: whoever comes second reads the first one's. */
  #insertAll(names: ReadonlySet<string>): void {
    const createdAt = this.#now().toISOString();
    this.#database
      .transaction(() => {
        for (const name of names) {
          this.#insert.run(name, this.#masterKey.wrap(name, randomBytes(KEY_BYTES)), createdAt);
        }
      })
      .immediate();
  }

  /** A key that another process destroyed must not live on in this one's memory. */
  #forgetWhenOthersWrote(): void {
    const version = this.#dataVersion.get();
    if (version !== this.#seenVersion) this.#forget();
    this.#seenVersion = version;
  }

  #forget(): void {
    this.#cache.clear();
    this.#present.clear();
  }
}
