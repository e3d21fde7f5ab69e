import { accountOf, declaredBy, hoursOf } from '../hours/index.js';
import type { LimitsInput } from '../limits/limits.js';
import { type CalendarDate, type Days, dayNumber, includes } from '../shared/calendar.js';
import type { ReportedHours } from './accountability.js';

/**
 * The hours of the reported days: used, approved and declared as the rules count them (readings 23 and 38), and granted
 * in the coaching periods that lie wholly in them; null where none does, for hours are granted per period (reading 22).
 */
export function hoursIn(input: LimitsInput, { from, to }: Required<Days>): ReportedHours {
  const period: Days = { from, to: to as CalendarDate };
  const account = accountOf(input);
  const own = account.sessions.filter((one) => one.own && includes(period, one.session.on));
  const [first, last] = [dayNumber(from), dayNumber(to as CalendarDate)];
  const declared = declaredBy(account, input.on).filter(({ day }) => first <= day && day <= last);
  const granted = hoursOf(input).periods.filter(
    ({ startsOn, lastDay, granted: minutes }) =>
      minutes !== null && lastDay !== null && from <= startsOn && lastDay <= (to as CalendarDate),
  );
  return {
    grantedMinutes:
      granted.length === 0 ? null : granted.reduce((sum, { granted: minutes }) => sum + (minutes ?? 0), 0),
    usedMinutes: sumOf(own),
    approvedMinutes: sumOf(own.filter(({ approved }) => approved)),
    declaredMinutes: sumOf(declared),
  };
}

function sumOf(counted: readonly { readonly minutes: number }[]): number {
  return counted.reduce((sum, { minutes }) => sum + minutes, 0);
}
