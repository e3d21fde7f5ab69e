import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { timelineProjection } from '../../projections/timeline/timeline.projection.js';
import { timelinePage } from '../../projections/timeline/timeline.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, placement, Story, sealed, session } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

it('tells every event of a trajectory in the order of recording, as it was recorded', async () => {
  const story = new Story()
    .trajectory('trajectory-1', opened())
    .trajectory('trajectory-2', opened({ trajectoryId: 'trajectory-2' }))
    .trajectory('trajectory-1', placement('placement-1'), session('session-1'));
  const { reader } = await projected(fixture, [timelineProjection], story.events);
  const page = await timelinePage(reader, 'trajectory-1', { limit: 10 });
  expect(
    page.map(({ revision, position, type, occurredOn }) => [revision, position, type, occurredOn]),
  ).toEqual([
    [0, 'p1', 'TrajectoryOpened', '2024-01-01'],
    [1, 'p3', 'PlacementStarted', '2024-01-01'],
    [2, 'p4', 'SessionRecorded', '2024-02-01'],
  ]);
  expect(page[2]?.data).toMatchObject({ minutes: 60, summary: sealed('summary') });
  expect(page[0]?.actor).toEqual({ subject: 'coordinator-1', role: 'coordinator', via: 'api' });
  expect(await timelinePage(reader, 'trajectory-1', { afterRevision: 0, limit: 1 })).toMatchObject([
    { revision: 1 },
  ]);
});
