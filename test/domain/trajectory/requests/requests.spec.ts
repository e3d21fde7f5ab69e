import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { evolveFacts } from '../../../../domain/trajectory/state.js';
import * as closing from '../closing/examples.js';
import {
  after,
  contactIt,
  grantIt,
  id,
  JOB,
  onRunning,
  recordIt,
  reportIt,
  running,
  TRAJECTORY,
  withdrawIt,
} from '../examples.js';
import { answerIt, askIt, REQUEST } from './examples.js';

const TOMORROW = '2024-10-01';

describe('a request to correct', () => {
  it('is recorded with the day on which it was asked', () => {
    const { requestId, about, text } = askIt;
    onRunning(recordIt)
      .when(askIt)
      .thenRecords([
        { type: 'CorrectionRequested', data: { requestId, about, text, requestedOn: '2024-09-30' } },
      ]);
  });

  it.each([
    ['the opening', TRAJECTORY],
    ['a placement', JOB],
    ['a grant', grantIt.grantId],
    ['an absence', reportIt.absenceId],
    ['an employer contact', contactIt.contactId],
    ['a session that was withdrawn', recordIt.sessionId],
  ])('may be about %s', (_, about) => {
    const decision = trajectoryDecider.decide(
      { ...askIt, about },
      fold(trajectoryDecider, after(...running, recordIt, withdrawIt, grantIt, reportIt, contactIt)),
    );
    expect(decision).toHaveLength(1);
  });

  it('may be asked and answered on a trajectory that is closed', () => {
    closing
      .onClosed()
      .when({ ...askIt, about: JOB })
      .thenRecords([
        {
          type: 'CorrectionRequested',
          data: { requestId: REQUEST, about: JOB, text: askIt.text, requestedOn: '2024-09-30' },
        },
      ]);
  });

  it('is refused about what the trajectory does not hold', () => {
    onRunning()
      .when({ ...askIt, about: id(999) })
      .thenRefuses('correction-request.about-unknown', 'about');
  });

  it('asked again, also on another day, is the same request; another under its number is not', () => {
    onRunning(recordIt, askIt)
      .when({ ...askIt, today: TOMORROW })
      .thenNothing();
    onRunning(recordIt, askIt)
      .when({ ...askIt, about: JOB })
      .thenRefuses('id.already-used');
  });

  it('changes no fact but that it was asked', () => {
    const before = after(...running, recordIt);
    const facts = before.reduce<ReturnType<typeof evolveFacts>>(evolveFacts, undefined);
    const asked = after(...running, recordIt, askIt, answerIt).slice(before.length);
    expect(asked).toHaveLength(2);
    for (const event of asked) {
      const { correctionRequests: _requests, ...others } = evolveFacts(facts, event) ?? {};
      expect(others).toEqual(facts);
    }
  });
});

describe('an answer to a request', () => {
  const { requestId, decision, reason } = answerIt;

  it('is recorded with the day on which it was given', () => {
    onRunning(recordIt, askIt)
      .when({ ...answerIt, today: TOMORROW })
      .thenRecords([
        { type: 'CorrectionRequestAnswered', data: { requestId, decision, reason, answeredOn: TOMORROW } },
      ]);
  });

  it('the same again changes nothing, another is refused', () => {
    const answered = onRunning(recordIt, askIt, answerIt);
    answered.when({ ...answerIt, today: TOMORROW }).thenNothing();
    answered
      .when({ ...answerIt, decision: 'refused' })
      .thenRefuses('correction-request.already-answered', 'decision');
  });

  it('is refused where nothing was asked', () => {
    onRunning(recordIt).when(answerIt).thenRefuses('correction-request.not-found');
  });
});
