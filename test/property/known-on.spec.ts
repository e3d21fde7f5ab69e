import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { addDays, type CalendarDate, startOfAmsterdamDay } from '../../domain/shared/calendar.js';
import { trajectoryEvents } from '../../domain/trajectory/event-definitions.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { employerContactsProjection } from '../../projections/employer-contacts/employer-contacts.projection.js';
import type { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import { sessionsProjection } from '../../projections/sessions/sessions.projection.js';
import { ITEM_KINDS } from '../../projections/trajectory/item.js';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import { type ItemCursor, trajectoryRecord } from '../../projections/trajectory/trajectory.query.js';
import { Files } from '../../src/dossiers/files/files.js';
import type { TrajectoryFile } from '../../src/dossiers/files/trajectory-file.js';
import { filledPage } from '../../src/dossiers/filled-page.js';
import { domainEvents, EventRegistry, streamName } from '../../src/event-store/event-registry.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { ANY } from '../../src/event-store/expected-revision.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import type { ReadStore } from '../../src/read-store/read-store.js';
import { EventFeed } from '../../src/storage/event-feed.js';
import { ReadStoreFixture } from '../projections/read-store-fixture.js';
import { someMetadata } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { eventsOf, histories } from './histories.js';

const FIRST_DAY: CalendarDate = '2026-03-02';
const READ_MODELS = [trajectoryProjection, sessionsProjection, employerContactsProjection];

const folder = temporaryFolder();
const fixture = new ReadStoreFixture();
const registry = new EventRegistry('1.2.3');
let log: SqliteEventStore;
let readStore: ReadStore;
let runtime: ProjectionRuntime;
let files: Files;

beforeAll(async () => {
  log = SqliteEventStore.open(join(folder.path, 'events.db'));
  readStore = fixture.open();
  runtime = fixture.runtime(readStore, new EventFeed(log, registry), READ_MODELS);
  await runtime.start();
  files = new Files(log, registry, readStore);
});

afterAll(async () => {
  await fixture.close();
  await log.close();
  folder.remove();
});

/** The events of a trajectory of its own: items of all trajectories lie in one table. */
function ofTrajectory(trajectoryId: string, events: readonly TrajectoryEvent[]): readonly TrajectoryEvent[] {
  const text = JSON.stringify(events).replaceAll(/"([a-z]+(?:-[a-z]+)*-\d+)"/g, `"${trajectoryId}-$1"`);
  return JSON.parse(text.replaceAll('"trajectoryId":"trajectory"', `"trajectoryId":"${trajectoryId}"`));
}

/** Ready to append, recorded some days apart. */
function recorded(events: readonly TrajectoryEvent[], dayOf: (index: number) => number): readonly NewEvent[] {
  return events.map(({ type, data }, index) => ({
    id: v7(),
    type,
    schemaVersion: domainEvents.trajectory[type]?.version ?? 1,
    data: data as unknown as NewEvent['data'],
    metadata: { ...someMetadata(), recordedAt: startOfAmsterdamDay(addDays(FIRST_DAY, dayOf(index))) },
  }));
}

async function append(trajectoryId: string, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { position } = await log.append(streamName('trajectory', trajectoryId), events, ANY);
  await runtime.waitFor(position, { timeoutMs: 10_000 });
}

/** Every list of a file, page by page, and up to a day in the midst of its facts. */
async function listsOf(file: TrajectoryFile) {
  const lists: Record<string, readonly unknown[]> = {};
  const paged = <Item>(
    name: string,
    read: (page: { after?: ItemCursor | undefined; limit: number }) => Promise<readonly Item[]>,
    cursorOf: (item: Item) => ItemCursor,
  ) =>
    filledPage(
      { limit: 1_000 },
      ({ after }) => read({ after, limit: 3 }),
      (items) => items,
      cursorOf,
    ).then((items) => {
      lists[name] = items;
    });
  const until: CalendarDate = '2025-01-01';
  for (const kind of ITEM_KINDS) {
    await paged(
      kind,
      (page) => file.itemsPage(kind, page),
      (item) => item,
    );
    lists[`${kind} until`] = await file.itemsPage(kind, { until, limit: 5 });
  }
  await paged(
    'sessions',
    (page) => file.sessionsPage(page),
    ({ session }) => session,
  );
  lists['sessions until'] = await file.sessionsPage({ until, limit: 5 });
  await paged(
    'contacts',
    (page) => file.contactsPage(page),
    ({ contact }) => contact,
  );
  lists['contacts until'] = await file.contactsPage({ until, limit: 5 });
  return lists;
}

describe('what was known on a day', () => {
  it('is what a service answered that day, for every part of a trajectory', async () => {
    const met = new Set<string>();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.nat({ max: 2 }), { minLength: 200, maxLength: 200 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        async (steps, gaps, cut) => {
          runs += 1;
          const id = `t${runs}`;
          const told = ofTrajectory(id, eventsOf(steps));
          const days = gaps.map((_, index) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0));
          const all = recorded(told, (index) => days[index] ?? 0);
          const lastDay = days[Math.floor(cut * (told.length - 1))] ?? 0;
          const known = all.filter((_, index) => (days[index] ?? 0) <= lastDay);
          for (const { type } of known) met.add(type);
          const knownOn = addDays(FIRST_DAY, lastDay);

          await append(id, known);
          const then = await listsOf(files.now(id));
          const recordThen = await trajectoryRecord(readStore.reader, id);
          await append(id, all.slice(known.length));
          const file = await files.upTo(id, { knownOn });
          if (file === undefined) throw new Error('the opening was known');
          expect(await listsOf(file)).toEqual(then);
          expect(file.record()).toEqual(recordThen);
          expect(await listsOf(await fileAt(id, known.length - 1))).toEqual(then);
        },
      ),
      { numRuns: 120 },
    );
    expect(Object.keys(trajectoryEvents).filter((type) => !met.has(type))).toEqual([]);
  }, 60_000);
});

async function fileAt(id: string, revision: number): Promise<TrajectoryFile> {
  const file = await files.upTo(id, { revision });
  if (file === undefined) throw new Error(`nothing up to revision ${revision}`);
  return file;
}
