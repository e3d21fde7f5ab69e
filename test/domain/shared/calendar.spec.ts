import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  addPeriod,
  amsterdamDate,
  type CalendarDate,
  type CalendarPeriod,
  dayNumber,
  daysBetween,
  durationBetween,
  earliest,
  includes,
  isCalendarPeriod,
  latest,
  overlap,
  parseCalendarDate,
  startOfAmsterdamDay,
  wholeMonthsBetween,
} from '../../../domain/shared/calendar.js';

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** Any day of the years 0001 to 9999, as Temporal writes it. */
const anyDate = fc
  .integer({ min: -719_162, max: 2_932_896 })
  .map((days) => EPOCH.add({ days }).toString() as CalendarDate);

/** Days of our time, with the month ends and leap days over-represented. */
const ourDate = fc.oneof(
  fc.constantFrom<CalendarDate>('2024-02-29', '2024-01-31', '2023-12-31', '2023-02-28', '2020-02-29'),
  fc.integer({ min: 10_957, max: 22_000 }).map((days) => EPOCH.add({ days }).toString() as CalendarDate),
);

/** A duration read back: `from` plus its years and months (clamped), and then its days. */
function reachedBy(from: CalendarDate, duration: string): CalendarDate {
  const { years, months, days } = Temporal.Duration.from(duration);
  return addDays(addMonths(from, years * 12 + months), days);
}

describe('parseCalendarDate', () => {
  it.each([
    '2025-06-31',
    '2025-02-29',
    '2100-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '2025-1-1',
    '20250101',
    '01-02-2025',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '-002025-01-01',
    '',
    null,
    undefined,
    20250101,
    new Date(0),
  ])('refuses %p', (text) => {
    expect(parseCalendarDate(text)).toBeUndefined();
  });

  it.each(['2024-02-29', '2000-02-29', '2025-06-30', '0001-01-01', '9999-12-31'])('takes %p', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it('takes exactly the days that a month has', () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 1; month <= 12; month++) {
        const length = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
        for (let day = 1; day <= 31; day++) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          expect(parseCalendarDate(text)).toBe(day <= length ? text : undefined);
        }
      }
    }
  });
});

describe('isCalendarPeriod', () => {
  it.each(['P3Y', 'P6M', 'P4W', 'P7D', 'P9999D'])('takes %p', (text) => {
    expect(isCalendarPeriod(text)).toBe(true);
  });

  it.each(['P0D', 'P06M', 'P1Y6M', 'PT1H', 'P-1D', 'P1.5Y', '6M', 'p6m', 'P10000D', 6, null])(
    'refuses %p',
    (text) => {
      expect(isCalendarPeriod(text)).toBe(false);
    },
  );
});

