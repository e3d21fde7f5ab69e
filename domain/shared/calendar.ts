import { Temporal } from 'temporal-polyfill';

/** A calendar date `YYYY-MM-DD` in Europe/Amsterdam, years 0001 to 9999. Such dates sort as text. */
export type CalendarDate = `${number}-${number}-${number}`;

/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string;

/** A length of calendar time in whole years, months, weeks or days: `P3Y`, `P6M`, `P4W`, `P7D`. */
export type CalendarPeriod = `P${number}${'Y' | 'M' | 'W' | 'D'}`;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PERIOD = /^P([1-9]\d{0,3})([YMWD])$/;

/** The date that `text` names, or undefined when it is not written as one or is not in the calendar (31 June). */
export function parseCalendarDate(text: unknown): CalendarDate | undefined {
  if (typeof text !== 'string' || !DATE.test(text) || text.startsWith('0000')) return undefined;
  const day = Number(text.slice(8));
  const last = daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
  return day >= 1 && day <= last ? (text as CalendarDate) : undefined;
}

/** The days of a month of the Gregorian calendar, 0 for a month that there is not. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True when `text` is a whole calendar period of one unit, such as `P6M`. */
export function isCalendarPeriod(text: unknown): text is CalendarPeriod {
  return typeof text === 'string' && PERIOD.test(text);
}

/**
 * The day's number: whole days since 1970-01-01, negative before it.
 * Integer arithmetic on the proleptic Gregorian calendar, because counting days is on every hot path.
 */
export function dayNumber(date: CalendarDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The number of days from `from` to `to`: 0 when they are the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The date `days` days after `date` (before it when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;
}

/** The date `months` months after `date`, clamped to the end of the month: 2024-02-29 + 12 months = 2025-02-28. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as CalendarDate;
}

/** `times` × `period` after `date`, counted at once from `date` so that repeated periods never drift. */
export function addPeriod(date: CalendarDate, period: CalendarPeriod, times = 1): CalendarDate {
  const [, count, unit] = PERIOD.exec(period) ?? [];
  if (count === undefined || unit === undefined) throw new RangeError(`not a calendar period: ${period}`);
  const amount = Number(count) * times;
  switch (unit) {
    case 'Y':
      return addMonths(date, 12 * amount);
    case 'M':
      return addMonths(date, amount);
    case 'W':
      return addDays(date, 7 * amount);
    default:
      return addDays(date, amount);
  }
}

/** The greatest number of whole months m ≥ 0 with `from` + m months (clamped) not after `to`. */
export function wholeMonthsBetween(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const months = years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) > to ? months - 1 : months;
}

/**
 * The duration from `from` to `to` as ISO 8601 without weeks and without zero parts, `P0D` when nothing is left
 * or `to` is not later (reading 9): whole months first, clamped to the month's end, then the days left.
 */
export function durationBetween(from: CalendarDate, to: CalendarDate): string {
  if (to <= from) return 'P0D';
  const wholeMonths = wholeMonthsBetween(from, to);
  const years = Math.floor(wholeMonths / 12);
  const months = wholeMonths % 12;
  const days = daysBetween(addMonths(from, wholeMonths), to);
  const parts = [years ? `${years}Y` : '', months ? `${months}M` : '', days ? `${days}D` : ''].join('');
  return parts ? `P${parts}` : 'P0D';
}

/** The calendar date in Europe/Amsterdam at `instant`. */
export function amsterdamDate(instant: Instant): CalendarDate {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/Amsterdam')
    .toPlainDate()
    .toString() as CalendarDate;
}

/** The first moment of a day in Europe/Amsterdam, in UTC to the millisecond, so that it compares with others as text. */
export function startOfAmsterdamDay(date: CalendarDate): Instant {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
}

/** The order of days: negative when `a` comes before `b`, 0 when they are one. */
export function compareDays(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The latest of `dates`; at least one is required. */
export function latest(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((a, b) => (b > a ? b : a), first);
}

/** The earliest of `dates`; at least one is required. */
export function earliest(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((a, b) => (b < a ? b : a), first);
}

/** A stretch of days, both ends included; without `to` it goes on. */
export interface Days {
  readonly from: CalendarDate;
  readonly to?: CalendarDate | undefined;
}

/** True when `day` falls in `days`, both ends included. */
export function includes(days: Days, day: CalendarDate): boolean {
  return days.from <= day && (days.to === undefined || day <= days.to);
}

/** True when the two stretches share at least one day. */
export function overlap(a: Days, b: Days): boolean {
  return (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);
}
