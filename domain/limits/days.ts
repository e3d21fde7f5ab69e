import { type CalendarDate, type CalendarPeriod, dayNumber } from '../shared/calendar.js';

/*
 * Dates as day numbers (see `dayNumber`), because limits compare and count days on every read and Temporal is a
 * hundred times slower there. A property test holds each function against domain/shared/calendar.ts.
 */

/** Whole days since 1970-01-01, or `NEVER` for an end that is not known. */
export type Day = number;

/** The day number of an end that has not come: later than every date. */
export const NEVER: Day = Number.POSITIVE_INFINITY;

/** `times` × `period` after `date`: `addPeriod` of the calendar, on day numbers. */
export function datePlus(date: CalendarDate, period: CalendarPeriod, times = 1): CalendarDate {
  return dateOf(plusPeriod(dayNumber(date), period, times));
}

/** A half-open stretch of days: `start` is in it, `end` is not. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function civilOf(number: Day): Civil {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function numberOf(year: number, month: number, day: number): Day {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The calendar date of a day number in the years 0001 to 9999. */
export function dateOf(number: Day): CalendarDate {
  const { year, month, day } = civilOf(number);
  const two = (part: number) => (part < 10 ? `0${part}` : `${part}`);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as CalendarDate;
}

/** `months` months after a day, clamped to the end of the month. */
export function plusMonths(number: Day, months: number): Day {
  const { year, month, day } = civilOf(number);
  const monthsSinceZero = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthsSinceZero / 12);
  const newMonth = monthsSinceZero - newYear * 12 + 1;
  return numberOf(newYear, newMonth, Math.min(day, lastDayOfMonth(newYear, newMonth)));
}

/** `times` × `period` after a day, counted at once so that repeated periods never drift; `NEVER` stays so. */
export function plusPeriod(number: Day, period: CalendarPeriod, times = 1): Day {
  if (number === NEVER) return NEVER;
  const amount = Number(period.slice(1, -1)) * times;
  switch (period.at(-1)) {
    case 'Y':
      return plusMonths(number, 12 * amount);
    case 'M':
      return plusMonths(number, amount);
    case 'W':
      return number + 7 * amount;
    default:
      return number + amount;
  }
}

/**
 * The duration from `from` to `to` as ISO 8601 (reading 9): whole months first, clamped to the month's end, then the
 * days left; `P0D` when `to` is not later.
 */
export function durationOf(from: Day, to: Day): string {
  if (to <= from) return 'P0D';
  const start = civilOf(from);
  const finish = civilOf(to);
  let months = (finish.year - start.year) * 12 + finish.month - start.month;
  if (plusMonths(from, months) > to) months -= 1;
  const years = Math.floor(months / 12);
  const days = to - plusMonths(from, months);
  const rest = months % 12;
  return `P${years ? `${years}Y` : ''}${rest ? `${rest}M` : ''}${days ? `${days}D` : ''}`;
}

/** The day number of an optional date, `NEVER` when there is none. */
export function dayOrNever(date: CalendarDate | undefined): Day {
  return date === undefined ? NEVER : dayNumber(date);
}

/** The days that both ranges hold; undefined when there are none. */
export function shared(a: DayRange, b: DayRange): DayRange | undefined {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : undefined;
}

/** What is left of `range` when every day of `taken` is removed; `taken` in any order, overlap allowed. */
export function without(range: DayRange, taken: readonly DayRange[]): DayRange[] {
  const left: DayRange[] = [];
  let start = range.start;
  for (const part of [...taken].sort((a, b) => a.start - b.start)) {
    if (part.end <= start) continue;
    if (part.start >= range.end) break;
    if (part.start > start) left.push({ start, end: part.start });
    start = part.end;
  }
  if (start < range.end) left.push({ start, end: range.end });
  return left;
}
