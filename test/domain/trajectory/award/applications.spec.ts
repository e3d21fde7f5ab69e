import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import {
  APPLICATION,
  after,
  closeIt,
  EVIDENCE,
  id,
  JOB,
  onRunning,
  receiveIt,
  running,
  TODAY,
} from '../examples.js';
import {
  askIt,
  completeIt,
  correctApplication,
  correctDecision,
  decideIt,
  draftIt,
  grantOnIt,
  lodgeIt,
  refuseIt,
} from './award-examples.js';

function applicationsAfter(...commands: readonly TrajectoryCommand[]) {
  return fold(trajectoryDecider, after(...running, ...commands)).facts?.applications;
}

describe('a draft of a coach', () => {
  it('is kept with the day it was made, and starts nothing', () => {
    const { type: _type, today: draftedOn, ...data } = draftIt;
    onRunning()
      .when(draftIt)
      .thenRecords([{ type: 'ApplicationDrafted', data: { ...data, draftedOn } }]);
    expect(applicationsAfter(draftIt)).toEqual([]);
    onRunning(draftIt)
      .when({ ...draftIt, today: '2024-10-02' })
      .thenNothing();
    onRunning(draftIt)
      .when({ ...draftIt, regime: 'light' })
      .thenRefuses('id.already-used');
    onRunning()
      .when({ ...draftIt, placementId: id(49) })
      .thenRefuses('placement.unknown', 'placementId');
    onRunning(closeIt).when(draftIt).thenRefuses('trajectory.closed');
  });

  it('is received under its own id, once', () => {
    const { type: _type, today: _today, ...data } = receiveIt;
    onRunning(draftIt)
      .when(receiveIt)
      .thenRecords([{ type: 'ApplicationReceived', data }]);
    onRunning(draftIt, receiveIt).when(receiveIt).thenNothing();
    onRunning(draftIt, receiveIt).when(draftIt).thenRefuses('id.already-used');
  });
});

