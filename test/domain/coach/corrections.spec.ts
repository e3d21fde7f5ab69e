import { describe, expect, it } from '@jest/globals';
import type { CoachCommand } from '../../../domain/coach/commands.js';
import type { CoachEvent } from '../../../domain/coach/events.js';
import { coachDecider } from '../../../domain/coach/index.js';
import { organisationOn } from '../../../domain/coach/state.js';
import { fold } from '../../../domain/shared/decider.js';
import { validDays } from '../../../domain/shared/recognitions.js';
import { given } from '../../spec/given.js';

const today = '2024-09-30';
const reason = 'Verkeerd overgenomen.';
const registered: CoachEvent = {
  type: 'CoachRegistered',
  data: { name: 'D. Özdemir', organisationId: 'organisation-1' },
};
const employed: CoachEvent = {
  type: 'CoachEmployed',
  data: { employmentId: 'employment-1', organisationId: 'organisation-2', from: '2024-05-01' },
};
const recognised: CoachEvent = {
  type: 'CoachRecognised',
  data: {
    recognitionId: 'recognition-1',
    kind: 'register',
    issuer: 'Register Jobcoach',
    from: '2024-01-01',
    until: '2024-12-31',
  },
};
const tied: CoachEvent = {
  type: 'TieDeclared',
  data: { tieId: 'tie-1', kind: 'family', employerId: 'employer-1', from: '2024-01-01' },
};
const away: CoachEvent = {
  type: 'CoachAway',
  data: { absenceId: 'absence-1', from: '2024-10-01', until: '2024-10-31' },
};
const before = given(coachDecider, [registered, employed, recognised, tied, away]);
const stateAfter = (...events: readonly CoachEvent[]) =>
  fold(coachDecider, [registered, employed, recognised, tied, away, ...events]);
const decided = (command: CoachCommand) => coachDecider.decide(command, stateAfter());

describe('the correction of a recognition', () => {
  const correct = (changes: Extract<CoachCommand, { type: 'CorrectCoachRecognition' }>['changes']) =>
    ({ type: 'CorrectCoachRecognition', recognitionId: 'recognition-1', changes, reason }) as const;

  it('changes only what is otherwise, and the days on which it is valid', () => {
    const command = correct({ issuer: 'Register Jobcoach', until: null });
    const data = { recognitionId: 'recognition-1', reason, until: null };
    before.when(command).thenRecords([{ type: 'CoachRecognitionCorrected', data }]);
    before.when(correct({ issuer: 'Register Jobcoach' })).thenNothing();
    expect(validDays(stateAfter(...decided(command)).recognitions)).toEqual([
      { from: '2024-01-01', to: undefined },
    ]);
  });

  it('takes an ending away that was a mistake', () => {
    const ended: CoachEvent = {
      type: 'CoachRecognitionEnded',
      data: { recognitionId: 'recognition-1', endedOn: '2024-06-30', reason },
    };
    expect(validDays(stateAfter(ended).recognitions)).toEqual([{ from: '2024-01-01', to: '2024-06-30' }]);
    const [reopened] = coachDecider.decide(correct({ endedOn: null }), stateAfter(ended));
    expect(validDays(stateAfter(ended, reopened as CoachEvent).recognitions)).toEqual([
      { from: '2024-01-01', to: '2024-12-31' },
    ]);
  });

  it('is judged as a recognition and its ending are', () => {
    before.when(correct({ from: '2025-01-01' })).thenRefuses('period.invalid', 'until');
    before.when(correct({ endedOn: '2023-12-31' })).thenRefuses('recognition.ends-before-start', 'endedOn');
    before
      .when({ ...correct({ from: '2024-02-01' }), recognitionId: 'none' })
      .thenRefuses('recognition.not-found');
  });
});

