import { describe, expect, it } from '@jest/globals';
import {
  type AskingParty,
  mayReadConfidential,
  maySee,
  standingOf,
  trajectoryScope,
} from '../../../domain/access/index.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { NO_PLAN } from '../../../domain/trajectory/plan/facts.js';
import { NO_REVIEW } from '../../../domain/trajectory/review/facts.js';
import { NO_SIGNALS } from '../../../domain/trajectory/signals/facts.js';

const facts: TrajectoryFacts = {
  id: 'trajectory',
  candidateId: 'candidate',
  funderId: 'funder',
  organisationId: 'organisation',
  ruleSet: { name: 'uwv-2014', version: 1 },
  openedOn: '2024-01-01',
  organisationChanges: [],
  ruleSetMoves: [],
  namings: [],
  fitNotes: [],
  ...NO_SIGNALS,
  assignments: [
    { id: '1', coachId: 'first-coach', from: '2024-01-01' },
    { id: '2', coachId: 'second-coach', from: '2024-06-01', byHandover: true },
  ],
  substitutions: [{ id: '3', coachId: 'substitute', from: '2024-03-01', until: '2024-03-14' }],
  placements: [
    {
      id: '4',
      employerId: 'former',
      kind: 'employment',
      startsOn: '2024-01-01',
      endedOn: '2024-08-31',
      hours: [],
    },
    { id: '5', employerId: 'present', kind: 'employment', startsOn: '2024-09-01', hours: [] },
  ],
  absences: [],
  applications: [],
  grants: [],
  objections: [],
  plans: [],
  hoursApprovals: [],
  planOfApproach: NO_PLAN,
  ...NO_REVIEW,
  declarations: [],
};
const today = '2024-10-01';
const scope = trajectoryScope(facts, {
  today,
  continuedBy: [{ organisationId: 'next-organisation', organisationChanges: [], funderId: 'next-funder' }],
});

const seeing: AskingParty[] = [
  { role: 'operator' },
  { role: 'coordinator', organisationId: 'organisation' },
  { role: 'coordinator', organisationId: 'next-organisation' },
  { role: 'case-director', funderId: 'funder' },
  { role: 'case-director', funderId: 'next-funder' },
  { role: 'auditor', funderId: 'funder' },
  { role: 'coach', coachId: 'second-coach' },
  { role: 'coach', coachId: 'first-coach' },
  { role: 'coach', coachId: 'substitute' },
  { role: 'candidate', candidateId: 'candidate' },
  { role: 'employer', employerId: 'former' },
  { role: 'employer', employerId: 'present' },
];

const blind: AskingParty[] = [
  { role: 'administrator', organisationId: 'organisation', funderId: 'funder' },
  { role: 'coordinator', organisationId: 'another', funderId: 'funder' },
  { role: 'coordinator' },
  { role: 'case-director', funderId: 'another', organisationId: 'organisation' },
  { role: 'auditor', organisationId: 'organisation' },
  { role: 'coach', coachId: 'another' },
  { role: 'coach' },
  { role: 'candidate', candidateId: 'another' },
  { role: 'candidate' },
  { role: 'employer', employerId: 'another' },
];

describe('a trajectory that changes organisation', () => {
  const changed = (on: '2024-10-01' | '2024-10-02'): TrajectoryFacts => ({
    ...facts,
    organisationChanges: [{ id: '6', organisationId: 'new-organisation', on, candidateChose: true }],
  });
  const sees = (organisationId: string, on: '2024-10-01' | '2024-10-02') =>
    maySee({ role: 'coordinator', organisationId }, trajectoryScope(changed(on), { today }));

  it('is in sight of the new organisation at once, and out of sight of the former from that day', () => {
    expect([sees('organisation', '2024-10-02'), sees('new-organisation', '2024-10-02')]).toEqual([
      true,
      true,
    ]);
    expect([sees('organisation', '2024-10-01'), sees('new-organisation', '2024-10-01')]).toEqual([
      false,
      true,
    ]);
  });

  it('is what it continues in sight of the new organisation too', () => {
    const continued = trajectoryScope(facts, { today, continuedBy: [changed('2024-10-01')] });
    expect(maySee({ role: 'coordinator', organisationId: 'new-organisation' }, continued)).toBe(true);
  });
});