describe('a received application', () => {
  it('keeps its goals and motivation, and of both only that it is motivated can be reckoned with', () => {
    const motivated = { ...receiveIt, motivation: 'Nog niet zelfstandig.', goals: ['Zelf plannen'] };
    const { type: _type, today: _today, ...data } = motivated;
    onRunning()
      .when(motivated)
      .thenRecords([{ type: 'ApplicationReceived', data }]);
    expect(applicationsAfter(motivated)).toStrictEqual([
      { id: APPLICATION, kind: 'first', receivedOn: '2024-02-05', motivated: true },
    ]);
  });

  it('is asked to be completed, and completed, which stops and starts the decision clock (reading 43)', () => {
    const { type: _type, today: _today, ...asked } = askIt;
    onRunning(receiveIt)
      .when({ ...askIt, evidence: EVIDENCE })
      .thenRecords([{ type: 'CompletionAsked', data: { ...asked, evidence: EVIDENCE } }]);
    onRunning(receiveIt, askIt)
      .when(completeIt)
      .thenRecords([
        { type: 'ApplicationCompleted', data: { applicationId: APPLICATION, on: '2024-02-20' } },
      ]);
    onRunning(receiveIt, askIt).when(askIt).thenNothing();
    onRunning(receiveIt, askIt, completeIt).when(completeIt).thenNothing();
    expect(applicationsAfter(receiveIt, askIt, completeIt)).toStrictEqual([
      {
        id: APPLICATION,
        kind: 'first',
        receivedOn: '2024-02-05',
        completionAskedOn: '2024-02-12',
        completedOn: '2024-02-20',
      },
    ]);
  });

  it('takes no day that lies ahead, before its receipt, or after the decision', () => {
    onRunning(receiveIt)
      .when({ ...askIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning(receiveIt)
      .when({ ...askIt, on: '2024-02-04' })
      .thenRefuses('application.dates-out-of-order');
    onRunning(receiveIt, askIt)
      .when({ ...completeIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning(receiveIt)
      .when({ ...refuseIt, decidedOn: '2024-10-01' })
      .thenRefuses('date.in-future', 'decidedOn');
    onRunning(receiveIt)
      .when({ ...refuseIt, decidedOn: '2024-02-04' })
      .thenRefuses('application.dates-out-of-order');
    onRunning(receiveIt, askIt, completeIt)
      .when({ ...refuseIt, decidedOn: '2024-02-19' })
      .thenRefuses('application.dates-out-of-order');
    const ahead = { ...EVIDENCE, signedOn: '2024-10-01' } as const;
    onRunning(receiveIt)
      .when({ ...refuseIt, evidence: ahead })
      .thenRefuses('date.in-future', 'evidence.signedOn');
    onRunning(receiveIt, grantOnIt).when(askIt).thenRefuses('application.already-decided');
    onRunning(receiveIt, grantOnIt)
      .when({ ...askIt, on: '2024-02-10' })
      .thenRecords([
        {
          type: 'CompletionAsked',
          data: { applicationId: APPLICATION, on: '2024-02-10', missing: askIt.missing },
        },
      ]);
  });

  it('is refused with a reason, and so decided, once', () => {
    const { type: _type, today: _today, ...data } = refuseIt;
    onRunning(receiveIt)
      .when(refuseIt)
      .thenRecords([{ type: 'CoachingRefused', data }]);
    onRunning(receiveIt, refuseIt).when(refuseIt).thenNothing();
    onRunning(receiveIt, refuseIt)
      .when({ ...refuseIt, decidedOn: '2024-03-02' })
      .thenRefuses('application.already-decided', 'decidedOn');
    onRunning(receiveIt, grantOnIt).when(refuseIt).thenRefuses('application.already-decided', 'decidedOn');
    expect(applicationsAfter(receiveIt, refuseIt)).toStrictEqual([
      {
        id: APPLICATION,
        kind: 'first',
        receivedOn: '2024-02-05',
        refusedOn: '2024-03-01',
        decidedOn: '2024-03-01',
      },
    ]);
  });

  it('is granted by one decision, of one or more grants, and by no second one', () => {
    const another = { ...grantOnIt, grantId: id(81), from: '2024-08-01', to: '2024-12-31' } as const;
    const { type: _type, today: _today, circumstances: _circumstances, ...data } = another;
    onRunning(receiveIt, grantOnIt)
      .when(another)
      .thenRecords([{ type: 'CoachingGranted', data }]);
    onRunning(receiveIt, grantOnIt)
      .when({ ...another, decidedOn: '2024-02-11' })
      .thenRefuses('application.already-decided', 'applicationId');
    onRunning(receiveIt, refuseIt).when(grantOnIt).thenRefuses('application.already-decided');
  });

  it('that was refused is granted after all once the objection was upheld', () => {
    const objected = { ...lodgeIt, against: APPLICATION };
    onRunning(receiveIt, refuseIt, objected).when(grantOnIt).thenRefuses('application.already-decided');
    const rejected = { ...decideIt, result: 'rejected' } as const;
    onRunning(receiveIt, refuseIt, objected, rejected)
      .when(grantOnIt)
      .thenRefuses('application.already-decided');
    const after = { ...grantOnIt, decidedOn: '2024-04-12' } as const;
    const { type: _type, today: _today, circumstances: _circumstances, ...data } = after;
    onRunning(receiveIt, refuseIt, objected, decideIt)
      .when(after)
      .thenRecords([{ type: 'CoachingGranted', data }]);
    expect(applicationsAfter(receiveIt, refuseIt, objected, decideIt, after)?.[0]?.decidedOn).toBe(
      '2024-03-01',
    );
  });
});

describe('an application of a closed trajectory', () => {
  const afterClosure = '2024-09-20' as const;

  it('is still completed and decided while it is pending (domain.md section 5)', () => {
    onRunning(receiveIt, closeIt)
      .when({ ...askIt, on: afterClosure })
      .thenRecords([
        {
          type: 'CompletionAsked',
          data: { applicationId: APPLICATION, on: afterClosure, missing: askIt.missing },
        },
      ]);
    onRunning(receiveIt, askIt, closeIt)
      .when({ ...completeIt, on: afterClosure })
      .thenRecords([
        { type: 'ApplicationCompleted', data: { applicationId: APPLICATION, on: afterClosure } },
      ]);
    const { type: _type, today: _today, ...data } = refuseIt;
    onRunning(receiveIt, closeIt)
      .when({ ...refuseIt, decidedOn: afterClosure })
      .thenRecords([{ type: 'CoachingRefused', data: { ...data, decidedOn: afterClosure } }]);
  });

  it('is not received or moved past the last day any more', () => {
    onRunning(closeIt)
      .when({ ...receiveIt, receivedOn: afterClosure })
      .thenRefuses('trajectory.closed');
    onRunning(receiveIt, closeIt)
      .when(correctApplication({ receivedOn: afterClosure }))
      .thenRefuses('trajectory.closed', 'receivedOn');
    onRunning(closeIt)
      .when({ ...grantOnIt, applicationId: undefined, decidedOn: afterClosure })
      .thenRefuses('trajectory.closed', 'decidedOn');
  });
});

describe('a correction of what the applicant stated', () => {
  it('holds only what changes', () => {
    onRunning(receiveIt)
      .when(correctApplication({ kind: 'change', receivedOn: '2024-02-05', placementId: JOB }))
      .thenRecords([
        {
          type: 'ApplicationCorrected',
          data: { applicationId: APPLICATION, reason: 'typefout', kind: 'change', placementId: JOB },
        },
      ]);
    onRunning(receiveIt)
      .when(correctApplication({ kind: 'first', regime: null }))
      .thenNothing();
    expect(
      applicationsAfter(receiveIt, correctApplication({ motivation: 'Nodig.', regime: 'light' })),
    ).toEqual([
      { id: APPLICATION, kind: 'first', receivedOn: '2024-02-05', regime: 'light', motivated: true },
    ]);
    const motivated = { ...receiveIt, motivation: 'Nodig.' };
    expect(applicationsAfter(motivated, correctApplication({ motivation: null }))).toEqual(
      applicationsAfter(receiveIt),
    );
  });

  it('is judged as if it had been right at once', () => {
    onRunning(receiveIt)
      .when(correctApplication({ receivedOn: '2024-10-01' }))
      .thenRefuses('date.in-future');
    onRunning(receiveIt)
      .when(correctApplication({ placementId: id(49) }))
      .thenRefuses('placement.unknown');
    onRunning(receiveIt, askIt)
      .when(correctApplication({ receivedOn: '2024-02-13' }))
      .thenRefuses('application.dates-out-of-order');
    onRunning(receiveIt)
      .when(correctApplication({ completedOn: '2024-02-13' }))
      .thenRefuses('application.completion-not-asked');
    onRunning(receiveIt, askIt, completeIt)
      .when(correctApplication({ completedOn: '2024-02-11' }))
      .thenRefuses('application.dates-out-of-order');
    onRunning(receiveIt, askIt, completeIt)
      .when(correctApplication({ completedOn: '2024-10-11' }))
      .thenRefuses('date.in-future', 'completedOn');
    onRunning(draftIt)
      .when(correctApplication({ kind: 'change' }))
      .thenRefuses('application.not-received');
  });

  it('takes a completion away', () => {
    expect(
      applicationsAfter(receiveIt, askIt, completeIt, correctApplication({ completedOn: null })),
    ).toEqual(applicationsAfter(receiveIt, askIt));
  });
});

describe('a correction of what the funder asked or refused', () => {
  it('moves the day, or takes it away', () => {
    expect(applicationsAfter(receiveIt, refuseIt, correctDecision({ refusedOn: '2024-03-04' }))).toEqual(
      applicationsAfter(receiveIt, { ...refuseIt, decidedOn: '2024-03-04' }),
    );
    expect(applicationsAfter(receiveIt, refuseIt, correctDecision({ refusedOn: null }))).toEqual(
      applicationsAfter(receiveIt),
    );
    expect(applicationsAfter(receiveIt, askIt, correctDecision({ completionAskedOn: null }))).toEqual(
      applicationsAfter(receiveIt),
    );
    onRunning(receiveIt, refuseIt)
      .when(correctDecision({ refusedOn: '2024-03-01' }))
      .thenNothing();
  });

  it('is refused where it would leave what rests on it', () => {
    onRunning(receiveIt, askIt, completeIt)
      .when(correctDecision({ completionAskedOn: null }))
      .thenRefuses('application.completion-not-asked');
    onRunning(receiveIt, askIt, completeIt)
      .when(correctDecision({ completionAskedOn: '2024-02-21' }))
      .thenRefuses('application.dates-out-of-order');
    const objected = { ...lodgeIt, against: APPLICATION };
    onRunning(receiveIt, refuseIt, objected)
      .when(correctDecision({ refusedOn: null }))
      .thenRefuses('objection.nothing-decided', 'refusedOn');
    onRunning(receiveIt, refuseIt, objected)
      .when(correctDecision({ refusedOn: '2024-03-11' }))
      .thenRefuses('objection.nothing-decided', 'refusedOn');
    onRunning(receiveIt)
      .when(correctDecision({ missing: ['Het plan'] }))
      .thenRefuses('application.completion-not-asked');
    onRunning(receiveIt, refuseIt)
      .when({ ...correctDecision({ refusedOn: '2024-10-01' }), today: TODAY })
      .thenRefuses('date.in-future', 'refusedOn');
  });
});
