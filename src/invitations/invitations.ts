import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { mayRecord, refuseAccess } from '../../domain/access/index.js';
import { addMonths, type CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { organisationsFrom } from '../../domain/trajectory/in-force-on.js';
import { refuse } from '../../domain/trajectory/refusals.js';
import { trajectoryNow } from '../../projections/trajectory/trajectory.query.js';
import { ReadGate } from '../access/read-gate.js';
import type { GrantedRole } from '../accounts/account.js';
import { AccountRefused } from '../accounts/account-refused.js';
import { Accounts } from '../accounts/accounts.js';
import { type Offer, OneTimeLinks } from '../accounts/one-time-links.js';
import { RoleSeparation } from '../accounts/role-separation.js';
import type { Asker, Role } from '../identity/asker.js';
import { PublicAddress } from '../identity/public-address.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { refuseInvitation } from './invitation-refusals.js';
import { InvitationScopes } from './invitation-scopes.js';

const INVITATION_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1_000;
const MOST_MONTHS = 12;

/** To which roles each role invites, of its own organisation or funder (domain.md section 9a). */
const INVITES: { readonly [role in Role]?: readonly Role[] } = {
  coordinator: ['coach', 'candidate', 'employer'],
  'case-director': ['case-director', 'auditor', 'candidate'],
};

/** A link that was made, to be sent on by who asked for it. */
export interface Invitation {
  readonly accountId: Id;
  readonly link: string;
  readonly expiresAt: string;
}

/** Lets people in, by links that those who invite send on themselves. */
@Injectable()
export class Invitations {
  constructor(
    private readonly scopes: InvitationScopes,
    private readonly accounts: Accounts,
    private readonly links: OneTimeLinks,
    private readonly separation: RoleSeparation,
    private readonly gate: ReadGate,
    private readonly address: PublicAddress,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Offers a role to whoever has this address. Refuses with the codes of access and of invitations. */
  async invite(
    asker: Asker,
    { name, email }: { readonly name: string; readonly email: string },
    role: GrantedRole,
  ): Promise<Invitation> {
    if (asker.role !== 'administrator' && !INVITES[asker.role]?.includes(role.role))
      refuseAccess('role.may-not');
    const scope = await this.scopes.of(role, asker);
    if (mayRecord('Invite', asker, scope) !== 'allowed') refuseAccess('role.may-not');
    const accountId = await this.accounts.ofEmail({ name, email }, asker.subject);
    const account = await this.accounts.byId(accountId);
    if (account?.disabledAt) refuseInvitation('invitation.account-closed');
    await this.demandSeparate(accountId, role, asker);
    const expiresAt = new Date(Date.parse(this.clock.now()) + INVITATION_DAYS * DAY_MS).toISOString();
    return this.issue(accountId, { role }, expiresAt, asker);
  }

  /**
   * A link for the employer of a placement; it and the access that it gives end with the day `expiresOn`. Refuses with the
   * codes of access and of invitations.
   */
  async linkEmployer(
    asker: Asker,
    trajectoryId: Id,
    { placementId, expiresOn }: { readonly placementId: Id; readonly expiresOn: CalendarDate },
  ): Promise<Invitation> {
    const today = this.clock.today();
    const facts =
      asker.role === 'administrator'
        ? (await trajectoryNow(this.readStore.reader, trajectoryId))?.facts
        : await this.gate.alsoForEmployer(asker, trajectoryId);
    if (facts === undefined) return refuseAccess('trajectory.not-found');
    const scope = { organisationIds: organisationsFrom(facts, today), funderIds: [facts.funderId] };
    if (mayRecord('LinkEmployer', asker, scope) !== 'allowed') refuseAccess('role.may-not');
    const placement = facts.placements.find(({ id }) => id === placementId);
    if (placement === undefined) return refuse('placement.not-found', 'placementId');
    if (expiresOn < today || expiresOn > addMonths(today, MOST_MONTHS)) {
      refuseInvitation('invitation.expiry-out-of-range', 'expiresOn');
    }
    const endsAt = endOf(expiresOn);
    const accountId = await this.accounts.create({}, asker.subject);
    const role = { role: 'employer', employerId: placement.employerId } as const;
    return this.issue(accountId, { role, endsAt }, endsAt, asker);
  }

  private async issue(accountId: Id, offer: Offer, until: string, asker: Asker): Promise<Invitation> {
    const { token, expiresAt } = await this.links.invite(accountId, offer, until, asker.subject);
    return { accountId, link: `${this.address.origin}/uitnodiging/${token}`, expiresAt };
  }

  private async demandSeparate(accountId: Id, role: GrantedRole, asker: Asker): Promise<void> {
    try {
      await this.separation.check(accountId, role, asker.subject);
    } catch (error) {
      if (error instanceof AccountRefused) refuseInvitation('invitation.roles-not-together');
      throw error;
    }
  }
}

/** The instant at which a day is over in the Netherlands. */
function endOf(day: CalendarDate): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return new Date(next.toZonedDateTime('Europe/Amsterdam').epochMilliseconds).toISOString();
}
