import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AwardEvent } from '../../domain/trajectory/award/events.js';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import { itemsPage, trajectoryItem, trajectoryNow } from '../../projections/trajectory/trajectory.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, Story, sealed } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const TRAJECTORY = 'trajectory-1';
const [reason, evidence] = [sealed('reason'), sealed('evidence')];

const received: AwardEvent = {
  type: 'ApplicationReceived',
  data: { applicationId: 'a', kind: 'first', receivedOn: '2024-02-05', motivation: sealed('motivation') },
};
const asked: AwardEvent = {
  type: 'CompletionAsked',
  data: { applicationId: 'a', on: '2024-02-10', missing: sealed('missing'), evidence },
};
const refused: AwardEvent = {
  type: 'CoachingRefused',
  data: { applicationId: 'a', decidedOn: '2024-03-01', reason, evidence },
};
const granted: AwardEvent = {
  type: 'CoachingGranted',
  data: { grantId: 'g', decidedOn: '2024-02-10', from: '2024-02-01', to: '2024-07-31', regime: 'medium' },
};
const revised: AwardEvent = {
  type: 'GrantRevised',
  data: { revisionId: 'r', grantId: 'g', decidedOn: '2024-05-01', reason, minutes: 900, to: '2024-08-31' },
};
const lodged: AwardEvent = {
  type: 'ObjectionLodged',
  data: {
    objectionId: 'o',
    against: 'g',
    lodgedOn: '2024-03-01',
    grounds: sealed('grounds'),
    by: 'candidate',
  },
};
const decided: AwardEvent = {
  type: 'ObjectionDecided',
  data: { objectionId: 'o', decidedOn: '2024-04-01', result: 'rejected', reason: sealed('why'), evidence },
};

async function itemAfter(id: string, ...events: readonly AwardEvent[]) {
  const story = new Story().trajectory(TRAJECTORY, opened(), ...events);
  const { reader } = await projected(fixture, [trajectoryProjection], story.events);
  return (await trajectoryItem(reader, TRAJECTORY, id))?.data;
}

describe('the item of an application', () => {
  it('gathers what was asked and decided of it, each with its own evidence', async () => {
    const completed: AwardEvent = {
      type: 'ApplicationCompleted',
      data: { applicationId: 'a', on: '2024-02-20' },
    };
    expect(await itemAfter('a', received, asked, completed, refused)).toStrictEqual({
      applicationId: 'a',
      kind: 'first',
      receivedOn: '2024-02-05',
      motivation: sealed('motivation'),
      status: 'received',
      completionAskedOn: '2024-02-10',
      missing: sealed('missing'),
      completionEvidence: evidence,
      completedOn: '2024-02-20',
      refusedOn: '2024-03-01',
      refusalReason: reason,
      refusalEvidence: evidence,
    });
  });

  it('is corrected by either party, and loses with a day what was told with it', async () => {
    const corrected: AwardEvent = {
      type: 'ApplicationCorrected',
      data: { applicationId: 'a', reason, receivedOn: '2024-02-06', motivation: null },
    };
    const undone: AwardEvent = {
      type: 'ApplicationDecisionCorrected',
      data: { applicationId: 'a', reason, refusedOn: null, completionAskedOn: '2024-02-11' },
    };
    expect(await itemAfter('a', received, asked, refused, corrected, undone)).toStrictEqual({
      applicationId: 'a',
      kind: 'first',
      receivedOn: '2024-02-06',
      status: 'received',
      completionAskedOn: '2024-02-11',
      missing: sealed('missing'),
      completionEvidence: evidence,
    });
  });
});

describe('the item of a revision', () => {
  it('says of hours and motivation that they were taken away, and of days that they are left', async () => {
    const corrected: AwardEvent = {
      type: 'GrantRevisionCorrected',
      data: { revisionId: 'r', grantId: 'g', reason, minutes: null, to: null, beyondLimitMotivation: null },
    };
    expect(await itemAfter('r', granted, revised, corrected)).toStrictEqual({
      revisionId: 'r',
      grantId: 'g',
      decidedOn: '2024-05-01',
      reason,
      minutes: null,
      beyondLimitMotivation: null,
    });
  });
});

describe('the item of an objection', () => {
  const open = {
    objectionId: 'o',
    against: 'g',
    lodgedOn: '2024-03-01',
    grounds: sealed('grounds'),
    by: 'candidate',
  };

  it('holds its decision', async () => {
    const decision = { decidedOn: '2024-04-01', result: 'rejected', decisionReason: sealed('why'), evidence };
    expect(await itemAfter('o', granted, lodged, decided)).toStrictEqual({ ...open, ...decision });
  });

  it('holds none of it once the decision was taken away', async () => {
    const undone: AwardEvent = {
      type: 'ObjectionDecisionCorrected',
      data: { objectionId: 'o', reason, decidedOn: null },
    };
    expect(await itemAfter('o', granted, lodged, decided, undone)).toStrictEqual(open);
  });
});

describe('the lists and facts of the award', () => {
  it('hold objections and approvals under their own kind, and the decisions of a grant in its facts', async () => {
    const approval: AwardEvent = {
      type: 'CoachingDuringAbsenceApproved',
      data: { approvalId: 'p', absenceId: 'b', minutes: 240, on: '2024-05-20' },
    };
    const story = new Story().trajectory(
      TRAJECTORY,
      opened(),
      { type: 'AbsenceReported', data: { absenceId: 'b', from: '2024-05-01', kind: sealed('kind') } },
      granted,
      revised,
      lodged,
      approval,
    );
    const { reader } = await projected(fixture, [trajectoryProjection], story.events);
    const listed = async (kind: 'objection' | 'grant-revision' | 'coaching-approval') =>
      (await itemsPage(reader, TRAJECTORY, kind, { limit: 10 })).map(({ id, on }) => [id, on]);
    expect(await listed('objection')).toEqual([['o', '2024-03-01']]);
    expect(await listed('grant-revision')).toEqual([['r', '2024-05-01']]);
    expect(await listed('coaching-approval')).toEqual([['p', '2024-05-20']]);
    const facts = (await trajectoryNow(reader, TRAJECTORY))?.facts;
    expect(facts?.grants[0]?.decisions).toHaveLength(2);
    expect(facts?.objections).toHaveLength(1);
    expect(facts?.absences[0]?.coachingApprovals).toEqual([{ id: 'p', minutes: 240, on: '2024-05-20' }]);
  });
});