describe('counting days', () => {
  it('numbers every day of four centuries in turn, 1970-01-01 being 0', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    let date = Temporal.PlainDate.from('1799-12-31');
    for (let number = -62_092; number < 84_006; number++) {
      if (dayNumber(date.toString() as CalendarDate) !== number) {
        throw new Error(`${date} is day ${dayNumber(date.toString() as CalendarDate)}, not ${number}`);
      }
      date = date.add({ days: 1 });
    }
    expect(date.toString()).toBe('2200-01-01');
  });

  it('agrees with Temporal on any day of the years 1 to 9999', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(dayNumber(a)).toBe(EPOCH.until(a).days);
        expect(daysBetween(a, b)).toBe(Temporal.PlainDate.from(a).until(b).days);
      }),
    );
  });

  it('adds days as it counts them', () => {
    fc.assert(
      fc.property(ourDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('adding months and periods', () => {
  it.each<[CalendarDate, CalendarPeriod, number, CalendarDate]>([
    ['2024-02-29', 'P1Y', 1, '2025-02-28'],
    ['2024-02-29', 'P3Y', 1, '2027-02-28'],
    ['2024-02-29', 'P1Y', 4, '2028-02-29'],
    ['2024-03-01', 'P3Y', 1, '2027-03-01'],
    ['2024-01-31', 'P1M', 1, '2024-02-29'],
    ['2024-01-31', 'P1M', 2, '2024-03-31'],
    ['2023-08-31', 'P6M', 1, '2024-02-29'],
    ['2023-08-31', 'P6M', 2, '2024-08-31'],
    ['2024-02-29', 'P4W', 1, '2024-03-28'],
    ['2024-02-29', 'P7D', -1, '2024-02-22'],
    ['2024-03-31', 'P1M', -1, '2024-02-29'],
    ['2024-05-17', 'P6M', 0, '2024-05-17'],
  ])('%s + %s × %i is %s', (date, period, times, expected) => {
    expect(addPeriod(date, period, times)).toBe(expected);
  });

  it('keeps the day of the month, or takes the last where the month is shorter', () => {
    fc.assert(
      fc.property(ourDate, fc.integer({ min: -200, max: 200 }), (date, months) => {
        const [start, moved] = [date, addMonths(date, months)].map((each) => Temporal.PlainDate.from(each));
        expect(moved?.day).toBe(Math.min(start?.day ?? 0, moved?.daysInMonth ?? 0));
        const monthsOf = (each?: Temporal.PlainDate) => (each?.year ?? 0) * 12 + (each?.month ?? 0);
        expect(monthsOf(moved) - monthsOf(start)).toBe(months);
      }),
    );
  });

  it('refuses what is not a period of one unit', () => {
    expect(() => addPeriod('2024-01-01', 'P1Y6M' as CalendarPeriod)).toThrow(RangeError);
  });
});

describe('durationBetween (reading 9)', () => {
  it.each<[CalendarDate, CalendarDate, string]>([
    ['2024-03-01', '2024-03-01', 'P0D'],
    ['2024-03-02', '2024-03-01', 'P0D'],
    ['2024-03-01', '2024-03-02', 'P1D'],
    ['2024-03-01', '2027-03-01', 'P3Y'],
    ['2024-02-29', '2025-02-28', 'P1Y'],
    ['2024-02-29', '2027-02-28', 'P3Y'],
    ['2024-01-31', '2024-02-29', 'P1M'],
    ['2024-01-31', '2024-03-30', 'P1M30D'],
    ['2024-01-31', '2024-03-31', 'P2M'],
    ['2023-08-31', '2024-02-29', 'P6M'],
    ['2022-03-10', '2023-12-01', 'P1Y8M21D'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(durationBetween(from, to)).toBe(expected);
  });

  it('clamps where Temporal does not', () => {
    expect(
      Temporal.PlainDate.from('2024-02-29').until('2025-02-28', { largestUnit: 'year' }).toString(),
    ).toBe('P11M30D');
    expect(durationBetween('2024-02-29', '2025-02-28')).toBe('P1Y');
  });

  it('has the greatest number of whole months not past the end, and then the days left', () => {
    fc.assert(
      fc.property(ourDate, fc.nat(4000), (from, days) => {
        const to = addDays(from, days);
        const months = wholeMonthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
        const duration = durationBetween(from, to);
        expect(reachedBy(from, duration)).toBe(to);
        const parts = Temporal.Duration.from(duration);
        expect(parts.years * 12 + parts.months).toBe(months);
        expect(parts.months).toBeLessThan(12);
        expect(duration).toMatch(/^P(?:0D|(?=\d)(?:[1-9]\d*Y)?(?:[1-9]\d*M)?(?:[1-9]\d*D)?)$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('amsterdamDate', () => {
  it.each([
    ['2024-01-15T22:59:59.999Z', '2024-01-15'],
    ['2024-01-15T23:00:00.000Z', '2024-01-16'],
    ['2024-07-15T21:59:59.999Z', '2024-07-15'],
    ['2024-07-15T22:00:00.000Z', '2024-07-16'],
    ['2023-12-31T23:00:00.000Z', '2024-01-01'],
    ['2024-03-30T22:59:59.999Z', '2024-03-30'],
    ['2024-03-30T23:00:00.000Z', '2024-03-31'],
    ['2024-03-31T21:59:59.999Z', '2024-03-31'],
    ['2024-03-31T22:00:00.000Z', '2024-04-01'],
    ['2024-10-26T21:59:59.999Z', '2024-10-26'],
    ['2024-10-26T22:00:00.000Z', '2024-10-27'],
    ['2024-10-27T22:59:59.999Z', '2024-10-27'],
    ['2024-10-27T23:00:00.000Z', '2024-10-28'],
  ])('is at %s the date %s', (instant, date) => {
    expect(amsterdamDate(instant)).toBe(date);
  });
});

describe('startOfAmsterdamDay', () => {
  it.each([
    ['2024-01-16', '2024-01-15T23:00:00.000Z'],
    ['2024-07-16', '2024-07-15T22:00:00.000Z'],
    ['2024-03-31', '2024-03-30T23:00:00.000Z'],
    ['2024-04-01', '2024-03-31T22:00:00.000Z'],
    ['2024-10-28', '2024-10-27T23:00:00.000Z'],
  ] as const)('%s begins at %s', (date, instant) => {
    expect(startOfAmsterdamDay(date)).toBe(instant);
  });
});

describe('stretches of days', () => {
  it('include both their ends, and go on without one', () => {
    const week = { from: '2024-05-06', to: '2024-05-12' } as const;
    const days: CalendarDate[] = ['2024-05-05', '2024-05-06', '2024-05-12', '2024-05-13'];
    expect(days.map((day) => includes(week, day))).toEqual([false, true, true, false]);
    expect(days.map((day) => includes({ from: '2024-05-06' }, day))).toEqual([false, true, true, true]);
  });

  it('overlap when some day is in both', () => {
    const stretch = fc
      .tuple(fc.nat(30), fc.option(fc.nat(10), { nil: undefined }))
      .map(([start, length]) => ({
        from: addDays('2024-02-10', start),
        ...(length === undefined ? {} : { to: addDays('2024-02-10', start + length) }),
      }));
    const days = Array.from({ length: 60 }, (_, n) => addDays('2024-02-10', n));
    fc.assert(
      fc.property(stretch, stretch, (a, b) => {
        expect(overlap(a, b)).toBe(days.some((day) => includes(a, day) && includes(b, day)));
      }),
    );
  });

  it('have a latest and an earliest day', () => {
    expect(latest('2024-02-29', '2023-12-31', '2024-03-01')).toBe('2024-03-01');
    expect(earliest('2024-02-29', '2023-12-31', '2024-03-01')).toBe('2023-12-31');
  });
});
