import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventCount, importInto, type Running, run, start, storedFacts } from './import-runs.js';
import { patience } from './place.js';

jest.setTimeout(patience(120_000));

let folder: string;
let service: Running;
let address: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorlopend-beside-'));
  service = start(folder, ['serve'], { PORT: '0', LOG_LEVEL: 'silent' });
  address = await listening(service);
});

afterEach(async () => {
  service.process.kill('SIGTERM');
  await service.ended;
  rmSync(folder, { recursive: true });
});

/** The address in the one line that the service prints; fails when it ends without one. */
async function listening({ process: child, ended }: Running): Promise<string> {
  const printed = child.stdout ? once(child.stdout, 'data').then(String) : undefined;
  const line = await Promise.race([printed, ended.then(({ stderr }) => stderr)]);
  const [found] = /http:\/\/\S+/.exec(line ?? '') ?? [];
  if (found === undefined) throw new Error(`the service did not start: ${line}`);
  return found;
}

async function tokenOf(role: string, party: string, id: string): Promise<string> {
  const { stdout } = await run(folder, ['token', '--role', role, `--${party}`, id]);
  return stdout.trim();
}

async function get(path: string, token: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.json() };
}

async function idOfFirst(type: string): Promise<string> {
  const stream = (await storedFacts(folder)).find((fact) => fact.type === type)?.stream ?? '';
  return stream.slice(stream.indexOf('-') + 1);
}

describe('an import beside a running service', () => {
  it('stores the same as without one, and the service answers from it at once', async () => {
    const result = await importInto(folder);
    expect(result.dossiers.accepted).toBe(270);
    expect(result.sessions.accepted).toBe(1643);
    const trajectory = await idOfFirst('TrajectoryOpened');
    const opened = (await storedFacts(folder)).find(({ type }) => type === 'TrajectoryOpened');
    const token = await tokenOf('coordinator', 'organisation', organisationOf(opened?.data));
    const limits = await get(`/v1/trajectories/${trajectory}/limits?on=2026-06-01`, token);
    expect(limits).toEqual({ status: 200, body: expect.objectContaining({ on: '2026-06-01' }) });
    const sessions = await get(`/v1/trajectories/${trajectory}/sessions?limit=1`, token);
    expect(sessions).toEqual({ status: 200, body: { items: [expect.anything()] } });

    const stored = await eventCount(folder);
    expect((await importInto(folder)).sessions).toMatchObject({ accepted: 0, repeated: 1655 });
    expect(await eventCount(folder)).toBe(stored);
  });

  it('lets the service build the read models anew that the command line asks for', async () => {
    await importInto(folder);
    const ended = await run(folder, ['rebuild', 'sessions', 'coach-day', '--json']);
    expect(ended).toMatchObject({ code: 0 });
    const { rebuilt, events } = JSON.parse(ended.stdout) as { rebuilt: string[]; events: number };
    expect(rebuilt).toEqual(['sessions', 'coach-day']);
    expect(events).toBe(2 * (await eventCount(folder)));
  });
});

function organisationOf(data: unknown): string {
  if (typeof data === 'object' && data !== null && 'organisationId' in data)
    return String(data.organisationId);
  throw new Error('the event names no organisation');
}
