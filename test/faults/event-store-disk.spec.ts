import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { NewerSchema } from '../../src/sqlite/open-database.js';
import { output, startChild } from '../spec/child.js';
import { idsOf, someEvents, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

describe('the file of the event store', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'events.db');
  });
  afterEach(() => folder.remove());

  it('refuses appends when the disk takes no more, still reads, and goes on when there is room', async () => {
    const stream = someStream();
    const limited = ['bash', '-c', 'ulimit -S -f 600; exec "$@"', 'bash'];
    const child = startChild('test/faults/event-store-full-disk.child.ts', [file, stream], limited);
    const report = JSON.parse(await output(child)) as {
      acknowledged: string[];
      refused: { id: string; error: string }[];
      again: boolean[];
      whileFull: string[];
      afterwards: string[];
      chain: boolean;
    };
    expect(report.acknowledged.length).toBeGreaterThan(0);
    expect(report.refused.length).toBeGreaterThan(0);
    expect(new Set(report.refused.map(({ error }) => error))).toEqual(new Set(['OutcomeUnknown']));
    expect(report.whileFull).toEqual(report.acknowledged);
    expect(report.again).toEqual(report.refused.map(() => false));
    expect(report.afterwards).toEqual([...report.acknowledged, ...report.refused.map(({ id }) => id)]);
    expect(report.chain).toBe(true);
  }, 30_000);

  describe('that holds events', () => {
    let stream: string;
    let ids: readonly string[];
    let database: Database.Database;
    beforeEach(async () => {
      stream = someStream();
      const store = SqliteEventStore.open(file);
      const events = someEvents(3);
      ids = idsOf(events);
      await store.append(stream, events, NO_STREAM);
      await store.close();
      database = new Database(file);
    });
    afterEach(() => {
      database.close();
    });

    it.each([
      "UPDATE events SET data = '{}' WHERE revision = 1",
      'UPDATE events SET revision = revision + 10',
      'DELETE FROM events WHERE revision = 2',
      'DELETE FROM events',
      `INSERT OR REPLACE INTO events (stream, revision, id, type, schema_version, data, metadata, hash)
         SELECT stream, revision, 'another', type, schema_version, '{}', metadata, hash FROM events WHERE revision = 1`,
      `INSERT OR REPLACE INTO events (stream, revision, id, type, schema_version, data, metadata, hash)
         SELECT stream, 9, id, type, schema_version, '{}', metadata, hash FROM events WHERE revision = 1`,
      `REPLACE INTO events (position, stream, revision, id, type, schema_version, data, metadata, hash)
         SELECT position, 'other', 0, 'another', type, schema_version, '{}', metadata, hash FROM events WHERE revision = 1`,
    ])('refuses: %s', async (sql) => {
      expect(() => database.exec(sql)).toThrow(/an event is never (updated|deleted|replaced)/);
      const store = SqliteEventStore.open(file);
      expect(idsOf(await store.readAll({ limit: 10 }))).toEqual(ids);
      await store.close();
    });

    it('is not opened by a program that is older than it, and the refusal says what to do', () => {
      database.prepare("UPDATE meta SET value = '99' WHERE name = 'schema-version'").run();
      expect(() => SqliteEventStore.open(file)).toThrow(NewerSchema);
      expect(() => SqliteEventStore.open(file)).toThrow(/nieuwere versie van Doorlopend \(schema 99/);
    });
  });
});