describe('a trajectory is in sight', () => {
  it.each(seeing)('of %o', (asker) => {
    expect(maySee(asker, scope)).toBe(true);
  });

  it.each(blind)('and not of %o', (asker) => {
    expect(maySee(asker, scope)).toBe(false);
  });

  it('of nobody but the operator where nothing is known of it', () => {
    for (const asker of seeing) expect(maySee(asker, {})).toBe(asker.role === 'operator');
    expect(maySee({ role: 'candidate' }, {})).toBe(false);
  });

  it('of a former employer up to and including six months after the last day', () => {
    const former: AskingParty = { role: 'employer', employerId: 'former' };
    expect(maySee(former, trajectoryScope(facts, { today: '2025-02-28' }))).toBe(true);
    expect(maySee(former, trajectoryScope(facts, { today: '2025-03-01' }))).toBe(false);
  });
});

describe('what was said in confidence', () => {
  const onDay = (day: '2024-03-14' | '2024-03-15' | '2024-06-01') => trajectoryScope(facts, { today, day });

  it('is read by the candidate and no other candidate', () => {
    expect(
      mayReadConfidential({ role: 'candidate', candidateId: 'candidate' }, onDay('2024-06-01'), 'x'),
    ).toBe(true);
    expect(mayReadConfidential({ role: 'candidate', candidateId: 'another' }, onDay('2024-06-01'), 'x')).toBe(
      false,
    );
  });

  it('is read by the coach assigned on the day of the session, not by the one who came later', () => {
    const later: AskingParty = { role: 'coach', coachId: 'second-coach' };
    expect(mayReadConfidential(later, onDay('2024-06-01'), 'second-coach')).toBe(true);
    expect(mayReadConfidential(later, onDay('2024-03-15'), 'first-coach')).toBe(false);
  });

  it('is read by a substitute on the last day that they stand in and not on the next', () => {
    const substitute: AskingParty = { role: 'coach', coachId: 'substitute' };
    expect(mayReadConfidential(substitute, onDay('2024-03-14'), 'first-coach')).toBe(true);
    expect(mayReadConfidential(substitute, onDay('2024-03-15'), 'first-coach')).toBe(false);
  });

  it('is read by a former coach in a session of their own', () => {
    const former: AskingParty = { role: 'coach', coachId: 'first-coach' };
    expect(mayReadConfidential(former, onDay('2024-06-01'), 'first-coach')).toBe(true);
  });

  it.each(['administrator', 'coordinator', 'case-director', 'auditor', 'employer', 'operator'] as const)(
    'is never read by the %s',
    (role) => {
      const asker: AskingParty = {
        role,
        organisationId: 'organisation',
        funderId: 'funder',
        coachId: 'second-coach',
        employerId: 'present',
      };
      expect(mayReadConfidential(asker, onDay('2024-06-01'), 'second-coach')).toBe(false);
    },
  );
});

describe('what somebody is to a file', () => {
  const asCoach = (coachId: string, day: '2024-03-10' | '2024-05-01' | '2024-10-01') =>
    standingOf({ role: 'coach', coachId }, trajectoryScope(facts, { today: day }));

  it('is own coach while they coach or stand in and before they will, and former coach after', () => {
    expect([asCoach('first-coach', '2024-03-10'), asCoach('first-coach', '2024-10-01')]).toEqual([
      'own-coach',
      'former-coach',
    ]);
    expect([asCoach('substitute', '2024-03-10'), asCoach('substitute', '2024-05-01')]).toEqual([
      'own-coach',
      'former-coach',
    ]);
    expect(asCoach('second-coach', '2024-03-10')).toBe('own-coach');
    expect(asCoach('another', '2024-03-10')).toBeUndefined();
  });

  it('is what their role is for everybody else who has it in sight', () => {
    for (const asker of seeing.filter(({ role }) => role !== 'coach' && role !== 'operator')) {
      expect(standingOf(asker, scope)).toBe(asker.role);
    }
  });

  it('is nothing for an administrator, for the operator of the machine, and for who has it not in sight', () => {
    expect(standingOf({ role: 'operator' }, scope)).toBeUndefined();
    for (const asker of blind) expect(standingOf(asker, scope)).toBeUndefined();
  });
});
