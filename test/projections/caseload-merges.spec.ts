import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../domain/rule-sets/index.js';
import { caseloadProjection } from '../../projections/caseload/caseload.projection.js';
import { caseloadPage } from '../../projections/caseload/caseload.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, placement, Story } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const ended = (placementId: string, endedOn: '2024-05-31') =>
  ({
    type: 'PlacementEnded',
    data: { placementId, endedOn, reportedOn: endedOn, reason: 'Voorbij.' },
  }) as const;

/** A job at employer-1 up to the end of May and from June on one at employer-3, and a trajectory that continues it. */
function twoJobs(): Story {
  return new Story()
    .tell('funder', 'funder-1', {
      type: 'RuleSetAdopted',
      data: { version: 1, ruleSet: PRESETS['uwv-2014'] },
    })
    .trajectory('trajectory-1', opened(), placement('placement-1'), ended('placement-1', '2024-05-31'))
    .trajectory(
      'trajectory-1',
      placement('placement-2', { employerId: 'employer-3', startsOn: '2024-06-10' }),
    )
    .trajectory('trajectory-2', opened({ trajectoryId: 'trajectory-2', continues: 'trajectory-1' }));
}

const marked = (mergeId: string, survivorId: string) =>
  ({ type: 'EmployerMarkedDuplicate', data: { mergeId, survivorId } }) as const;
const unmarked = (mergeId: string) => ({ type: 'EmployerUnmarkedDuplicate', data: { mergeId } }) as const;

async function lastDays(story: Story): Promise<readonly unknown[]> {
  const { reader } = await projected(fixture, [caseloadProjection], story.events);
  const entries = await caseloadPage(reader, { on: '2024-07-01', limit: 10 });
  return entries.map(({ trajectoryId, limitOn }) => [trajectoryId, limitOn]);
}

const APART = [
  ['trajectory-1', '2027-06-09'],
  ['trajectory-2', '2027-06-09'],
];
const ONE = [
  ['trajectory-1', '2026-12-31'],
  ['trajectory-2', '2026-12-31'],
];

describe('the caseload after a merge of employers', () => {
  it('counts two registrations as two until then', async () => {
    expect(await lastDays(twoJobs())).toEqual(APART);
  });

  it('counts them as one, in what continues the trajectory too', async () => {
    expect(await lastDays(twoJobs().tell('employer', 'employer-3', marked('m-1', 'employer-1')))).toEqual(
      ONE,
    );
  });

  it('counts them as one over every step of a chain, in whichever order it was made', async () => {
    const steps = [
      ['employer-3', marked('m-1', 'employer-2')],
      ['employer-2', marked('m-2', 'employer-1')],
    ] as const;
    for (const order of [steps, [...steps].reverse()]) {
      const story = twoJobs();
      for (const [employer, mark] of order) story.tell('employer', employer, mark);
      await fixture.close();
      fixture = new ReadStoreFixture();
      expect(await lastDays(story)).toEqual(ONE);
    }
  });

  it('counts them as two again when the merge is withdrawn', async () => {
    const story = twoJobs()
      .tell('employer', 'employer-3', marked('m-1', 'employer-1'))
      .tell('employer', 'employer-3', unmarked('m-1'));
    expect(await lastDays(story)).toEqual(APART);
  });

  it('counts a job that is recorded after the merge with the others', async () => {
    const story = new Story()
      .tell('funder', 'funder-1', {
        type: 'RuleSetAdopted',
        data: { version: 1, ruleSet: PRESETS['uwv-2014'] },
      })
      .tell('employer', 'employer-3', marked('m-1', 'employer-1'));
    for (const { stream, streamId, type, data } of twoJobs().events) {
      if (stream.startsWith('trajectory')) story.tell('trajectory', streamId, { type, data } as never);
    }
    expect(await lastDays(story)).toEqual(ONE);
  });
});
