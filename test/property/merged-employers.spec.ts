import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { continuityOf } from '../../domain/continuity/index.js';
import { bindingLastDays, grantIsBeyondLimit, limitsOf } from '../../domain/limits/index.js';
import type { Id } from '../../domain/shared/ids.js';
import { type Survivors, survivorOf } from '../../domain/shared/survivors.js';
import type { TrajectoryRecord } from '../../domain/trajectory/facts.js';
import { recordWithOneEmployer } from '../../domain/trajectory/merged-employers.js';
import { careers, daysAround } from './careers.js';

const RUNS = { numRuns: 150 };

/** Which of the registrations of its employer each placement and contact was recorded with: the first one, or 2 or 3. */
const registrations = fc.array(fc.nat(2), { minLength: 1, maxLength: 20 });

const suffixes = ['', ' (twee)', ' (drie)'] as const;

/** The same career as it would be recorded by people who did not know that an employer was registered three times. */
function recordedApart(record: TrajectoryRecord, picks: readonly number[]): TrajectoryRecord {
  const registered = (employerId: Id, index: number): Id =>
    employerId + suffixes[(picks[index % picks.length] ?? 0) as 0 | 1 | 2];
  return {
    ...record,
    facts: {
      ...record.facts,
      placements: record.facts.placements.map((placement, index) => ({
        ...placement,
        employerId: registered(placement.employerId, index),
      })),
    },
    employerContacts: record.employerContacts.map((contact, index) => ({
      ...contact,
      employerId: registered(contact.employerId, index + 7),
    })),
  };
}

/** Every third registration was merged into the second, and that into the first: a chain. */
function merges(records: readonly TrajectoryRecord[]): Survivors {
  const first = records.flatMap(({ facts, employerContacts }) => [
    ...facts.placements.map(({ employerId }) => employerId),
    ...employerContacts.map(({ employerId }) => employerId),
  ]);
  return new Map(
    first.flatMap((id): [Id, Id][] => [
      [`${id}${suffixes[2]}`, `${id}${suffixes[1]}`],
      [`${id}${suffixes[1]}`, id],
    ]),
  );
}

const career = careers().chain((one) => daysAround(one).map((on) => ({ ...one, on })));

describe('a career recorded with duplicates of its employers', () => {
  it('reads after their merge as if each had been registered once', () => {
    fc.assert(
      fc.property(career, registrations, ({ trajectory, continued }, picks) => {
        const whole = [trajectory, ...continued];
        const survivors = merges(whole);
        for (const record of whole) {
          expect(recordWithOneEmployer(recordedApart(record, picks), survivors)).toEqual(record);
        }
      }),
      RUNS,
    );
  });

  it('has after their merge the limits, last days and continuity of one that knew better from the start', () => {
    fc.assert(
      fc.property(career, registrations, ({ on, trajectory, continued, ruleSet }, picks) => {
        const survivors = merges([trajectory, ...continued]);
        const merged = (record: TrajectoryRecord) =>
          recordWithOneEmployer(recordedApart(record, picks), survivors);
        const known = { on, trajectory, continued, ruleSet };
        const found = { on, trajectory: merged(trajectory), continued: continued.map(merged), ruleSet };
        expect(limitsOf(found)).toEqual(limitsOf(known));
        expect(bindingLastDays(found)).toEqual(bindingLastDays(known));
        const grant = { from: on, to: on };
        expect(grantIsBeyondLimit(found, grant)).toBe(grantIsBeyondLimit(known, grant));
        const ruled = (record: TrajectoryRecord) => ({ ...record, ruleSet });
        expect(continuityOf({ on, trajectories: [found.trajectory, ...found.continued].map(ruled) })).toEqual(
          continuityOf({ on, trajectories: [trajectory, ...continued].map(ruled) }),
        );
      }),
      RUNS,
    );
  });

  it('is told from one that was not: as long as they are apart, two employers are two', () => {
    let different = 0;
    fc.assert(
      fc.property(career, registrations, ({ on, trajectory, continued, ruleSet }, picks) => {
        const apart = { on, trajectory: recordedApart(trajectory, picks), continued, ruleSet };
        const same = { on, trajectory, continued, ruleSet };
        if (JSON.stringify(limitsOf(apart)) !== JSON.stringify(limitsOf(same))) different += 1;
      }),
      RUNS,
    );
    expect(different).toBeGreaterThan(0);
  });

  it('leaves facts as they are where nothing was merged', () => {
    fc.assert(
      fc.property(career, ({ trajectory }) => {
        expect(recordWithOneEmployer(trajectory, new Map())).toBe(trajectory);
        expect(survivorOf(new Map(), trajectory.facts.candidateId)).toBe(trajectory.facts.candidateId);
      }),
      RUNS,
    );
  });
});
