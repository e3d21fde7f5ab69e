import { bindingLastDays, type LastDaySegment } from '../../domain/limits/index.js';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { TrajectoryFacts, TrajectoryRecord } from '../../domain/trajectory/facts.js';
import {
  assignedCoachOn,
  closedStretches,
  isClosedOn,
  lastDayAround,
  organisationOn,
  ruleSetReferenceOn,
} from '../../domain/trajectory/state.js';
import type { Row } from '../runtime/projection.js';
import { NEVER } from './caseload.schema.js';

/** The last days as one version of the rules has them. */
interface Ruled {
  readonly ruleSet: RuleSet;
  readonly segments: readonly LastDaySegment[];
}

/**
 * The rows of one trajectory: they follow each other without a gap from the day it opened, each valid up to the day
 * before the next. Whoever asks about a day before that does not find it.
 *
 * @param ruleSets the rule set of each of its versions
 */
export function caseloadRows(
  facts: TrajectoryFacts,
  continued: readonly TrajectoryFacts[],
  ruleSets: ReadonlyMap<number, RuleSet>,
): readonly Row[] {
  const records = { trajectory: withoutSessions(facts), continued: continued.map(withoutSessions) };
  const ruled = new Map<number, Ruled>();
  for (const [version, ruleSet] of ruleSets) {
    ruled.set(version, { ruleSet, segments: bindingLastDays({ ...records, ruleSet }) });
  }
  const days = turningPoints(facts, [...ruled.values()]);
  const rows: Row[] = [];
  for (const day of days) {
    const row = rowOn(day, facts, ruledOn(facts, day, ruled));
    const previous = rows.at(-1);
    if (previous !== undefined && sameExceptValidity(previous, row)) continue;
    if (previous !== undefined) rows[rows.length - 1] = { ...previous, valid_until: addDays(day, -1) };
    rows.push(row);
  }
  return rows;
}

function ruledOn(facts: TrajectoryFacts, day: CalendarDate, ruled: ReadonlyMap<number, Ruled>): Ruled {
  const { version } = ruleSetReferenceOn(facts, day);
  const found = ruled.get(version);
  if (found === undefined) throw new Error(`rule set ${version} of funder ${facts.funderId} is not known`);
  return found;
}

function withoutSessions(facts: TrajectoryFacts): TrajectoryRecord {
  return { facts, sessions: [], employerContacts: [] };
}

/** The days on which something in a row can change, in order; the first is the day on which the trajectory opened. */
function turningPoints(facts: TrajectoryFacts, ruled: readonly Ruled[]): readonly CalendarDate[] {
  const days = new Set<CalendarDate>([facts.openedOn]);
  const add = (day: CalendarDate | null | undefined) => {
    if (day && day > facts.openedOn) days.add(day);
  };
  for (const { segments } of ruled) for (const { validFrom } of segments) add(validFrom);
  for (const { on } of [...facts.organisationChanges, ...facts.ruleSetMoves]) add(on);
  for (const { from, until } of facts.assignments) {
    add(from);
    add(until && addDays(until, 1));
  }
  for (const { closedOn, reopenedOn } of closedStretches(facts)) {
    add(addDays(closedOn, 1));
    add(reopenedOn);
  }
  return [...days].sort();
}

function rowOn(day: CalendarDate, facts: TrajectoryFacts, { segments, ruleSet }: Ruled): Row {
  const lastDay = (clock: string): CalendarDate | null =>
    segments.findLast((one) => one.clock === clock && (one.validFrom === null || one.validFrom <= day))
      ?.lastDay ?? null;
  return {
    trajectory_id: facts.id,
    valid_from: day,
    valid_until: NEVER,
    status: isClosedOn(facts, day) ? 'closed' : 'open',
    candidate_id: facts.candidateId,
    organisation_id: organisationOn(facts, day),
    funder_id: facts.funderId,
    coach_id: assignedCoachOn(facts, day) ?? null,
    limit_on: lastDay(ruleSet.name) ?? NEVER,
    municipal_last_day: lastDay('municipal-2y'),
    uwv_last_day: lastDay('uwv-2014'),
    opened_on: facts.openedOn,
    closed_on: lastDayAround(facts, day) ?? null,
  };
}

function sameExceptValidity(a: Row, b: Row): boolean {
  return Object.keys(a).every((column) => column.startsWith('valid_') || a[column] === b[column]);
}
