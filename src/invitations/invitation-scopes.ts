import { Inject, Injectable } from '@nestjs/common';
import { refuseAccess, type Scope } from '../../domain/access/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import { organisationsFrom } from '../../domain/trajectory/in-force-on.js';
import { candidatesById } from '../../projections/candidate/candidate.query.js';
import { coachById } from '../../projections/coach/coach.query.js';
import { employerById } from '../../projections/employer/employer.query.js';
import { funderById } from '../../projections/funder/funder.query.js';
import { organisationById } from '../../projections/organisation/organisation.query.js';
import { factsOfCandidates, factsOfOrganisation } from '../../projections/trajectory/trajectory.query.js';
import type { GrantedRole } from '../accounts/account.js';
import { PARTY_CLAIMS, PARTY_OF_ROLE, type PartyClaim } from '../identity/asker.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { refuseInvitation } from './invitation-refusals.js';

/** Whose matter a role is, that somebody is invited to. */
@Injectable()
export class InvitationScopes {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The organisations and funders that the role's party is of. `by` narrows the search for an employer's. Refuses when the party does not fit the role, or is not there. */
  async of(granted: GrantedRole, by: { readonly organisationId?: string }): Promise<Scope> {
    const claim = PARTY_OF_ROLE[granted.role];
    const own = claim && PARTY_CLAIMS[claim];
    for (const field of Object.values(PARTY_CLAIMS)) {
      if (field !== own && granted[field] !== undefined)
        refuseInvitation('invitation.party-superfluous', field);
    }
    if (claim === undefined || own === undefined) return {};
    const id = granted[own] ?? refuseInvitation('invitation.party-missing', own);
    return this.ofParty(claim, id, by);
  }

  private async ofParty(
    claim: PartyClaim,
    id: string,
    { organisationId }: { readonly organisationId?: string },
  ): Promise<Scope> {
    const db = this.readStore.reader;
    switch (claim) {
      case 'organisation':
        if ((await organisationById(db, id)) === undefined) refuseAccess('organisation.not-found');
        return { organisationIds: [id] };
      case 'funder':
        if ((await funderById(db, id)) === undefined) refuseAccess('funder.not-found');
        return { funderIds: [id] };
      case 'coach':
        return this.ofCoach(id, this.clock.today());
      case 'candidate':
        return this.ofCandidate(id, this.clock.today());
      case 'employer': {
        if ((await employerById(db, id)) === undefined) refuseAccess('employer.not-found');
        if (organisationId === undefined) return { organisationIds: [] };
        const facts = await factsOfOrganisation(db, organisationId);
        const works = facts.some(({ placements }) => placements.some(({ employerId }) => employerId === id));
        return { organisationIds: works ? [organisationId] : [] };
      }
      default:
        return claim satisfies never;
    }
  }

  /** Where the coach works now or is to work. */
  private async ofCoach(id: string, today: CalendarDate): Promise<Scope> {
    const coach = (await coachById(this.readStore.reader, id)) ?? refuseAccess('coach.not-found');
    const now = coach.employments.findLast(({ from }) => from === null || from <= today);
    const toCome = coach.employments.filter(({ from }) => from !== null && from > today);
    return {
      organisationIds: [...(now ? [now] : []), ...toCome].map(({ organisationId }) => organisationId),
    };
  }

  /** Who registered the candidate, and whose trajectories they have. */
  private async ofCandidate(id: string, today: CalendarDate): Promise<Scope> {
    const db = this.readStore.reader;
    const [candidate] = await candidatesById(db, [id]);
    if (candidate === undefined) return refuseAccess('candidate.not-found');
    const facts = await factsOfCandidates(db, [id]);
    const registered = (party: string | null) => (party === null ? [] : [party]);
    return {
      organisationIds: [
        ...registered(candidate.organisationId),
        ...facts.flatMap((trajectory) => organisationsFrom(trajectory, today)),
      ],
      funderIds: [...registered(candidate.funderId), ...facts.map(({ funderId }) => funderId)],
    };
  }
}
