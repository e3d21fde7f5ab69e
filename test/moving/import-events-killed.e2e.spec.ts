import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { writeLog } from '../bench/write-log.js';
import { eventCount, run, start } from '../e2e/import-runs.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { everythingIn } from './moves.js';

jest.setTimeout(180_000);

const EVENTS = 6_000;
const source = temporaryFolder();
const target = temporaryFolder();
const file = join(source.path, 'export.jsonl');

beforeAll(async () => {
  await writeLog(join(source.path, 'data'), EVENTS);
  mkdirSync(join(source.path, 'data', 'secrets'));
  cpSync(join(source.path, 'data', 'master.key'), join(source.path, 'data', 'secrets', 'master.key'));
});

afterAll(() => {
  source.remove();
  target.remove();
});

async function eventsIn(folder: string) {
  const store = SqliteEventStore.open(join(folder, 'data', 'events.db'));
  const events = await everythingIn(store);
  await store.close();
  return events;
}

function lastLineOf(stdout: string): unknown {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}

describe('doorlopend export and import-events', () => {
  it('that is killed in the middle and run again goes on where it was, and ends the same', async () => {
    const exported = await run(source.path, ['export', file, '--with-keys', '--json']);
    expect(exported.code).toBe(0);
    expect(lastLineOf(exported.stdout)).toMatchObject({ file, events: EVENTS, categories: { coach: 60 } });
    for (const most of [0, 1_500, 3_000]) {
      const importing = start(target.path, ['import-events', file]);
      while ((await eventCount(target.path)) <= most && importing.process.exitCode === null) await sleep(1);
      importing.process.kill('SIGKILL');
      expect((await importing.ended).code).toBeNull();
    }
    const held = await eventCount(target.path);
    expect(held).toBeGreaterThan(3_000);
    expect(held).toBeLessThan(EVENTS);
    const again = await run(target.path, ['import-events', file, '--json']);
    expect(lastLineOf(again.stdout)).toMatchObject({
      events: EVENTS,
      stored: EVENTS - held,
      verified: EVENTS,
      keysChanged: 0,
    });
    expect(await eventsIn(target.path)).toEqual(await eventsIn(source.path));
  });

  it('gives an export on standard output whose last line counts it', async () => {
    const { code, stdout } = await run(source.path, ['export', '-', '--json']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(EVENTS + 2);
    expect(lastLineOf(stdout)).toMatchObject({ kind: 'end', events: EVENTS });
  });

  it('is refused with 1 and a Dutch sentence with a code, and misused with 2', async () => {
    const empty = temporaryFolder();
    const refused = await run(empty.path, ['export', 'x.jsonl']);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/geen logboek.*\(log\.absent\)\n$/),
    });
    const unreadable = await run(empty.path, ['import-events', 'x.jsonl', '--json']);
    expect(unreadable).toMatchObject({ code: 1, stderr: expect.stringContaining('(file.unreadable)') });
    expect((await run(empty.path, ['export'])).code).toBe(2);
    expect((await run(empty.path, ['import-events', '--help'])).stdout).toContain('import-events');
    empty.remove();
  });
});
