import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { after, closeIt, EVIDENCE, id, onRunning, reportIt, running } from '../examples.js';
import { APPROVAL, approveIt, correctApproval } from './award-examples.js';

function approvalsAfter(...commands: readonly TrajectoryCommand[]) {
  const { facts } = fold(trajectoryDecider, after(...running, reportIt, ...commands));
  return facts?.absences[0]?.coachingApprovals;
}

describe('an approval of coaching during an absence', () => {
  it('holds the hours in minutes and the day, with evidence where the coordinator records it', () => {
    const { type: _type, today: _today, ...data } = approveIt;
    onRunning(reportIt)
      .when({ ...approveIt, evidence: EVIDENCE })
      .thenRecords([{ type: 'CoachingDuringAbsenceApproved', data: { ...data, evidence: EVIDENCE } }]);
    onRunning(reportIt, approveIt).when(approveIt).thenNothing();
    expect(approvalsAfter(approveIt)).toStrictEqual([{ id: APPROVAL, minutes: 240, on: '2024-06-03' }]);
    const correctAbsence = {
      type: 'CorrectAbsence',
      today: approveIt.today,
      absenceId: approveIt.absenceId,
      changes: { from: '2024-05-07' },
      reason: 'typefout',
    } as const;
    expect(approvalsAfter(approveIt, correctAbsence)).toHaveLength(1);
  });

  it('is of an absence that is known, on a day that has come, before the closure', () => {
    onRunning(reportIt)
      .when({ ...approveIt, absenceId: id(91) })
      .thenRefuses('absence.not-found');
    onRunning(reportIt)
      .when({ ...approveIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning(reportIt, closeIt)
      .when({ ...approveIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
  });

  it('is corrected by what changes, judged again', () => {
    expect(approvalsAfter(approveIt, correctApproval({ minutes: 300, on: '2024-06-03' }))).toStrictEqual([
      { id: APPROVAL, minutes: 300, on: '2024-06-03' },
    ]);
    onRunning(reportIt, approveIt)
      .when(correctApproval({ minutes: 240 }))
      .thenNothing();
    onRunning(reportIt, approveIt)
      .when(correctApproval({ minutes: 0 }))
      .thenRefuses('coaching-approval.hours-invalid');
    onRunning(reportIt, approveIt)
      .when(correctApproval({ on: '2024-10-01' }))
      .thenRefuses('date.in-future', 'on');
  });
});
