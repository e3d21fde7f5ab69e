import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { exportLines } from '../../src/moving/export-lines.js';
import { streamExport } from '../../src/moving/write-export.js';
import { SqliteWrappedKeys } from '../../src/privacy/sqlite/sqlite-wrapped-keys.js';
import { logFile } from '../bench/stores.js';
import { writeLog } from '../bench/write-log.js';
import { type EventLog, kurrentDbLog, sqliteLog } from '../spec/event-logs.js';
import { someEvent, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { contentsOf, everythingIn, exportTo, importFrom, keysIn } from './moves.js';

jest.setTimeout(180_000);

const EVENTS = 3_000;
const folder = temporaryFolder();
const made = join(folder.path, 'made');
let source: SqliteEventStore;

beforeAll(async () => {
  await writeLog(made, EVENTS);
  source = SqliteEventStore.open(logFile(made));
});

afterAll(async () => {
  await source.close();
  folder.remove();
});

/** Runs a test with a log of its own. */
async function withLog(make: () => Promise<EventLog>, work: (store: EventStore) => Promise<void>) {
  const log = await make();
  try {
    await work(log.open());
  } finally {
    await log.end();
  }
}

describe('a log that is moved', () => {
  it('from SQLite to KurrentDB and back equals itself, event by event', async () => {
    const [there, back] = [join(folder.path, 'there.jsonl'), join(folder.path, 'back.jsonl')];
    const original = await contentsOf(source);
    expect(original).toHaveLength(EVENTS);
    await exportTo(there, source);
    await withLog(kurrentDbLog, async (kurrent) => {
      expect(await importFrom(there, kurrent)).toMatchObject({
        events: EVENTS,
        stored: EVENTS,
        verified: EVENTS,
      });
      expect(await contentsOf(kurrent)).toEqual(original);
      await exportTo(back, kurrent);
    });
    await withLog(sqliteLog, async (sqlite) => {
      expect((await importFrom(back, sqlite)).stored).toBe(EVENTS);
      expect(await contentsOf(sqlite)).toEqual(original);
    });
  });

  it('into SQLite keeps the order of the whole log, positions included', async () => {
    const path = join(folder.path, 'order.jsonl');
    await exportTo(path, source);
    await withLog(sqliteLog, async (sqlite) => {
      await importFrom(path, sqlite);
      expect(await everythingIn(sqlite)).toEqual(await everythingIn(source));
    });
  });

  it('a second time is there already, and nothing is stored twice', async () => {
    const path = join(folder.path, 'twice.jsonl');
    await exportTo(path, source);
    await withLog(kurrentDbLog, async (kurrent) => {
      await importFrom(path, kurrent);
      expect(await importFrom(path, kurrent)).toMatchObject({ events: EVENTS, stored: 0, verified: EVENTS });
      expect(await everythingIn(kurrent)).toHaveLength(EVENTS);
    });
  });

  it('and went on there is brought in again without harm to what came after', async () => {
    const path = join(folder.path, 'went-on.jsonl');
    const stream = someStream();
    await withLog(sqliteLog, async (first) => {
      await first.append(stream, [someEvent(), someEvent()], 'no-stream');
      await exportTo(path, first);
    });
    await withLog(sqliteLog, async (second) => {
      await importFrom(path, second);
      await second.append(stream, [someEvent()], 1n);
      expect(await importFrom(path, second)).toMatchObject({ events: 2, stored: 0, verified: 3 });
    });
  });
});

describe('an export', () => {
  it('is lines that say what they are, with a digest over all of them, for the owner alone', async () => {
    const path = join(folder.path, 'lines.jsonl');
    const end = await exportTo(path, source);
    const text = readFileSync(path, 'utf8');
    const lines = text.trimEnd().split('\n');
    const [first, last] = [lines[0], lines.at(-1)].map((line) => JSON.parse(line ?? ''));
    expect(first).toMatchObject({
      kind: 'header',
      format: 'doorlopend-events',
      version: 1,
      head: `${EVENTS}`,
    });
    expect(last).toEqual(end);
    const before = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
    expect(last.digest).toBe(createHash('sha256').update(before).digest('hex'));
    expect(Object.values<number>(last.categories).reduce((sum, count) => sum + count)).toBe(EVENTS);
    expect(lines).toHaveLength(EVENTS + 2);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('goes up to the head at its start while others append', async () => {
    const path = join(folder.path, 'during.jsonl');
    await withLog(sqliteLog, async (store) => {
      const stream = someStream();
      await store.append(stream, [someEvent()], 'no-stream');
      const appending = new AbortController();
      const appended = (async () => {
        while (!appending.signal.aborted) await store.append(stream, [someEvent()], 'any');
      })();
      await exportTo(path, store);
      appending.abort();
      await appended;
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
      const head = Number(JSON.parse(lines[0] ?? '').head);
      expect(lines).toHaveLength(head + 2);
      expect(Number(await store.head())).toBeGreaterThan(head);
    });
  });

  it('whose reader goes away ends with that error, and with no other', async () => {
    const reader = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
    const text = exportLines({ store: source, programVersion: '0.1.0', now: new Date() });
    await expect(streamExport(text, reader)).rejects.toThrow('EPIPE');
  });

  it('of an empty log is brought in as nothing', async () => {
    const path = join(folder.path, 'empty.jsonl');
    await withLog(sqliteLog, async (store) => {
      expect(await exportTo(path, store)).toMatchObject({ events: 0, streams: 0, categories: {} });
      expect(await importFrom(path, store)).toMatchObject({ events: 0, stored: 0, verified: 0 });
    });
  });
});

describe('wrapped keys', () => {
  it('go along only when they are asked for, and stay wrapped', async () => {
    const [without, withThem] = [join(folder.path, 'no-keys.jsonl'), join(folder.path, 'keys.jsonl')];
    const keys = SqliteWrappedKeys.open(join(made, 'keys.db'));
    const original = await keysIn(keys);
    expect(original.length).toBeGreaterThan(100);
    expect(await exportTo(without, source)).toMatchObject({ keys: 0 });
    expect(await exportTo(withThem, source, keys)).toMatchObject({ keys: original.length });
    await withLog(sqliteLog, async (store) => {
      const target = temporaryFolder();
      expect(await importFrom(withThem, store, target.path)).toMatchObject({ keysChanged: original.length });
      expect(await importFrom(withThem, store, target.path)).toMatchObject({ keysChanged: 0 });
      const moved = SqliteWrappedKeys.open(join(target.path, 'keys.db'));
      expect(await keysIn(moved)).toEqual(original);
      expect(await moved.masterKey()).toBe(await keys.masterKey());
      await moved.close();
      target.remove();
    });
    await keys.close();
  });
});
