import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limitsOf } from '../../domain/limits/index.js';
import type { LimitsInput } from '../../domain/limits/limits.js';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import { type Career, careers, turnsOf } from './careers.js';
import { inOrder, oracleDeadlines } from './oracle/deadlines.js';
import { differences } from './oracle/differences.js';
import { oracleLimits } from './oracle/limits.js';

/** The days on which an answer turns: starts, ends, decisions and last days, with their neighbours and 13 weeks. */
function turningDays(career: Career): CalendarDate[] {
  const records = [career.trajectory, ...career.continued];
  const facts = records.flatMap((record) => [
    record.facts.openedOn,
    ...turnsOf(record.facts),
    ...record.facts.placements.flatMap((each) => [each.startsOn, ...(each.endedOn ? [each.endedOn] : [])]),
    ...record.facts.grants.flatMap((grant) => grant.decisions.flatMap((each) => [each.decidedOn, each.to])),
    ...record.facts.applications.map((each) => each.receivedOn),
  ]);
  const future = addDays(
    facts.reduce((a, b) => (a > b ? a : b)),
    2000,
  );
  const terms = oracleLimits({ ...career, on: future }).flatMap((clock) => clock.terms);
  const computed = terms.flatMap((term) => [
    term.lastDay,
    ...term.periods.map((period) => period.lastDay),
    ...term.extensions.map((extension) => extension.lastDay),
  ]);
  const around = [...facts, ...computed].flatMap((day) =>
    [-92, -91, -1, 0, 1, 28, 29, 30].map((days) => addDays(day, days)),
  );
  return [...new Set([...around, future])].filter((day) => day >= career.trajectory.facts.openedOn).sort();
}

/** A career with some of its turning days, spread by `dice`. */
const careerOnDays = fc
  .tuple(careers(), fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 }))
  .map(([career, dice]) => {
    const days = turningDays(career);
    return { career, days: [...new Set(dice.map((die) => days[die % days.length] ?? days[0]))] };
  });

/** Compares on every turning day; throws with one line for every field that differs. */
function agree(compare: (input: LimitsInput) => string[]): void {
  fc.assert(
    fc.property(careerOnDays, ({ career, days }) => {
      for (const on of days) {
        if (on !== undefined) expect(compare({ ...career, on })).toEqual([]);
      }
    }),
    { numRuns: Number(process.env.ORACLE_RUNS ?? 200) },
  );
}

describe('limits against the day-by-day oracle', () => {
  it('gives every clock as the readings do, for arbitrary careers on the days on which something turns', () => {
    agree((input) => differences(oracleLimits(input), limitsOf(input).clocks));
  });

  it('gives every deadline that the readings fix with its day and status', () => {
    agree((input) => differences(oracleDeadlines(input), inOrder(limitsOf(input).deadlines)));
  });
});
