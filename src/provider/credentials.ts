import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Id } from '../../domain/shared/ids.js';
import { isSealed } from '../../domain/shared/protected.js';
import { logAccount } from '../accounts/account-log.js';
import { FORGOTTEN } from '../privacy/forgotten.js';
import { Sealer } from '../privacy/sealer.js';
import type { StoreTables } from '../service-store/migrations.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { hashPassword, isOutdated, isPassword } from './password-hash.js';
import { newRecoveryCode, RECOVERY_CODES, recoveryHash } from './recovery-codes.js';
import { newTotpSecret, stepOf } from './totp.js';

/** How somebody proves who it is: a password, and a second factor where one was set up. */
@Injectable()
export class Credentials {
  readonly #db: Kysely<StoreTables>;

  constructor(
    @Inject(SERVICE_STORE) { db }: ServiceStore,
    @Inject(Sealer) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#db = db;
  }

  /**
   * True when it is the password of the account. For nobody (undefined) and for an account without a password it takes as
   * long and is false. Rejects with `TooManyPasswords`.
   */
  async isPasswordOf(accountId: Id | undefined, password: string): Promise<boolean> {
    const stored = accountId === undefined ? undefined : await this.#row(accountId);
    const right = await isPassword(password, stored?.password_hash);
    if (right && stored?.password_hash && isOutdated(stored.password_hash)) {
      await this.#db
        .updateTable('credential')
        .set({ password_hash: await hashPassword(password) })
        .where('account_id', '=', stored.account_id)
        .where('password_hash', '=', stored.password_hash)
        .execute();
    }
    return right;
  }

  /**
   * What writes a new password (of the rules in `password-rules.ts`) for an account, in a transaction that is given later.
   * A second factor and its recovery codes go: whoever gets a link to begin anew may have lost them with the telephone. So
   * does every session, for somebody else may have the old password.
   */
  async newPassword(password: string): Promise<(db: Kysely<StoreTables>, accountId: Id) => Promise<void>> {
    const columns = {
      password_hash: await hashPassword(password),
      password_set_at: this.clock.now(),
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
    };
    return async (db, accountId) => {
      await db
        .insertInto('credential')
        .values({ account_id: accountId, ...columns })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet(columns))
        .execute();
      await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
      await db.deleteFrom('sign_in_session').where('account_id', '=', accountId).execute();
      await logAccount(db, this.clock, { accountId, kind: 'password-set', by: accountId });
    };
  }

  /** True when the account has a second factor that was confirmed. */
  async hasSecondFactor(accountId: Id): Promise<boolean> {
    return (await this.#row(accountId))?.totp_confirmed_at != null;
  }

  /**
   * The secret of the second factor that is being set up, in base32; the same one until it is confirmed. Throws when the
   * account has no password, or a second factor already.
   */
  async secretToSetUp(accountId: Id): Promise<string> {
    const sealed = JSON.stringify(await this.#sealed(accountId, newTotpSecret()));
    await this.#db
      .updateTable('credential')
      .set({ totp_secret: sealed })
      .where('account_id', '=', accountId)
      .where('totp_secret', 'is', null)
      .execute();
    const row = await this.#row(accountId);
    if (row?.totp_secret == null || row.totp_confirmed_at !== null) {
      throw new Error('there is no second factor to set up');
    }
    return this.#opened(row.totp_secret);
  }

  /**
   * Confirms the second factor with a first code of it. Gives the recovery codes, which are shown once; undefined when the
   * code is not right.
   */
  async confirmSecondFactor(accountId: Id, code: string): Promise<readonly string[] | undefined> {
    const row = await this.#row(accountId);
    if (row?.totp_secret == null || row.totp_confirmed_at !== null) return undefined;
    const step = stepOf(await this.#opened(row.totp_secret), code, this.#now());
    if (step === undefined) return undefined;
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    return this.#db.transaction().execute(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('credential')
        .set({ totp_confirmed_at: this.clock.now(), totp_last_step: step })
        .where('account_id', '=', accountId)
        .where('totp_secret', '=', row.totp_secret)
        .where('totp_confirmed_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return undefined;
      await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
      await db
        .insertInto('recovery_code')
        .values(codes.map((each) => ({ account_id: accountId, code_hash: recoveryHash(each) })))
        .execute();
      await logAccount(db, this.clock, { accountId, kind: 'second-factor-set', by: accountId });
      return codes;
    });
  }

  /** True when it is the code of this moment, and no code of its step or a later one was used before. */
  async useCode(accountId: Id, code: string): Promise<boolean> {
    const row = await this.#row(accountId);
    if (row?.totp_secret == null || row.totp_confirmed_at === null) return false;
    const step = stepOf(await this.#opened(row.totp_secret), code, this.#now());
    if (step === undefined) return false;
    const { numUpdatedRows } = await this.#db
      .updateTable('credential')
      .set({ totp_last_step: step })
      .where('account_id', '=', accountId)
      .where('totp_secret', '=', row.totp_secret)
      .where((on) => on.or([on('totp_last_step', 'is', null), on('totp_last_step', '<', step)]))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** True when it is a recovery code of the account that was not used before. */
  async useRecoveryCode(accountId: Id, code: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('recovery_code')
      .where('account_id', '=', accountId)
      .where('code_hash', '=', recoveryHash(code))
      .executeTakeFirst();
    return numDeletedRows === 1n;
  }

  /** Writes down that somebody tried to sign in to an account, and with what that failed. */
  async logRefused(accountId: Id, code: 'password.wrong' | 'second-factor.wrong'): Promise<void> {
    const details = { code };
    await logAccount(this.#db, this.clock, { accountId, kind: 'sign-in-refused', by: 'stranger', details });
  }

  #row(accountId: Id) {
    return this.#db
      .selectFrom('credential')
      .selectAll()
      .where('account_id', '=', accountId)
      .executeTakeFirst();
  }

  async #sealed(accountId: Id, secret: string): Promise<unknown> {
    const { totp } = await this.sealer.seal(
      `account/${accountId}`,
      accountId,
      { totp: 'identity' },
      { totp: secret },
    );
    return totp;
  }

  async #opened(column: string): Promise<string> {
    const value: unknown = JSON.parse(column);
    if (!isSealed(value)) throw new TypeError('the secret of a second factor is not sealed');
    const secret = await this.sealer.open<string>(value);
    if (secret === FORGOTTEN) throw new Error('the key of this account was destroyed');
    return secret;
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}
