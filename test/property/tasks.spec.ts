import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limitsOf } from '../../domain/limits/index.js';
import { PRESETS } from '../../domain/rule-sets/index.js';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import { addDays, type CalendarDate, includes } from '../../domain/shared/calendar.js';
import { allItems } from '../../domain/shared/items-by-id.js';
import {
  awaitedContacts,
  contactTask,
  TASK_KINDS,
  type Task,
  type TaskFile,
  type TaskKind,
  taskSpans,
  tasksOn,
} from '../../domain/tasks/index.js';
import { closedStretches, isClosedOn, type TrajectoryState } from '../../domain/trajectory/state.js';
import { aDay, OPENED } from './arbitraries.js';
import { afterAll } from './decisions.js';
import { assignFirst, commands, openIt } from './trajectory-commands.js';

const RUNS = { numRuns: 100 };

/** The rules of the funder: another preset in each version, so that a move of rules shows. */
const ruleSets: ReadonlyMap<number, RuleSet> = new Map(
  Object.values(PRESETS).flatMap((ruleSet, index) => [
    [index + 1, ruleSet] as const,
    [index + 5, ruleSet] as const,
  ]),
);

const anAbsence = fc
  .record({ coach: fc.integer({ min: 1, max: 3 }), from: aDay, days: fc.option(fc.nat(60)) })
  .map(
    ({ coach, from, days }) =>
      [`coach-${coach}`, { from, to: days === null ? undefined : addDays(from, days) }] as const,
  );

/** A file after arbitrary commands, and coaches who are away now and then. */
const aFile = fc
  .tuple(commands, fc.array(anAbsence, { maxLength: 3 }))
  .map(([asking, absences]): TaskFile => {
    const state = afterAll([openIt, assignFirst, ...asking]);
    const coachesAway = new Map(
      absences.map(([coach]) => [
        coach,
        absences.filter(([other]) => other === coach).map(([, days]) => days),
      ]),
    );
    return { trajectory: recordOf(state), continued: [], ruleSets, coachesAway };
  });

function recordOf({ facts, sessions, contacts }: TrajectoryState): TaskFile['trajectory'] {
  if (facts === undefined) throw new Error('it was opened');
  return { facts, sessions: allItems(sessions), employerContacts: allItems(contacts) };
}

/** Days from before the opening to long after everything. */
const days = fc.array(
  fc.integer({ min: -30, max: 2_000 }).map((number) => addDays(OPENED, number)),
  { minLength: 25, maxLength: 40 },
);

function sorted(tasks: readonly Task[]): readonly string[] {
  return tasks.map((task) => JSON.stringify(task)).sort();
}

describe('the days on which tasks are unsettled', () => {
  it('are on every day exactly those of the tasks of that day', () => {
    const met = new Set<TaskKind>();
    fc.assert(
      fc.property(aFile, days, (file, asked) => {
        const spans = taskSpans(file);
        for (const on of asked) {
          const running = spans.filter((span) => includes(span, on)).map(({ task }) => task);
          expect(sorted(running)).toEqual(sorted(tasksOn(file, on)));
          for (const { kind } of running) met.add(kind);
        }
      }),
      RUNS,
    );
    // When a contact is due follows from the sessions.
    const others = ['contact', 'contact-rhythm'];
    expect([...met].sort()).toEqual(TASK_KINDS.filter((kind) => !others.includes(kind)).sort());
  });

  it('do not overlap for one task', () => {
    fc.assert(
      fc.property(aFile, (file) => {
        const last = new Map<string, CalendarDate | undefined>();
        const spans = [...taskSpans(file)].sort((a, b) => (a.from < b.from ? -1 : 1));
        for (const { task, from, to } of spans) {
          const key = JSON.stringify(task);
          if (last.has(key)) expect(String(last.get(key)) < from).toBe(true);
          last.set(key, to);
        }
      }),
      RUNS,
    );
  });
});

describe('tasks beside the deadlines of the trajectory', () => {
  const kinds = [
    'first-application',
    'follow-on-application',
    'extension-announcement',
    'end-of-job-report',
    'declaration',
  ];

  it('are those deadlines that are unsettled, due on the same day, while it is open', () => {
    fc.assert(
      fc.property(aFile, aDay, (file, on) => {
        if (isClosedOn(file.trajectory.facts, on)) return;
        const ruleSet = ruleSetOn(file, on);
        const { deadlines } = limitsOf({ ...file, on, ruleSet });
        const unsettled = deadlines
          .filter(({ kind, status }) => kinds.includes(kind) && (status === 'open' || status === 'overdue'))
          .map(({ kind, dueOn }) => `${kind} ${dueOn}`);
        // A planned last day that passed is a task before there is an ending, and so a deadline.
        const isRunning = (id: string | null) =>
          file.trajectory.facts.placements.some((one) => one.id === id && one.endedOn === undefined);
        const tasks = tasksOn(file, on)
          .filter(({ kind }) => kinds.includes(kind))
          .filter(({ kind, about }) => kind !== 'end-of-job-report' || !isRunning(about));
        expect(tasks.map(({ kind, dueOn }) => `${kind} ${dueOn}`).sort()).toEqual(unsettled.sort());
      }),
      RUNS,
    );
  });

  it('ask for the contact of a month that the deadlines still have open, or have it missed', () => {
    fc.assert(
      fc.property(aFile, aDay, (file, on) => {
        const ruleSet = ruleSetOn(file, on);
        const contacts = limitsOf({ ...file, on, ruleSet }).deadlines.filter(
          ({ kind }) => kind === 'contact',
        );
        const held = file.trajectory.sessions.filter((one) => !one.withdrawn && one.on <= on);
        const lastContactOn =
          held
            .map((one) => one.on)
            .sort()
            .at(-1) ?? null;
        const awaited = awaitedContacts(file).filter((one) => one.kind === 'contact' && includes(one, on));
        const [task] = awaited.flatMap((one) => contactTask(one, lastContactOn, on) ?? []);
        if (task?.dueOn == null || task.dueOn > on || ruleSet.deadlines.contact === 'none') return;
        expect(contacts).toContainEqual(
          expect.objectContaining({ dueOn: task.dueOn, status: task.dueOn < on ? 'overdue' : 'open' }),
        );
      }),
      RUNS,
    );
  });

  it('await no contact on a day on which the trajectory is closed', () => {
    fc.assert(
      fc.property(aFile, (file) => {
        const { facts } = file.trajectory;
        for (const { closedOn } of closedStretches(facts)) {
          const after = addDays(closedOn, 1);
          const monthly = awaitedContacts(file).filter(({ kind }) => kind === 'contact');
          expect(isClosedOn(facts, after) && monthly.some((one) => includes(one, after))).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

function ruleSetOn({ trajectory: { facts } }: TaskFile, on: CalendarDate): RuleSet {
  const moved = facts.ruleSetMoves.filter((move) => move.on <= on);
  const latest = moved.reduce<(typeof moved)[number] | undefined>(
    (found, move) => (found === undefined || move.on >= found.on ? move : found),
    undefined,
  );
  return ruleSets.get((latest?.ruleSet ?? facts.ruleSet).version) as RuleSet;
}
