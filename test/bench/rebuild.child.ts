import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { projections } from '../../projections/index.js';
import { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import { alone } from '../../projections/runtime/settings.js';
import { openReadStore } from '../../src/read-store/read-store.js';
import { EventFeed } from '../../src/storage/event-feed.js';
import { logFile, openStores } from './stores.js';

/*
 * One measurement in a process of its own. Arguments: the folder, then `read`, or `rebuild` with the names of read models
 * (none: all). Prints as JSON how long it took and how many events it passed.
 */

const PAGE = 5_000;
const PATIENCE_MS = 10 * 60_000;
const LOOK_EVERY_MS = 2;

type Work = () => Promise<number>;

/** Reads the log in pages and parses the JSON in it, and nothing else. */
function reading(folder: string): Work {
  const database = new Database(logFile(folder), { readonly: true });
  const sql =
    'SELECT position, stream, type, data, metadata FROM events WHERE position > ? ORDER BY position LIMIT ?';
  const page = database.prepare<[number, number], [number, string, string, string, string]>(sql).raw();
  return async () => {
    let passed = 0;
    let after = 0;
    for (;;) {
      const rows = page.all(after, PAGE);
      for (const [position, , , data, metadata] of rows) {
        if (JSON.parse(data) !== null && JSON.parse(metadata) !== null) passed += 1;
        after = position;
      }
      if (rows.length < PAGE) return passed;
    }
  };
}

/** Rebuilds as `doorlopend rebuild` does, beside the served read models; the first time those are built before. */
async function rebuilding(folder: string, names: readonly string[]): Promise<Work> {
  const { store, registry, sealer } = openStores(folder);
  const readStore = openReadStore(folder);
  const runtime = new ProjectionRuntime({
    db: readStore.writer,
    dialect: readStore.dialect,
    aside: readStore.aside,
    feed: new EventFeed(store, registry),
    projections,
    blindIndex: (text) => sealer.blindIndex(text),
    settings: alone,
  });
  await runtime.start();
  await runtime.waitFor((await store.head()) ?? '0', { timeoutMs: PATIENCE_MS });
  return async () => {
    const id = await runtime.requestRebuild(names.length > 0 ? names : undefined);
    for (;;) {
      const progress = await runtime.rebuildProgress(id);
      if (progress?.status === 'failed') throw new Error('the rebuild stopped at an event');
      if (progress?.status === 'done') {
        await runtime.stop();
        return progress.events / (names.length > 0 ? names.length : projections.length);
      }
      await sleep(LOOK_EVERY_MS);
    }
  };
}

const [folder = '', what, ...names] = process.argv.slice(2);
const work = what === 'read' ? reading(folder) : await rebuilding(folder, names);
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
const events = await work();
const seconds = (performance.now() - startedAt) / 1_000;
const cpu = process.cpuUsage(cpuBefore);
process.stdout.write(JSON.stringify({ events, seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6 }));
process.exit(0);
