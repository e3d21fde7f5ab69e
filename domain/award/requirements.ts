import {
  addPeriod,
  type CalendarDate,
  type CalendarPeriod,
  compareDays,
  type Days,
  includes,
} from '../shared/calendar.js';
import { byId, type Id } from '../shared/ids.js';
import type { RecordedProof } from './recorded-proof.js';

/** What an application may have to rest on. */
export type Requirement =
  | 'placement'
  | 'plan'
  | 'logbook'
  | 'candidate-assessment'
  | 'employer-assessment'
  | 'hours'
  | 'evaluation'
  | 'regime'
  | 'motivation';

/** Why something is missing. */
export type Lack =
  | 'not-recorded'
  /** The latest version of the plan is not agreed by all parties. */
  | 'not-agreed'
  /** Sessions are there, and hours of some of their days were not approved. */
  | 'not-approved'
  /** There is no granted period that it could be about. */
  | 'no-granted-period'
  /** The last one is longer ago than the rule set allows. */
  | 'out-of-date';

/** One fact that shows something: a grant, a session, a version of the plan. */
export interface Proven {
  readonly kind:
    | 'application'
    | 'placement'
    | 'plan'
    | 'session'
    | 'hours-approval'
    | 'assessment'
    | 'evaluation'
    | 'grant';
  readonly id?: Id;
  /** Of a plan. */
  readonly version?: number;
  readonly on: CalendarDate;
}

/** A requirement with what shows that it is met, or why it is not. */
export type CheckedRequirement = { readonly requirement: Requirement } & (
  | { readonly present: true; readonly shownBy: readonly Proven[] }
  | { readonly present: false; readonly lack: Lack }
);

/** Met, by these facts; they stand by day, then by id, in whichever order they were recorded (reading 54). */
export function present(requirement: Requirement, ...shownBy: readonly Proven[]): CheckedRequirement {
  return { requirement, present: true, shownBy: [...shownBy].sort(inOrder) };
}

function inOrder(a: Proven, b: Proven): number {
  return compareDays(a.on, b.on) || byId({ id: a.id ?? '' }, { id: b.id ?? '' });
}

export function missing(requirement: Requirement, lack: Lack): CheckedRequirement {
  return { requirement, present: false, lack };
}

/** The latest version of the plan, agreed by all parties (UWV 2014 B.4.1, B.4.3). */
export function checkPlan({ plans }: RecordedProof, on: CalendarDate): CheckedRequirement {
  const drafted = plans.filter(({ draftedOn }) => draftedOn <= on);
  const [latest] = [...drafted].sort((a, b) => b.version - a.version);
  if (latest === undefined) return missing('plan', 'not-recorded');
  const { version, agreedByAllOn } = latest;
  if (agreedByAllOn === undefined || agreedByAllOn > on) return missing('plan', 'not-agreed');
  return present('plan', { kind: 'plan', version, on: agreedByAllOn });
}

/**
 * A signed logbook of a period (UWV, Leidraad logboek): it has sessions, and the organisation approved the hours of
 * every day on which there was one.
 */
export function checkLogbook(
  { sessions, hoursApprovals = [] }: RecordedProof,
  period: Days | undefined,
  on: CalendarDate,
): CheckedRequirement {
  if (period === undefined) return missing('logbook', 'no-granted-period');
  const held = sessions.filter((session) => session.on <= on && includes(period, session.on));
  if (held.length === 0) return missing('logbook', 'not-recorded');
  const approvals = hoursApprovals.filter((approval) => approval.on <= on);
  const signed = held.every((session) => approvals.some((approval) => includes(approval, session.on)));
  if (!signed) return missing('logbook', 'not-approved');
  const used = approvals.filter((approval) => held.some((session) => includes(approval, session.on)));
  return present('logbook', ...used.map(({ id, on: day }) => shown('hours-approval', day, id)));
}

/** An assessment by the candidate or the employer of the period, given in it or after it (UWV 2014 B.4.2). */
export function checkAssessment(
  { assessments = [] }: RecordedProof,
  by: 'candidate' | 'employer',
  period: Days | undefined,
  on: CalendarDate,
): CheckedRequirement {
  const requirement = `${by}-assessment` as const;
  if (period === undefined) return missing(requirement, 'no-granted-period');
  const given = assessments.filter((one) => one.by === by && period.from <= one.on && one.on <= on);
  if (given.length === 0) return missing(requirement, 'not-recorded');
  return present(requirement, ...given.map((one) => shown('assessment', one.on, one.id)));
}

/** The last evaluation, no longer ago than the rule set lets pass between two (reading 46). */
export function checkEvaluation(
  { evaluations }: RecordedProof,
  everySoOften: CalendarPeriod,
  on: CalendarDate,
): CheckedRequirement {
  const held = evaluations.filter((evaluation) => evaluation.on <= on);
  const [last] = [...held].sort(
    (a, b) => compareDays(b.on, a.on) || byId({ id: a.id ?? '' }, { id: b.id ?? '' }),
  );
  if (last === undefined) return missing('evaluation', 'not-recorded');
  if (addPeriod(last.on, everySoOften) < on) return missing('evaluation', 'out-of-date');
  return present('evaluation', shown('evaluation', last.on, last.id));
}

/** A reference that leaves out an id that is not known. */
export function shown(kind: Proven['kind'], on: CalendarDate, id?: Id): Proven {
  return { kind, on, ...(id === undefined ? {} : { id }) };
}
