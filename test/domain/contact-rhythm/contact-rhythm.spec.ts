import { describe, expect, it } from '@jest/globals';
import { rhythmReadings } from '../../../domain/contact-rhythm/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Session } from '../../../domain/trajectory/facts.js';

const contact = (on: CalendarDate, withdrawn = false): Session => ({
  id: on,
  coachId: 'coach',
  on,
  minutes: 60,
  groupSize: 1,
  activity: 'training',
  form: 'phone',
  withdrawn,
});
const fortnightly = { id: 'r', everyDays: 14, from: '2024-03-01' } as const;
const weekly = { id: 's', everyDays: 7, from: '2024-04-01' } as const;
const readings = (
  on: CalendarDate,
  days: readonly CalendarDate[],
  facts: Partial<Parameters<typeof rhythmReadings>[0]> = {},
) =>
  rhythmReadings(
    { contactRhythms: [fortnightly], ...facts },
    days.map((day) => contact(day)),
    on,
  );

describe('a rhythm without any contact', () => {
  it('is first due its number of days after it began, and in time on that day', () => {
    expect(readings('2024-03-15', [])).toMatchObject([
      {
        lastContactOn: null,
        daysSinceContact: null,
        nextDueOn: '2024-03-15',
        overdue: false,
        tooLong: [],
      },
    ]);
    expect(readings('2024-03-16', [])).toMatchObject([
      { overdue: true, tooLong: [{ from: '2024-03-01', to: null, days: 15 }] },
    ]);
  });
});

describe('a rhythm with contacts', () => {
  it('is due its number of days after the last one', () => {
    expect(readings('2024-03-20', ['2024-03-12', '2024-03-05'])).toMatchObject([
      { lastContactOn: '2024-03-12', daysSinceContact: 8, nextDueOn: '2024-03-26', overdue: false },
    ]);
  });

  it('tells every interval that was longer than agreed, and not one of exactly as many days', () => {
    const [reading] = readings('2024-05-10', ['2024-03-15', '2024-03-30', '2024-04-13']);
    expect(reading?.tooLong).toEqual([
      { from: '2024-03-15', to: '2024-03-30', days: 15 },
      { from: '2024-04-13', to: null, days: 27 },
    ]);
  });

  it('counts from its own first day what was last done before it', () => {
    expect(readings('2024-03-10', ['2024-02-01'])).toMatchObject([
      { lastContactOn: '2024-02-01', daysSinceContact: 38, nextDueOn: '2024-03-15', tooLong: [] },
    ]);
  });

  it('leaves out contacts that were withdrawn or lie after the day asked about', () => {
    const sessions = [contact('2024-03-10', true), contact('2024-03-20')];
    expect(rhythmReadings({ contactRhythms: [fortnightly] }, sessions, '2024-03-19')).toMatchObject([
      { lastContactOn: null, nextDueOn: '2024-03-15', overdue: true },
    ]);
  });
});

describe('a rhythm after which another was agreed', () => {
  it('ends on the day before, in whichever order they were recorded', () => {
    for (const contactRhythms of [
      [fortnightly, weekly],
      [weekly, fortnightly],
    ]) {
      expect(readings('2024-04-20', ['2024-03-20'], { contactRhythms })).toMatchObject([
        { id: 'r', until: '2024-03-31', nextDueOn: null, overdue: false, tooLong: [{ to: '2024-03-20' }] },
        { id: 's', until: null, nextDueOn: '2024-04-08', overdue: true, tooLong: [{ to: null, days: 19 }] },
      ]);
    }
  });

  it('holds until then, and the next one not yet', () => {
    expect(readings('2024-03-31', ['2024-03-25'], { contactRhythms: [fortnightly, weekly] })).toMatchObject([
      { id: 'r', nextDueOn: '2024-04-08' },
      { id: 's', nextDueOn: null, tooLong: [] },
    ]);
  });
});

describe('a rhythm of a trajectory that was closed', () => {
  it('ends with it, and nothing is due any more', () => {
    expect(readings('2024-06-01', ['2024-03-10'], { closedOn: '2024-03-20' })).toMatchObject([
      { until: '2024-03-20', nextDueOn: null, overdue: false, tooLong: [] },
    ]);
  });
});
