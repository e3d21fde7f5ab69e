import type { Award } from '../limits/awards.js';
import { awardsOf } from '../limits/awards.js';
import type { Standing } from '../limits/clock-reading.js';
import type { Day } from '../limits/days.js';
import type { LimitsInput } from '../limits/limits.js';
import { standingOf } from '../limits/limits-of.js';
import { coachedAt } from '../limits/used-minutes.js';
import type { RuleSet } from '../rule-sets/rule-set.js';
import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Session, TrajectoryRecord } from '../trajectory/facts.js';

/** A session with what it counts for on the day asked about. */
export interface AccountSession {
  readonly session: Session;
  /** True of a session of the trajectory itself; false of one that it continues. */
  readonly own: boolean;
  readonly day: Day;
  /** floor(minutes ÷ groupSize) (reading 23); 0 when it was withdrawn or may not be declared (reading 38). */
  readonly minutes: number;
  /** The employer it counts at (reading 23). */
  readonly employerId: Id | undefined;
  readonly approved: boolean;
}

/** The hours of a trajectory and of those that it continues, as they stand on a day. */
export interface Account {
  readonly standing: Standing;
  readonly ruleSet: RuleSet;
  readonly trajectory: TrajectoryRecord;
  readonly continued: readonly TrajectoryRecord[];
  readonly awards: readonly Award[];
  /** By day, then by id. */
  readonly sessions: readonly AccountSession[];
}

/** Counts every session once, whatever their number, and says what was granted, approved and declared by `on`. */
export function accountOf(input: LimitsInput): Account {
  const { trajectory, continued, ruleSet, on } = input;
  const standing = standingOf(input);
  const of = (record: TrajectoryRecord, own: boolean): AccountSession[] => {
    const approvals = new Set(
      record.facts.hoursApprovals
        .filter((approval) => !approval.withdrawn && approval.on <= on)
        .map(({ id }) => id),
    );
    return record.sessions
      .filter((session) => session.on <= on)
      .map((session) => accountSession(session, { own, standing, ruleSet, approvals }));
  };
  const sessions = [of(trajectory, true), ...continued.map((record) => of(record, false))].flat().sort(byDay);
  return { standing, ruleSet, trajectory, continued, awards: awardsOf(standing, ruleSet), sessions };
}

interface Counting {
  readonly own: boolean;
  readonly standing: Standing;
  readonly ruleSet: RuleSet;
  /** The approvals in force. */
  readonly approvals: ReadonlySet<Id>;
}

function accountSession(session: Session, { own, standing, ruleSet, approvals }: Counting): AccountSession {
  const day = dayNumber(session.on);
  const { atWork, employerId } = coachedAt(standing.career, { day, placementId: session.placementId });
  const counts = !session.withdrawn && (atWork || ruleSet.sessionOutsidePlacementDeclarable);
  return {
    session,
    own,
    day,
    minutes: counts ? Math.floor(session.minutes / session.groupSize) : 0,
    employerId,
    approved: session.approvedBy?.some((id) => approvals.has(id)) === true,
  };
}

function byDay(a: AccountSession, b: AccountSession): number {
  return a.day - b.day || (a.session.id < b.session.id ? -1 : 1);
}

/** The sessions of the trajectory itself that count in these days, both included. */
export function registeredIn(
  { sessions }: Account,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
): readonly AccountSession[] {
  return sessions.filter(
    ({ own, minutes, session }) => own && minutes > 0 && session.on >= days.from && session.on <= days.to,
  );
}

/** Minutes that fall on a day at an employer. */
export interface Spent {
  readonly day: Day;
  readonly employerId: Id | undefined;
  readonly minutes: number;
}

/** The sum of minutes. */
export function minutesOfAll(spent: readonly { readonly minutes: number }[]): number {
  return spent.reduce((sum, { minutes }) => sum + minutes, 0);
}

/**
 * True when something of `more` falls on days without a grant, or brings an award that it falls in above what that
 * holds; `before` is what was spent already.
 */
export function goesOverGrant(
  { awards }: Account,
  before: readonly Spent[],
  more: readonly Spent[],
): boolean {
  const left = new Map<Award, number>();
  for (const spent of more) {
    const award = awardFor(awards, spent);
    if (award === undefined) return true;
    left.set(award, (left.get(award) ?? award.minutes) - spent.minutes);
  }
  for (const spent of before) {
    const award = awardFor(awards, spent);
    const minutes = award && left.get(award);
    if (award && minutes !== undefined) left.set(award, minutes - spent.minutes);
  }
  return [...left.values()].some((minutes) => minutes < 0);
}

function awardFor(awards: readonly Award[], { day, employerId }: Spent): Award | undefined {
  return awards.find(
    (award) =>
      award.start <= day && day < award.end && (award.employerId === null || award.employerId === employerId),
  );
}
