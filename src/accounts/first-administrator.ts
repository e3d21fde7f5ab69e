import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../domain/shared/ids.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { idAt, newId } from '../shared/ids.js';
import { AccountRefused } from './account-refused.js';
import { Accounts } from './accounts.js';
import { type IssuedLink, OneTimeLinks } from './one-time-links.js';

const LINK_HOURS = 24;
const HOUR_MS = 60 * 60 * 1_000;
/** The same on every instance, so that those that start at once make one account. */
const FIRST = idAt(0, 'the first administrator');

/** Lets the machine's operator in: at the first start, and when everybody is locked out. There is no default password. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly accounts: Accounts,
    private readonly links: OneTimeLinks,
    @Inject(SERVICE_STORE) private readonly store: ServiceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A link of 24 hours for the first administrator while nobody can sign in; an earlier one is then no use any more. */
  async link(): Promise<IssuedLink | undefined> {
    const anybody = await this.store.db
      .selectFrom('account_identity')
      .select('subject')
      .limit(1)
      .executeTakeFirst();
    return anybody === undefined ? this.linkOf(FIRST, 'service') : undefined;
  }

  /** A link of 24 hours for a new administrator. */
  newLink(by: string): Promise<IssuedLink> {
    return this.linkOf(newId(), by);
  }

  /** A link of 24 hours that adds a way to sign in to an account. */
  setUpLink(accountId: Id, by: string): Promise<IssuedLink> {
    const expiresAt = new Date(Date.parse(this.clock.now()) + LINK_HOURS * HOUR_MS).toISOString();
    return this.links.issueSetUp(accountId, expiresAt, by);
  }

  private async linkOf(id: Id, by: string): Promise<IssuedLink> {
    try {
      await this.accounts.create({}, by, id);
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error;
    }
    if ((await this.accounts.roles(id)).length === 0) {
      await this.accounts.grant(id, { role: 'administrator' }, by);
    }
    return this.setUpLink(id, by);
  }
}
