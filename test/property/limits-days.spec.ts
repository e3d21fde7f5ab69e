import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, durationOf, plusPeriod } from '../../domain/limits/days.js';
import {
  addDays,
  addPeriod,
  type CalendarPeriod,
  dayNumber,
  durationBetween,
} from '../../domain/shared/calendar.js';

const dates = () => fc.integer({ min: -60_000, max: 60_000 }).map((days) => addDays('2024-02-29', days));
const periods = () =>
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('Y', 'M', 'W', 'D'))
    .map(([count, unit]) => `P${count}${unit}` as CalendarPeriod);

describe('arithmetic on day numbers', () => {
  it('names the same date as the calendar', () => {
    fc.assert(fc.property(dates(), (date) => expect(dateOf(dayNumber(date))).toBe(date)));
  });

  it('adds a period as the calendar does, clamped to the end of the month', () => {
    fc.assert(
      fc.property(dates(), periods(), fc.integer({ min: -3, max: 6 }), (date, period, times) => {
        expect(dateOf(plusPeriod(dayNumber(date), period, times))).toBe(addPeriod(date, period, times));
      }),
    );
  });

  it('measures a duration as the calendar does (reading 9)', () => {
    fc.assert(
      fc.property(dates(), fc.integer({ min: -20, max: 3000 }), (from, days) => {
        const to = addDays(from, days);
        expect(durationOf(dayNumber(from), dayNumber(to))).toBe(durationBetween(from, to));
      }),
    );
  });
});
