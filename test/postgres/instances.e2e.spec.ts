import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import type { Client } from '../e2e/client.js';
import { sessionIdsIn } from '../e2e/log.js';
import type { Service } from '../e2e/service.js';
import { Cast, type Dossier, session } from '../e2e/story.js';
import { Balancer } from './balancer.js';
import { Installation } from './installation.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

const CONNECTIONS = 64;
const DOSSIERS = 8;

let server: TestPostgres;
let installation: Installation;
let one: Service;
let other: Service;

beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

beforeEach(async () => {
  installation = await Installation.start(server);
  one = await installation.instance();
  other = await installation.instance();
}, 60_000);
afterEach(() => installation.remove());

/** What a request came to that was not answered. */
function toFailure(error: unknown): { readonly why: string } {
  const { message, cause } = error as { readonly message: string; readonly cause?: unknown };
  return { why: `${message}: ${cause}` };
}

/** The coach of a dossier at an instance, always as the same subject. */
function coachAt(instance: Service, { ids }: Dossier): Promise<Client> {
  return instance.as({ role: 'coach', coach: ids.coachId, subject: 'coach' });
}

describe('two instances', () => {
  it('show on the one what was written on the other, from the position that the write was answered with', async () => {
    const dossier = await (await Cast.of(one)).dossier();
    for (let round = 0; round < 10; round += 1) {
      const [here, there] = round % 2 === 0 ? [one, other] : [other, one];
      const body = session(dossier.ids.coachId, '2024-04-01', { minutes: 1, summary: `Ronde ${round}.` });
      const written = await (await coachAt(here, dossier)).post(`${dossier.path}/sessions`, body);
      expect(written.status).toBe(201);
      const path = `${dossier.path}/sessions?limit=200&position=${written.body.position}`;
      const read = await (await coachAt(there, dossier)).get(path);
      expect(read.status).toBe(200);
      expect(read.text).toContain(`Ronde ${round}.`);
    }
  });

  it('give the same answer to a key that is sent to both, and store it once', async () => {
    const dossier = await (await Cast.of(one)).dossier();
    const body = session(dossier.ids.coachId, '2024-04-01');
    const send = async (instance: Service, key: string, sent: object = body) =>
      (await coachAt(instance, dossier)).post(`${dossier.path}/sessions`, sent, { key });

    const first = await send(one, 'again');
    const again = await send(other, 'again');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await send(other, 'again', { ...body, minutes: 61 })).status).toBe(409);

    const together = await Promise.all(
      [one, other, one, other].map((instance) => send(instance, 'together')),
    );
    expect(new Set(together.map(({ body: { id } }) => id)).size).toBe(1);
    expect(sessionIdsIn(await installation.eventsOf(dossier.ids.trajectoryId))).toEqual([
      first.body.id,
      together[0]?.body.id,
    ]);
  });

  it('decide by what the other recorded a moment ago, on every stream that a command looks at', async () => {
    const [cast, there] = await Promise.all([Cast.of(one), Cast.of(other)]);
    const { ids } = await cast.dossier();
    // The other instance looks at the funder's rules, which are then replaced at the first.
    await there.dossier({ ...ids, candidateId: undefined, openedOn: '2024-07-01' });
    await cast.adopt(ids.funderId, 'municipal-3y');
    const { ids: later } = await there.dossier({ ...ids, candidateId: undefined, openedOn: '2024-07-01' });
    const [opened] = await installation.eventsOf(later.trajectoryId);
    expect(opened?.data.ruleSet).toMatchObject({ version: 2 });
  });
});

describe('commands beside the instances', () => {
  it('work on what the instances share: a token opens both, and read models are built anew by one of them', async () => {
    const { ids, path } = await (await Cast.of(one)).dossier();
    const claims = ['--role', 'coordinator', '--organisation', ids.organisationId];
    const token = (await installation.run('token', ...claims)).trim();
    for (const instance of [one, other]) expect((await instance.stranger(token).get(path)).status).toBe(200);
    expect(JSON.parse(await installation.run('rebuild', 'funder', 'caseload', '--json'))).toMatchObject({
      rebuilt: ['funder', 'caseload'],
    });
    for (const instance of [one, other]) expect((await instance.stranger(token).get(path)).status).toBe(200);
  });
});

describe('a rolling restart under load', () => {
  it('fails no request, and every write that was acknowledged is there once, to be read from both', async () => {
    const cast = await Cast.of(one);
    const dossiers = await Promise.all(Array.from({ length: DOSSIERS }, () => cast.dossier()));
    const balancer = new Balancer([one, other]);
    await Promise.all([balancer.hasReady(one), balancer.hasReady(other)]);
    const acknowledged = dossiers.map((): string[] => []);
    const failed: unknown[] = [];
    let stopped = false;
    const write = async (connection: number): Promise<void> => {
      const place = connection % DOSSIERS;
      const { ids, path } = dossiers[place] as Dossier;
      for (let round = 0; !stopped; round += 1) {
        const client = await balancer.as({
          role: 'coach',
          coach: ids.coachId,
          subject: `coach-${connection}`,
        });
        const day = String(1 + (round % 28)).padStart(2, '0');
        const body = session(ids.coachId, `2024-04-${day}`, { minutes: 1 });
        const key = `${connection}-${round}`;
        const written = await client.post(`${path}/sessions`, body, { key }).catch(toFailure);
        if ('status' in written && written.status === 201) acknowledged[place]?.push(String(written.body.id));
        else failed.push(written);
        if (round % 8 > 0) continue;
        const read = await client.get(`${path}/sessions?limit=1`).catch(toFailure);
        if (!('status' in read && read.status === 200)) failed.push(read);
      }
    };
    const load = Promise.all(Array.from({ length: CONNECTIONS }, (_, connection) => write(connection)));

    const restarted: Service[] = [];
    for (const instance of [one, other]) {
      expect(await instance.stop()).toBe(0);
      const next = await installation.instance();
      balancer.replace(instance, next);
      await balancer.hasReady(next);
      restarted.push(next);
    }
    stopped = true;
    await load;
    await balancer.stop();

    expect(failed).toEqual([]);
    expect(acknowledged.flat().length).toBeGreaterThan(CONNECTIONS);
    for (const [place, dossier] of dossiers.entries()) {
      const ids = [...(acknowledged[place] ?? [])].sort();
      const events = await installation.eventsOf(dossier.ids.trajectoryId);
      expect(verifyChain(events)).toEqual({ ok: true });
      expect([...sessionIdsIn(events)].sort()).toEqual(ids);
      for (const instance of restarted) {
        const coach = await coachAt(instance, dossier);
        const read = await coach.all<{ readonly id: string }>(`${dossier.path}/sessions?limit=200`);
        expect(read.map(({ id }) => id).sort()).toEqual(ids);
      }
    }
    const { kept, anew } = await installation.rows();
    expect(kept).toEqual(anew);
  });
});
