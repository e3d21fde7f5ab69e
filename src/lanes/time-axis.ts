import { scaleLinear } from 'd3-scale';
import { addMonths, type CalendarDate, dayNumber } from '../../domain/shared/calendar.js';
import type { Extent } from './pack-rows.js';
import { element, text } from './svg.js';

/** Where a day begins, in units of the picture, to a tenth. */
export type Scale = (date: CalendarDate) => number;

/** The days that the picture shows, and where they are. */
export interface TimeAxis {
  readonly x: Scale;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The least room between two years that are named. */
const YEAR_ROOM = 46;

/** Spreads the days from a month before `first` to two months after `last` over the picture. */
export function scaleOf(first: CalendarDate, last: CalendarDate, { left, right }: Extent): TimeAxis {
  const from = addMonths(first, -1);
  const to = addMonths(last, 2);
  const scale = scaleLinear([dayNumber(from), dayNumber(to)], [left, right]);
  return { x: (date) => Math.round(scale(dayNumber(date)) * 10) / 10, from, to };
}

/** A line at each first of January, its year above it; years too close together are named now and then. */
export function drawYears({ x, from, to }: TimeAxis, top: number, bottom: number): string {
  const drawn: string[] = [];
  let named = Number.NEGATIVE_INFINITY;
  for (let year = yearStart(from); year <= to; year = addMonths(year, 12)) {
    if (year < from) continue;
    const at = x(year);
    drawn.push(element('line', { x1: at, x2: at, y1: top, y2: bottom, stroke: '#d5dbe1' }));
    if (at - named < YEAR_ROOM || x(to) - at < YEAR_ROOM) continue;
    named = at;
    drawn.push(
      element('text', { x: at + 4, y: top + 11, 'font-size': 13, fill: '#52606d' }, text(year.slice(0, 4))),
    );
  }
  return drawn.join('');
}

function yearStart(date: CalendarDate): CalendarDate {
  return `${Number(date.slice(0, 4))}-01-01` as CalendarDate;
}
