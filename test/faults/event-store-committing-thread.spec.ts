import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { OutcomeUnknown, WrongExpectedRevision } from '../../src/event-store/errors.js';
import { ANY, NO_STREAM } from '../../src/event-store/expected-revision.js';
import { CommittingThread } from '../../src/event-store/sqlite/committing-thread.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { idsOf, someEvent, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const PROGRAM = new URL('../spec/committing-program.mjs', import.meta.url);
/** Ends as soon as it is asked something. */
const ENDING = new URL(
  `data:text/javascript,${encodeURIComponent(
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));",
  )}`,
);

describe('a log whose commits another thread makes', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  const opened: SqliteEventStore[] = [];
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'events.db');
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    folder.remove();
  });

  function open(program: URL): SqliteEventStore {
    const store = SqliteEventStore.open(file, new CommittingThread(file, program));
    opened.push(store);
    return store;
  }

  it('answers each append of many for itself, and has on disk what it acknowledged', async () => {
    const store = open(PROGRAM);
    const stream = someStream();
    const events = Array.from({ length: 200 }, () => someEvent());
    const outcomes = await Promise.allSettled(
      events.map((event, index) =>
        store.append(stream, [event], index === 0 ? NO_STREAM : BigInt(index - 1)),
      ),
    );
    expect(outcomes.every(({ status }) => status === 'fulfilled')).toBe(true);
    const wrong = store.append(stream, [someEvent()], 7n);
    await expect(wrong).rejects.toBeInstanceOf(WrongExpectedRevision);
    await expect(wrong).rejects.toMatchObject({ stream, expected: 7n, actual: 199n });
    const elsewhere = new Database(file, { readonly: true });
    const ids = elsewhere.prepare('SELECT id FROM events ORDER BY position').pluck().all();
    elsewhere.close();
    expect(ids).toEqual(idsOf(events));
  });

  it('stores what waits before it closes', async () => {
    const store = open(PROGRAM);
    const appends = Array.from({ length: 20 }, () => store.append(someStream(), [someEvent()], NO_STREAM));
    await store.close();
    expect((await Promise.allSettled(appends)).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await open(PROGRAM).readAll({ limit: 100 })).toHaveLength(20);
  });

  it('does not know the outcome when the thread ends, and finds out by the same append again', async () => {
    const stream = someStream();
    const event = someEvent();
    const unknown = open(ENDING).append(stream, [event], NO_STREAM);
    await expect(unknown).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(await open(PROGRAM).append(stream, [event], NO_STREAM)).toMatchObject({ repeated: false });
  });

  it('tells the error of the database as it was, and goes on afterwards', async () => {
    const store = open(PROGRAM);
    await store.append(someStream(), [someEvent()], ANY);
    const other = new Database(file);
    other.exec("CREATE TRIGGER no_more BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no more'); END");
    const refused = store.append(someStream(), [someEvent()], ANY);
    await expect(refused).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_TRIGGER', message: 'no more' });
    other.exec('DROP TRIGGER no_more');
    other.close();
    expect(await store.append(someStream(), [someEvent()], ANY)).toMatchObject({ revision: 0n });
  });
});
