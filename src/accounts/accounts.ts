import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Id } from '../../domain/shared/ids.js';
import { Sealer } from '../privacy/sealer.js';
import type { StoreTables } from '../service-store/migrations.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import type { Account, AccountRole, DoneBy, GrantedRole, OutsideIdentity } from './account.js';
import { logAccount } from './account-log.js';
import { AccountRefused } from './account-refused.js';
import { accountOf, partyColumns, rolesHeld } from './account-rows.js';

/** What an account says about its owner. */
export interface AccountDetails {
  readonly name?: string;
  readonly email?: string;
}

/** Who may sign in, and as what. Names and addresses are sealed with a key of the account's own. */
@Injectable()
export class Accounts {
  readonly #db: Kysely<StoreTables>;

  constructor(
    @Inject(SERVICE_STORE) { db }: ServiceStore,
    @Inject(Sealer) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#db = db;
  }

  /** Makes an account without roles. Rejects with `AccountRefused` when the address, or the id, is another account's. */
  async create(details: AccountDetails, by: DoneBy, id: Id = newId()): Promise<Id> {
    const columns = await this.sealedColumns(id, details);
    const row = { account_id: id, name: null, email: null, email_index: null, ...columns };
    await this.#db.transaction().execute(async (db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('account')
        .values({ ...row, created_at: this.clock.now(), disabled_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) throw new AccountRefused('email.taken');
      await logAccount(db, this.clock, { accountId: id, kind: 'created', by });
    });
    return id;
  }

  /** The account of this address, made when there is none; its name stays as it was. */
  async ofEmail(details: Required<AccountDetails>, by: DoneBy): Promise<Id> {
    const known = await this.byEmail(details.email);
    if (known !== undefined) return known.id;
    try {
      return await this.create(details, by);
    } catch (error) {
      // Somebody else made it in between.
      const made = error instanceof AccountRefused ? await this.byEmail(details.email) : undefined;
      if (made === undefined) throw error;
      return made.id;
    }
  }

  /** Gives an account its name or address. Rejects with `AccountRefused` when the address is another account's. */
  async describe(id: Id, details: AccountDetails, by: DoneBy): Promise<void> {
    const columns = await this.sealedColumns(id, details);
    if (details.email !== undefined) {
      const owner = await this.byEmail(details.email);
      if (owner !== undefined && owner.id !== id) throw new AccountRefused('email.taken');
    }
    await this.#db.transaction().execute(async (db) => {
      await db.updateTable('account').set(columns).where('account_id', '=', id).execute();
      await logAccount(db, this.clock, { accountId: id, kind: 'described', by });
    });
  }

  async byId(id: Id): Promise<Account | undefined> {
    const row = await this.#db
      .selectFrom('account')
      .selectAll()
      .where('account_id', '=', id)
      .executeTakeFirst();
    return row && accountOf(this.sealer, row);
  }

  /** The account of this address, whatever its capitals. */
  async byEmail(email: string): Promise<Account | undefined> {
    const row = await this.#db
      .selectFrom('account')
      .selectAll()
      .where('email_index', '=', await this.emailIndex(email))
      .executeTakeFirst();
    return row && accountOf(this.sealer, row);
  }

  /** The account that this identity signs in to. */
  async byIdentity({ issuer, subject }: OutsideIdentity): Promise<Account | undefined> {
    const row = await this.#db
      .selectFrom('account')
      .innerJoin('account_identity', 'account_identity.account_id', 'account.account_id')
      .selectAll('account')
      .where('account_identity.issuer', '=', issuer)
      .where('account_identity.subject', '=', subject)
      .executeTakeFirst();
    return row && accountOf(this.sealer, row);
  }

  /** The identities that sign in to an account. */
  async identities(id: Id): Promise<readonly OutsideIdentity[]> {
    return this.#db
      .selectFrom('account_identity')
      .select(['issuer', 'subject'])
      .where('account_id', '=', id)
      .orderBy('issuer')
      .orderBy('subject')
      .execute();
  }

  /** The roles that the account holds now, the oldest first. */
  async roles(id: Id): Promise<readonly AccountRole[]> {
    return rolesHeld(this.#db, id, this.clock.now());
  }

  /** Gives a role that counts at once, and the id of it. */
  async grant(id: Id, role: GrantedRole, by: DoneBy): Promise<Id> {
    const roleId = newId();
    const now = this.clock.now();
    await this.#db.transaction().execute(async (db) => {
      await db
        .insertInto('account_role')
        .values({
          account_role_id: roleId,
          account_id: id,
          role: role.role,
          ...partyColumns(role),
          granted_by: by,
          granted_at: now,
          accepted_at: now,
          ended_at: null,
        })
        .execute();
      await logAccount(db, this.clock, {
        accountId: id,
        kind: 'role-accepted',
        by,
        details: { roleId, role: role.role },
      });
    });
    return roleId;
  }

  /** Ends a role; sessions that act in it end with it. */
  async endRole(roleId: Id, by: DoneBy): Promise<void> {
    const now = this.clock.now();
    await this.#db.transaction().execute(async (db) => {
      const ended = await db
        .updateTable('account_role')
        .set({ ended_at: now })
        .where('account_role_id', '=', roleId)
        .where((on) => on.or([on('ended_at', 'is', null), on('ended_at', '>', now)]))
        .returning('account_id')
        .executeTakeFirst();
      if (ended === undefined) return;
      await db.deleteFrom('sign_in_session').where('account_role_id', '=', roleId).execute();
      await logAccount(db, this.clock, {
        accountId: ended.account_id,
        kind: 'role-ended',
        by,
        details: { roleId },
      });
    });
  }

  /** Closes an account: nobody signs in to it any more, and who is signed in is so no longer. */
  async disable(id: Id, by: DoneBy): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await db
        .updateTable('account')
        .set({ disabled_at: this.clock.now() })
        .where('account_id', '=', id)
        .execute();
      await db.deleteFrom('sign_in_session').where('account_id', '=', id).execute();
      await logAccount(db, this.clock, { accountId: id, kind: 'disabled', by });
    });
  }

  /** Opens a closed account again. */
  async enable(id: Id, by: DoneBy): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await db.updateTable('account').set({ disabled_at: null }).where('account_id', '=', id).execute();
      await logAccount(db, this.clock, { accountId: id, kind: 'enabled', by });
    });
  }

  private async sealedColumns(id: Id, { name, email }: AccountDetails) {
    const values = await this.sealer.seal(
      `account/${id}`,
      id,
      { name: 'identity', email: 'identity' },
      {
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
      },
    );
    return {
      ...(name === undefined ? {} : { name: JSON.stringify(values.name) }),
      ...(email === undefined
        ? {}
        : { email: JSON.stringify(values.email), email_index: await this.emailIndex(email) }),
    };
  }

  /** The prefix keeps an address here from reading the same as one that is indexed elsewhere. */
  private emailIndex(email: string): Promise<string> {
    return this.sealer.blindIndex(
      `account e-mail ${email.normalize('NFC').trim().toLowerCase()}`,
    ) as Promise<string>;
  }
}
