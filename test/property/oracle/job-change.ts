import type {
  CoachKept,
  ContinuityInput,
  JobChange,
  TrajectoryUnderRules,
} from '../../../domain/continuity/continuity.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { daysFrom, eachDay, earliestOf, plusDays } from './calendar.js';
import { assignedOn, assignmentsOf, substitutionsOf } from './coach-line.js';
import { employerOfGrant } from './grant-employer.js';
import { runsOn, seenGrants, seenPlacements, seenSessions } from './seen.js';
import type { Change, Stay } from './stays.js';

/**
 * The trajectories whose coach is asked for on a day of a stay: those that hold a placement of the stay running that
 * day, and when none of those has a coach that day all of the candidate.
 */
function askedFor(stay: Stay, day: CalendarDate, { trajectories, on }: ContinuityInput) {
  const ids = stay.placements.filter((placement) => runsOn(placement, day)).flatMap((each) => each.ids);
  const holders = trajectories.filter(({ facts }) => facts.placements.some((each) => ids.includes(each.id)));
  return assignedOn(assignmentsOf(holders, on), day) === undefined ? trajectories : holders;
}

function coachFor(stay: Stay, day: CalendarDate, input: ContinuityInput): Id | undefined {
  return assignedOn(assignmentsOf(askedFor(stay, day, input), input.on), day)?.coachId;
}

/** Reading 26. */
function coachKeptAt({ old, next }: Change, input: ContinuityInput): CoachKept {
  const before = coachFor(old, old.lastDay, input);
  const after = coachFor(next, next.firstDay, input);
  if (after === undefined) return 'none';
  if (after !== before) return 'other';
  const standsIn = substitutionsOf(askedFor(next, next.firstDay, input), input.on).some(
    (each) => each.from <= next.firstDay && next.firstDay <= each.to,
  );
  return standsIn ? 'substituted' : 'same';
}

/** Reading 28: the longest run of days without a contact around the change. */
function daysWithoutContact({ old, next }: Change, contacts: readonly CalendarDate[], on: CalendarDate) {
  const before =
    contacts.filter((day) => day <= old.lastDay && day < next.firstDay).at(-1) ?? plusDays(old.firstDay, -1);
  const after = contacts.find((day) => day >= next.firstDay) ?? on;
  let longest = 0;
  let run = 0;
  for (const day of eachDay(plusDays(before, 1), plusDays(after, -1))) {
    run = contacts.includes(day) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The trajectory with those that it continues, directly or further back. */
function chainOf(
  trajectory: TrajectoryUnderRules,
  all: readonly TrajectoryUnderRules[],
): TrajectoryUnderRules[] {
  const earlier = all.find((each) => each.facts.id === trajectory.facts.continues);
  return earlier === undefined ? [trajectory] : [trajectory, ...chainOf(earlier, all)];
}

/** Reading 17 for every grant of the candidate: the employer it is for, over the placements of its own trajectory. */
function grantsWithEmployer({ trajectories, on }: ContinuityInput) {
  return trajectories.flatMap((trajectory) => {
    const chain = chainOf(trajectory, trajectories);
    const placements = seenPlacements(chain, on);
    return seenGrants([trajectory], on).map((grant) => ({
      ...grant,
      employerId: employerOfGrant(grant, placements, chain),
    }));
  });
}

/** Readings 30 and 52: the days from the new start that no grant covers, before `on` and within the stay. */
function unfundedDays(next: Stay, input: ContinuityInput): number {
  const holder = input.trajectories.find(({ facts }) =>
    facts.placements.some((placement) => placement.id === next.id),
  );
  const onlyItsOwn = holder?.ruleSet.clock.scope === 'employment';
  const grants = grantsWithEmployer(input).filter(
    (grant) => !onlyItsOwn || grant.employerId === next.employerId,
  );
  const dayBefore = plusDays(input.on, -1);
  const last = next.lastDay === undefined ? dayBefore : earliestOf(dayBefore, next.lastDay);
  let days = 0;
  for (const day of eachDay(next.firstDay, last)) {
    if (grants.some((grant) => grant.from <= day && day <= grant.to)) break;
    days++;
  }
  return days;
}

/** Reading 29. `coachId` is the coach assigned on the old last day. */
function continuousAt(
  { next }: Change,
  coachId: Id | undefined,
  coachKept: CoachKept,
  without: number,
  input: ContinuityInput,
): boolean | null {
  const day14 = plusDays(next.firstDay, 14);
  if (coachKept === 'other' || coachKept === 'none' || without > 28) return false;
  const ownSession = seenSessions(input.trajectories, input.on).some(
    (session) => session.coachId === coachId && session.on >= next.firstDay && session.on <= day14,
  );
  if (ownSession) return true;
  return input.on <= day14 ? null : false;
}

/** Readings 26 to 30 and 52: what is to be said of one job change. */
export function describe(change: Change, input: ContinuityInput): JobChange {
  const { old, next } = change;
  const { on, trajectories } = input;
  const contacts = seenSessions(trajectories, on)
    .map((session) => session.on)
    .sort();
  const employerContacts = trajectories
    .flatMap((trajectory) => trajectory.employerContacts)
    .filter((each) => each.employerId === next.employerId && each.on >= next.firstDay && each.on <= on)
    .map((each) => each.on)
    .sort();
  const coachKept = coachKeptAt(change, input);
  const without = daysWithoutContact(change, contacts, on);
  const coachId = coachFor(old, old.lastDay, input);
  return {
    from: old.employerId,
    to: next.employerId,
    endedOn: old.lastDay,
    startedOn: next.firstDay,
    gapDays: Math.max(0, daysFrom(old.lastDay, next.firstDay) - 1),
    coachKept,
    firstContactOn: contacts.find((day) => day >= next.firstDay) ?? null,
    firstEmployerContactOn: employerContacts[0] ?? null,
    daysWithoutContact: without,
    unfundedDays: unfundedDays(next, input),
    continuous: continuousAt(change, coachId, coachKept, without, input),
  };
}
