import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../../domain/shared/refusal.js';
import type { TrajectoryCommand } from '../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../domain/trajectory/index.js';
import type { TrajectoryRefusalCode } from '../../../domain/trajectory/refusals.js';
import { trajectoryRefusals } from '../../../domain/trajectory/refusals.js';
import { decisionOf } from '../../spec/given.js';
import { accountsCases } from './accounts/refusal-cases.js';
import { awardCases } from './award/refusal-cases.js';
import { closingCases } from './closing/refusal-cases.js';
import { factCorrectionCases } from './corrected-facts/refusal-cases.js';
import * as example from './examples.js';
import { after, id, OTHER_COACH, running, TODAY } from './examples.js';
import { planCases } from './plan/refusal-cases.js';
import type { RefusalCase } from './refusal-case.js';
import { requestCases } from './requests/refusal-cases.js';
import { reviewCases } from './review/refusal-cases.js';
import { signalCases } from './signals/refusal-cases.js';

const tied = (from: '2024-03-05' | '2024-03-06') => ({
  circumstances: {
    coach: { ...example.FREE, ties: [{ kind: 'manager' as const, employerId: example.EMPLOYER, from }] },
    coachDay: [],
  },
});
const recognised = (from: '2024-01-10' | '2024-01-11') => ({
  circumstances: {
    coach: { ...example.FREE, recognised: [{ from }], withoutRecognition: 'refusal' as const },
  },
});
const recognisedOrganisation = (to: '2024-01-09' | '2024-01-10') => ({
  circumstances: {
    organisation: {
      recognised: [{ from: '2020-01-01' as const, to }],
      withoutRecognition: 'refusal' as const,
    },
  },
});
const dayWith = (minutes: number, startsAt?: string) => ({
  circumstances: {
    coach: example.FREE,
    coachDay: [{ sessionId: id(999), minutes, startsAt, durationMinutes: minutes }],
  },
});
const correctAssignment = (changes: { from?: '2024-06-01'; until?: '2024-01-09' | '2024-01-10' }) => ({
  type: 'CorrectCoachAssignment' as const,
  today: TODAY,
  assignmentId: example.ASSIGNMENT,
  changes,
  reason: 'typefout',
  ...example.WITH_COACH,
});
const endSubstitution = (endedOn: '2024-03-31' | '2024-04-01' | '2024-04-20') => ({
  type: 'EndSubstitution' as const,
  today: TODAY,
  substitutionId: example.SUBSTITUTION,
  endedOn,
});
const endAbsence = (endedOn: '2024-05-05' | '2024-05-06' | '2024-05-20') => ({
  type: 'EndAbsence' as const,
  today: TODAY,
  absenceId: example.ABSENCE,
  endedOn,
});
/** A command as the edge could pass it on: what the types forbid, a request can still hold. */
const untyped = (command: object): TrajectoryCommand =>
  JSON.parse(JSON.stringify(command)) as TrajectoryCommand;
const { openIt, assignIt, startIt, trialIt, recordIt, endIt, changeIt, changeJobIt } = example;
const { substituteIt, handOverIt, reportIt, nameIt, contactIt, closeIt, withdrawIt } = example;

