import { type KeyObject, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Protection } from '../../../domain/shared/protected.js';
import type { ServiceDatabase } from '../../postgres/service-database.js';
import { type MasterKey, MasterKeyFault } from '../master-key.js';
import {
  BLIND_INDEX_KEY,
  KEY_BYTES,
  KEY_VERSION,
  KeyDestroyed,
  type KeyName,
  MOST_CACHED_KEYS,
  type NamedKey,
  type Person,
  type PersonalKeys,
} from '../personal-keys.port.js';

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
    const named = protections.map(
      (protection) => [protection, `${person}/${protection}/${KEY_VERSION}` as KeyName] as const,
    );
    const keys = await this.#having(named.map(([, name]) => name));
    return Object.fromEntries(
      named.map(([protection, name]) => [protection, { name, key: keys.get(name) as KeyObject }]),
    );
  }

  async toOpen(names: readonly string[]): Promise<ReadonlyMap<string, KeyObject>> {
    const keys = new Map<string, KeyObject>();
    for (const [name, key] of await this.#read(names)) if (key !== null) keys.set(name, key);
    return keys;
  }

  async forBlindIndex(): Promise<KeyObject> {
    return (await this.#having([BLIND_INDEX_KEY])).get(BLIND_INDEX_KEY) as KeyObject;
  }

  async close(): Promise<void> {
    this.#cache.clear();
  }

  /** All of these keys, made where they are not there. */
  async #having(names: readonly string[]): Promise<ReadonlyMap<string, KeyObject>> {
    let known = await this.#read(names);
    const missing = names.filter((name) => !known.has(name));
    if (missing.length > 0) {
      await this.#make(missing);
      known = await this.#read(names);
    }
    const destroyed = names.find((name) => (known.get(name) ?? null) === null);
    if (destroyed !== undefined) throw new KeyDestroyed(destroyed);
    return known as ReadonlyMap<string, KeyObject>;
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
  async #make(names: readonly string[]): Promise<void> {
    const created_at = this.now().toISOString();
    await this.db
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
