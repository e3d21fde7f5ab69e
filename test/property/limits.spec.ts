import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bindingLastDays } from '../../domain/limits/last-days.js';
import type { Limits, LimitsInput, Term } from '../../domain/limits/limits.js';
import { grantIsBeyondLimit, limitsOf } from '../../domain/limits/limits-of.js';
import {
  addDays,
  addMonths,
  addPeriod,
  type CalendarDate,
  daysBetween,
} from '../../domain/shared/calendar.js';
import type { TrajectoryRecord } from '../../domain/trajectory/facts.js';
import { type Career, careers, daysAround } from './careers.js';

const RUNS = { numRuns: 200 };

const careersOnADay = () =>
  careers().chain((career) => daysAround(career).map((on): LimitsInput => ({ ...career, on })));

const terms = (limits: Limits): Term[] => limits.clocks.flatMap((clock) => [...clock.terms]);

/** Adds an ISO 8601 duration of years, months and days to a date, as reading 9 counts it. */
function plusDuration(date: CalendarDate, duration: string): CalendarDate {
  const [, years = '0', months = '0', days = '0'] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration) ?? [];
  return addDays(addMonths(date, 12 * Number(years) + Number(months)), Number(days));
}

function shuffled<Item>(items: readonly Item[], keys: readonly number[]): Item[] {
  return items
    .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0, index }))
    .sort((a, b) => a.key - b.key || b.index - a.index)
    .map(({ item }) => item);
}

function inAnotherOrder({ facts, ...record }: TrajectoryRecord, keys: readonly number[]): TrajectoryRecord {
  return {
    facts: {
      ...facts,
      assignments: shuffled(facts.assignments, keys),
      placements: shuffled(facts.placements, keys),
      applications: shuffled(facts.applications, keys),
      grants: shuffled(facts.grants, keys),
    },
    sessions: shuffled(record.sessions, keys),
    employerContacts: shuffled(record.employerContacts, keys),
  };
}

