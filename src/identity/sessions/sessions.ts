import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Id } from '../../../domain/shared/ids.js';
import type { GrantedRole } from '../../accounts/account.js';
import { logAccount } from '../../accounts/account-log.js';
import { grantedRoleOf, sealedIn } from '../../accounts/account-rows.js';
import { hashOf, isSecret, newSecret } from '../../accounts/secret.js';
import { CONFIG, type Config, type SignInConfig } from '../../config/config.js';
import { knownOrNull } from '../../privacy/known.js';
import { Sealer } from '../../privacy/sealer.js';
import type { StoreTables } from '../../service-store/migrations.js';
import { SERVICE_STORE, type ServiceStore } from '../../service-store/service-store.js';
import { CLOCK, type Clock } from '../../shared/clock.js';
import type { Assurance } from '../assurance.js';

/** How often it is written down that a session is in use: the idle limit holds to that. */
const NOTED_EVERY_MS = 60_000;

/** Somebody who is signed in. */
export interface SignIn {
  /** The secret that the browser holds. Never stored, logged or shown. */
  readonly secret: string;
  readonly accountId: Id;
  /** The role that acts, and its id; undefined until one is chosen. */
  readonly role: (GrantedRole & { readonly id: Id }) | undefined;
  /** The address of the issuer. */
  readonly issuer: string;
  readonly assurance: Assurance;
  /** Instants: when it ends if there is no further request, and at the latest. */
  readonly idleEndsAt: string;
  readonly endsAt: string;
}

/** What a session is begun with. */
export interface NewSession {
  readonly accountId: Id;
  readonly roleId: Id | null;
  readonly issuer: string;
  readonly assurance: Assurance;
  /** For signing out at the issuer. */
  readonly idToken?: string;
}

/**
 * Who is signed in. Each request looks its session up, in one read by its key, and nothing of it is remembered: a session
 * that was ended on any instance is ended on all at once.
 */
@Injectable()
export class Sessions {
  readonly #db: Kysely<StoreTables>;
  readonly #limits: Pick<SignInConfig, 'idleSeconds' | 'sessionSeconds'>;

  constructor(
    @Inject(SERVICE_STORE) { db }: ServiceStore,
    @Inject(Sealer) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) { signIn }: Pick<Config, 'signIn'>,
  ) {
    this.#db = db;
    this.#limits = signIn;
  }

  /** Begins a session and gives its secret, which is always a new one: none that a browser brought is ever used. */
  async begin({ accountId, roleId, issuer, assurance, idToken }: NewSession): Promise<string> {
    const secret = newSecret();
    const hash = hashOf(secret);
    const now = this.clock.now();
    const sealed = idToken === undefined ? null : await this.sealedToken(accountId, hash, idToken);
    await this.#db.transaction().execute(async (db) => {
      await db.deleteFrom('sign_in_session').where('ends_at', '<=', now).execute();
      await db
        .insertInto('sign_in_session')
        .values({
          session_hash: hash,
          account_id: accountId,
          account_role_id: roleId,
          issuer,
          assurance,
          id_token: sealed,
          signed_in_at: now,
          seen_at: now,
          ends_at: later(now, this.#limits.sessionSeconds),
        })
        .execute();
      await logAccount(db, this.clock, {
        accountId,
        kind: 'signed-in',
        by: accountId,
        details: { issuer, assurance, roleId },
      });
    });
    return secret;
  }

  /** Who holds this secret; undefined when the session ended, or its account or acting role did. */
  async find(secret: string): Promise<SignIn | undefined> {
    if (!isSecret(secret)) return undefined;
    const hash = hashOf(secret);
    const row = await this.#db
      .selectFrom('sign_in_session as session')
      .innerJoin('account', 'account.account_id', 'session.account_id')
      .leftJoin('account_role', 'account_role.account_role_id', 'session.account_role_id')
      .select([
        'session.account_id',
        'session.account_role_id',
        'session.issuer',
        'session.assurance',
        'session.seen_at',
        'session.ends_at',
        'account.disabled_at',
        'account_role.role',
        'account_role.organisation_id',
        'account_role.funder_id',
        'account_role.coach_id',
        'account_role.candidate_id',
        'account_role.employer_id',
        'account_role.ended_at',
      ])
      .where('session.session_hash', '=', hash)
      .executeTakeFirst();
    const now = this.clock.now();
    if (row === undefined || row.disabled_at !== null) return undefined;
    if (row.ends_at <= now || later(row.seen_at, this.#limits.idleSeconds) <= now) return undefined;
    if (row.ended_at !== null && row.ended_at <= now) return undefined;
    const seenAt = await this.note(hash, row.seen_at, now);
    const { account_role_id: id, role } = row;
    return {
      secret,
      accountId: row.account_id,
      role: id === null || role === null ? undefined : { id, ...grantedRoleOf({ ...row, role }) },
      issuer: row.issuer,
      assurance: row.assurance as Assurance,
      idleEndsAt: later(seenAt, this.#limits.idleSeconds),
      endsAt: row.ends_at,
    };
  }

  /** Lets another role act, under a new secret; the limits stay as they are. Undefined when the session ended meanwhile. */
  async actAs(secret: string, roleId: Id): Promise<string | undefined> {
    const fresh = newSecret();
    const changed = await this.#db
      .updateTable('sign_in_session')
      .set({ session_hash: hashOf(fresh), account_role_id: roleId })
      .where('session_hash', '=', hashOf(secret))
      .executeTakeFirst();
    return changed.numUpdatedRows === 1n ? fresh : undefined;
  }

  /** Ends a session. Gives the ID token for signing out at the issuer, where there is one. */
  async end(
    secret: string,
  ): Promise<{ readonly issuer: string; readonly idToken: string | null } | undefined> {
    if (!isSecret(secret)) return undefined;
    const row = await this.#db.transaction().execute(async (db) => {
      const ended = await db
        .deleteFrom('sign_in_session')
        .where('session_hash', '=', hashOf(secret))
        .returning(['account_id', 'issuer', 'id_token'])
        .executeTakeFirst();
      if (ended === undefined) return undefined;
      const { account_id: accountId } = ended;
      await logAccount(db, this.clock, { accountId, kind: 'signed-out', by: accountId });
      return ended;
    });
    if (row === undefined) return undefined;
    const idToken = knownOrNull(await this.sealer.open<string | null>(sealedIn(row.id_token)));
    return { issuer: row.issuer, idToken };
  }

  /** Ends every session of an account, on every device. */
  async endAll(accountId: Id): Promise<void> {
    await this.#db.deleteFrom('sign_in_session').where('account_id', '=', accountId).execute();
  }

  private async note(hash: string, seenAt: string, now: string): Promise<string> {
    if (Date.parse(now) - Date.parse(seenAt) < NOTED_EVERY_MS) return seenAt;
    await this.#db
      .updateTable('sign_in_session')
      .set({ seen_at: now })
      .where('session_hash', '=', hash)
      .execute();
    return now;
  }

  private async sealedToken(accountId: Id, hash: string, idToken: string): Promise<string> {
    const sealed = await this.sealer.seal(`account/${accountId}`, hash, { idToken: 'identity' }, { idToken });
    return JSON.stringify(sealed.idToken);
  }
}

/** The instant that comes this many seconds after another. */
function later(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1_000).toISOString();
}
