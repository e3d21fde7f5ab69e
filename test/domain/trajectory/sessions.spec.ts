import { describe, it } from '@jest/globals';
import type { SessionCircumstances } from '../../../domain/trajectory/circumstances.js';
import { trajectoryDecider } from '../../../domain/trajectory/index.js';
import { given } from '../../spec/given.js';
import {
  after,
  COACH,
  CONTACT,
  closeIt,
  contactIt,
  correctSession,
  EMPLOYER,
  FREE,
  handOverIt,
  id,
  JOB,
  OTHER_COACH,
  onRunning,
  openIt,
  recordIt,
  SESSION,
  substituteIt,
  withdrawIt,
} from './examples.js';

const recorded = {
  sessionId: SESSION,
  coachId: COACH,
  on: '2024-03-05',
  minutes: 90,
  activity: 'training',
  form: 'workplace',
  summary: 'Samen de ochtendroute gelopen.',
  groupSize: 1,
} as const;

function day(...sessions: SessionCircumstances['coachDay']): { circumstances: SessionCircumstances } {
  return { circumstances: { coach: FREE, coachDay: sessions } };
}

describe('a trajectory with a coach', () => {
  it('records a session of the coach, alone unless a group is stated', () => {
    onRunning()
      .when(recordIt)
      .thenRecords([{ type: 'SessionRecorded', data: recorded }]);
  });

  it('keeps everything that the session states', () => {
    const more = {
      startsAt: '09:30',
      groupSize: 3,
      form: 'group',
      goals: ['op tijd komen'],
      placementId: JOB,
      confidentialNote: 'Thuis is het druk.',
      registeredOn: '2024-03-06',
    } as const;
    onRunning()
      .when({ ...recordIt, ...more })
      .thenRecords([{ type: 'SessionRecorded', data: { ...recorded, ...more } }]);
  });

  it('records a session on a day without a placement', () => {
    onRunning()
      .when({ ...recordIt, on: '2024-01-31' })
      .thenRecords([{ type: 'SessionRecorded', data: { ...recorded, on: '2024-01-31' } }]);
  });

  it('refuses a registration elsewhere after today', () => {
    onRunning()
      .when({ ...recordIt, registeredOn: '2024-10-01' })
      .thenRefuses('date.in-future', 'registeredOn');
  });

  it('names the first fault of several in the fixed order of an import', () => {
    const all = { ...recordIt, coachId: OTHER_COACH, minutes: 1441 } as const;
    onRunning()
      .when({ ...all, on: '2024-10-01' })
      .thenRefuses('date.in-future');
    onRunning()
      .when({ ...all, on: '2024-01-09' })
      .thenRefuses('date.before-opening');
    onRunning().when(all).thenRefuses('minutes.invalid');
    const full = day({ sessionId: id(900), minutes: 1440, durationMinutes: 1440 });
    onRunning()
      .when({ ...recordIt, coachId: OTHER_COACH, ...full })
      .thenRefuses('coach.not-assigned');
  });

  it('refuses minutes that are not a whole number', () => {
    onRunning()
      .when({ ...recordIt, minutes: 30.5 })
      .thenRefuses('minutes.invalid', 'minutes');
  });

  it('counts a group session on the coach’s day by its share', () => {
    const full = day({ sessionId: id(900), minutes: 1411, durationMinutes: 1411 });
    onRunning()
      .when({ ...recordIt, groupSize: 3, ...full })
      .thenRefuses('coach-day.over-24-hours');
    onRunning()
      .when({ ...recordIt, minutes: 89, groupSize: 3, ...full })
      .thenRecords([{ type: 'SessionRecorded', data: { ...recorded, minutes: 89, groupSize: 3 } }]);
  });

  it('lets one group meeting be noted for each of its candidates', () => {
    const group = { startsAt: '10:00', groupSize: 3 } as const;
    const meeting = day({ sessionId: id(900), minutes: 30, startsAt: '10:00', durationMinutes: 90 });
    onRunning()
      .when({ ...recordIt, ...group, ...meeting })
      .thenRecords([{ type: 'SessionRecorded', data: { ...recorded, ...group } }]);
  });

  it('refuses a group meeting beside another at the same time, and a second note of it for one candidate', () => {
    const group = { startsAt: '10:00', groupSize: 3 } as const;
    const longer = day({ sessionId: id(900), minutes: 40, startsAt: '10:00', durationMinutes: 120 });
    onRunning()
      .when({ ...recordIt, ...group, ...longer })
      .thenRefuses('session.overlaps');
    const same = day({ sessionId: SESSION, minutes: 30, startsAt: '10:00', durationMinutes: 90 });
    onRunning({ ...recordIt, ...group })
      .when({ ...recordIt, ...group, ...same, sessionId: id(51) })
      .thenRefuses('session.overlaps', 'startsAt');
  });

  it('sees no overlap where one of the two states no time', () => {
    const untimed = day({ sessionId: id(900), minutes: 60, durationMinutes: 60 });
    onRunning()
      .when({ ...recordIt, startsAt: '10:00', ...untimed })
      .thenRecords([{ type: 'SessionRecorded', data: { ...recorded, startsAt: '10:00' } }]);
  });

  it('lets the coach go on while a substitute stands in, and both record', () => {
    onRunning(substituteIt)
      .when({ ...recordIt, on: '2024-04-01' })
      .thenRecords([{ type: 'SessionRecorded', data: { ...recorded, on: '2024-04-01' } }]);
    onRunning(substituteIt)
      .when({ ...recordIt, on: '2024-09-30', coachId: OTHER_COACH })
      .thenRecords([
        { type: 'SessionRecorded', data: { ...recorded, on: '2024-09-30', coachId: OTHER_COACH } },
      ]);
  });

  it('knows the new coach from the first day of a handover, and the old one until the day before', () => {
    onRunning(handOverIt)
      .when({ ...recordIt, on: '2024-06-01' })
      .thenRefuses('coach.not-assigned');
    onRunning(handOverIt)
      .when({ ...recordIt, on: '2024-05-31' })
      .thenRecords([{ type: 'SessionRecorded', data: { ...recorded, on: '2024-05-31' } }]);
  });

  it('refuses a coach who is tied to the employer of the placement that the session names', () => {
    const tie = { kind: 'family', employerId: EMPLOYER, from: '2024-01-01' } as const;
    const circumstances = { coach: { ...FREE, ties: [tie] }, coachDay: [] };
    const before = { ...recordIt, on: '2024-01-20', circumstances } as const;
    onRunning()
      .when(before)
      .thenRecords([{ type: 'SessionRecorded', data: { ...recorded, on: '2024-01-20' } }]);
    onRunning()
      .when({ ...before, placementId: JOB })
      .thenRefuses('coach.tied', 'coachId');
  });

  it('passes over a tie that does not bind under the rule set', () => {
    const tie = { kind: 'colleague', employerId: EMPLOYER, from: '2024-01-01' } as const;
    const coach = { ...FREE, ties: [tie], bindingTies: ['manager'] } as const;
    onRunning()
      .when({ ...recordIt, circumstances: { coach, coachDay: [] } })
      .thenRecords([{ type: 'SessionRecorded', data: recorded }]);
  });

  it('records contact with an employer that is not yet a placement', () => {
    const { type: _type, today: _today, ...data } = { ...contactIt, employerId: id(29) };
    onRunning()
      .when({ ...contactIt, employerId: id(29) })
      .thenRecords([{ type: 'EmployerContactRecorded', data }]);
  });

  it('refuses contact of no minutes, in the future, or under an id that was used', () => {
    onRunning()
      .when({ ...contactIt, minutes: 0 })
      .thenRefuses('minutes.invalid');
    onRunning()
      .when({ ...contactIt, on: '2024-10-01' })
      .thenRefuses('date.in-future');
    onRunning(recordIt)
      .when({ ...contactIt, contactId: SESSION })
      .thenRefuses('id.already-used');
    onRunning(contactIt)
      .when({ ...recordIt, sessionId: CONTACT })
      .thenRefuses('id.already-used');
  });
});

