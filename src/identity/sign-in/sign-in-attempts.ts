import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { hashOf, isSecret, newSecret } from '../../accounts/secret.js';
import type { StoreTables } from '../../service-store/migrations.js';
import { SERVICE_STORE, type ServiceStore } from '../../service-store/service-store.js';
import { CLOCK, type Clock } from '../../shared/clock.js';

/** How long somebody may take at the issuer. */
export const ATTEMPT_SECONDS = 15 * 60;

/** Where a sign-in is under way to. */
export interface Destination {
  /** The issuer's name in the configuration. */
  readonly issuer: string;
  /** A path of the service. */
  readonly returnTo: string;
  /** The SHA-256 of the link that was opened. */
  readonly linkHash?: string;
}

/** What one sign-in sends along and expects back. */
export interface AttemptSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/**
 * Sign-ins under way. The nonce and the PKCE verifier follow from the state and a secret in a cookie of the browser that
 * began: whoever reads the store finishes nobody's sign-in, and no other browser does.
 */
@Injectable()
export class SignInAttempts {
  readonly #db: Kysely<StoreTables>;

  constructor(
    @Inject(SERVICE_STORE) { db }: ServiceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#db = db;
  }

  /** Begins one for the browser with this secret. */
  async begin(browser: string, { issuer, returnTo, linkHash }: Destination): Promise<AttemptSecrets> {
    const state = newSecret();
    const now = this.clock.now();
    await this.#db.deleteFrom('sign_in_attempt').where('expires_at', '<=', now).execute();
    await this.#db
      .insertInto('sign_in_attempt')
      .values({
        state_hash: hashOf(state),
        browser_hash: hashOf(browser),
        issuer,
        return_to: returnTo,
        link_hash: linkHash ?? null,
        expires_at: new Date(Date.parse(now) + ATTEMPT_SECONDS * 1_000).toISOString(),
      })
      .execute();
    return secretsOf(browser, state);
  }

  /** Takes the attempt of this state and browser, which can be done once; undefined when there is none. */
  async take(
    browser: string | undefined,
    state: unknown,
  ): Promise<(Destination & AttemptSecrets) | undefined> {
    if (!isSecret(browser) || !isSecret(state)) return undefined;
    const row = await this.#db
      .deleteFrom('sign_in_attempt')
      .where('state_hash', '=', hashOf(state))
      .where('browser_hash', '=', hashOf(browser))
      .returning(['issuer', 'return_to', 'link_hash', 'expires_at'])
      .executeTakeFirst();
    if (row === undefined || row.expires_at <= this.clock.now()) return undefined;
    return {
      issuer: row.issuer,
      returnTo: row.return_to,
      ...(row.link_hash === null ? {} : { linkHash: row.link_hash }),
      ...secretsOf(browser, state),
    };
  }
}

function secretsOf(browser: string, state: string): AttemptSecrets {
  const derived = (what: string) =>
    createHmac('sha256', browser).update(`${what} ${state}`).digest('base64url');
  return { state, nonce: derived('nonce'), codeVerifier: derived('code verifier') };
}
