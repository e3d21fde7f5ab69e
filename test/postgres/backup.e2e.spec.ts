import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { run } from '../e2e/import-runs.js';
import { Cast } from '../e2e/story.js';
import { until } from '../projections/read-store-fixture.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { Installation } from './installation.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(300_000);

/** So many candidates are acknowledged before the backup begins. */
const BEFORE = 30;
const place = temporaryFolder();
const folder = join(place.path, 'backup');
/** Without the secrets, of what was there in the end. */
const bare = join(place.path, 'bare');
let server: TestPostgres;
let source: Installation;
let acknowledged: readonly string[];
let recordedDuring: number;
let organisationId: string;
let path: string;
/** Where a test restores. */
let there: Installation | undefined;

beforeAll(async () => {
  server = await TestPostgres.start();
  source = await Installation.start(server);
  const instance = await source.instance();
  const dossier = await (await Cast.of(instance)).dossier();
  await dossier.place('2024-02-01');
  const sessionId = await dossier.session('2024-03-05', { summary: 'Samen de planning gemaakt.' });
  path = `${dossier.path}/sessions/${sessionId}`;
  organisationId = dossier.ids.organisationId;
  const coordinator = await instance.as({ role: 'coordinator', organisation: organisationId });
  const ids: string[] = [];
  const register = async (): Promise<void> => {
    const reference = `B-${ids.length}`;
    ids.push(await coordinator.record('/v1/candidates', { name: `Kandidaat ${reference}`, reference }));
  };
  while (ids.length < BEFORE) await register();
  acknowledged = [...ids];
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) await register();
  })();
  const made = await source.start('backup', folder, '--with-secrets', '--json').ended;
  stopping.abort();
  await ended;
  expect(made).toMatchObject({ code: 0 });
  recordedDuring = ids.length - acknowledged.length;
  await source.run('backup', bare);
}, 300_000);

afterEach(async () => {
  await there?.remove();
  there = undefined;
});

afterAll(async () => {
  await source.remove();
  await server.stop();
  place.remove();
});

/** A place to restore in, which goes when the test ends. */
async function targetOf(make: (server: TestPostgres) => Promise<Installation>): Promise<Installation> {
  there = await make(server);
  return there;
}

describe('a backup of KurrentDB and PostgreSQL that is taken while an instance records', () => {
  it('is restored in empty ones, where an instance finds everything that was acknowledged before it, and reads it', async () => {
    const target = await targetOf(Installation.withoutKeys);
    const restored = await target.start('restore', folder, '--json').ended;
    expect(restored).toMatchObject({ code: 0 });
    const { events, masterKeyThere } = JSON.parse(restored.stdout);
    expect(masterKeyThere).toBe(true);
    expect((await target.contents()).events).toHaveLength(events);

    const instance = await target.instance();
    const coordinator = await instance.as({ role: 'coordinator', organisation: organisationId });
    // The read models are built from the log that came.
    await until(async () => (await coordinator.get(path)).status === 200);
    expect(await coordinator.read(path)).toMatchObject({ summary: 'Samen de planning gemaakt.' });
    for (const [number, id] of acknowledged.entries()) {
      const { items } = await coordinator.read<{ items: object[] }>(`/v1/candidates?reference=B-${number}`);
      expect(items).toEqual([expect.objectContaining({ id, reference: `B-${number}` })]);
    }
    await coordinator.record('/v1/candidates', { name: 'Wie daarna kwam', reference: 'B-daarna' });
  });

  it('holds of each event the key that sealed it, though others were made meanwhile', () => {
    const lines = readFileSync(join(folder, 'log.jsonl'), 'utf8').trimEnd().split('\n');
    const read = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const keys = new Set(read.filter(({ kind }) => kind === 'key').map(({ name }) => name));
    const sealedWith = lines.flatMap((line) =>
      [...line.matchAll(/"sealedWith":"([^"]+)"/g)].map(([, name]) => name),
    );
    expect(recordedDuring).toBeGreaterThan(0);
    expect(sealedWith.length).toBeGreaterThan(BEFORE);
    expect(sealedWith.filter((name) => !keys.has(name))).toEqual([]);
  });

  it('holds no read models and no idempotency keys, and is for the owner alone', () => {
    expect(readdirSync(folder).sort()).toEqual(['log.jsonl', 'manifest.json', 'secrets', 'tables.tsv']);
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      const stats = statSync(join(folder, name));
      expect([name, stats.mode & 0o777]).toEqual([name, stats.isDirectory() ? 0o700 : 0o600]);
    }
  });

  it('has a log that import-events brings to one machine, and is not restored there', async () => {
    const refused = await run(place.path, ['restore', folder]);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/import-events .*\(profile\.other\)/),
    });
    const moved = await run(place.path, ['import-events', join(folder, 'log.jsonl'), '--json']);
    expect(moved).toMatchObject({ code: 0 });
    const { events, stored } = JSON.parse(moved.stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(stored).toBe(events);
  });
});

describe('restoring', () => {
  it('that is killed in the middle goes on where it was, and ends the same', async () => {
    const target = await targetOf(Installation.start);
    target.takeKeysOf(source);
    const restoring = target.start('restore', bare);
    while ((await target.contents()).events.length < 10 && restoring.process.exitCode === null)
      await sleep(5);
    restoring.process.kill('SIGKILL');
    await restoring.ended;
    await target.run('restore', bare);
    const [made, back] = [await source.contents(), await target.contents()];
    expect(back.events).toEqual(made.events);
    expect(back.keys).toEqual(made.keys);
    // Once more changes nothing.
    await target.run('restore', bare);
    expect(await target.contents()).toEqual(back);
  });

  it('says that the master key is still to come, where it is in neither place', async () => {
    const target = await targetOf(Installation.withoutKeys);
    const restored = await target.start('restore', bare).ended;
    expect(restored).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Zet nu de hoofdsleutel terug'),
    });
    expect(existsSync(target.keyFiles.DOORLOPEND_MASTER_KEY_FILE ?? '')).toBe(false);
  });

  it('is refused where another master key lies, where other events or keys are, and while an instance runs', async () => {
    const target = await targetOf(Installation.start);
    const refusal = async (of: string) => (await target.start('restore', of).ended).stderr;
    expect(await refusal(folder)).toContain('(secret.differs)');
    expect(await refusal(bare)).toContain('(key.other-master-key)');

    target.takeKeysOf(source);
    const instance = await target.instance();
    expect(await refusal(bare)).toContain('(service.running)');
    await (await Cast.of(instance)).organisation();
    await instance.stop();
    await until(async () => (await refusal(bare)).includes('(database.not-empty)'));
    await target.emptyDatabase(server);
    expect(await refusal(bare)).toContain('(log.not-empty)');
    expect((await target.contents()).events).toHaveLength(1);
  });
});
