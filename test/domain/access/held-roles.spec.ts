import { describe, expect, it } from '@jest/globals';
import {
  type CoachedFile,
  coachedAndEnforced,
  mustNotEnforceOwnCandidates,
} from '../../../domain/access/held-roles.js';

const files: readonly CoachedFile[] = [
  { candidateId: 'jikke', funderId: 'utrecht', coachIds: ['sanne'] },
  { candidateId: 'jikke', funderId: 'uwv', coachIds: ['bram'] },
  { candidateId: 'wim', funderId: 'assen', coachIds: ['sanne'], caseManagerCoachIds: ['bram'] },
];
const sanne = { role: 'coach', coachId: 'sanne' } as const;
const bram = { role: 'coach', coachId: 'bram' } as const;

describe('an account that coaches', () => {
  it.each(['case-director', 'auditor'] as const)(
    'may not be %s for the funder of a candidate of its own, under whichever trajectory',
    (role) => {
      expect(coachedAndEnforced([sanne, { role, funderId: 'utrecht' }], files)).toEqual(['jikke']);
      expect(coachedAndEnforced([sanne, { role, funderId: 'uwv' }], files)).toEqual(['jikke']);
      expect(coachedAndEnforced([bram, { role, funderId: 'assen' }], files)).toEqual([]);
      expect(coachedAndEnforced([sanne, { role, funderId: 'elsewhere' }], files)).toEqual([]);
    },
  );

  it('may not be the case manager of a candidate of its own, by a tie of any coach that it is', () => {
    expect(coachedAndEnforced([sanne, bram], files)).toEqual(['wim']);
    expect(coachedAndEnforced([sanne], files)).toEqual([]);
    expect(coachedAndEnforced([bram], files)).toEqual([]);
  });

  it('may coordinate, and be a candidate itself', () => {
    expect(coachedAndEnforced([sanne, { role: 'coordinator' }, { role: 'candidate' }], files)).toEqual([]);
    // A role without its party is none.
    expect(coachedAndEnforced([{ role: 'coach' }, { role: 'auditor' }], files)).toEqual([]);
  });

  it('is refused the role that would make it enforce as well', () => {
    const auditor = { role: 'auditor', funderId: 'utrecht' } as const;
    expect(() => mustNotEnforceOwnCandidates([sanne, auditor], files)).toThrow(
      expect.objectContaining({ code: 'account.coaches-and-enforces', kind: 'rule', field: 'role' }),
    );
    expect(() => mustNotEnforceOwnCandidates([auditor], files)).not.toThrow();
  });
});