const cases: Record<TrajectoryRefusalCode, RefusalCase> = {
  ...accountsCases,
  ...planCases,
  ...reviewCases,
  ...signalCases,
  ...factCorrectionCases,
  'bsn.not-allowed': {
    before: running,
    refused: { ...nameIt, name: 'De Wit 111222333' },
    allowed: { ...nameIt, name: 'De Wit 111222334' },
  },
  'name.required': { before: running, refused: { ...nameIt, name: '  ' }, allowed: nameIt },
  'date.in-future': {
    before: running,
    refused: { ...recordIt, on: '2024-10-01' },
    allowed: { ...recordIt, on: TODAY },
  },
  'date.before-opening': {
    before: running,
    refused: { ...contactIt, on: '2024-01-09' },
    allowed: { ...contactIt, on: '2024-01-10' },
  },
  'id.already-used': {
    before: [...running, recordIt],
    refused: { ...recordIt, minutes: 91 },
    allowed: { ...recordIt, minutes: 91, sessionId: id(51) },
  },
  'minutes.invalid': {
    before: running,
    refused: { ...recordIt, minutes: 0 },
    allowed: { ...recordIt, minutes: 1 },
  },
  'period.invalid': {
    before: running,
    refused: { ...substituteIt, until: '2024-03-31' },
    allowed: { ...substituteIt, until: '2024-04-01' },
  },
  'trajectory.not-found': { before: [], refused: assignIt, allowed: openIt },
  'trajectory.continues-itself': {
    before: [],
    refused: { ...openIt, continues: openIt.trajectoryId },
    allowed: { ...openIt, continues: id(9) },
  },
  'trajectory.closed': {
    before: [...running, closeIt],
    refused: { ...recordIt, on: '2024-09-16' },
    allowed: { ...recordIt, on: '2024-09-15' },
  },
  'organisation.not-recognised': {
    before: [],
    refused: { ...openIt, ...recognisedOrganisation('2024-01-09') },
    allowed: { ...openIt, ...recognisedOrganisation('2024-01-10') },
  },
  'field.required': {
    before: [...running, recordIt],
    refused: untyped({ ...example.correctSession({}), changes: { minutes: null } }),
    allowed: example.correctSession({ minutes: 60 }),
  },
  'coach.not-assigned': {
    before: [...running, substituteIt],
    refused: { ...recordIt, coachId: OTHER_COACH, on: '2024-03-31' },
    allowed: { ...recordIt, coachId: OTHER_COACH, on: '2024-04-01' },
  },
  'coach.tied': {
    before: running,
    refused: { ...recordIt, ...tied('2024-03-05') },
    allowed: { ...recordIt, ...tied('2024-03-06') },
  },
  'coach.not-recognised': {
    before: [openIt],
    refused: { ...assignIt, ...recognised('2024-01-11') },
    allowed: { ...assignIt, ...recognised('2024-01-10') },
  },
  'coach-assignment.not-found': {
    before: [openIt],
    refused: correctAssignment({ from: '2024-06-01' }),
    allowed: assignIt,
  },
  'coach-assignment.ends-before-start': {
    before: running,
    refused: correctAssignment({ until: '2024-01-09' }),
    allowed: correctAssignment({ until: '2024-01-10' }),
  },
  'substitution.not-found': {
    before: running,
    refused: endSubstitution('2024-04-20'),
    allowed: substituteIt,
  },
  'substitution.ends-before-start': {
    before: [...running, substituteIt],
    refused: endSubstitution('2024-03-31'),
    allowed: endSubstitution('2024-04-01'),
  },
  'substitution.already-ended': {
    before: [...running, { ...substituteIt, until: '2024-09-29' }],
    refused: endSubstitution('2024-04-20'),
    allowed: { ...substituteIt, substitutionId: id(101) },
  },
  'handover.no-coach-before': {
    before: running,
    refused: { ...handOverIt, on: '2024-01-10' },
    allowed: { ...handOverIt, on: '2024-01-11' },
  },
  'placement.not-found': {
    before: running,
    refused: { ...endIt, placementId: id(49) },
    allowed: endIt,
  },
  'placement.unknown': {
    before: running,
    refused: { ...recordIt, placementId: id(49) },
    allowed: { ...recordIt, placementId: example.JOB },
  },
  'placement.overlaps-same-kind': {
    before: [...running, endIt],
    refused: { ...startIt, placementId: example.NEXT_JOB, startsOn: '2024-08-31' },
    allowed: { ...startIt, placementId: example.NEXT_JOB, startsOn: '2024-09-01' },
  },
  'placement.already-ended': {
    before: [...running, endIt],
    refused: { ...endIt, endedOn: '2024-08-30' },
    allowed: example.correctPlacement({ endedOn: '2024-08-30' }),
  },
  'placement.ends-before-start': {
    before: running,
    refused: { ...endIt, endedOn: '2024-01-31' },
    allowed: { ...endIt, endedOn: '2024-02-01' },
  },
  'placement-change.outside-placement': {
    before: running,
    refused: { ...changeIt, from: '2024-01-31' },
    allowed: { ...changeIt, from: '2024-02-01' },
  },
  'hours-per-week.invalid': {
    before: running,
    refused: { ...changeIt, hoursPerWeek: 168.5 },
    allowed: { ...changeIt, hoursPerWeek: 168 },
  },
  'hours-per-year.invalid': {
    before: running,
    refused: { ...changeIt, hoursPerYear: -1 },
    allowed: { ...changeIt, hoursPerYear: 0 },
  },
  'hours-per-week.required': {
    before: running,
    refused: { ...changeIt, hoursPerWeek: undefined, hoursPerYear: 1000 },
    allowed: { ...changeIt, hoursPerWeek: 24, hoursPerYear: 1000 },
  },
  'wage-value.invalid': {
    before: running,
    refused: { ...changeIt, wageValuePercent: 101 },
    allowed: { ...changeIt, wageValuePercent: 100 },
  },
  'trial-placement.too-long': {
    before: running,
    refused: { ...trialIt, plannedEnd: '2024-05-01' },
    allowed: { ...trialIt, plannedEnd: '2024-04-30' },
  },
  'job-change.no-placement': {
    before: running,
    refused: { ...changeJobIt, endedOn: '2024-01-31' },
    allowed: { ...changeJobIt, endedOn: '2024-02-01' },
  },
  'job-change.placement-unclear': {
    before: [...running, { ...startIt, placementId: id(43), employerId: id(22) }],
    refused: changeJobIt,
    allowed: { ...changeJobIt, placementId: example.JOB },
  },
  'absence.not-found': { before: running, refused: endAbsence('2024-05-20'), allowed: reportIt },
  'absence.ends-before-start': {
    before: [...running, reportIt],
    refused: endAbsence('2024-05-05'),
    allowed: endAbsence('2024-05-06'),
  },
  'absence.already-ended': {
    before: [...running, { ...reportIt, until: '2024-09-29' }],
    refused: endAbsence('2024-05-20'),
    allowed: {
      type: 'CorrectAbsence',
      today: TODAY,
      absenceId: example.ABSENCE,
      changes: { until: '2024-05-20' },
      reason: 'typefout',
    },
  },
  ...awardCases,
  'session.not-found': { before: running, refused: withdrawIt, allowed: recordIt },
  'session.withdrawn': {
    before: [...running, recordIt, withdrawIt],
    refused: example.correctSession({ minutes: 60 }),
    allowed: { ...recordIt, sessionId: id(51) },
  },
  'session.overlaps': {
    before: running,
    refused: { ...recordIt, startsAt: '09:59', ...dayWith(60, '09:00') },
    allowed: { ...recordIt, startsAt: '10:00', ...dayWith(60, '09:00') },
  },
  'time.invalid': {
    before: running,
    refused: { ...recordIt, startsAt: '24:00' },
    allowed: { ...recordIt, startsAt: '23:59' },
  },
  'group-size.invalid': {
    before: running,
    refused: { ...recordIt, groupSize: 0 },
    allowed: { ...recordIt, groupSize: 1 },
  },
  'coach-day.over-24-hours': {
    before: running,
    refused: { ...recordIt, ...dayWith(1351) },
    allowed: { ...recordIt, ...dayWith(1350) },
  },
  ...requestCases,
  ...closingCases,
};

