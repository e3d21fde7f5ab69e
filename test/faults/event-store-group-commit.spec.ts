import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { ANY, NO_STREAM } from '../../src/event-store/expected-revision.js';
import type { PreparedAppend } from '../../src/event-store/prepared-append.js';
import { BatchCommit } from '../../src/event-store/sqlite/batch-commit.js';
import { EventWriter } from '../../src/event-store/sqlite/event-writer.js';
import { GroupCommit } from '../../src/event-store/sqlite/group-commit.js';
import { eventsSchema } from '../../src/event-store/sqlite/schema.js';
import { openDatabase } from '../../src/sqlite/open-database.js';
import { someEvent, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

function someAppend(
  stream: string,
  bytes: number,
  expected: PreparedAppend['expected'] = ANY,
): PreparedAppend {
  const { id, type, schemaVersion, metadata } = someEvent();
  const data = JSON.stringify({ text: 'x'.repeat(bytes) });
  return {
    stream,
    expected,
    events: [{ id, type, schemaVersion, data, metadata: JSON.stringify(metadata) }],
  };
}

function groupOn(database: Database.Database, committed: () => void): GroupCommit {
  const batches = new BatchCommit(database, new EventWriter(database));
  return new GroupCommit((batch) => batches.commit(batch), committed);
}

describe('a group commit', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let database: Database.Database;
  let group: GroupCommit;
  let commits: number;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'events.db');
    database = openDatabase(file, {
      ...eventsSchema,
      pragmas: ['max_page_count = 60', 'busy_timeout = 20'],
    });
    commits = 0;
    group = groupOn(database, () => {
      commits += 1;
    });
  });
  afterEach(() => {
    database.close();
    folder.remove();
  });

  const storedStreams = () => database.prepare('SELECT stream FROM events ORDER BY position').pluck().all();

  it('has each commit on disk before it is acknowledged', () => {
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    const FULL = 2;
    expect(database.pragma('synchronous', { simple: true })).toBe(FULL);
  });

  it('is one commit for all appends of a turn', async () => {
    const streams = Array.from({ length: 10 }, someStream);
    await Promise.all(streams.map((stream) => group.add(someAppend(stream, 10, NO_STREAM))));
    expect(storedStreams()).toEqual(streams);
    expect(commits).toBe(1);
  });

  it('stores the others when the file has no room for one of them', async () => {
    const [before, tooLarge, after] = [someStream(), someStream(), someStream()];
    const outcomes = await Promise.allSettled([
      group.add(someAppend(before, 100)),
      group.add(someAppend(tooLarge, 1_000_000)),
      group.add(someAppend(after, 100)),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { revision: 0n } },
      { status: 'rejected', reason: { code: 'SQLITE_FULL' } },
      { status: 'fulfilled', value: { revision: 0n } },
    ]);
    expect(storedStreams()).toEqual([before, after]);
  });

  it('does not remember a stream as it would have been when that was rolled back', async () => {
    const stream = someStream();
    const first = group.add(someAppend(stream, 100, NO_STREAM));
    const second = group.add(someAppend(stream, 1_000_000, 0n));
    await first;
    await expect(second).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(await group.add(someAppend(stream, 100, 0n))).toMatchObject({ revision: 1n });
    await expect(group.add(someAppend(stream, 100, 2n))).rejects.toMatchObject({ actual: 1n });
  });

  it('refuses all of its appends while another process holds the file, and goes on afterwards', async () => {
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const outcomes = await Promise.allSettled([
      group.add(someAppend(someStream(), 10)),
      group.add(someAppend(someStream(), 10)),
    ]);
    expect(outcomes).toMatchObject([
      { reason: { code: 'SQLITE_BUSY' } },
      { reason: { code: 'SQLITE_BUSY' } },
    ]);
    other.close();
    expect(await group.add(someAppend(someStream(), 10))).toMatchObject({ revision: 0n });
  });

  it('sees what another process appended in the meantime', async () => {
    const stream = someStream();
    await group.add(someAppend(stream, 10, NO_STREAM));
    const other = openDatabase(file, eventsSchema);
    await groupOn(other, () => undefined).add(someAppend(stream, 10, 0n));
    other.close();
    await expect(group.add(someAppend(stream, 10, 0n))).rejects.toMatchObject({ actual: 1n });
    expect(await group.add(someAppend(stream, 10, 1n))).toMatchObject({ revision: 2n });
  });
});
