import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { continuityOf } from '../../domain/continuity/index.js';
import { oracleContinuity } from './oracle/continuity.js';
import { continuityCareers } from './oracle/continuity-careers.js';
import { differences } from './oracle/differences.js';

describe('continuity against the day-by-day oracle', () => {
  it('answers as the readings do, for arbitrary candidates on days around their job changes', () => {
    fc.assert(
      fc.property(continuityCareers(), ({ trajectories, days }) => {
        for (const on of days) {
          const input = { trajectories, on };
          expect(differences(oracleContinuity(input), continuityOf(input))).toEqual([]);
        }
      }),
      { numRuns: Number(process.env.ORACLE_RUNS ?? 300) },
    );
  });
});
