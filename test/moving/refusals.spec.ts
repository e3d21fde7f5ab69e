import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import { SqliteWrappedKeys } from '../../src/privacy/sqlite/sqlite-wrapped-keys.js';
import { type EventLog, sqliteLog } from '../spec/event-logs.js';
import { someEvent, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { exportTo, importFrom, keysIn } from './moves.js';

const folder = temporaryFolder();
const file = join(folder.path, 'export.jsonl');
const stream = someStream();
let log: EventLog;
let target: EventLog;
let store: EventStore;

beforeAll(async () => {
  log = await sqliteLog();
  const source = log.open();
  await source.append(stream, [someEvent(), someEvent(), someEvent()], 'no-stream');
  await source.append(someStream(), [someEvent()], 'no-stream');
  await exportTo(file, source);
});

beforeEach(async () => {
  target = await sqliteLog();
  store = target.open();
});

afterEach(() => target.end());

afterAll(async () => {
  await log.end();
  folder.remove();
});

/** A file with what was done to the lines of a good one. */
function damaged(change: (lines: string[]) => readonly string[]): string {
  const path = join(folder.path, 'damaged.jsonl');
  writeFileSync(path, change(readFileSync(file, 'utf8').trimEnd().split('\n')).join('\n'));
  return path;
}

function replaced(line: number, from: string | RegExp, to: string): (lines: string[]) => readonly string[] {
  return (lines) => lines.with(line, (lines.at(line) ?? '').replace(from, to));
}

/** What was done to a file, the code of its refusal, and how it was done. */
const DAMAGED: readonly (readonly [string, string, (lines: string[]) => readonly string[]])[] = [
  ['that ends too soon', 'file.damaged', (lines) => lines.slice(0, -1)],
  ['that ends in a line', 'file.damaged', (lines) => lines.with(-1, '{"kind":"en')],
  ['with an event that was changed', 'file.damaged', replaced(2, '"minutes":90', '"minutes":91')],
  ['with metadata that was changed', 'file.damaged', replaced(2, 'jobcoach-7', 'jobcoach-8')],
  ['with an event that was left out', 'file.damaged', (lines) => lines.toSpliced(2, 1)],
  ['with a stream that was left out', 'file.damaged', (lines) => lines.toSpliced(4, 1)],
  ['with an event twice', 'file.damaged', (lines) => lines.toSpliced(2, 0, lines[2] ?? '')],
  ['with a header that was changed', 'file.damaged', replaced(0, '"head":"4"', '"head":"5"')],
  ['with counts that were changed', 'file.damaged', replaced(-1, '"events":4', '"events":5')],
  ['with more after its end', 'file.damaged', (lines) => [...lines, lines[1] ?? '']],
  ['with two headers', 'file.damaged', (lines) => lines.toSpliced(1, 0, lines[0] ?? '')],
  ['of a form to come', 'file.unknown-version', replaced(0, '"version":1', '"version":2')],
  ['without a header', 'file.unreadable', (lines) => lines.slice(1)],
  ['of something else', 'file.unreadable', () => ['Referentie;Datum;Duur', 'K0001;2-1-2025;75']],
  ['that is empty', 'file.unreadable', () => []],
];

describe('an import refuses, and stores nothing of, a file', () => {
  it.each(DAMAGED)('%s, and looks at all of it first', async (_, code, change) => {
    await expect(importFrom(damaged(change), store)).rejects.toMatchObject({ name: 'MoveRefused', code });
    expect(await store.head()).toBeUndefined();
  });

  it('that is not there, or is no text', async () => {
    const refused = { code: 'file.unreadable' };
    await expect(importFrom(join(folder.path, 'absent'), store)).rejects.toMatchObject(refused);
    await expect(importFrom(folder.path, store)).rejects.toMatchObject(refused);
    const path = damaged(replaced(1, '90', '91'));
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from([0xff])]));
    await expect(importFrom(path, store)).rejects.toMatchObject({ code: 'file.damaged' });
  });

  it.each([
    ['type', { type: 'SessionDreamt' }],
    ['form of a type', { schemaVersion: 99 }],
    ['place for a type', { type: 'FunderRegistered' }],
  ])('with an unknown %s', async (_, otherwise) => {
    const newer = await sqliteLog();
    const path = join(folder.path, `${Object.values(otherwise)[0]}.jsonl`);
    await newer.open().append(someStream(), [someEvent(), someEvent(otherwise)], 'no-stream');
    await exportTo(path, newer.open());
    await newer.end();
    await expect(importFrom(path, store)).rejects.toMatchObject({ code: 'event.unknown' });
    expect(await store.head()).toBeUndefined();
  });
});

