import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import { type CalendarDate, includes } from '../../../domain/shared/calendar.js';
import { awaitedContacts, contactTask, type TaskFile } from '../../../domain/tasks/index.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { trajectory } from '../limits/facts-of.js';

const MONTHLY = PRESETS['municipal-2y'];
const NONE: RuleSet = { ...MONTHLY, deadlines: { ...MONTHLY.deadlines, contact: 'none' } };

function fileOf(facts: Partial<TrajectoryFacts>): TaskFile {
  const record = trajectory({
    openedOn: '2024-01-15',
    ruleSet: { name: 'municipal-2y', version: 1 },
    ...facts,
  });
  const ruleSets = new Map([
    [1, MONTHLY],
    [2, NONE],
  ]);
  return { trajectory: record, continued: [], ruleSets, coachesAway: new Map() };
}

/** The day by which each awaited contact is due on a day. */
function due(facts: Partial<TrajectoryFacts>, lastContactOn: CalendarDate | null, on: CalendarDate) {
  return awaitedContacts(fileOf(facts))
    .filter((awaited) => includes(awaited, on))
    .map((awaited) => contactTask(awaited, lastContactOn, on)?.dueOn ?? null);
}

describe('a contact each calendar month (reading 45)', () => {
  it('is awaited in each month that lies wholly in the trajectory, and not in the part of a month', () => {
    expect(due({}, null, '2024-01-31')).toEqual([null]);
    expect(due({}, null, '2024-02-01')).toEqual(['2024-02-29']);
    expect(due({ openedOn: '2024-01-01' }, null, '2024-01-01')).toEqual(['2024-01-31']);
  });

  it('is settled for the month by the first contact in it', () => {
    expect(due({}, '2024-02-05', '2024-02-29')).toEqual([null]);
    expect(due({}, '2024-02-05', '2024-03-01')).toEqual(['2024-03-31']);
  });

  it('that was missed stays overdue until there is one again', () => {
    expect(due({}, '2024-02-05', '2024-05-10')).toEqual(['2024-03-31']);
    expect(due({}, '2024-05-10', '2024-05-10')).toEqual([null]);
  });

  it('is not awaited while the trajectory is closed, nor in the month of a reopening', () => {
    const closures = [
      { id: 'c', on: '2024-03-31', structuralSupport: false, reopening: { id: 'r', on: '2024-06-10' } },
    ] as const;
    expect(due({ closures }, '2024-03-10', '2024-03-31')).toEqual([null]);
    expect(due({ closures }, '2024-03-10', '2024-04-01')).toEqual([]);
    expect(due({ closures }, '2024-03-10', '2024-06-10')).toEqual([null]);
    expect(due({ closures }, '2024-03-10', '2024-07-01')).toEqual(['2024-07-31']);
  });

  it('is awaited as long as the rules ask for it', () => {
    const ruleSetMoves = [{ id: 'm', ruleSet: { name: 'own', version: 2 }, on: '2024-03-10' }] as const;
    expect(due({ ruleSetMoves }, null, '2024-03-09')).toEqual(['2024-02-29']);
    expect(due({ ruleSetMoves }, null, '2024-03-10')).toEqual([]);
  });
});

describe('an agreed rhythm', () => {
  const rhythm = (id: string, from: CalendarDate, everyDays: number) => ({ id, from, everyDays });
  const contactRhythms = [rhythm('b', '2024-05-01', 7), rhythm('a', '2024-02-01', 14)];
  const rhythmDue = (last: CalendarDate | null, on: CalendarDate) =>
    awaitedContacts(fileOf({ contactRhythms, closedOn: '2024-12-31' }))
      .filter((awaited) => awaited.kind === 'contact-rhythm' && includes(awaited, on))
      .map((awaited) => contactTask(awaited, last, on)?.dueOn);

  it('makes the next contact due so many days after the last, or after its own first day', () => {
    expect(rhythmDue(null, '2024-02-01')).toEqual(['2024-02-15']);
    expect(rhythmDue('2024-01-20', '2024-02-01')).toEqual(['2024-02-15']);
    expect(rhythmDue('2024-02-10', '2024-02-12')).toEqual(['2024-02-24']);
  });

  it('ends where the next begins, and with the trajectory', () => {
    expect(rhythmDue('2024-04-28', '2024-04-30')).toEqual(['2024-05-12']);
    expect(rhythmDue('2024-04-28', '2024-05-01')).toEqual(['2024-05-08']);
    expect(rhythmDue('2024-12-20', '2025-01-01')).toEqual([]);
  });
});
