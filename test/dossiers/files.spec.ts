import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { statusOn } from '../../src/dossiers/dossiers.js';
import { Files, type LogEnd } from '../../src/dossiers/files/files.js';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import type { ReadStore } from '../../src/read-store/read-store.js';
import { opened, sealed } from '../projections/story.js';

const reason = sealed('reason');

/** What was recorded about the end of a trajectory, each with the day on which it was. */
const log: readonly (readonly [CalendarDate, TrajectoryEvent])[] = [
  ['2024-01-02', opened()],
  [
    '2024-07-01',
    {
      type: 'TrajectoryClosed',
      data: {
        closureId: 'closure-1',
        on: '2024-06-30',
        reason,
        result: sealed('result'),
        structuralSupport: false,
      },
    },
  ],
  [
    '2024-10-01',
    { type: 'TrajectoryReopened', data: { reopeningId: 'reopening-1', on: '2024-09-01', reason } },
  ],
  ['2024-11-01', { type: 'ClosureCorrected', data: { closureId: 'closure-1', on: '2024-07-31', reason } }],
];

const store = {
  readStream: async () =>
    log.map(([day, { type, data }], revision) => ({
      type,
      data,
      revision: BigInt(revision),
      schemaVersion: type === 'TrajectoryClosed' ? 2 : 1,
      metadata: { recordedAt: `${day}T09:00:00.000Z` },
    })),
} as unknown as EventStore;

describe('what was known of the end of a trajectory', () => {
  const files = new Files(store, new EventRegistry('1.2.3'), {} as ReadStore);

  it.each([
    ['2024-06-30', 'open', 'open', 'open'],
    ['2024-07-01', 'closed', 'closed', 'closed'],
    ['2024-10-01', 'closed', 'closed', 'open'],
    ['2024-11-01', 'open', 'closed', 'open'],
  ] as const)(
    'on %s: on 15 July it was %s, on 15 August %s, on 15 September %s',
    async (day, ...statuses) => {
      const record = (await files.upTo('trajectory-1', { knownOn: day }))?.record();
      const asked = ['2024-07-15', '2024-08-15', '2024-09-15'] as const;
      expect(asked.map((on) => record && statusOn(record.facts, on))).toEqual(statuses);
    },
  );

  it('is the same when the log is read up to the last event that was recorded by then', async () => {
    const upTo = async (end: LogEnd) => (await files.upTo('trajectory-1', end))?.record();
    expect(await upTo({ revision: 2 })).toEqual(await upTo({ knownOn: '2024-10-31' }));
    expect(await upTo({ revision: 3 })).not.toEqual(await upTo({ knownOn: '2024-10-31' }));
  });

  it('is nothing on the day before the opening was recorded', async () => {
    expect(await files.upTo('trajectory-1', { knownOn: '2024-01-01' })).toBeUndefined();
    await expect(files.refuseBefore('trajectory-1', '2024-01-01')).rejects.toMatchObject({
      code: 'trajectory.not-found',
    });
    await expect(files.refuseBefore('trajectory-1', '2024-01-02')).resolves.toBeUndefined();
  });
});
