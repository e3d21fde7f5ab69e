import { describe, it } from '@jest/globals';
import type { CorrectAbsence } from '../../../domain/trajectory/commands.js';
import {
  ABSENCE,
  APPLICATION,
  BEYOND_LIMIT,
  closeIt,
  correctGrant,
  GRANT,
  grantIt,
  id,
  JOB,
  onRunning,
  receiveIt,
  reportIt,
  TODAY,
} from './examples.js';

const reported = { absenceId: ABSENCE, from: '2024-05-06', kind: 'unknown' } as const;
const end = (endedOn: '2024-06-10' | '2024-10-10' | '2024-10-20') =>
  ({ type: 'EndAbsence', today: TODAY, absenceId: ABSENCE, endedOn }) as const;

function correct(changes: CorrectAbsence['changes']): CorrectAbsence {
  return { type: 'CorrectAbsence', today: TODAY, absenceId: ABSENCE, changes, reason: 'typefout' };
}

describe('an open trajectory', () => {
  it('reports an absence that has begun, with an end that may lie ahead', () => {
    onRunning()
      .when({ ...reportIt, until: '2024-12-31' })
      .thenRecords([{ type: 'AbsenceReported', data: { ...reported, until: '2024-12-31' } }]);
    onRunning()
      .when({ ...reportIt, from: '2024-10-01' })
      .thenRefuses('date.in-future', 'from');
    onRunning()
      .when({ ...reportIt, from: '2024-01-09' })
      .thenRefuses('date.before-opening', 'from');
    onRunning()
      .when({ ...reportIt, until: '2024-05-05' })
      .thenRefuses('period.invalid', 'until');
  });

  it('receives an application from before the opening, and none from the future', () => {
    const data = { applicationId: APPLICATION, kind: 'first', receivedOn: '2023-12-01' } as const;
    onRunning()
      .when({ ...receiveIt, receivedOn: '2023-12-01' })
      .thenRecords([{ type: 'ApplicationReceived', data }]);
    onRunning()
      .when({ ...receiveIt, receivedOn: '2024-10-01' })
      .thenRefuses('date.in-future', 'receivedOn');
    onRunning()
      .when({ ...receiveIt, placementId: id(49) })
      .thenRefuses('placement.unknown');
  });

  it('takes a grant within the limit without a motivation, and decided ahead', () => {
    const { type: _type, today: _today, circumstances: _circumstances, ...data } = grantIt;
    onRunning()
      .when({ ...grantIt, decidedOn: '2024-11-01' })
      .thenRecords([{ type: 'CoachingGranted', data: { ...data, decidedOn: '2024-11-01' } }]);
  });

  it('keeps an empty motivation out of what is stored', () => {
    const { type: _type, today: _today, circumstances: _circumstances, ...data } = grantIt;
    onRunning()
      .when({ ...grantIt, beyondLimitMotivation: '' })
      .thenRecords([{ type: 'CoachingGranted', data }]);
  });
});

describe('a trajectory with an absence', () => {
  it('ends it once; a stated end that lies ahead may be brought to another day', () => {
    onRunning(reportIt)
      .when(end('2024-06-10'))
      .thenRecords([{ type: 'AbsenceEnded', data: { absenceId: ABSENCE, endedOn: '2024-06-10' } }]);
    onRunning({ ...reportIt, until: '2024-10-10' })
      .when(end('2024-10-20'))
      .thenRecords([{ type: 'AbsenceEnded', data: { absenceId: ABSENCE, endedOn: '2024-10-20' } }]);
    onRunning(reportIt, end('2024-06-10')).when(end('2024-06-10')).thenNothing();
    onRunning(reportIt, end('2024-10-10')).when(end('2024-10-20')).thenRefuses('absence.already-ended');
  });

  it('is reopened by a correction, and then ends again', () => {
    onRunning(reportIt, end('2024-10-10'))
      .when(correct({ until: null, from: '2024-05-06' }))
      .thenRecords([
        { type: 'AbsenceCorrected', data: { absenceId: ABSENCE, reason: 'typefout', until: null } },
      ]);
    onRunning(reportIt, end('2024-10-10'), correct({ until: null }))
      .when(end('2024-10-20'))
      .thenRecords([{ type: 'AbsenceEnded', data: { absenceId: ABSENCE, endedOn: '2024-10-20' } }]);
  });

  it('refuses a correction that would break a rule, and makes none of nothing', () => {
    onRunning(reportIt)
      .when(correct({ from: '2024-10-01' }))
      .thenRefuses('date.in-future');
    onRunning(reportIt)
      .when(correct({ from: '2024-01-09' }))
      .thenRefuses('date.before-opening');
    onRunning(reportIt)
      .when(correct({ until: '2024-05-05' }))
      .thenRefuses('absence.ends-before-start', 'until');
    onRunning(reportIt)
      .when(correct({ from: '2024-05-06', until: null }))
      .thenNothing();
  });
});

