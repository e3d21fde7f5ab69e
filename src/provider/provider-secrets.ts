import { createPrivateKey, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import type { JWK } from 'oidc-provider';
import { once } from '../shared/exclusive-file.js';

/** How long one set of keys is in use, in milliseconds: 90 days. Their tokens live for minutes. */
const PERIOD_MS = 90 * 24 * 60 * 60 * 1000;
const KEY_BYTES = 32;
const SEED = /^[A-Za-z0-9+/_-]{43}=?$/;
const READABLE_BY_OTHERS = 0o077;
/** What stands before the 32 bytes of an Ed25519 key in PKCS8 (RFC 8410). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The keys of the embedded provider. All of them follow from one secret of 256 bits and the number of the period, so that
 * every instance that holds the secret changes to the next keys at the same moment, and nobody has to write a file.
 */
export class ProviderSecrets {
  readonly #seed: Buffer;

  constructor(seed: Buffer) {
    this.#seed = seed;
  }

  /**
   * The secret in `file` (base64 of 32 bytes, mode 0600), made when there is none. Throws with a Dutch sentence when it is
   * something else, or when others on this machine may read it.
   */
  static open(file: string): ProviderSecrets {
    const text = once(file, () => `${randomBytes(KEY_BYTES).toString('base64')}\n`).trim();
    if (process.platform !== 'win32' && (statSync(file).mode & READABLE_BY_OTHERS) !== 0) {
      throw new Error(
        `Ook anderen op deze computer mogen ${file} lezen. Zet het dicht met: chmod 600 ${file}`,
      );
    }
    if (!SEED.test(text)) {
      throw new Error(`${file} is geen sleutel voor het aanmelden. Maak er een met: openssl rand -base64 32`);
    }
    return new ProviderSecrets(Buffer.from(text, 'base64'));
  }

  /** The number of the period that holds at `now`, in milliseconds since 1970. */
  periodAt(now: number): number {
    return Math.floor(now / PERIOD_MS);
  }

  /**
   * The keys to publish in a period. The first one signs; the next one is there before it signs, and the last one until
   * long after its tokens have ended, so that nobody meets a token whose key is not published.
   */
  signingKeys(period: number): readonly JWK[] {
    return [period, period + 1, period - 1].map((of) => this.#signingKey(of));
  }

  /** The keys that sign cookies in a period; the last one still verifies. */
  cookieKeys(period: number): readonly string[] {
    return [period, period - 1].map((of) => this.#derived(`cookie/${of}`).toString('base64url'));
  }

  /** The AES-256 key of what is stored in a period. */
  storeKey(period: number): KeyObject {
    return createSecretKey(this.#derived(`store/${period}`));
  }

  /** The key under which addresses and browsers are hashed. It never changes: a known one has to stay known. */
  placeKey(): KeyObject {
    return createSecretKey(this.#derived('place'));
  }

  #signingKey(period: number): JWK {
    const key = createPrivateKey({
      key: Buffer.concat([ED25519_PKCS8, this.#derived(`signing/${period}`)]),
      format: 'der',
      type: 'pkcs8',
    });
    return { ...key.export({ format: 'jwk' }), kid: `sign-in-${period}`, alg: 'EdDSA', use: 'sig' } as JWK;
  }

  #derived(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#seed, '', `doorlopend sign-in/${purpose}`, KEY_BYTES));
  }
}
