import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Id } from '../../domain/shared/ids.js';
import type { StoreTables } from '../service-store/migrations.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import type { DoneBy, GrantedRole, OutsideIdentity } from './account.js';
import { logAccount } from './account-log.js';
import { AccountRefused } from './account-refused.js';
import { accountRoleOf, grantedRoleOf, partyColumns, rolesHeld, sameRole } from './account-rows.js';
import { hashOf, isSecret, newSecret } from './secret.js';

/** `set-up` adds a way to sign in to an account; `invitation` accepts a role. */
export type LinkKind = 'set-up' | 'invitation';

/** A link that was made. The token is shown once and stored nowhere. */
export interface IssuedLink {
  readonly token: string;
  /** An instant, ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** A link that can still be used. */
export interface OpenLink {
  readonly kind: LinkKind;
  readonly accountId: Id;
  /** The role that using it accepts. */
  readonly role: GrantedRole | undefined;
  readonly expiresAt: string;
  /**
   * True when whoever holds the link may add a way to sign in. Somebody who invites sees the link too: it must never let
   * them into an account that is in use.
   */
  readonly maySetUp: boolean;
}

/** What may be written together with the use of a link, and is undone with it. */
export type Alongside = (db: Kysely<StoreTables>, accountId: Id) => Promise<void>;

/** A role that is offered, and until when it then counts. */
export interface Offer {
  readonly role: GrantedRole;
  readonly endsAt?: string;
}

/** The links by which somebody enters an account for the first time, each usable once. Only their hashes are stored. */
@Injectable()
export class OneTimeLinks {
  readonly #db: Kysely<StoreTables>;

  constructor(
    @Inject(SERVICE_STORE) { db }: ServiceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#db = db;
  }

