import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../domain/rule-sets/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { employerContactsProjection } from '../../projections/employer-contacts/employer-contacts.projection.js';
import { funderProjection } from '../../projections/funder/funder.projection.js';
import { mergesProjection } from '../../projections/merges/merges.projection.js';
import { sessionsProjection } from '../../projections/sessions/sessions.projection.js';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import { trajectoryRecord } from '../../projections/trajectory/trajectory.query.js';
import { RuledRecords } from '../../src/dossiers/ruled-records.js';
import type { ReadStore } from '../../src/read-store/read-store.js';
import { projected } from '../projections/projected.js';
import { ReadStoreFixture } from '../projections/read-store-fixture.js';
import { opened, placement, Story } from '../projections/story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

/** A trajectory with a job at each of two registrations of one employer, which were merged on 10 March 2026. */
async function ruled() {
  const story = new Story('2026-03-10T10:00:00.000Z')
    .tell('funder', 'funder-1', { type: 'FunderRegistered', data: { name: 'Gouda', kind: 'municipality' } })
    .tell('funder', 'funder-1', {
      type: 'RuleSetAdopted',
      data: { version: 1, ruleSet: PRESETS['municipal-2y'] },
    })
    .trajectory('trajectory-1', opened(), placement('placement-1'))
    .trajectory('trajectory-1', placement('placement-2', { employerId: 'employer-2', kind: 'secondment' }))
    .tell('employer', 'employer-2', {
      type: 'EmployerMarkedDuplicate',
      data: { mergeId: 'merge-1', survivorId: 'employer-1' },
    });
  const models = [
    funderProjection,
    mergesProjection,
    trajectoryProjection,
    sessionsProjection,
    employerContactsProjection,
  ];
  return projected(fixture, models, story.events);
}

/** The employers of the two placements as known at the end of a day, or as they are now. */
async function employersAsKnownOn(
  store: ReadStore,
  knownOn?: CalendarDate,
): Promise<readonly Id[] | undefined> {
  const record = await trajectoryRecord(store.reader, 'trajectory-1');
  // What the read model holds keeps the ids that were recorded.
  expect(record?.facts.placements[1]?.employerId).toBe('employer-2');
  const asked = { on: '2024-06-01', knownOn } as const;
  const [read] = await new RuledRecords(store).underRules(record ? [record] : [], asked);
  expect(read).toMatchObject({ ruleSet: { name: 'municipal-2y' }, ruleSetVersion: 1 });
  return read?.facts.placements.map(({ employerId }) => employerId);
}

describe('two registrations of one employer', () => {
  it('are one after their merge, on whatever day is asked about', async () => {
    expect(await employersAsKnownOn(await ruled())).toEqual(['employer-1', 'employer-1']);
  });

  it('are one as known on the day of their merge, and two as known on the day before', async () => {
    const store = await ruled();
    expect(await employersAsKnownOn(store, '2026-03-10')).toEqual(['employer-1', 'employer-1']);
    expect(await employersAsKnownOn(store, '2026-03-09')).toEqual(['employer-1', 'employer-2']);
  });
});
