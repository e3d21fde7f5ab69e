import { NotLeaderError } from '@eventstore/db-client';
import { EventStoreClosed, EventStoreUnavailable } from '../errors.js';
import { isPassing } from './failures.js';
import { type Address, atNode } from './kurrentdb-address.js';
import { KurrentDbClient } from './kurrentdb-client.js';
import type { KurrentDbSettings } from './kurrentdb-settings.js';
import { Pauses } from './pauses.js';

/** A client, by how many it is used, and whether nobody more shall use it. */
export interface Lease {
  readonly client: KurrentDbClient;
  uses: number;
  left: boolean;
}

/**
 * One connection at a time to the node that leads. A call that fails for the connection's or the node's sake makes the
 * next ones use a new connection: to the leader where the node named it, else to whom the address leads.
 */
export class Connection {
  readonly #closing = new AbortController();
  #lease: Lease;

  constructor(
    private readonly address: Address,
    private readonly settings: KurrentDbSettings,
  ) {
    this.#lease = leaseAt(address);
  }

  /** Aborts when the connection is closed for good. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  /** The client to use now. Throws `EventStoreClosed`. Whoever takes it gives it back, with its failure if it failed. */
  take(): Lease {
    if (this.signal.aborted) throw new EventStoreClosed();
    this.#lease.uses += 1;
    return this.#lease;
  }

  /** Gives a client back. A failure that is passing means that the next one who takes has another. */
  give(lease: Lease, failure?: unknown): void {
    lease.uses -= 1;
    if (failure !== undefined && isPassing(failure)) this.#leave(lease, failure);
    if (lease.left && lease.uses === 0) void lease.client.end();
  }

  /** What `call` gives. Rejects with its failure, after which the next call may have another connection. */
  async use<T>(call: (client: KurrentDbClient) => Promise<T>): Promise<T> {
    const lease = this.take();
    try {
      const outcome = await call(lease.client);
      this.give(lease);
      return outcome;
    } catch (error) {
      this.give(lease, error);
      if (this.signal.aborted) throw new EventStoreClosed();
      throw error;
    }
  }

  /** As `use`, for a call that only reads: tried again until it goes well, or rejects with `EventStoreUnavailable`. */
  async usePatiently<T>(call: (client: KurrentDbClient) => Promise<T>): Promise<T> {
    const until = performance.now() + this.settings.readWithinMs;
    const pauses = new Pauses(this.settings);
    for (;;) {
      try {
        return await this.use(call);
      } catch (error) {
        if (!isPassing(error)) throw error;
        if (performance.now() > until) throw new EventStoreUnavailable({ cause: error });
        await pauses.pause(this.signal);
      }
    }
  }

  /** Breaks off what is under way; its callers have `EventStoreClosed`. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#lease.client.end();
  }

  #leave(lease: Lease, error: unknown): void {
    if (lease !== this.#lease) return;
    this.#lease = leaseAt(
      error instanceof NotLeaderError ? atNode(this.address, error.leader) : this.address,
    );
    lease.left = true;
  }
}

function leaseAt(address: Address): Lease {
  return { client: new KurrentDbClient(address), uses: 0, left: false };
}
