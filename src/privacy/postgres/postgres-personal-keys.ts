import { type KeyObject, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Protection } from '../../../domain/shared/protected.js';
import type { ServiceDatabase } from '../../postgres/service-database.js';
import { firstName, nextName, presentVersion } from '../key-versions.js';
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
import { destroyVersions, lockKeys, versionsUnder } from './key-rows.js';

const MASTER_KEY = 'master-key';

interface CachedKey {
  readonly wrapped: Buffer;
  readonly key: KeyObject;
}

/**
 * The keys in PostgreSQL, shared by every instance. Each question looks whether the keys are still there, in one query
 * for all of them: a key that another instance destroyed lives on nowhere. What is kept is only their unwrapping.
 */
export class PostgresPersonalKeys implements PersonalKeys {
  readonly #cache = new LRUCache<string, CachedKey>({ max: MOST_CACHED_KEYS });

  private constructor(
    private readonly db: ServiceDatabase,
    private readonly masterKey: MasterKey,
    private readonly now: () => Date,
  ) {}

  /** Throws `MasterKeyFault` when the keys were wrapped with another master key. The database is closed by its owner. */
  static async open(
    db: ServiceDatabase,
    masterKey: MasterKey,
    now: () => Date = () => new Date(),
  ): Promise<PostgresPersonalKeys> {
    await db
      .insertInto('meta')
      .values({ name: MASTER_KEY, value: masterKey.fingerprint })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { value } = await db
      .selectFrom('meta')
      .select('value')
      .where('name', '=', MASTER_KEY)
      .executeTakeFirstOrThrow();
    if (value !== masterKey.fingerprint) {
      throw new MasterKeyFault(
        'De sleutels in de database horen bij een andere hoofdsleutel. Geef elke instantie dezelfde met ' +
          'DOORLOPEND_MASTER_KEY_FILE; zonder is geen enkel persoonsgegeven te lezen.',
      );
    }
    return new PostgresPersonalKeys(db, masterKey, now);
  }

  async toSeal(
    person: Person,
    protections: readonly Protection[],
  ): Promise<{ readonly [P in Protection]?: NamedKey }> {
    const bases = protections.map((protection) => `${person}/${protection}`);
    const keys = await this.#presentOf(bases);
    return Object.fromEntries(protections.map((protection, index) => [protection, keys[index]]));
  }

  async toOpen(names: readonly string[]): Promise<ReadonlyMap<string, KeyObject>> {
    const keys = new Map<string, KeyObject>();
    for (const [name, key] of await this.#read(names)) if (key !== null) keys.set(name, key);
    return keys;
  }

  async forBlindIndex(): Promise<KeyObject> {
    const [named] = await this.#presentOf([BLIND_INDEX]);
    return (named as NamedKey).key;
  }

  async fingerprints(person: Person, protections: readonly Protection[]): Promise<readonly KeyFingerprint[]> {
    const rows = await versionsUnder(
      this.db,
      protections.map((protection) => `${person}/${protection}`),
    );
    return rows.flatMap(({ name, wrapped }) =>
      wrapped === null ? [] : [{ name, fingerprint: fingerprintOf(this.#unwrapped(name, wrapped)) }],
    );
  }

  async destroy(person: Person, protections: readonly Protection[]): Promise<number> {
    const destroyed = await destroyVersions(this.db, person, protections, this.now().toISOString());
    this.#cache.clear();
    return destroyed;
  }

  async renew(person: Person, protections: readonly Protection[]): Promise<readonly KeyName[]> {
    const bases = protections.map((protection) => `${person}/${protection}`);
    return (await this.#renewed(bases)) as readonly KeyName[];
  }

  async close(): Promise<void> {
    this.#cache.clear();
  }

  /** The present version of each of these keys, in their order, made where there is none. */
  async #presentOf(bases: readonly string[]): Promise<readonly NamedKey[]> {
    let present = await this.#look(bases);
    const missing = bases.filter((_, index) => present[index] === undefined);
    if (missing.length > 0) {
      await this.#make(missing.map(firstName));
      present = await this.#look(bases);
    }
    return present as readonly NamedKey[];
  }

  /** Undefined for a key that was never made. Rejects with `KeyDestroyed`. */
  async #look(bases: readonly string[]): Promise<readonly (NamedKey | undefined)[]> {
    const rows = await versionsUnder(this.db, bases);
    return bases.map((base) => {
      const present = presentVersion(rows.filter(({ name }) => name.startsWith(`${base}/`)));
      if (present === undefined) return undefined;
      const { name, wrapped } = present;
      if (wrapped === null) throw new KeyDestroyed(name);
      return { name: name as KeyName, key: this.#unwrapped(name, wrapped) };
    });
  }

  #renewed(bases: readonly string[]): Promise<readonly string[]> {
    return this.db.transaction().execute(async (db) => {
      await lockKeys(db);
      const rows = await versionsUnder(db, bases);
      const destroyed = rows.find(({ wrapped }) => wrapped === null);
      if (destroyed !== undefined) throw new KeyDestroyed(destroyed.name);
      const names = bases.map((base) =>
        nextName(
          base,
          rows.filter(({ name }) => name.startsWith(`${base}/`)),
        ),
      );
      await this.#make(names, db);
      return names;
    });
  }

  /** Null for a key that was destroyed, nothing for one that is not there. */
  async #read(names: readonly string[]): Promise<ReadonlyMap<string, KeyObject | null>> {
    if (names.length === 0) return new Map();
    const rows = await this.db
      .selectFrom('personal_key')
      .select(['name', 'wrapped'])
      .where('name', 'in', [...new Set(names)])
      .execute();
    return new Map(
      rows.map(({ name, wrapped }) => [name, wrapped === null ? null : this.#unwrapped(name, wrapped)]),
    );
  }

  #unwrapped(name: string, wrapped: Buffer): KeyObject {
    const cached = this.#cache.get(name);
    if (cached?.wrapped.equals(wrapped)) return cached.key;
    const key = this.masterKey.unwrap(name, wrapped);
    this.#cache.set(name, { wrapped, key });
    return key;
  }

  /** A key that another instance made in the meantime stays: whoever comes second reads the first one's. */
  async #make(names: readonly string[], db = this.db): Promise<void> {
    const created_at = this.now().toISOString();
    await db
      .insertInto('personal_key')
      .values(
        // In one order, so that instances that make the same keys at once never wait for each other crosswise.
        [...new Set(names)].sort().map((name) => ({
          name,
          wrapped: this.masterKey.wrap(name, randomBytes(KEY_BYTES)),
          created_at,
          destroyed_at: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
