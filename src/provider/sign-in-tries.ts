import { createHmac, type KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Id } from '../../domain/shared/ids.js';
import type { StoreTables } from '../service-store/migrations.js';
import type { Clock } from '../shared/clock.js';
import { addressBlock } from './address-block.js';
import {
  FORGOTTEN_AFTER_MS,
  failuresAt,
  type Pace,
  PLACE_PACE,
  SECOND_FACTOR_PACE,
  STRANGERS_PACE,
  waitAt,
} from './slow-down.js';

/** How long a browser or an address is known after it was last used, in milliseconds: 180 days. */
const KNOWN_FOR_MS = 180 * 24 * 60 * 60 * 1000;

/** From where somebody tries to sign in, and to what. */
export interface SignInTry {
  /** The account's id, or the address that was typed where no account has it. */
  readonly account: string;
  /** The network address, as the connection has it. */
  readonly address: string;
  /** What this browser was given when somebody last signed in with it. */
  readonly browser: string | undefined;
}

interface Bucket {
  readonly name: string;
  readonly pace: Pace;
  /** Whether a success empties it, or only takes its own try back. */
  readonly emptied: boolean;
}

/** A try that was counted; or none, because of too many failures before. */
export type Begun =
  | { readonly waitMs: 0; readonly buckets: readonly Bucket[] }
  | { readonly waitMs: number; readonly buckets?: undefined };

/**
 * Slows guessing down without letting anybody lock somebody else out. A browser or an address from which the account
 * signed in before is counted by itself, so that what happens elsewhere does not reach it; all strange ones are counted
 * together too. A try counts as a failure from its beginning, so that a thousand at the same moment are a thousand.
 */
export class SignInTries {
  readonly #key: KeyObject;

  constructor(
    private readonly db: Kysely<StoreTables>,
    key: KeyObject,
    private readonly clock: Clock,
  ) {
    this.#key = key;
  }

  /** Counts a try with a password, unless it has to wait. */
  async begin(signInTry: SignInTry): Promise<Begun> {
    return this.#take(await this.#bucketsOf(signInTry));
  }

  /** Counts a try with a second factor, unless it has to wait. */
  async beginSecondFactor(account: Id): Promise<Begun> {
    return this.#take([this.#bucket(SECOND_FACTOR_PACE, true, 'second-factor', account)]);
  }

  /** The try succeeded, so it was no failure. */
  async succeeded({ buckets = [] }: Begun): Promise<void> {
    for (const { name, emptied } of buckets) {
      await (emptied
        ? this.db.deleteFrom('sign_in_failure').where('bucket', '=', name)
        : this.db
            .updateTable('sign_in_failure')
            .set((on) => ({ failures: on('failures', '-', 1) }))
            .where('bucket', '=', name)
            .where('failures', '>', 0)
      ).execute();
    }
  }

  /** Remembers the browser and the address of somebody who signed in with everything that was asked. */
  async know(account: Id, { address, browser }: Pick<SignInTry, 'address' | 'browser'>): Promise<void> {
    const last_at = this.#now();
    const { ofAddress, ofBrowser } = this.#places(address, browser);
    for (const place_hash of ofBrowser === undefined ? [ofAddress] : [ofAddress, ofBrowser]) {
      await this.db
        .insertInto('known_place')
        .values({ account_id: account, place_hash, last_at })
        .onConflict((conflict) => conflict.columns(['account_id', 'place_hash']).doUpdateSet({ last_at }))
        .execute();
    }
  }

  /** Removes what counts no longer. */
  async removeForgotten(): Promise<void> {
    const now = this.#now();
    await this.db
      .deleteFrom('sign_in_failure')
      .where('last_at', '<=', now - FORGOTTEN_AFTER_MS)
      .execute();
    await this.db
      .deleteFrom('known_place')
      .where('last_at', '<=', now - KNOWN_FOR_MS)
      .execute();
  }

  async #bucketsOf({ account, address, browser }: SignInTry): Promise<readonly Bucket[]> {
    const { ofAddress, ofBrowser } = this.#places(address, browser);
    const known = await this.#known(account);
    if (ofBrowser !== undefined && known.has(ofBrowser)) {
      return [this.#bucket(PLACE_PACE, true, 'browser', account, ofBrowser)];
    }
    const here = this.#bucket(PLACE_PACE, true, 'address', account, ofAddress);
    if (known.has(ofAddress)) return [here];
    return [
      here,
      this.#bucket(STRANGERS_PACE, false, 'strangers-of-account', account),
      this.#bucket(STRANGERS_PACE, false, 'strangers-at-address', ofAddress),
    ];
  }

  async #known(account: string): Promise<ReadonlySet<string>> {
    const rows = await this.db
      .selectFrom('known_place')
      .select('place_hash')
      .where('account_id', '=', account)
      .where('last_at', '>', this.#now() - KNOWN_FOR_MS)
      .execute();
    return new Set(rows.map(({ place_hash }) => place_hash));
  }

  async #take(buckets: readonly Bucket[]): Promise<Begun> {
    const waits = await Promise.all(
      buckets.map(async (bucket) => waitAt(bucket.pace, await this.#counted(bucket), this.#now())),
    );
    const waitMs = Math.max(...waits);
    if (waitMs > 0) return { waitMs };
    for (const bucket of buckets) {
      const late = await this.#count(bucket);
      if (late > 0) return { waitMs: late };
    }
    return { waitMs: 0, buckets };
  }

  /** Adds a failure, and gives 0; or the wait, when others added theirs in between. */
  async #count(bucket: Bucket): Promise<number> {
    for (;;) {
      const seen = await this.#counted(bucket);
      const now = this.#now();
      const wait = waitAt(bucket.pace, seen, now);
      if (wait > 0) return wait;
      const next = { failures: failuresAt(seen, now) + 1, last_at: now };
      const { numInsertedOrUpdatedRows } = await this.db
        .insertInto('sign_in_failure')
        .values({ bucket: bucket.name, ...next })
        .onConflict((conflict) =>
          seen === undefined
            ? conflict.column('bucket').doNothing()
            : conflict
                .column('bucket')
                .doUpdateSet(next)
                .where('sign_in_failure.failures', '=', seen.failures)
                .where('sign_in_failure.last_at', '=', seen.lastAt),
        )
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) return 0;
    }
  }

  async #counted({ name }: Bucket) {
    const row = await this.db
      .selectFrom('sign_in_failure')
      .select(['failures', 'last_at'])
      .where('bucket', '=', name)
      .executeTakeFirst();
    return row && { failures: row.failures, lastAt: row.last_at };
  }

  #bucket(pace: Pace, emptied: boolean, ...of: readonly string[]): Bucket {
    return { name: this.#hash(...of), pace, emptied };
  }

  #places(address: string, browser: string | undefined) {
    return {
      ofAddress: this.#hash('place', 'address', addressBlock(address)),
      ofBrowser: browser === undefined ? undefined : this.#hash('place', 'browser', browser),
    };
  }

  /** Addresses are personal data, and few enough to be tried one by one: only a keyed hash hides them. */
  #hash(...parts: readonly string[]): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest('base64url');
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}