describe('every refusal of a trajectory', () => {
  for (const [code, { before, refused, allowed }] of Object.entries(cases)) {
    it(`${code} is met, and just inside it is not`, () => {
      const refusal = decisionOf(trajectoryDecider, after(...before), refused);
      expect(refusal).toBeInstanceOf(Refusal);
      expect(refusal).toMatchObject({ code });
      const decision = decisionOf(trajectoryDecider, after(...before), allowed);
      expect(decision).not.toBeInstanceOf(Refusal);
      expect(decision).not.toStrictEqual([]);
    });
  }

  it('has a Dutch sentence of at least two parts: what is wrong and what to do', () => {
    for (const [code, { sentence }] of Object.entries(trajectoryRefusals)) {
      expect([code, sentence]).toEqual([code, expect.stringMatching(/^[A-Z].+[.:] .+\.$/)]);
    }
  });

  it('is malformed input or a rule on stored facts, by what it depends on', () => {
    const kinds = Object.entries(trajectoryRefusals).map(([code, { kind }]) => [code, kind]);
    const invalid = kinds.filter(([, kind]) => kind === 'invalid').map(([code]) => code);
    expect(invalid).toEqual(expect.arrayContaining(['date.in-future', 'minutes.invalid']));
    for (const code of ['date.before-opening', 'coach.not-assigned', 'coach-day.over-24-hours']) {
      expect(kinds).toContainEqual([code, 'rule']);
    }
  });
});