describe('a trajectory with a session', () => {
  it('takes the same session again as already recorded, even after it was corrected or withdrawn', () => {
    onRunning(recordIt).when(recordIt).thenNothing();
    onRunning(recordIt, correctSession({ on: '2024-04-05', minutes: 30 }))
      .when(recordIt)
      .thenNothing();
    onRunning(recordIt, withdrawIt).when(recordIt).thenNothing();
  });

  it('corrects only what changes', () => {
    onRunning(recordIt)
      .when(correctSession({ minutes: 60, activity: 'training', on: '2024-03-05' }))
      .thenRecords([
        { type: 'SessionCorrected', data: { sessionId: SESSION, reason: 'typefout', minutes: 60 } },
      ]);
    onRunning(recordIt)
      .when(correctSession({ activity: 'training', placementId: null }))
      .thenNothing();
  });

  it('always records a corrected text, for what is held of it is sealed', () => {
    onRunning(recordIt)
      .when(correctSession({ summary: 'Anders.' }))
      .thenRecords([
        { type: 'SessionCorrected', data: { sessionId: SESSION, reason: 'typefout', summary: 'Anders.' } },
      ]);
  });

  it('refuses a correction that would break a rule, as it refuses the session itself', () => {
    const corrections = [
      [{ on: '2024-10-01' }, 'date.in-future'],
      [{ on: '2024-01-09' }, 'date.before-opening'],
      [{ registeredOn: '2024-10-01' }, 'date.in-future'],
      [{ minutes: 0 }, 'minutes.invalid'],
      [{ groupSize: 1.5 }, 'group-size.invalid'],
      [{ startsAt: '9:00' }, 'time.invalid'],
      [{ coachId: OTHER_COACH }, 'coach.not-assigned'],
      [{ placementId: id(49) }, 'placement.unknown'],
    ] as const;
    for (const [changes, code] of corrections)
      onRunning(recordIt).when(correctSession(changes)).thenRefuses(code);
  });

  it('leaves itself out of the coach’s day when it is corrected', () => {
    const { circumstances } = day({
      sessionId: SESSION,
      minutes: 90,
      startsAt: '09:00',
      durationMinutes: 90,
    });
    onRunning({ ...recordIt, startsAt: '09:00' })
      .when(correctSession({ minutes: 1440, startsAt: '00:00' }, circumstances))
      .thenRecords([
        {
          type: 'SessionCorrected',
          data: { sessionId: SESSION, reason: 'typefout', minutes: 1440, startsAt: '00:00' },
        },
      ]);
  });

  it('refuses a correction over 24 hours or onto another session', () => {
    const { circumstances } = day({
      sessionId: id(900),
      minutes: 1380,
      startsAt: '01:00',
      durationMinutes: 1380,
    });
    onRunning(recordIt)
      .when(correctSession({ minutes: 61 }, circumstances))
      .thenRefuses('coach-day.over-24-hours');
    onRunning(recordIt)
      .when(correctSession({ minutes: 60, startsAt: '00:01' }, circumstances))
      .thenRefuses('session.overlaps');
  });

  it('withdraws it once', () => {
    onRunning(recordIt)
      .when(withdrawIt)
      .thenRecords([{ type: 'SessionWithdrawn', data: { sessionId: SESSION, reason: 'dubbel' } }]);
    onRunning(recordIt, withdrawIt).when(withdrawIt).thenNothing();
  });
});

describe('a closed trajectory', () => {
  it('refuses a session moved past its last day, and lets its minutes be corrected', () => {
    onRunning(recordIt, closeIt)
      .when(correctSession({ on: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'on');
    onRunning(recordIt, closeIt)
      .when(correctSession({ minutes: 60 }))
      .thenRecords([
        { type: 'SessionCorrected', data: { sessionId: SESSION, reason: 'typefout', minutes: 60 } },
      ]);
  });

  it('takes an employer contact of its last day and none after it', () => {
    onRunning(closeIt)
      .when({ ...contactIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed');
  });
});

describe('a trajectory without a coach', () => {
  it('refuses every session', () => {
    given(trajectoryDecider, after(openIt)).when(recordIt).thenRefuses('coach.not-assigned', 'coachId');
  });
});
