import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { coachProjection } from '../../projections/coach/coach.projection.js';
import { CoachesAway } from '../../src/dossiers/coaches-away.js';
import { projected } from '../projections/projected.js';
import { ReadStoreFixture } from '../projections/read-store-fixture.js';
import { Story, sealed } from '../projections/story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

describe('the absences of coaches', () => {
  it('are those of each coach that is asked for, as known on a day', async () => {
    // Half past midnight in Amsterdam, while it is still the day before in UTC.
    const story = new Story('2026-01-02T23:30:00.000Z');
    for (const coach of ['coach-1', 'coach-2', 'coach-3']) {
      story.tell('coach', coach, {
        type: 'CoachRegistered',
        data: { name: sealed(coach), organisationId: 'organisation-1' },
      });
    }
    story
      .tell('coach', 'coach-1', {
        type: 'CoachAway',
        data: { absenceId: 'absence-1', from: '2026-05-06', until: '2026-05-17' },
      })
      .tell('coach', 'coach-2', {
        type: 'CoachAway',
        data: { absenceId: 'absence-2', from: '2026-06-01' },
      });
    const store = await projected(fixture, [coachProjection], story.events);
    const away = new CoachesAway(store);
    expect(await away.of(['coach-1', 'coach-2'])).toEqual(
      new Map([
        ['coach-1', [{ from: '2026-05-06', to: '2026-05-17' }]],
        ['coach-2', [{ from: '2026-06-01', to: undefined }]],
      ]),
    );
    // What was recorded a day later was not known that day.
    const later = new Story('2026-01-04T10:00:00.000Z');
    later.events.push(...story.events.filter(({ streamId }) => streamId === 'coach-2'));
    const returned = {
      ...later.events[1],
      type: 'CoachReturned',
      data: { absenceId: 'absence-2', endedOn: '2026-06-05' },
    };
    later.events.push({ ...returned, revision: 2, recordedAt: '2026-01-04T10:00:00.000Z' } as never);
    const other = new ReadStoreFixture();
    const next = new CoachesAway(await projected(other, [coachProjection], later.events));
    expect((await next.of(['coach-2'])).get('coach-2')).toEqual([{ from: '2026-06-01', to: '2026-06-05' }]);
    expect((await next.of(['coach-2'], '2026-01-03')).get('coach-2')).toEqual([
      { from: '2026-06-01', to: undefined },
    ]);
    await other.close();
    expect((await away.of(['coach-1'], '2026-01-03')).get('coach-1')).toHaveLength(1);
    expect((await away.of(['coach-1'], '2026-01-02')).get('coach-1')).toEqual([]);
    expect(await away.of([])).toEqual(new Map());
  });
});