describe('a trajectory with a grant', () => {
  it('corrects it by what changes', () => {
    onRunning(grantIt)
      .when(correctGrant({ to: '2024-08-31', regime: 'medium', minutes: null }))
      .thenRecords([
        { type: 'GrantCorrected', data: { grantId: GRANT, reason: 'typefout', to: '2024-08-31' } },
      ]);
    onRunning(grantIt)
      .when(correctGrant({ regime: 'medium', beyondLimitMotivation: null }))
      .thenNothing();
  });

  it('refuses a correction that would break a rule', () => {
    onRunning(grantIt)
      .when(correctGrant({ to: '2024-01-31' }))
      .thenRefuses('grant.period-invalid');
    onRunning(grantIt)
      .when(correctGrant({ minutes: -1 }))
      .thenRefuses('grant.hours-invalid');
    onRunning(grantIt)
      .when(correctGrant({ applicationId: id(71) }))
      .thenRefuses('application.unknown');
    onRunning(grantIt)
      .when(correctGrant({ placementId: id(49) }))
      .thenRefuses('placement.unknown');
    onRunning(grantIt)
      .when(correctGrant({ to: '2026-03-31' }, true))
      .thenRefuses('grant.beyond-limit-without-motivation');
  });

  it('needs a motivation only while it goes past the limit', () => {
    const motivated = { ...grantIt, beyondLimitMotivation: 'Nog niet zelfstandig.', ...BEYOND_LIMIT };
    onRunning(motivated)
      .when(correctGrant({ beyondLimitMotivation: ' ' }, true))
      .thenRefuses('grant.beyond-limit-without-motivation');
    onRunning(motivated)
      .when(correctGrant({ to: '2024-08-31' }, true))
      .thenRecords([
        { type: 'GrantCorrected', data: { grantId: GRANT, reason: 'typefout', to: '2024-08-31' } },
      ]);
    onRunning(grantIt)
      .when(correctGrant({ to: '2026-03-31', beyondLimitMotivation: 'Nodig.' }, true))
      .thenRecords([
        {
          type: 'GrantCorrected',
          data: { grantId: GRANT, reason: 'typefout', to: '2026-03-31', beyondLimitMotivation: 'Nodig.' },
        },
      ]);
    onRunning(grantIt)
      .when(correctGrant({ regime: 'light' }, true))
      .thenRecords([
        { type: 'GrantCorrected', data: { grantId: GRANT, reason: 'typefout', regime: 'light' } },
      ]);
  });
});

describe('a closed trajectory', () => {
  const late = { ...grantIt, decidedOn: '2024-09-25' } as const;

  it('takes the decision on an application that was pending, and no other', () => {
    const { type: _type, today: _today, circumstances: _circumstances, ...data } = late;
    onRunning(receiveIt, closeIt)
      .when({ ...late, applicationId: APPLICATION, placementId: JOB })
      .thenRecords([
        { type: 'CoachingGranted', data: { ...data, applicationId: APPLICATION, placementId: JOB } },
      ]);
    onRunning(receiveIt, closeIt).when(late).thenRefuses('trajectory.closed', 'decidedOn');
    onRunning(receiveIt, { ...grantIt, applicationId: APPLICATION }, closeIt)
      .when({ ...late, grantId: id(81), applicationId: APPLICATION })
      .thenRefuses('trajectory.closed');
  });

  it('takes absences, their ends and applications up to its last day', () => {
    onRunning(closeIt)
      .when({ ...reportIt, from: '2024-09-16' })
      .thenRefuses('trajectory.closed');
    onRunning(reportIt, closeIt).when(end('2024-10-10')).thenRefuses('trajectory.closed');
    onRunning(closeIt)
      .when({ ...receiveIt, receivedOn: '2024-09-16' })
      .thenRefuses('trajectory.closed');
    onRunning(reportIt, closeIt)
      .when(correct({ from: '2024-09-16' }))
      .thenRefuses('trajectory.closed');
    onRunning(grantIt, closeIt)
      .when(correctGrant({ decidedOn: '2024-09-16' }))
      .thenRefuses('trajectory.closed');
  });
});