  /** A link that adds a way to sign in to an account. Earlier ones of the account can no longer be used. */
  async issueSetUp(accountId: Id, expiresAt: string, by: DoneBy): Promise<IssuedLink> {
    const token = newSecret();
    await this.#db.transaction().execute(async (db) => {
      await db
        .updateTable('one_time_link')
        .set({ expires_at: this.clock.now() })
        .where('account_id', '=', accountId)
        .where('kind', '=', 'set-up')
        .where('used_at', 'is', null)
        .where('expires_at', '>', this.clock.now())
        .execute();
      await this.insert(db, { kind: 'set-up', accountId, roleId: null, token, expiresAt }, by);
    });
    return { token, expiresAt };
  }

  /** Offers a role to an account by a link; the role counts once the link was used. */
  async invite(accountId: Id, { role, endsAt }: Offer, expiresAt: string, by: DoneBy): Promise<IssuedLink> {
    const token = newSecret();
    const roleId = newId();
    await this.#db.transaction().execute(async (db) => {
      await db
        .insertInto('account_role')
        .values({
          account_role_id: roleId,
          account_id: accountId,
          role: role.role,
          ...partyColumns(role),
          granted_by: by,
          granted_at: this.clock.now(),
          accepted_at: null,
          ended_at: endsAt ?? null,
        })
        .execute();
      await logAccount(db, this.clock, {
        accountId,
        kind: 'role-offered',
        by,
        details: { roleId, role: role.role },
      });
      await this.insert(db, { kind: 'invitation', accountId, roleId, token, expiresAt }, by);
    });
    return { token, expiresAt };
  }

  /** The link of a token while it can be used. Looking at it does not use it: mail programs open links too. */
  async look(token: string): Promise<OpenLink | undefined> {
    if (!isSecret(token)) return undefined;
    const row = await this.#db
      .selectFrom('one_time_link')
      .innerJoin('account', 'account.account_id', 'one_time_link.account_id')
      .leftJoin('account_role', 'account_role.account_role_id', 'one_time_link.account_role_id')
      .select([
        'one_time_link.kind',
        'one_time_link.account_id',
        'one_time_link.expires_at',
        'account_role.role',
        'account_role.organisation_id',
        'account_role.funder_id',
        'account_role.coach_id',
        'account_role.candidate_id',
        'account_role.employer_id',
      ])
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', this.clock.now())
      .where('account.disabled_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const kind = row.kind as LinkKind;
    return {
      kind,
      accountId: row.account_id,
      role: row.role === null ? undefined : grantedRoleOf({ ...row, role: row.role }),
      expiresAt: row.expires_at,
      maySetUp: kind === 'set-up' || !(await isInUse(this.#db, row.account_id)),
    };
  }

  /**
   * Uses a link to add `identity` to its account, and accepts the role that it offers. `alongside` is written with it or
   * not at all. Gives the account; rejects with `AccountRefused`, and then the link can still be used.
   */
  async setUp(token: string, identity: OutsideIdentity, alongside?: Alongside): Promise<Id> {
    return this.setUpByHash(hashIn(token), identity, alongside);
  }

  /** As `setUp`, by the SHA-256 of the token. */
  async setUpByHash(hash: string, identity: OutsideIdentity, alongside?: Alongside): Promise<Id> {
    return this.use(hash, async (db, { accountId, kind }) => {
      if (kind !== 'set-up' && (await isInUse(db, accountId))) throw new AccountRefused('account.in-use');
      await this.addIdentity(db, accountId, identity);
      await alongside?.(db, accountId);
    });
  }

  /**
   * Uses a link, by the SHA-256 of its token, of the account that somebody has signed in to, which accepts the role that it
   * offers. Rejects as `setUp`.
   */
  async acceptByHash(hash: string, signedInTo: Id): Promise<void> {
    await this.use(hash, async (_, { accountId, kind }) => {
      if (accountId === signedInTo) return;
      throw new AccountRefused(kind === 'set-up' ? 'identity.taken' : 'account.in-use');
    });
  }

  /** The role that the link with this hash offers. */
  async roleOf(hash: string): Promise<GrantedRole | undefined> {
    const row = await this.#db
      .selectFrom('one_time_link')
      .innerJoin('account_role', 'account_role.account_role_id', 'one_time_link.account_role_id')
      .selectAll('account_role')
      .where('token_hash', '=', hash)
      .executeTakeFirst();
    return row && grantedRoleOf(row);
  }

  private async use(
    hash: string,
    check: (db: Kysely<StoreTables>, link: { accountId: Id; kind: LinkKind }) => Promise<void>,
  ): Promise<Id> {
    return this.#db.transaction().execute(async (db) => {
      const now = this.clock.now();
      const link = await db
        .updateTable('one_time_link')
        .set({ used_at: now })
        .where('token_hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning(['account_id', 'account_role_id', 'kind'])
        .executeTakeFirst();
      if (link === undefined) throw new AccountRefused('link.invalid');
      const { account_id: accountId, account_role_id: roleId } = link;
      await holdAccount(db, accountId);
      await check(db, { accountId, kind: link.kind as LinkKind });
      await logAccount(db, this.clock, { accountId, kind: 'link-used', by: accountId });
      if (roleId !== null) await this.acceptRole(db, roleId, now);
      return accountId;
    });
  }

  private async addIdentity(
    db: Kysely<StoreTables>,
    accountId: Id,
    { issuer, subject }: OutsideIdentity,
  ): Promise<void> {
    const inserted = await db
      .insertInto('account_identity')
      .values({ issuer, subject, account_id: accountId, linked_at: this.clock.now() })
      .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) {
      const details = { issuer };
      await logAccount(db, this.clock, { accountId, kind: 'identity-linked', by: accountId, details });
      return;
    }
    const owner = await db
      .selectFrom('account_identity')
      .select('account_id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (owner?.account_id !== accountId) throw new AccountRefused('identity.taken');
  }

  /** An offer of what the account holds already is ended: nobody chooses between two equal roles. */
  private async acceptRole(db: Kysely<StoreTables>, roleId: Id, now: string): Promise<void> {
    const row = await db
      .selectFrom('account_role')
      .selectAll()
      .where('account_role_id', '=', roleId)
      .executeTakeFirstOrThrow();
    const offered = accountRoleOf(row);
    const held = await rolesHeld(db, row.account_id, now);
    const change = held.some((role) => sameRole(role, offered) && role.endsAt === null)
      ? { ended_at: now }
      : { accepted_at: now };
    await db.updateTable('account_role').set(change).where('account_role_id', '=', roleId).execute();
    await logAccount(db, this.clock, {
      accountId: row.account_id,
      kind: 'ended_at' in change ? 'role-ended' : 'role-accepted',
      by: row.account_id,
      details: { roleId, role: row.role },
    });
  }

  private async insert(
    db: Kysely<StoreTables>,
    link: { kind: LinkKind; accountId: Id; roleId: Id | null; token: string; expiresAt: string },
    by: DoneBy,
  ): Promise<void> {
    await db
      .insertInto('one_time_link')
      .values({
        token_hash: hashOf(link.token),
        kind: link.kind,
        account_id: link.accountId,
        account_role_id: link.roleId,
        created_at: this.clock.now(),
        expires_at: link.expiresAt,
        used_at: null,
      })
      .execute();
    const details = { kind: link.kind, expiresAt: link.expiresAt };
    await logAccount(db, this.clock, { accountId: link.accountId, kind: 'link-issued', by, details });
  }
}

/** The hash of what should be a token; throws `AccountRefused` for what never was one. */
function hashIn(token: string): string {
  if (!isSecret(token)) throw new AccountRefused('link.invalid');
  return hashOf(token);
}

/** True when the account has a way to sign in. */
async function isInUse(db: Kysely<StoreTables>, accountId: Id): Promise<boolean> {
  const found = await db
    .selectFrom('account_identity')
    .select('subject')
    .where('account_id', '=', accountId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Two links of one account are used one after the other. Throws `AccountRefused` when it was closed. */
async function holdAccount(db: Kysely<StoreTables>, accountId: Id): Promise<void> {
  const held = await db
    .updateTable('account')
    .set((on) => ({ created_at: on.ref('created_at') }))
    .where('account_id', '=', accountId)
    .where('disabled_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  if (held === undefined) throw new AccountRefused('account.disabled');
}
