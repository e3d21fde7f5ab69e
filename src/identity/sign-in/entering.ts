import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Id } from '../../../domain/shared/ids.js';
import type { Account, AccountRole, GrantedRole } from '../../accounts/account.js';
import { logAccount } from '../../accounts/account-log.js';
import { Accounts } from '../../accounts/accounts.js';
import { OneTimeLinks } from '../../accounts/one-time-links.js';
import { RoleSeparation } from '../../accounts/role-separation.js';
import { CONFIG, type Config } from '../../config/config.js';
import type { StoreTables } from '../../service-store/migrations.js';
import { SERVICE_STORE, type ServiceStore } from '../../service-store/service-store.js';
import { CLOCK, type Clock } from '../../shared/clock.js';
import { type Assurance, type LeastAssurance, reaches } from '../assurance.js';
import type { IssuerSettings } from '../issuers/issuer-settings.js';
import { Issuers } from '../issuers/issuers.js';
import { Sessions, type SignIn } from '../sessions/sessions.js';
import type { SignedInAtIssuer } from './relying-party.js';
import { type SignInRefusal, SignInRefused } from './sign-in-refused.js';

/** By whom and how surely somebody was signed in. */
type Means = { readonly settings: IssuerSettings | undefined; readonly assurance: Assurance };

/** What comes after an issuer said who somebody is: their account, the role that acts, and a session. */
@Injectable()
export class Entering {
  readonly #db: Kysely<StoreTables>;
  readonly #least: LeastAssurance;

  constructor(
    private readonly accounts: Accounts,
    private readonly links: OneTimeLinks,
    private readonly separation: RoleSeparation,
    private readonly issuers: Issuers,
    private readonly sessions: Sessions,
    @Inject(SERVICE_STORE) { db }: ServiceStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) { signIn }: Config,
  ) {
    this.#db = db;
    this.#least = signIn.leastAssurance;
  }

  /**
   * Begins a session and gives its secret; a role acts at once when there is one alone. Never by an e-mail address: only
   * an identity that is the account's, or a link that was opened, leads to an account. Rejects with `SignInRefused` or
   * `AccountRefused`.
   */
  async enter(seen: SignedInAtIssuer): Promise<{ readonly secret: string; readonly chooses: boolean }> {
    const account = await this.accountOf(seen);
    if (account.disabledAt !== null) return this.refuse(account.id, 'account.disabled');
    const roles = await this.accounts.roles(account.id);
    const [only] = roles;
    if (only === undefined) return this.refuse(account.id, 'role.none');
    const chooses = roles.length > 1;
    if (!chooses) await this.demandMayAct(account.id, only, seen);
    const secret = await this.sessions.begin({
      accountId: account.id,
      roleId: chooses ? null : only.id,
      issuer: seen.settings.issuer,
      assurance: seen.assurance,
      idToken: seen.idToken,
    });
    return { secret, chooses };
  }

  /** Lets another role of the account act, under a new secret. Rejects with `SignInRefused`. */
  async actAs({ accountId, issuer, assurance, secret }: SignIn, roleId: unknown): Promise<string> {
    const roles = await this.accounts.roles(accountId);
    const role = roles.find(({ id }) => id === roleId);
    if (role === undefined) throw new SignInRefused('role.not-yours');
    await this.demandMayAct(accountId, role, { settings: this.issuers.byAddress(issuer), assurance });
    const fresh = await this.sessions.actAs(secret, role.id);
    if (fresh === undefined) throw new SignInRefused('sign-in.expired');
    return fresh;
  }

  private async accountOf(seen: SignedInAtIssuer): Promise<Account> {
    const identity = { issuer: seen.settings.issuer, subject: seen.subject };
    const { linkHash } = seen.destination;
    const known = await this.accounts.byIdentity(identity);
    if (linkHash === undefined) return known ?? this.refuse(null, 'account.unknown');
    const offered = await this.links.roleOf(linkHash);
    if (offered !== undefined && isOfAnother(seen.settings, offered)) {
      return this.refuse(known?.id ?? null, 'role.other-issuer', seen.settings.key);
    }
    if (known === undefined) {
      const id = await this.links.setUpByHash(linkHash, identity);
      await this.fillIn(id, seen);
      return this.existing(id);
    }
    await this.separation.check(known.id, offered);
    await this.links.acceptByHash(linkHash, known.id);
    return known;
  }

  /** Who was invited without a name or an address gets those of the issuer; an address that is another's is left out. */
  private async fillIn(id: Id, { name, email }: SignedInAtIssuer): Promise<void> {
    const account = await this.existing(id);
    const free =
      account.email === null && email !== undefined && (await this.accounts.byEmail(email)) === undefined;
    const details = {
      ...(account.name === null && name !== undefined ? { name } : {}),
      ...(free ? { email } : {}),
    };
    if (Object.keys(details).length > 0) await this.accounts.describe(id, details, id);
  }

  private async existing(id: Id): Promise<Account> {
    const account = await this.accounts.byId(id);
    if (account === undefined) throw new Error('the account of a link is gone');
    return account;
  }

  private async demandMayAct(
    accountId: Id,
    role: AccountRole,
    { settings, assurance }: Means,
  ): Promise<void> {
    if (settings === undefined || isOfAnother(settings, role)) {
      return this.refuse(accountId, 'role.other-issuer', settings?.key);
    }
    if (!reaches(assurance, this.#least[role.role])) {
      return this.refuse(accountId, 'assurance.too-low', settings.key);
    }
    await this.separation.check(accountId, role);
  }

  private async refuse(accountId: Id | null, code: SignInRefusal, again?: string): Promise<never> {
    const by = accountId ?? 'stranger';
    await logAccount(this.#db, this.clock, { accountId, kind: 'sign-in-refused', by, details: { code } });
    throw new SignInRefused(code, again);
  }
}

/** An issuer of one organisation or funder lets nobody act for another, and nobody administer the whole service. */
function isOfAnother({ organisationId, funderId }: IssuerSettings, role: GrantedRole): boolean {
  if (organisationId === undefined && funderId === undefined) return false;
  if (role.role === 'administrator') return true;
  const forOrganisation = role.organisationId !== undefined && role.organisationId !== organisationId;
  return forOrganisation || (role.funderId !== undefined && role.funderId !== funderId);
}
