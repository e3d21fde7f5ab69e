import { bindingLastDays, type LastDaySegment } from '../../domain/limits/index.js';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { TrajectoryFacts, TrajectoryRecord } from '../../domain/trajectory/facts.js';
import { assignedCoachOn } from '../../domain/trajectory/state.js';
import type { Row } from '../runtime/projection.js';
import { NEVER } from './caseload.schema.js';

/**
 * The rows of one trajectory: they follow each other without a gap from the day it opened, each valid up to the day
 * before the next. Whoever asks about a day before that does not find it.
 */
export function caseloadRows(
  facts: TrajectoryFacts,
  continued: readonly TrajectoryFacts[],
  ruleSet: RuleSet,
): readonly Row[] {
  const segments = bindingLastDays({
    trajectory: withoutSessions(facts),
    continued: continued.map(withoutSessions),
    ruleSet,
  });
  const days = turningPoints(facts, segments);
  const rows: Row[] = [];
  for (const day of days) {
    const row = rowOn(day, facts, segments, ruleSet);
    const previous = rows.at(-1);
    if (previous !== undefined && sameExceptValidity(previous, row)) continue;
    if (previous !== undefined) rows[rows.length - 1] = { ...previous, valid_until: addDays(day, -1) };
    rows.push(row);
  }
  return rows;
}

function withoutSessions(facts: TrajectoryFacts): TrajectoryRecord {
  return { facts, sessions: [], employerContacts: [] };
}

/** The days on which something in a row can change, in order; the first is the day on which the trajectory opened. */
function turningPoints(facts: TrajectoryFacts, segments: readonly LastDaySegment[]): readonly CalendarDate[] {
  const days = new Set<CalendarDate>([facts.openedOn]);
  const add = (day: CalendarDate | null | undefined) => {
    if (day && day > facts.openedOn) days.add(day);
  };
  for (const { validFrom } of segments) add(validFrom);
  for (const { from, until } of facts.assignments) {
    add(from);
    add(until && addDays(until, 1));
  }
  add(facts.closedOn && addDays(facts.closedOn, 1));
  return [...days].sort();
}

function rowOn(
  day: CalendarDate,
  facts: TrajectoryFacts,
  segments: readonly LastDaySegment[],
  ruleSet: RuleSet,
): Row {
  const lastDay = (clock: string): CalendarDate | null =>
    segments.findLast((one) => one.clock === clock && (one.validFrom === null || one.validFrom <= day))
      ?.lastDay ?? null;
  return {
    trajectory_id: facts.id,
    valid_from: day,
    valid_until: NEVER,
    status: facts.closedOn !== undefined && facts.closedOn < day ? 'closed' : 'open',
    candidate_id: facts.candidateId,
    organisation_id: facts.organisationId,
    funder_id: facts.funderId,
    coach_id: assignedCoachOn(facts, day) ?? null,
    limit_on: lastDay(ruleSet.name) ?? NEVER,
    municipal_last_day: lastDay('municipal-2y'),
    uwv_last_day: lastDay('uwv-2014'),
    opened_on: facts.openedOn,
    closed_on: facts.closedOn ?? null,
  };
}

function sameExceptValidity(a: Row, b: Row): boolean {
  return Object.keys(a).every((column) => column.startsWith('valid_') || a[column] === b[column]);
}