describe('for every career, on every day', () => {
  it('the terms of one clock and employer do not overlap, and come in order (readings 8a and 54)', () => {
    fc.assert(
      fc.property(careersOnADay(), (input) => {
        for (const clock of limitsOf(input).clocks) {
          const starts = clock.terms.map((term) => term.startsOn);
          expect(starts).toEqual([...starts].sort());
          const lines = new Map<string, Term[]>();
          for (const term of clock.terms) {
            const key = clock.clock.startsWith('municipal') ? 'person' : (term.employerIds[0] as string);
            lines.set(key, [...(lines.get(key) ?? []), term]);
          }
          for (const line of lines.values()) {
            line.slice(1).forEach((term, index) => {
              expect(term.startsOn > (line[index] as Term).lastDay).toBe(true);
            });
          }
        }
      }),
      RUNS,
    );
  });

  it('a person-scoped clock has at most one term (reading 4)', () => {
    fc.assert(
      fc.property(careersOnADay(), (input) => {
        const clock = limitsOf(input).clocks.find((reading) => reading.clock === 'municipal-2y');
        expect(clock?.terms.length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('periods tile their term exactly and are counted from its start (reading 13)', () => {
    fc.assert(
      fc.property(careersOnADay(), (input) => {
        for (const clock of limitsOf(input).clocks) {
          const unit = clock.clock === 'uwv-internal-2015' ? 'P1Y' : 'P6M';
          for (const term of clock.terms) {
            if (term.lastDay < term.startsOn) {
              expect(term.periods).toEqual([]);
              continue;
            }
            expect(term.periods.at(-1)?.lastDay).toBe(term.lastDay);
            term.periods.forEach((period, index) => {
              expect(period.number).toBe(index + 1);
              expect(period.startsOn).toBe(addPeriod(term.startsOn, unit, index));
              const next = term.periods[index + 1];
              if (next) expect(next.startsOn).toBe(addDays(period.lastDay, 1));
            });
          }
        }
      }),
      RUNS,
    );
  });

  it('the order in which facts were recorded changes nothing (reading 54)', () => {
    fc.assert(
      fc.property(careersOnADay(), fc.array(fc.nat(99), { minLength: 1, maxLength: 9 }), (input, keys) => {
        const reordered: LimitsInput = {
          ...input,
          trajectory: inAnotherOrder(input.trajectory, keys),
          continued: shuffled(input.continued, keys).map((record) => inAnotherOrder(record, keys)),
        };
        expect(limitsOf(reordered)).toEqual(limitsOf(input));
        expect(bindingLastDays(reordered)).toEqual(bindingLastDays(input));
      }),
      RUNS,
    );
  });

  it('the budgets of a term never come to more than the stated hours, where all hours are stated (readings 18 and 21)', () => {
    fc.assert(
      fc.property(careersOnADay(), (input) => {
        const stated = (record: TrajectoryRecord): TrajectoryRecord => ({
          ...record,
          facts: {
            ...record.facts,
            grants: record.facts.grants.map((grant) => ({
              ...grant,
              decisions: grant.decisions.map((decision) => ({
                ...decision,
                minutes: decision.minutes ?? 4321,
              })),
            })),
          },
        });
        const trajectory = stated(input.trajectory);
        const continued = input.continued.map(stated);
        const granted = [trajectory, ...continued]
          .flatMap(({ facts }) => facts.grants)
          .map(
            (grant) =>
              grant.decisions.filter((decision) => decision.decidedOn <= input.on).at(-1)?.minutes ?? 0,
          )
          .reduce((sum, minutes) => sum + minutes, 0);
        for (const term of terms(limitsOf({ ...input, trajectory, continued }))) {
          const budget = term.periods.reduce((sum, period) => sum + (period.budgetMinutes ?? 0), 0);
          expect(budget).toBeLessThanOrEqual(granted);
        }
      }),
      RUNS,
    );
  });

  it('elapsed and remaining run from the start and to the day after the last day (readings 9 and 10)', () => {
    fc.assert(
      fc.property(careersOnADay(), (input) => {
        for (const term of terms(limitsOf(input))) {
          const elapsedTo = plusDuration(term.startsOn, term.elapsed);
          expect(elapsedTo <= input.on).toBe(true);
          expect(elapsedTo <= addDays(term.lastDay, 1)).toBe(true);
          const over = input.on > term.lastDay || term.status === 'closed' || term.status === 'restarted';
          if (over) expect(term.remaining).toBe('P0D');
          else expect(plusDuration(input.on, term.remaining)).toBe(addDays(term.lastDay, 1));
          expect(term.daysWithoutPlacement).toBeLessThanOrEqual(daysBetween(term.startsOn, elapsedTo));
        }
      }),
      RUNS,
    );
  });

  it('a term that was reached is not running again as days go by (readings 12 and 14)', () => {
    fc.assert(
      fc.property(careersOnADay(), fc.integer({ min: 1, max: 500 }), (input, days) => {
        const before = limitsOf(input);
        const after = limitsOf({ ...input, on: addDays(input.on, days) });
        before.clocks.forEach((clock, index) => {
          for (const term of clock.terms.filter(({ status }) => status === 'reached')) {
            const same = after.clocks[index]?.terms.find(
              (other) => other.startsOn === term.startsOn && other.placementIds[0] === term.placementIds[0],
            );
            expect(['reached', 'extended', 'restarted', 'closed']).toContain(same?.status);
          }
        });
      }),
      RUNS,
    );
  });

  it('used minutes of periods and separate trials never count a session of one employer twice (reading 23)', () => {
    fc.assert(
      fc.property(careersOnADay(), (input) => {
        const recorded = [input.trajectory, ...input.continued]
          .flatMap(({ sessions }) => sessions)
          .filter((session) => !session.withdrawn && session.on <= input.on)
          .reduce((sum, session) => sum + Math.floor(session.minutes / session.groupSize), 0);
        for (const clock of limitsOf(input).clocks) {
          const used = clock.terms
            .flatMap((term) => term.periods)
            .reduce((sum, period) => sum + period.usedMinutes, 0);
          expect(used).toBeLessThanOrEqual(recorded);
        }
      }),
      RUNS,
    );
  });

  it('the caseload segment of a day names the last day that the limits of that day show', () => {
    fc.assert(
      fc.property(careersOnADay(), (input) => {
        const segments = bindingLastDays(input);
        for (const clock of limitsOf(input).clocks) {
          const own = segments.filter((segment) => segment.clock === clock.clock);
          expect(own[0]?.validFrom).toBeNull();
          const now = own.findLast(({ validFrom }) => validFrom === null || validFrom <= input.on);
          const active = clock.terms.filter(({ status }) => status !== 'closed' && status !== 'restarted');
          const lastDays = (active.length > 0 ? active : clock.terms).map(({ lastDay }) => lastDay).sort();
          expect(now?.lastDay).toBe((active.length > 0 ? lastDays[0] : lastDays.at(-1)) ?? null);
          own.slice(1).forEach((segment, index) => {
            const previous = own[index];
            expect([segment.startsOn, segment.lastDay]).not.toEqual([previous?.startsOn, previous?.lastDay]);
          });
        }
      }),
      RUNS,
    );
  });

  it('a grant is beyond the limit exactly when the binding clock then lists it as an extension (reading 36)', () => {
    fc.assert(
      fc.property(
        careers(),
        fc.integer({ min: -50, max: 1500 }),
        fc.nat(400),
        (career: Career, after, length) => {
          const from = addDays(career.trajectory.facts.openedOn, after);
          const grant = { from, to: addDays(from, length) };
          const input = { ...career, on: from };
          const { facts } = career.trajectory;
          const id = '00000000-0000-7000-8000-00000000abcd';
          const decision = { ...grant, decidedOn: from, regime: 'medium' as const, beyondLimit: false };
          const granted = { ...facts, grants: [...facts.grants, { id, decisions: [decision] }] };
          const after_ = limitsOf({
            ...input,
            on: grant.to,
            trajectory: { ...career.trajectory, facts: granted },
          });
          const listed = after_.clocks[0]?.terms
            .flatMap((term) => term.extensions)
            .some((e) => e.grantId === id);
          expect(grantIsBeyondLimit(input, grant)).toBe(listed);
        },
      ),
      RUNS,
    );
  });
});
