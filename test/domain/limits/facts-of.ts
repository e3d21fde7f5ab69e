import type { ClockReading, Deadline, Limits, Term } from '../../../domain/limits/limits.js';
import { limitsOf } from '../../../domain/limits/limits-of.js';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { DeadlineKind, PlacementKind } from '../../../domain/shared/lists.js';
import type {
  Application,
  Grant,
  GrantDecision,
  Placement,
  Session,
  TrajectoryFacts,
  TrajectoryRecord,
} from '../../../domain/trajectory/facts.js';
import { NO_PLAN } from '../../../domain/trajectory/plan/facts.js';
import { NO_REVIEW } from '../../../domain/trajectory/review/facts.js';
import { NO_SIGNALS } from '../../../domain/trajectory/signals/facts.js';

/** A job by its days; without `endedOn` it runs. Its id is its letter, its employer `at`. */
export function job(
  id: string,
  at: string,
  startsOn: CalendarDate,
  endedOn?: CalendarDate,
  more: Partial<Placement> & { kind?: PlacementKind; hoursPerWeek?: number; hoursPerYear?: number } = {},
): Placement {
  const { hoursPerWeek = 36, hoursPerYear, ...rest } = more;
  return {
    id,
    employerId: at,
    kind: 'employment',
    startsOn,
    hours: [{ from: startsOn, hoursPerWeek, ...(hoursPerYear === undefined ? {} : { hoursPerYear }) }],
    ...(endedOn ? { endedOn } : {}),
    ...rest,
  };
}

export function trial(id: string, at: string, startsOn: CalendarDate, endedOn?: CalendarDate): Placement {
  return job(id, at, startsOn, endedOn, { kind: 'trial-placement' });
}

/** A grant decided on its first day unless said otherwise. */
export function grant(
  id: string,
  from: CalendarDate,
  to: CalendarDate,
  more: Partial<GrantDecision> & Pick<Partial<Grant>, 'placementId' | 'applicationId'> = {},
): Grant {
  const { placementId, applicationId, ...decision } = more;
  return {
    id,
    ...(placementId ? { placementId } : {}),
    ...(applicationId ? { applicationId } : {}),
    decisions: [{ decidedOn: from, from, to, regime: 'medium', beyondLimit: false, ...decision }],
  };
}

export function session(id: string, on: CalendarDate, minutes: number, more: Partial<Session> = {}): Session {
  return {
    id,
    coachId: 'coach',
    on,
    minutes,
    groupSize: 1,
    activity: 'training',
    form: 'workplace',
    withdrawn: false,
    ...more,
  };
}

export function application(
  id: string,
  kind: Application['kind'],
  receivedOn: CalendarDate,
  more: Partial<Application> = {},
): Application {
  return { id, kind, receivedOn, ...more };
}

/** A trajectory; without `openedOn` it opens with its first placement. */
export function trajectory(
  facts: Partial<TrajectoryFacts>,
  sessions: readonly Session[] = [],
): TrajectoryRecord {
  const starts = (facts.placements ?? []).map((placement) => placement.startsOn).sort();
  return {
    facts: {
      id: 'trajectory',
      candidateId: 'candidate',
      funderId: 'funder',
      organisationId: 'organisation',
      ruleSet: { name: 'uwv-2014', version: 1 },
      openedOn: starts[0] ?? '2024-01-01',
      organisationChanges: [],
      ruleSetMoves: [],
      namings: [],
      fitNotes: [],
      ...NO_SIGNALS,
      assignments: [],
      substitutions: [],
      placements: [],
      absences: [],
      applications: [],
      grants: [],
      objections: [],
      plans: [],
      hoursApprovals: [],
      planOfApproach: NO_PLAN,
      ...NO_REVIEW,
      declarations: [],
      ...facts,
    },
    sessions,
    employerContacts: [],
  };
}

interface Question {
  readonly on: CalendarDate;
  readonly ruleSet?: RuleSet;
  readonly sessions?: readonly Session[];
  readonly continued?: readonly TrajectoryRecord[];
}

/** The limits of a trajectory with these facts, under `uwv-2014` unless said otherwise. */
export function limits(facts: Partial<TrajectoryFacts>, question: Question): Limits {
  const { on, ruleSet = PRESETS['uwv-2014'], sessions = [], continued = [] } = question;
  return limitsOf({ on, ruleSet, continued, trajectory: trajectory(facts, sessions) });
}

/** The reading of one clock. */
export function clockOf(of: Limits, name = 'uwv-2014'): ClockReading {
  const clock = of.clocks.find((reading) => reading.clock === name);
  if (!clock) throw new Error(`no clock ${name}`);
  return clock;
}

export function termsOf(of: Limits, name = 'uwv-2014'): readonly Term[] {
  return clockOf(of, name).terms;
}

/** The only term of a clock. */
export function onlyTerm(of: Limits, name = 'uwv-2014'): Term {
  const [term, ...others] = termsOf(of, name);
  if (!term || others.length > 0) throw new Error(`not one term but ${others.length + (term ? 1 : 0)}`);
  return term;
}

export function deadlines(of: Limits, kind: DeadlineKind): Deadline[] {
  return of.deadlines.filter((deadline) => deadline.kind === kind);
}
