import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { sessionIdsIn } from '../e2e/log.js';
import type { Service } from '../e2e/service.js';
import { Cast, type Dossier, session } from '../e2e/story.js';
import { Installation } from './installation.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

const WRITERS = 8;
/** How long another instance may take to keep the read models up instead of the one that is gone. */
const SECONDS = 8_000;

let server: TestPostgres;
let installation: Installation;
/** The first one keeps the read models up, the other stands by. */
let projecting: Service;
let other: Service;
let dossiers: readonly Dossier[];

beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

beforeEach(async () => {
  installation = await Installation.start(server);
  projecting = await installation.instance();
  other = await installation.instance();
  const cast = await Cast.of(projecting);
  dossiers = await Promise.all([cast.dossier(), cast.dossier()]);
}, 60_000);
afterEach(() => installation.remove());

/** Writers that record sessions, each sent with its key until it is answered, to the instances in turn. */
class Load {
  readonly acknowledged = new Set<string>();
  /** The answers that were neither 200 nor 201, by status and code. */
  readonly failures = new Set<string>();
  #stopped = false;
  readonly #writing: Promise<unknown>;

  constructor(private instances: readonly Service[]) {
    this.#writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => this.#write(writer)));
  }

  /** Sends no more to an instance. */
  leave(instance: Service): void {
    this.instances = this.instances.filter((one) => one !== instance);
  }

  /** Resolves when so many more were acknowledged. */
  async more(count: number): Promise<void> {
    const wanted = this.acknowledged.size + count;
    while (this.acknowledged.size < wanted) await sleep(5);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#writing;
  }

  async #write(writer: number): Promise<void> {
    const { ids, path } = dossiers[writer % dossiers.length] as Dossier;
    for (let round = 0; !this.#stopped; round += 1) {
      const day = String(1 + (round % 28)).padStart(2, '0');
      const body = session(ids.coachId, `2024-04-${day}`, { minutes: 1 });
      for (let tries = writer; ; tries += 1) {
        const instance = this.instances[tries % this.instances.length] as Service;
        const coach = await instance.as({ role: 'coach', coach: ids.coachId, subject: `coach-${writer}` });
        const key = `${writer}-${round}`;
        const answer = await coach.post(`${path}/sessions`, body, { key }).catch(() => undefined);
        if (answer?.status === 200 || answer?.status === 201) {
          this.acknowledged.add(String(answer.body.id));
          break;
        }
        if (answer !== undefined) this.failures.add(`${answer.status} ${answer.body.code}`);
        await sleep(20);
      }
    }
  }
}

/** Resolves with how long it took, in milliseconds, until a read at this instance has all that was written till now. */
async function caughtUp(instance: Service): Promise<number> {
  const { ids, path } = dossiers[0] as Dossier;
  const started = Date.now();
  const coach = await instance.as({ role: 'coach', coach: ids.coachId });
  while ((await coach.get(`${path}/sessions?limit=1`)).status !== 200) await sleep(20);
  return Date.now() - started;
}

/** Nothing acknowledged is lost, nothing is there twice, and the read models are as if nothing had happened. */
async function expectWhole(load: Load): Promise<void> {
  const stored: string[] = [];
  for (const { ids } of dossiers) {
    const events = await installation.eventsOf(ids.trajectoryId);
    expect(verifyChain(events)).toEqual({ ok: true });
    stored.push(...sessionIdsIn(events));
  }
  expect(stored.sort()).toEqual([...load.acknowledged].sort());
  await caughtUp(other);
  const { kept, anew } = await installation.rows();
  expect(kept).toEqual(anew);
}

describe('the instance that keeps the read models up', () => {
  it('is killed in mid-work: the other takes over within seconds, and nothing is missing or there twice', async () => {
    const load = new Load([projecting, other]);
    await load.more(100);
    load.leave(projecting);
    await projecting.kill();
    expect(await caughtUp(other)).toBeLessThan(SECONDS);
    await load.more(50);
    await load.stop();
    await expectWhole(load);
  });

  it('stalls in mid-work and wakes up when another has taken over: it can write nothing any more', async () => {
    const load = new Load([projecting, other]);
    await load.more(100);
    load.leave(projecting);
    projecting.signal('SIGSTOP');
    expect(await caughtUp(other)).toBeLessThan(SECONDS);
    await load.more(50);
    projecting.signal('SIGCONT');
    await load.more(50);
    await load.stop();
    await expectWhole(load);
    expect(await caughtUp(projecting)).toBeLessThan(SECONDS);
  });
});

describe('a database that is killed in mid-transaction', () => {
  it('is answered with 503 while it is away; then all goes on, and nothing acknowledged is lost', async () => {
    const load = new Load([projecting, other]);
    await load.more(100);
    await server.kill();
    await sleep(1_500);
    await server.restart();
    await load.more(100);
    await load.stop();
    const away = [...load.failures];
    expect(away).toContain('503 database.unavailable');
    expect(away.filter((failure) => !failure.startsWith('503'))).toEqual([]);
    await expectWhole(load);
  });
});
