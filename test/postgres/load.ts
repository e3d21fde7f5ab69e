import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { sessionIdsIn } from '../e2e/log.js';
import type { Service } from '../e2e/service.js';
import { type Dossier, session } from '../e2e/story.js';
import type { Installation } from './installation.js';

const WRITERS = 8;
/** What the service answers while something that it needs is away: what to do is in each of them. */
const CLEAR = /^503 (database|store|read-model|outcome|stream|not-ready)[.a-z-]*$/;

/** Writers that record sessions, each sent with its key until it is answered, to the instances in turn. */
export class Load {
  readonly acknowledged = new Set<string>();
  /** The answers that were neither 200 nor 201, by status and code. */
  readonly failures = new Set<string>();
  #stopped = false;
  readonly #writing: Promise<unknown>;

  constructor(
    private instances: readonly Service[],
    readonly dossiers: readonly Dossier[],
  ) {
    this.#writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => this.#write(writer)));
  }

  /** Sends no more to an instance. */
  leave(instance: Service): void {
    this.instances = this.instances.filter((one) => one !== instance);
  }

  /** Sends to an instance as well. */
  join(instance: Service): void {
    this.instances = [...this.instances, instance];
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
    const { ids, path } = this.dossiers[writer % this.dossiers.length] as Dossier;
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
export async function caughtUp(instance: Service, { ids, path }: Dossier): Promise<number> {
  const started = performance.now();
  const coach = await instance.as({ role: 'coach', coach: ids.coachId });
  while ((await coach.get(`${path}/sessions?limit=1`)).status !== 200) await sleep(20);
  return performance.now() - started;
}

/**
 * Nothing acknowledged is lost, nothing is there twice, every answer that was none said clearly what to do, and the read
 * models, which these instances have by themselves, are as if nothing had happened.
 */
export async function expectWhole(
  installation: Installation,
  load: Load,
  instances: readonly Service[],
): Promise<void> {
  const stored: string[] = [];
  for (const { ids } of load.dossiers) {
    const events = await installation.eventsOf(ids.trajectoryId);
    expect(verifyChain(events)).toEqual({ ok: true });
    stored.push(...sessionIdsIn(events));
  }
  expect(stored.sort()).toEqual([...load.acknowledged].sort());
  expect([...load.failures].filter((failure) => !CLEAR.test(failure))).toEqual([]);
  for (const instance of instances) {
    await caughtUp(instance, load.dossiers[0] as Dossier);
    await isReady(instance);
  }
  const { kept, anew } = await installation.rows();
  expect(kept).toEqual(anew);
}

/** Resolves when the instance says that it is ready. */
async function isReady({ url }: Service): Promise<void> {
  while (!(await fetch(`${url}/health/ready`)).ok) await sleep(20);
}
