import type { CalendarDate, CalendarPeriod } from '../../../domain/shared/calendar.js';

/*
 * A calendar of its own, so that the oracle shares nothing with the code it checks: every day from 1990 to 2099 is
 * written out once, and all arithmetic is a position in that list.
 */

const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function write(year: number, month: number, day: number): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}

const ALL_DAYS: CalendarDate[] = [];
for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= daysInMonth(year, month); day++) ALL_DAYS.push(write(year, month, day));
  }
}
const PLACE = new Map(ALL_DAYS.map((day, place) => [day, place]));

/** The last day that the oracle knows: where an open end is written as a day. */
export const LAST_KNOWN_DAY = write(LAST_YEAR, 12, 31);

function placeOf(day: CalendarDate): number {
  const place = PLACE.get(day);
  if (place === undefined) throw new RangeError(`the oracle does not know ${day}`);
  return place;
}

/** The day `count` days after `day`, before it when negative. */
export function plusDays(day: CalendarDate, count: number): CalendarDate {
  const moved = ALL_DAYS[placeOf(day) + count];
  if (moved === undefined) throw new RangeError(`the oracle does not know ${day} + ${count} days`);
  return moved;
}

/** The number of days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysFrom(from: CalendarDate, to: CalendarDate): number {
  return placeOf(to) - placeOf(from);
}

/** Every day from `from` to `to`, both included; none when `to` is earlier. */
export function eachDay(from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  return from > to ? [] : ALL_DAYS.slice(placeOf(from), placeOf(to) + 1);
}

function plusMonths(day: CalendarDate, count: number): CalendarDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return write(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** `times` × `period` after `day`, in one step from `day`, clamped to the month's end (domain.md section 6). */
export function plusPeriod(day: CalendarDate, period: CalendarPeriod, times = 1): CalendarDate {
  const amount = Number(period.slice(1, -1)) * times;
  if (period.endsWith('Y')) return plusMonths(day, amount * 12);
  if (period.endsWith('M')) return plusMonths(day, amount);
  return plusDays(day, period.endsWith('W') ? amount * 7 : amount);
}

/** Reading 9: months are tried one by one, from none upwards. `P0D` when `to` is not after `from`. */
export function duration(from: CalendarDate, to: CalendarDate): string {
  if (to <= from) return 'P0D';
  let months = 0;
  while (plusMonths(from, months + 1) <= to) months++;
  const days = daysFrom(plusMonths(from, months), to);
  const years = Math.floor(months / 12);
  const text = [
    years > 0 ? `${years}Y` : '',
    months % 12 > 0 ? `${months % 12}M` : '',
    days > 0 ? `${days}D` : '',
  ];
  return text.join('') === '' ? 'P0D' : `P${text.join('')}`;
}

/** The earliest of the days. */
export function earliestOf(...days: readonly CalendarDate[]): CalendarDate {
  const [first] = [...days].sort();
  if (first === undefined) throw new RangeError('no days');
  return first;
}

/** The latest of the days. */
export function latestOf(...days: readonly CalendarDate[]): CalendarDate {
  const last = [...days].sort().at(-1);
  if (last === undefined) throw new RangeError('no days');
  return last;
}