describe('a tie', () => {
  it('ends once, from its first day on', () => {
    const end = { type: 'EndTie', tieId: 'tie-1', endedOn: '2024-06-30', today } as const;
    const ended: CoachEvent = { type: 'TieEnded', data: { tieId: 'tie-1', endedOn: '2024-06-30' } };
    before.when(end).thenRecords([ended]);
    before.when({ ...end, endedOn: '2023-12-31' }).thenRefuses('period.ends-before-start', 'endedOn');
    before.when({ ...end, tieId: 'none' }).thenRefuses('tie.not-found');
    const after = given(coachDecider, [registered, tied, ended]);
    after.when(end).thenNothing();
    after.when({ ...end, endedOn: '2024-07-31' }).thenRefuses('period.already-ended', 'endedOn');
    after
      .when({ ...end, endedOn: '2024-07-31', today: '2024-06-30' })
      .thenRecords([{ type: 'TieEnded', data: { tieId: 'tie-1', endedOn: '2024-07-31' } }]);
  });

  it('turns out to be with somebody else, or of another kind', () => {
    const correct = { type: 'CorrectTie', tieId: 'tie-1', reason } as const;
    const changes = { kind: 'colleague', employerId: null, candidateId: 'candidate-1' } as const;
    before
      .when({ ...correct, changes })
      .thenRecords([{ type: 'TieCorrected', data: { tieId: 'tie-1', reason, ...changes } }]);
    before.when({ ...correct, changes: { candidateId: 'candidate-1' } }).thenRefuses('tie.party-unclear');
    before.when({ ...correct, changes: { employerId: null } }).thenRefuses('tie.party-unclear');
    before.when({ ...correct, changes: { until: '2023-12-31' } }).thenRefuses('period.invalid', 'until');
    before.when({ ...correct, changes: { kind: 'family' } }).thenNothing();
    before.when({ ...correct, tieId: 'none', changes }).thenRefuses('tie.not-found');
    const [corrected] = coachDecider.decide({ ...correct, changes }, stateAfter());
    expect(stateAfter(corrected as CoachEvent).ties.get('tie-1')?.now).toEqual({
      kind: 'colleague',
      candidateId: 'candidate-1',
      from: '2024-01-01',
    });
  });
});

describe('where a coach works and is away', () => {
  it('is corrected, and counts as corrected', () => {
    const moved = { type: 'CorrectCoachEmployment', employmentId: 'employment-1', reason } as const;
    const [corrected] = decided({ ...moved, changes: { from: '2024-08-01' } });
    const state = stateAfter(corrected as CoachEvent);
    expect(['2024-07-31', '2024-08-01'].map((day) => organisationOn(state, day as '2024-08-01'))).toEqual([
      'organisation-1',
      'organisation-2',
    ]);
    before.when({ ...moved, changes: { from: '2024-05-01' } }).thenNothing();
    before
      .when({ ...moved, employmentId: 'none', changes: { from: '2024-08-01' } })
      .thenRefuses('employment.not-found');
    const back = { type: 'CorrectCoachAway', absenceId: 'absence-1', reason } as const;
    before
      .when({ ...back, changes: { until: null } })
      .thenRecords([{ type: 'CoachAwayCorrected', data: { absenceId: 'absence-1', reason, until: null } }]);
    before.when({ ...back, changes: { until: '2024-09-30' } }).thenRefuses('period.invalid', 'until');
    before.when({ ...back, changes: { until: '2024-10-31' } }).thenNothing();
    before
      .when({ ...back, absenceId: 'none', changes: { until: null } })
      .thenRefuses('coach-absence.not-found');
  });

  it('is away no longer once the coach is back', () => {
    const end = { type: 'EndCoachAway', absenceId: 'absence-1', endedOn: '2024-10-09', today } as const;
    const returned: CoachEvent = {
      type: 'CoachReturned',
      data: { absenceId: 'absence-1', endedOn: '2024-10-09' },
    };
    before.when(end).thenRecords([returned]);
    before.when({ ...end, endedOn: '2024-09-30' }).thenRefuses('period.ends-before-start', 'endedOn');
    before
      .when({ ...end, endedOn: '2024-10-15', today: '2024-11-01' })
      .thenRefuses('period.already-ended', 'endedOn');
    given(coachDecider, [registered, away, returned]).when(end).thenNothing();
    given(coachDecider, [registered]).when(end).thenRefuses('coach-absence.not-found');
  });

  it('is recorded once, also after it was corrected', () => {
    const [corrected] = decided({
      type: 'CorrectCoachAway',
      absenceId: 'absence-1',
      changes: { from: '2024-10-07' },
      reason,
    });
    given(coachDecider, [registered, away, corrected as CoachEvent])
      .when({ type: 'ReportCoachAway', ...away.data })
      .thenNothing();
  });
});