describe('an import refuses a log', () => {
  it.each([1, 3, 5])(
    'that holds %i other events in a stream of the file, and stores nothing',
    async (count) => {
      const others = Array.from({ length: count }, () => someEvent());
      const { position } = await store.append(stream, others, 'no-stream');
      await expect(importFrom(file, store)).rejects.toMatchObject({ code: 'stream.diverged' });
      expect(await store.head()).toBe(position);
    },
  );

  it('that holds an event of the file in another stream', async () => {
    const [taken] = await log.open().readStream(stream, { limit: 1 });
    await store.append(someStream(), [someEvent({ id: taken?.id })], 'no-stream');
    await expect(importFrom(file, store)).rejects.toMatchObject({ code: 'event.id-taken' });
  });

  it('that cannot be reached, and says that the same command goes on', async () => {
    const settings = { readWithinMs: 50, resolveWithinMs: 50, readSilenceMs: 50, appendTimeoutMs: 150 };
    const gone = KurrentDbEventStore.open('kurrentdb://127.0.0.1:9?tls=false', settings);
    await expect(importFrom(file, gone)).rejects.toMatchObject({
      code: 'store.unavailable',
      message: expect.stringContaining('gaat verder waar het was'),
    });
    await gone.close();
  });

  it('whose chain is broken elsewhere', async () => {
    await store.append(someStream(), [someEvent()], 'no-stream');
    tamper(target.place);
    await expect(importFrom(file, store)).rejects.toMatchObject({ code: 'log.damaged' });
  });
});

describe('an export refuses', () => {
  it('a log of which something was changed, and leaves no file', async () => {
    const path = join(folder.path, 'tampered.jsonl');
    await store.append(someStream(), [someEvent()], 'no-stream');
    tamper(target.place);
    await expect(exportTo(path, store)).rejects.toMatchObject({ code: 'log.damaged' });
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  it('to take the place of a file', async () => {
    await expect(exportTo(file, store)).rejects.toMatchObject({ code: 'file.exists' });
  });
});

describe('keys that are there', () => {
  const key = { name: 'candidate/a/identity/1', createdAt: '2025-01-01T00:00:00.000Z', destroyedAt: null };
  const live = { ...key, wrapped: Buffer.from('wrapped') };
  const destroyed = { ...key, wrapped: null, destroyedAt: '2026-01-01T00:00:00.000Z' };

  /** What is there after a file with one key was brought in over another. */
  async function broughtOver(
    there: typeof live | typeof destroyed,
    brought: typeof live | typeof destroyed,
    master = 'm',
  ) {
    const [from, to] = [temporaryFolder(), temporaryFolder()];
    const path = join(from.path, 'keys.jsonl');
    try {
      const source = SqliteWrappedKeys.open(join(from.path, 'keys.db'));
      await source.belongTo('m');
      await source.add([brought]);
      await exportTo(path, log.open(), source);
      await source.close();
      const keys = SqliteWrappedKeys.open(join(to.path, 'keys.db'));
      await keys.belongTo(master);
      await keys.add([there]);
      await importFrom(path, store, to.path);
      const [after] = await keysIn(keys);
      await keys.close();
      return after;
    } finally {
      from.remove();
      to.remove();
    }
  }

  it('and were destroyed are never brought back', async () => {
    expect(await broughtOver(destroyed, live)).toEqual(destroyed);
  });

  it('are destroyed when they were destroyed where the file comes from', async () => {
    expect(await broughtOver(live, destroyed)).toEqual(destroyed);
  });

  it('and are others under the same name are refused', async () => {
    const other = { ...live, wrapped: Buffer.from('other') };
    await expect(broughtOver(other, live)).rejects.toMatchObject({ code: 'key.diverged' });
    expect(await store.head()).toBeUndefined();
  });

  it('and are wrapped by another master key are refused', async () => {
    await expect(broughtOver(live, live, 'other')).rejects.toMatchObject({ code: 'key.other-master-key' });
    expect(await store.head()).toBeUndefined();
  });
});

/** Changes an event in a file of SQLite, past everything that guards it. */
function tamper(path: string): void {
  const database = new Database(path);
  database.exec('DROP TRIGGER events_are_not_updated');
  database.exec(`UPDATE events SET data = replace(data, '"minutes":90', '"minutes":900')`);
  database.close();
}
