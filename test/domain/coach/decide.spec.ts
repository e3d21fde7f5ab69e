import { describe, expect, it } from '@jest/globals';
import type { CoachEvent } from '../../../domain/coach/events.js';
import { coachDecider } from '../../../domain/coach/index.js';
import { organisationOn } from '../../../domain/coach/state.js';
import { fold } from '../../../domain/shared/decider.js';
import { validDays } from '../../../domain/shared/recognitions.js';
import { given } from '../../spec/given.js';

const TODAY = '2024-09-30';
const registerIt = { type: 'RegisterCoach', name: 'D. Özdemir', organisationId: 'organisation-1' } as const;
const registered: CoachEvent = {
  type: 'CoachRegistered',
  data: { name: 'D. Özdemir', organisationId: 'organisation-1' },
};
const employed = {
  employmentId: 'employment-1',
  organisationId: 'organisation-2',
  from: '2024-05-01',
} as const;
const recognition = {
  recognitionId: 'recognition-1',
  kind: 'register',
  issuer: 'Register Jobcoach',
  from: '2024-01-01',
  until: '2024-12-31',
} as const;
const tie = { tieId: 'tie-1', kind: 'family', employerId: 'employer-1', from: '2024-01-01' } as const;
const away = { absenceId: 'absence-1', from: '2025-01-01', until: '2025-01-31' } as const;
const recognised: CoachEvent = { type: 'CoachRecognised', data: recognition };
const end = (endedOn: '2023-12-31' | '2024-01-01' | '2024-06-30' | '2024-12-31') =>
  ({
    type: 'EndCoachRecognition',
    recognitionId: 'recognition-1',
    endedOn,
    reason: 'gestopt',
    today: TODAY,
  }) as const;
const before = given(coachDecider, [registered]);

describe('nothing yet', () => {
  it('registers a coach by a name that is none but a name', () => {
    const nothing = given(coachDecider, []);
    nothing.when(registerIt).thenRecords([registered]);
    nothing.when({ ...registerIt, name: '' }).thenRefuses('name.required');
    nothing.when({ ...registerIt, name: '111222333' }).thenRefuses('bsn.not-allowed');
  });

  it('knows no coach', () => {
    given(coachDecider, [])
      .when({ type: 'DeclareTie', ...tie })
      .thenRefuses('coach.not-found');
  });
});

describe('a registered coach', () => {
  it('is not registered twice', () => {
    before.when(registerIt).thenNothing();
    before.when({ ...registerIt, organisationId: 'organisation-2' }).thenRefuses('id.already-used');
  });

  it('goes to work for an organisation, is recognised, is tied and is away', () => {
    before
      .when({ type: 'EmployCoach', ...employed })
      .thenRecords([{ type: 'CoachEmployed', data: employed }]);
    before.when({ type: 'RecogniseCoach', ...recognition }).thenRecords([recognised]);
    before.when({ type: 'DeclareTie', ...tie }).thenRecords([{ type: 'TieDeclared', data: tie }]);
    before.when({ type: 'ReportCoachAway', ...away }).thenRecords([{ type: 'CoachAway', data: away }]);
  });

  it('refuses days that run backwards', () => {
    const until = '2023-12-31' as const;
    before.when({ type: 'RecogniseCoach', ...recognition, until }).thenRefuses('period.invalid', 'until');
    before.when({ type: 'DeclareTie', ...tie, until }).thenRefuses('period.invalid', 'until');
    before.when({ type: 'ReportCoachAway', ...away, until }).thenRefuses('period.invalid', 'until');
  });

  it('is tied to a candidate or to an employer, never to both or none', () => {
    before.when({ type: 'DeclareTie', ...tie, candidateId: 'candidate-1' }).thenRefuses('tie.party-unclear');
    before.when({ type: 'DeclareTie', ...tie, employerId: undefined }).thenRefuses('tie.party-unclear');
  });

  it('takes the same fact once, and another under its id not at all', () => {
    const all = given(coachDecider, [
      registered,
      recognised,
      { type: 'CoachEmployed', data: employed },
      { type: 'TieDeclared', data: tie },
      { type: 'CoachAway', data: away },
    ]);
    all.when({ type: 'EmployCoach', ...employed }).thenNothing();
    all.when({ type: 'RecogniseCoach', ...recognition }).thenNothing();
    all.when({ type: 'DeclareTie', ...tie }).thenNothing();
    all.when({ type: 'ReportCoachAway', ...away }).thenNothing();
    all.when({ type: 'EmployCoach', ...employed, from: '2024-06-01' }).thenRefuses('id.already-used');
    all.when({ type: 'RecogniseCoach', ...recognition, issuer: 'OVAL' }).thenRefuses('id.already-used');
  });

  it('works for the organisation of the employment that began last', () => {
    const state = fold(coachDecider, [registered, { type: 'CoachEmployed', data: employed }]);
    expect(organisationOn(state, '2024-04-30')).toBe('organisation-1');
    expect(organisationOn(state, '2024-05-01')).toBe('organisation-2');
    expect(organisationOn(coachDecider.initialState, '2024-05-01')).toBeUndefined();
  });
});

describe('a recognised coach', () => {
  const withRecognition = given(coachDecider, [registered, recognised]);
  const ended = coachDecider.decide(end('2024-06-30'), fold(coachDecider, [registered, recognised]));

  it('loses the recognition once, from its first day on', () => {
    withRecognition.when(end('2023-12-31')).thenRefuses('recognition.ends-before-start');
    withRecognition.when(end('2024-01-01')).thenRecords([
      {
        type: 'CoachRecognitionEnded',
        data: { recognitionId: 'recognition-1', endedOn: '2024-01-01', reason: 'gestopt' },
      },
    ]);
    const after = given(coachDecider, [registered, recognised, ...ended]);
    after.when(end('2024-06-30')).thenNothing();
    after.when(end('2024-01-01')).thenRefuses('recognition.already-ended');
  });

  it('does not lose what ran out by itself, or what was never there', () => {
    withRecognition.when(end('2024-12-31')).thenNothing();
    withRecognition.when({ ...end('2024-06-30'), today: '2024-12-31' }).thenRecords(ended);
    withRecognition
      .when({ ...end('2024-06-30'), today: '2025-01-01' })
      .thenRefuses('recognition.already-ended');
    before.when(end('2024-06-30')).thenRefuses('recognition.not-found');
  });

  it('is recognised up to and including the last day', () => {
    const days = (...events: readonly CoachEvent[]) => validDays(fold(coachDecider, events).recognitions);
    expect(days(registered, recognised)).toEqual([{ from: '2024-01-01', to: '2024-12-31' }]);
    expect(days(registered, recognised, ...ended)).toEqual([{ from: '2024-01-01', to: '2024-06-30' }]);
  });
});
