import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { ANY } from '../../src/event-store/expected-revision.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import { fileLog } from '../doubles/kurrentdb/file-log.js';
import { type Child, startChild } from '../spec/child.js';
import { idsOf, someEvents, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const DEATHS = 4;
const SCRIPT = 'test/doubles/kurrentdb/kurrentdb-double.child.ts';

describe('a database that is killed between commit and acknowledgement', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: Child;
  let port: string;
  let deaths: number;
  beforeEach(async () => {
    folder = temporaryFolder();
    port = '0';
    deaths = 0;
    await live();
  });
  afterEach(async () => {
    // The first listener would start another one.
    database.removeAllListeners('exit');
    database.kill('SIGKILL');
    await once(database, 'close');
    folder.remove();
  });

  /** Starts the database on what the one before it left, each for a longer life than that. */
  async function live(): Promise<void> {
    database = startChild(SCRIPT, [logFile(), port, String(3 + deaths * 5)]);
    database.on('exit', () => {
      deaths += 1;
      void live();
    });
    const [printed] = (await once(database.stdout.setEncoding('utf8'), 'data')) as [string];
    port = printed.trim();
  }

  function logFile(): string {
    return join(folder.path, 'log.jsonl');
  }

  it('has every append once, acknowledged by the one that comes after it', async () => {
    const store = KurrentDbEventStore.open(`kurrentdb://127.0.0.1:${port}?tls=false`, {
      resolveWithinMs: 30_000,
      readWithinMs: 30_000,
      longestPauseMs: 100,
    });
    const streams = Array.from({ length: 3 }, someStream);
    const acknowledged: string[] = [];
    const writers = streams.map(async (stream) => {
      while (deaths < DEATHS) {
        const events = someEvents(2);
        await store.append(stream, events, ANY);
        acknowledged.push(...idsOf(events));
      }
    });
    await Promise.all(writers);
    for (const stream of streams) {
      expect(verifyChain(await store.readStream(stream, { limit: 10_000 }))).toEqual({ ok: true });
    }
    await store.close();
    const stored = fileLog(logFile()).events.map(({ id }) => id);
    expect([...stored].sort()).toEqual([...acknowledged].sort());
    expect(deaths).toBeGreaterThanOrEqual(DEATHS);
  }, 90_000);
});
