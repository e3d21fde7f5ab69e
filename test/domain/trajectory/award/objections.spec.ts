import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import {
  APPLICATION,
  after,
  closeIt,
  correctGrant,
  EMPLOYER,
  EVIDENCE,
  GRANT,
  id,
  onRunning,
  receiveIt,
  running,
} from '../examples.js';
import {
  correctObjection,
  correctObjectionDecision,
  decideIt,
  granted,
  grantOnIt,
  lodgeIt,
  OBJECTION,
  refuseIt,
} from './award-examples.js';

function objectionsAfter(...commands: readonly TrajectoryCommand[]) {
  return fold(trajectoryDecider, after(...running, ...granted, ...commands)).facts?.objections;
}

const lodged = { id: OBJECTION, against: GRANT, lodgedOn: '2024-03-10', by: 'candidate' } as const;

describe('an objection', () => {
  it('is lodged against a grant, or against an application that was decided', () => {
    const { type: _type, today: _today, ...data } = lodgeIt;
    onRunning(...granted)
      .when(lodgeIt)
      .thenRecords([{ type: 'ObjectionLodged', data }]);
    onRunning(...granted)
      .when({ ...lodgeIt, against: APPLICATION })
      .thenRecords([{ type: 'ObjectionLodged', data: { ...data, against: APPLICATION } }]);
    onRunning(receiveIt, refuseIt)
      .when({ ...lodgeIt, against: APPLICATION, by: 'employer', employerId: EMPLOYER })
      .thenRecords([
        {
          type: 'ObjectionLodged',
          data: { ...data, against: APPLICATION, by: 'employer', employerId: EMPLOYER },
        },
      ]);
    onRunning(...granted, lodgeIt)
      .when(lodgeIt)
      .thenNothing();
    expect(objectionsAfter(lodgeIt)).toStrictEqual([lodged]);
  });

  it('is against something that was decided by then', () => {
    onRunning(receiveIt)
      .when({ ...lodgeIt, against: APPLICATION })
      .thenRefuses('objection.nothing-decided', 'against');
    onRunning(...granted)
      .when({ ...lodgeIt, against: id(999) })
      .thenRefuses('objection.nothing-decided', 'against');
    onRunning(...granted)
      .when({ ...lodgeIt, lodgedOn: '2024-10-01' })
      .thenRefuses('date.in-future', 'lodgedOn');
    onRunning(...granted, closeIt)
      .when({ ...lodgeIt, lodgedOn: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'lodgedOn');
    onRunning(...granted, lodgeIt)
      .when(correctGrant({ decidedOn: '2024-03-11' }))
      .thenRefuses('objection.nothing-decided', 'decidedOn');
  });

  it('is the only one while it is pending; after its decision another may follow', () => {
    const again = { ...lodgeIt, objectionId: id(181), lodgedOn: '2024-05-01' } as const;
    onRunning(...granted, lodgeIt)
      .when(again)
      .thenRefuses('objection.already-pending', 'against');
    expect(objectionsAfter(lodgeIt, decideIt, again)).toHaveLength(2);
    onRunning(...granted, lodgeIt, decideIt, again)
      .when(correctObjectionDecision({ decidedOn: null }))
      .thenRefuses('objection.already-pending');
  });

  it('is decided once, with evidence where the coordinator records it, also after closure', () => {
    const { type: _type, today: _today, ...data } = decideIt;
    onRunning(...granted, lodgeIt, closeIt)
      .when({ ...decideIt, decidedOn: '2024-09-20', evidence: EVIDENCE })
      .thenRecords([
        { type: 'ObjectionDecided', data: { ...data, decidedOn: '2024-09-20', evidence: EVIDENCE } },
      ]);
    onRunning(...granted, lodgeIt, decideIt)
      .when(decideIt)
      .thenNothing();
    onRunning(...granted, lodgeIt)
      .when({ ...decideIt, decidedOn: '2024-10-01' })
      .thenRefuses('date.in-future', 'decidedOn');
    expect(objectionsAfter(lodgeIt, decideIt)).toStrictEqual([
      { ...lodged, decidedOn: '2024-04-10', result: 'upheld' },
    ]);
  });
});

describe('a correction of an objection', () => {
  it('changes what the objector stated, judged again', () => {
    expect(
      objectionsAfter(lodgeIt, correctObjection({ lodgedOn: '2024-03-11', against: APPLICATION })),
    ).toEqual([{ ...lodged, lodgedOn: '2024-03-11', against: APPLICATION }]);
    onRunning(...granted, lodgeIt)
      .when(correctObjection({ lodgedOn: '2024-03-10' }))
      .thenNothing();
    onRunning(...granted, lodgeIt)
      .when(correctObjection({ lodgedOn: '2024-02-09' }))
      .thenRefuses('objection.nothing-decided', 'lodgedOn');
    onRunning(...granted, lodgeIt, decideIt)
      .when(correctObjection({ lodgedOn: '2024-04-11' }))
      .thenRefuses('objection.decided-before-lodged', 'lodgedOn');
  });

  it('changes the decision, or leaves the objection undecided', () => {
    expect(objectionsAfter(lodgeIt, decideIt, correctObjectionDecision({ result: 'rejected' }))).toEqual([
      { ...lodged, decidedOn: '2024-04-10', result: 'rejected' },
    ]);
    expect(objectionsAfter(lodgeIt, decideIt, correctObjectionDecision({ decidedOn: null }))).toStrictEqual([
      lodged,
    ]);
    onRunning(...granted, lodgeIt, decideIt)
      .when(correctObjectionDecision({ decidedOn: '2024-03-09' }))
      .thenRefuses('objection.decided-before-lodged', 'decidedOn');
    onRunning(...granted, lodgeIt, decideIt)
      .when(correctObjectionDecision({ result: 'upheld' }))
      .thenNothing();
  });

  it('does not take the ground from under a grant on what was refused at first', () => {
    const objected = { ...lodgeIt, against: APPLICATION };
    const grant = { ...grantOnIt, decidedOn: '2024-04-12' } as const;
    const granted = onRunning(receiveIt, refuseIt, objected, decideIt, grant);
    granted
      .when(correctObjectionDecision({ result: 'rejected' }))
      .thenRefuses('application.already-decided', 'result');
    granted
      .when(correctObjectionDecision({ decidedOn: null }))
      .thenRefuses('application.already-decided', 'result');
    granted
      .when(correctObjection({ against: GRANT, lodgedOn: '2024-04-12' }))
      .thenRefuses('objection.decided-before-lodged');
  });
});
