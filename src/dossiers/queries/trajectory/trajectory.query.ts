import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { supportMinutesOf } from '../../../../domain/support/support-minutes.js';
import type { Placement, RuleSetReference } from '../../../../domain/trajectory/facts.js';
import { latestPlanOn } from '../../../../domain/trajectory/plan/plan-on.js';
import {
  type AssessmentAverages,
  assessmentAverages,
  averagesOf,
  shownAverages,
} from '../../../../domain/trajectory/review/assessment-averages.js';
import {
  type EvaluationMoment,
  evaluationMoments,
} from '../../../../domain/trajectory/review/evaluation-moments.js';
import {
  assignedCoachOn,
  lastDayAround,
  organisationOn,
  ruleSetReferenceOn,
  substitutesOn,
} from '../../../../domain/trajectory/state.js';
import { assessmentsOfCoach } from '../../../../projections/coach-assessments/coach-assessments.query.js';
import { trajectoryNow } from '../../../../projections/trajectory/trajectory.query.js';
import type { Reader } from '../../../access/reader.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { type AsOf, type Dossier, Dossiers, statusOn } from '../../dossiers.js';
import type { OpenPlan } from '../plans/open-plan.js';
import { OpenPlans } from '../plans/open-plans.js';

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
  /** The version of the plan of approach in force, once there is one. */
  readonly plan: OpenPlan | null;
  readonly evaluationMoments: readonly EvaluationMoment[];
  /** Of this trajectory. */
  readonly assessmentAverages: AssessmentAverages;
  /** Of the coach, over all candidates: from five scores on. Null without a coach, and of an earlier knowledge. */
  readonly coachAssessmentAverages: AssessmentAverages | null;
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
    readonly reader: Reader,
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
    private readonly plans: OpenPlans,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ reader, trajectoryId, asOf }: OverviewOfTrajectory): Promise<TrajectoryOverview> {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const { on, trajectory } = dossier;
    const now = await trajectoryNow(this.readStore.reader, trajectoryId);
    const { facts } = trajectory;
    const sessions = trajectory.sessions.filter((session) => !session.withdrawn && session.on <= on);
    const support = supportMinutesOf(trajectory, on);
    const coachId = assignedCoachOn(facts, on) ?? null;
    const averages = assessmentAverages(facts.assessments, on);
    const closedOn = lastDayAround(facts, on);
    return {
      id: facts.id,
      candidateId: facts.candidateId,
      funderId: facts.funderId,
      organisationId: organisationOn(facts, on),
      ruleSet: ruleSetReferenceOn(facts, on),
      status: statusOn(facts, on),
      openedOn: facts.openedOn,
      closedOn: closedOn !== undefined && isBy(closedOn, asOf) ? closedOn : null,
      continues: facts.continues ?? null,
      coachId,
      substituteCoachIds: substitutesOn(facts, on),
      placements: facts.placements
        .filter(({ startsOn, endedOn }) => startsOn <= on && (endedOn === undefined || endedOn >= on))
        .map((placement) => placementAsOf(placement, asOf)),
      plan: await this.planOf(dossier),
      evaluationMoments: evaluationMoments(facts, trajectory.ruleSet, on),
      assessmentAverages: dossier.sight.of('assessment').items === 'all' ? averages : shownAverages(averages),
      coachAssessmentAverages: asOf.knownOn === undefined ? await this.ofCoach(coachId, on) : null,
      counts: {
        sessions: sessions.length,
        minutes: sessions.reduce((sum, { minutes, groupSize }) => sum + Math.floor(minutes / groupSize), 0),
        coachingMinutes: support.coaching,
        structuralSupportMinutes: support.structuralSupport,
        aftercareMinutes: support.aftercare,
        aftercareContacts: (facts.aftercareContacts ?? []).filter((contact) => contact.on <= on).length,
        employerContacts: trajectory.employerContacts.filter((contact) => contact.on <= on).length,
        placements: facts.placements.filter(({ startsOn }) => isBy(startsOn, asOf)).length,
        grants: facts.grants.filter(({ decisions }) =>
          decisions.some(({ decidedOn }) => isBy(decidedOn, asOf)),
        ).length,
        absences: facts.absences.filter(({ from }) => isBy(from, asOf)).length,
      },
      revision: now?.revision ?? 0,
    };
  }

  private async planOf(dossier: Dossier): Promise<OpenPlan | null> {
    const latest = latestPlanOn(dossier.trajectory.facts.planOfApproach, dossier.on);
    const [plan = null] = await this.plans.of(dossier, latest ? [latest] : []);
    return plan;
  }

  private async ofCoach(coachId: Id | null, on: CalendarDate): Promise<AssessmentAverages | null> {
    if (coachId === null) return null;
    return shownAverages(averagesOf(await assessmentsOfCoach(this.readStore.reader, coachId, on)));
  }
}

/** What was recorded ahead counts unless a day before it is asked about. */
function isBy(day: CalendarDate, { on }: AsOf): boolean {
  return on === undefined || day <= on;
}

/** A placement that runs: on a day that is asked about, its end and later hours have not come (reading 6). */
function placementAsOf(placement: Placement, asOf: AsOf): Placement {
  const { endedOn, endReportedOn, ...running } = placement;
  const hours = placement.hours.filter(({ from }) => isBy(from, asOf));
  const hasEnded = endedOn !== undefined && isBy(endedOn, asOf);
  return {
    ...running,
    ...(hasEnded && { endedOn }),
    ...(hasEnded && endReportedOn !== undefined && { endReportedOn }),
    hours,
  };
}
