import { describe, it } from '@jest/globals';
import { COACH, closeIt, OTHER_COACH, onRunning, TODAY } from '../examples.js';
import { answerIt, askIt, REQUEST } from './examples.js';

const requested = {
  type: 'CoachChangeRequested' as const,
  data: {
    requestId: REQUEST,
    requestedOn: TODAY,
    reason: 'Het klikt niet.',
    preferredCoachId: OTHER_COACH,
  },
};

describe('a candidate', () => {
  it('asks for another coach today, also without a reason or a name (VCP: free choice)', () => {
    onRunning().when(askIt).thenRecords([requested]);
    onRunning()
      .when({ type: 'AskForAnotherCoach', today: TODAY, requestId: REQUEST })
      .thenRecords([{ type: 'CoachChangeRequested', data: { requestId: REQUEST, requestedOn: TODAY } }]);
  });

  it('asks the same once, whichever day it is sent again', () => {
    onRunning(askIt).when(askIt).thenNothing();
    onRunning(askIt)
      .when({ ...askIt, today: '2024-10-05' })
      .thenNothing();
  });

  it('does not ask for the coach there is, nor on a closed trajectory', () => {
    onRunning()
      .when({ ...askIt, preferredCoachId: COACH })
      .thenRefuses('coach-change-request.same-coach', 'preferredCoachId');
    onRunning(closeIt).when(askIt).thenRefuses('trajectory.closed');
  });
});

describe('a request for another coach', () => {
  it('is answered once, with a decision and why', () => {
    const { type: _, today: __, ...data } = answerIt;
    onRunning(askIt)
      .when(answerIt)
      .thenRecords([{ type: 'CoachChangeAnswered', data }]);
    onRunning(askIt, answerIt).when(answerIt).thenNothing();
    onRunning(askIt, answerIt)
      .when({ ...answerIt, decision: 'refused' })
      .thenRefuses('coach-change-request.already-answered');
  });

  it('is answered on a day from the request on that has come', () => {
    onRunning(askIt)
      .when({ ...answerIt, on: '2024-09-29' })
      .thenRefuses('coach-change-request.answered-before-asked', 'on');
    onRunning(askIt)
      .when({ ...answerIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning({ ...askIt, today: '2024-09-10' }, closeIt)
      .when({ ...answerIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
  });
});
