import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier, session } from './story.js';

jest.setTimeout(patience(60_000));

const SESSIONS_BEFORE = 400;

let service: Service;
let untouched: Dossier;
let busy: Dossier;

beforeAll(async () => {
  service = await Service.start();
  const cast = await Cast.of(service);
  untouched = await cast.dossier();
  await untouched.placed('2024-01-08', '2024-06-30');
  await untouched.grant('2024-01-08', '2024-07-07', { hours: 75 });
  busy = await cast.dossier();
  await busy.place('2024-02-01');
  const dossiers = [untouched, busy];
  for (let sent = 0; sent < SESSIONS_BEFORE; sent += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const day = 1 + ((sent + index) % 28);
        const dossier = dossiers[index % 2] as Dossier;
        return dossier.session(`2024-05-${String(day).padStart(2, '0')}`, { minutes: 5 });
      }),
    );
  }
});

afterAll(() => service.remove());

/** Runs `doorlopend rebuild` beside the service, to its end. */
async function rebuild(): Promise<{ readonly code: number | null; readonly stdout: string }> {
  const child: ChildProcess = spawn(process.execPath, [resolve('bin/doorlopend.mjs'), 'rebuild', '--json'], {
    env: { ...process.env, ...service.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout?.on('data', (text) => {
    stdout += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout };
}

/** What is asked again and again of the trajectory that nobody writes on. */
const questions = (): readonly string[] => [
  untouched.path,
  `${untouched.path}/limits?on=2024-06-01`,
  `${untouched.path}/timeline?limit=200`,
  `${untouched.path}/sessions?limit=200`,
  `${untouched.path}/placements`,
  `/v1/candidates/${untouched.ids.candidateId}/continuity?on=2024-06-01`,
  '/v1/trajectories?on=2024-06-01',
];

describe('read models that are built anew while the service takes writes', () => {
  it('answer the same as before, and no read fails meanwhile', async () => {
    const asked = questions();
    const before = await Promise.all(asked.map((path) => untouched.as.coordinator.get(path)));
    expect(before.map(({ status }) => status)).toEqual(asked.map(() => 200));

    let done = false;
    const writes: Answer[] = [];
    const writing = (async () => {
      while (!done) {
        const body = session(busy.ids.coachId, '2024-04-01', {
          minutes: 1,
          summary: `Sessie ${writes.length}.`,
        });
        writes.push(await busy.as.coach.post(`${busy.path}/sessions`, body));
        // One day of the coach holds 1440 minutes, which no rebuild of a second or two comes near.
      }
    })();
    const reads: (readonly [path: string, answered: string, same: boolean])[] = [];
    const reading = (async () => {
      while (!done) {
        for (const [index, path] of asked.entries()) {
          const { status, text, body } = await untouched.as.coordinator.get(path);
          reads.push([path, `${status} ${body.code ?? ''}`, text === before[index]?.text]);
        }
        const read = await busy.as.coordinator.get(`${busy.path}/sessions?limit=1`);
        reads.push([busy.path, `${read.status} ${read.body.code ?? ''}`, true]);
      }
    })();
    const rebuilt = await rebuild();
    done = true;
    await Promise.all([writing, reading]);

    expect(rebuilt.code).toBe(0);
    expect(JSON.parse(rebuilt.stdout)).toMatchObject({ events: expect.any(Number) });
    expect(reads.length).toBeGreaterThan(asked.length * 3);
    expect(reads.filter(([, answered, same]) => answered !== '200 ' || !same)).toEqual([]);
    expect(writes.length).toBeGreaterThan(5);
    expect(writes.filter(({ status }) => status !== 201)).toEqual([]);

    const after = await Promise.all(asked.map((path) => untouched.as.coordinator.get(path)));
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    const stored = await busy.as.coordinator.all<{ id: string }>(`${busy.path}/sessions?limit=200`);
    expect(stored).toHaveLength(SESSIONS_BEFORE / 2 + writes.length);
    expect(stored.map(({ id }) => id)).toEqual(
      expect.arrayContaining(writes.map(({ body }) => String(body.id))),
    );
  });
});
