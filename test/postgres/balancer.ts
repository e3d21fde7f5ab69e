import { setTimeout as sleep } from 'node:timers/promises';
import type { TokenClaims } from '../../src/identity/token.js';
import type { Client } from '../e2e/client.js';
import type { Service } from '../e2e/service.js';

const PROBE_MS = 50;
/** An instance that does not say in time whether it is ready is not. */
const PATIENCE_MS = 1_000;

/**
 * Sends each request to the next instance that says that it is ready, as a balancer does, and tries none a second time.
 * It goes on asking the instances until it is stopped.
 */
export class Balancer {
  #instances: readonly Service[];
  readonly #ready = new Set<Service>();
  #turn = 0;
  #stopped = false;
  readonly #clients = new Map<string, Promise<Client>>();
  readonly #probing: Promise<unknown>;

  constructor(instances: readonly Service[]) {
    this.#instances = instances;
    this.#probing = Promise.all(instances.map((_, place) => this.#probe(place)));
  }

  /** Puts an instance in the place of another. */
  replace(old: Service, next: Service): void {
    this.#instances = this.#instances.map((one) => (one === old ? next : one));
  }

  /** Resolves when this instance is sent requests. */
  async hasReady(instance: Service): Promise<void> {
    while (!this.#ready.has(instance)) await sleep(PROBE_MS);
  }

  /** Somebody at the instance whose turn it is. */
  async as(claims: TokenClaims): Promise<Client> {
    for (;;) {
      const ready = this.#instances.filter((one) => this.#ready.has(one));
      this.#turn += 1;
      const instance = ready[this.#turn % ready.length];
      if (instance !== undefined) return this.#client(instance, claims);
      await sleep(PROBE_MS);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#probing;
  }

  #client(instance: Service, claims: TokenClaims): Promise<Client> {
    const key = `${instance.url} ${JSON.stringify(claims)}`;
    const client = this.#clients.get(key) ?? instance.as(claims);
    this.#clients.set(key, client);
    return client;
  }

  async #probe(place: number): Promise<void> {
    while (!this.#stopped) {
      const instance = this.#instances[place] as Service;
      if (await isReady(instance)) this.#ready.add(instance);
      else this.#ready.delete(instance);
      await sleep(PROBE_MS);
    }
  }
}

async function isReady({ url }: Service): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return fetch(`${url}/health/ready`, { signal }).then(
    (answer) => answer.ok,
    () => false,
  );
}
