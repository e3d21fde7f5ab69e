import { addDays, type CalendarDate, type Days, daysBetween, earliest, latest } from '../shared/calendar.js';
import type { ReportedAbsence } from './accountability.js';

const FOUR_WEEKS = 28;

interface Stretch {
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
}

/**
 * The absences that have a day in the period, cut to it; those with no day in between are one (reading 49). The employer
 * tells of them in each report (UWV 2014 B.4.2), and from the 29th day on coaching needs approval.
 */
export function absencesIn(absences: readonly Stretch[], { from, to }: Days): readonly ReportedAbsence[] {
  return joined(absences).flatMap((absence): ReportedAbsence[] => {
    const first = latest(absence.from, from);
    const last = lastOf(absence.until, to);
    if (last === undefined || last < first) return [];
    const lasted =
      absence.until === undefined
        ? daysBetween(absence.from, last)
        : daysBetween(absence.from, absence.until);
    return [
      { from: first, to: last, days: daysBetween(first, last) + 1, overFourWeeks: lasted + 1 > FOUR_WEEKS },
    ];
  });
}

function lastOf(until: CalendarDate | undefined, to: CalendarDate | undefined): CalendarDate | undefined {
  if (until === undefined) return to;
  return to === undefined ? until : earliest(until, to);
}

function joined(absences: readonly Stretch[]): readonly Stretch[] {
  const inOrder = [...absences].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const stretches: Stretch[] = [];
  for (const absence of inOrder) {
    const last = stretches.at(-1);
    if (last === undefined || (last.until !== undefined && absence.from > addDays(last.until, 1))) {
      stretches.push(absence);
    } else {
      const open = last.until === undefined || absence.until === undefined;
      const until = open ? undefined : latest(last.until as CalendarDate, absence.until as CalendarDate);
      stretches[stretches.length - 1] = { from: last.from, until };
    }
  }
  return stretches;
}
