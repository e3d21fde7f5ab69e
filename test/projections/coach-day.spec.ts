import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { coachDayProjection } from '../../projections/coach-day/coach-day.projection.js';
import { coachDays, sessionsOnCoachDays } from '../../projections/coach-day/coach-day.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { Story, sealed, session } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const answersOf = async (...events: readonly TrajectoryEvent[]) =>
  (await projected(fixture, [coachDayProjection], new Story().trajectory('trajectory-1', ...events).events))
    .reader;
const reason = sealed('reason');
const day = (coachId: string, on: CalendarDate) => ({ coachId, on });

describe('the day of a coach', () => {
  it('adds up the sessions of all candidates, a group session divided and rounded down', async () => {
    const story = new Story()
      .trajectory('trajectory-1', session('session-1', { minutes: 100, groupSize: 3, startsAt: '09:00' }))
      .trajectory('trajectory-2', session('session-2', { minutes: 90 }))
      .trajectory('trajectory-3', session('session-3', { on: '2024-02-03' }))
      .trajectory('trajectory-4', session('session-4', { coachId: 'coach-2' }));
    const { reader } = await projected(fixture, [coachDayProjection], story.events);
    const [sessions, ofAnother, ofNobody] = await sessionsOnCoachDays(reader, [
      day('coach-1', '2024-02-01'),
      day('coach-2', '2024-02-01'),
      day('coach-3', '2024-02-01'),
    ]);
    expect(ofAnother).toMatchObject([{ sessionId: 'session-4' }]);
    expect(ofNobody).toEqual([]);
    expect(sessions).toEqual([
      {
        sessionId: 'session-1',
        trajectoryId: 'trajectory-1',
        minutes: 100,
        creditedMinutes: 33,
        groupSize: 3,
        startsAt: '09:00',
      },
      {
        sessionId: 'session-2',
        trajectoryId: 'trajectory-2',
        minutes: 90,
        creditedMinutes: 90,
        groupSize: 1,
        startsAt: null,
      },
    ]);
    expect(await coachDays(reader, 'coach-1', '2024-02-01', '2024-02-03')).toEqual([
      { on: '2024-02-01', minutes: 123, sessions: 2 },
      { on: '2024-02-03', minutes: 60, sessions: 1 },
    ]);
    expect(await coachDays(reader, 'coach-1', '2024-02-02', '2024-02-02')).toEqual([]);
  });

  it('follows a correction to another day, coach and length', async () => {
    const reader = await answersOf(session('session-1', { minutes: 100, startsAt: '09:00' }), {
      type: 'SessionCorrected',
      data: {
        sessionId: 'session-1',
        reason,
        coachId: 'coach-2',
        on: '2024-02-09',
        groupSize: 2,
        startsAt: null,
      },
    });
    const days = [day('coach-1', '2024-02-01'), day('coach-2', '2024-02-09'), day('coach-2', '2024-02-09')];
    const corrected = { creditedMinutes: 50, groupSize: 2, startsAt: null };
    expect(await sessionsOnCoachDays(reader, days)).toMatchObject([[], [corrected], [corrected]]);
    expect(await sessionsOnCoachDays(reader, [])).toEqual([]);
  });

  it('loses what was withdrawn', async () => {
    const reader = await answersOf(session('session-1'), {
      type: 'SessionWithdrawn',
      data: { sessionId: 'session-1', reason },
    });
    expect(await coachDays(reader, 'coach-1', '2024-01-01', '2024-12-31')).toEqual([]);
  });
});
