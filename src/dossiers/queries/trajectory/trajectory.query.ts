import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { supportMinutesOf } from '../../../../domain/support/support-minutes.js';
import type { Placement, RuleSetReference } from '../../../../domain/trajectory/facts.js';
import {
  assignedCoachOn,
  lastDayAround,
  organisationOn,
  ruleSetReferenceOn,
  substitutesOn,
} from '../../../../domain/trajectory/state.js';
import { trajectoryNow } from '../../../../projections/trajectory/trajectory.query.js';
import type { Asker } from '../../../identity/asker.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { type AsOf, Dossiers, statusOn } from '../../dossiers.js';

/** A trajectory as it is on a day. */
export interface TrajectoryOverview {
  readonly id: Id;
  readonly candidateId: Id;
  readonly funderId: Id;
  readonly organisationId: Id;
  readonly ruleSet: RuleSetReference;
  readonly status: 'open' | 'closed';
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  readonly continues: Id | null;
  readonly coachId: Id | null;
  readonly substituteCoachIds: readonly Id[];
  /** Those that run on that day. */
  readonly placements: readonly Placement[];
  /** The plan of approach, once there is one. */
  readonly plan: { readonly version: number; readonly agreedByAllOn: CalendarDate | null } | null;
  readonly counts: {
    readonly sessions: number;
    readonly minutes: number;
    /** The minutes of sessions and of contact after the last day, each in one place (domain/support). */
    readonly coachingMinutes: number;
    readonly structuralSupportMinutes: number;
    readonly aftercareMinutes: number;
    readonly aftercareContacts: number;
    readonly employerContacts: number;
    readonly placements: number;
    readonly grants: number;
    readonly absences: number;
  };
  /** Of the trajectory's stream, for `If-Match`. */
  readonly revision: number;
}

/** What is this trajectory on that day? */
export class OverviewOfTrajectory extends Query<TrajectoryOverview> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(OverviewOfTrajectory)
export class OverviewOfTrajectoryHandler implements IQueryHandler<OverviewOfTrajectory> {
  constructor(
    private readonly dossiers: Dossiers,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ asker, trajectoryId, asOf }: OverviewOfTrajectory): Promise<TrajectoryOverview> {
    const { on, trajectory } = await this.dossiers.trajectory(asker, trajectoryId, asOf);
    const now = await trajectoryNow(this.readStore.reader, trajectoryId);
    const { facts } = trajectory;
    const sessions = trajectory.sessions.filter((session) => !session.withdrawn && session.on <= on);
    const support = supportMinutesOf(trajectory, on);
    const plan = facts.plans.at(-1);
    return {
      id: facts.id,
      candidateId: facts.candidateId,
      funderId: facts.funderId,
      organisationId: organisationOn(facts, on),
      ruleSet: ruleSetReferenceOn(facts, on),
      status: statusOn(facts, on),
      openedOn: facts.openedOn,
      closedOn: lastDayAround(facts, on) ?? null,
      continues: facts.continues ?? null,
      coachId: assignedCoachOn(facts, on) ?? null,
      substituteCoachIds: substitutesOn(facts, on),
      placements: facts.placements.filter(
        ({ startsOn, endedOn }) => startsOn <= on && (endedOn === undefined || endedOn >= on),
      ),
      plan: plan ? { version: plan.version, agreedByAllOn: plan.agreedByAllOn ?? null } : null,
      counts: {
        sessions: sessions.length,
        minutes: sessions.reduce((sum, { minutes, groupSize }) => sum + Math.floor(minutes / groupSize), 0),
        coachingMinutes: support.coaching,
        structuralSupportMinutes: support.structuralSupport,
        aftercareMinutes: support.aftercare,
        aftercareContacts: (facts.aftercareContacts ?? []).filter((contact) => contact.on <= on).length,
        employerContacts: trajectory.employerContacts.filter((contact) => contact.on <= on).length,
        placements: facts.placements.length,
        grants: facts.grants.length,
        absences: facts.absences.length,
      },
      revision: now?.revision ?? 0,
    };
  }
}
