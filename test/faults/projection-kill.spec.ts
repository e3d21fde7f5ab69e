import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { projections } from '../../projections/index.js';
import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import type { RuntimeSettings } from '../../projections/runtime/settings.js';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import { ANY } from '../../src/event-store/expected-revision.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { openReadStore, type ReadStore } from '../../src/read-store/read-store.js';
import { EventFeed } from '../../src/storage/event-feed.js';
import { allRows } from '../projections/projected.js';
import { randomStory } from '../projections/random-story.js';
import { until } from '../projections/read-store-fixture.js';
import { startChild } from '../spec/child.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const KILLS = 6;
const EVENTS = 900;

let folder: ReturnType<typeof temporaryFolder>;
let log: SqliteEventStore;
beforeEach(() => {
  folder = temporaryFolder();
  log = SqliteEventStore.open(join(folder.path, 'events.db'));
});
afterEach(async () => {
  await log.close();
  folder.remove();
});

describe('a process that projects and is killed', () => {
  it.each([
    ['by its own thread', 'here'],
    ['by another thread', 'aside'],
  ])(
    'leaves what the next one goes on from, and in the end the rows are those of a building at one go (batches stored %s)',
    async (_, where) => {
      await fillLog();
      const positions = new Set<string | null>();
      for (let kill = 0; kill < KILLS; kill++) {
        await projectUntilKilled(where);
        positions.add(await checkpoint());
      }
      expect(positions.size).toBeGreaterThan(2);
      const continued = await rowsAfter('killed');
      expect(continued).toEqual(await rowsAfter('at-one-go'));
      expect(continued.timeline?.length).toBeGreaterThan(0);
    },
    180_000,
  );
});

async function fillLog(): Promise<void> {
  for (const { stream, type, data, recordedAt, actor, commandId, id } of randomStory(4711, EVENTS)) {
    const metadata = { actor: { ...actor, via: 'api' as const }, recordedAt, commandId };
    await log.append(stream, [{ id, type, schemaVersion: 1, data, metadata }], ANY);
  }
}

async function projectUntilKilled(where: string): Promise<void> {
  const child = startChild('test/faults/projection-kill.child.ts', [
    join(folder.path, 'events.db'),
    join(folder.path, 'killed'),
    where,
  ]);
  await once(child.stdout, 'data');
  // However busy the machine is, every process gets somewhere before it is killed.
  const before = await checkpoint();
  await until(async () => (await checkpoint()) !== before);
  await pause(Math.random() * 60);
  child.kill('SIGKILL');
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

async function checkpoint(): Promise<string | null> {
  const store = openReadStore(join(folder.path, 'killed'));
  const line = await store.writer
    .withTables<Bookkeeping>()
    .selectFrom('projection_generation')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst();
  await store.close();
  return line?.position ?? null;
}

/** Every row, once the read models in the folder have caught up. */
async function rowsAfter(name: string): Promise<Awaited<ReturnType<typeof allRows>>> {
  const store: ReadStore = openReadStore(join(folder.path, name));
  const settings: Partial<RuntimeSettings> = { leaseMs: 300, standbyMs: 10 };
  const runtime = new ProjectionRuntime({
    db: store.writer,
    dialect: store.dialect,
    feed: new EventFeed(log, new EventRegistry('test')),
    projections,
    blindIndex: async () => 'blind',
    settings,
  });
  await runtime.start();
  await runtime.waitFor((await log.head()) ?? '', { timeoutMs: 60_000 });
  const rows = await allRows(store, projections);
  expect((await runtime.status()).deadLetters).toBe(0);
  await runtime.stop();
  await store.close();
  return rows;
}
