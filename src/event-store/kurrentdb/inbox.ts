import {
  type AllStreamSubscription,
  type Position as LogPosition,
  type ReadPosition,
  streamNameFilter,
} from '@eventstore/db-client';
import { breakOff } from './collect.js';
import type { KurrentDbClient } from './kurrentdb-client.js';
import type { Resolved } from './our-events.js';

/** The database ended a subscription, which none ever should. */
export class SubscriptionEnded extends Error {
  constructor() {
    super('KurrentDB ended a subscription');
    this.name = 'SubscriptionEnded';
  }
}

/** How many events of others the database passes over before it says how far it is. */
const SEARCH_WINDOW = 500;
/** How many events the client holds that nobody has taken yet, at the least. */
const SMALLEST_BUFFER = 16;

/** A subscription of the database, which filters it to the streams of a prefix; and what it has brought. */
export class Inbox {
  readonly #subscription: AllStreamSubscription;
  #failure: Error | undefined;
  #checkpoint: LogPosition | undefined;
  #caughtUp = false;
  #wake: () => void = () => undefined;

  /** Subscribes after a place; `buffer` is about how many events are wanted at once. */
  constructor(client: KurrentDbClient, prefix: string, place: ReadPosition, buffer: number) {
    const filter = streamNameFilter({
      prefixes: [prefix],
      maxSearchWindow: SEARCH_WINDOW,
      checkpointReached: (_, position) => {
        this.#checkpoint = position;
        this.#wake();
      },
    });
    const options = { requiresLeader: true, fromPosition: place, filter };
    const subscription = client.subscribeToAll(options, { highWaterMark: Math.max(buffer, SMALLEST_BUFFER) });
    const fail = (error: Error): void => {
      this.#failure ??= error;
      this.#wake();
    };
    // The listeners stay: an error that comes late must not be one that nobody listens to.
    subscription.on('error', fail);
    subscription.on('end', () => fail(new SubscriptionEnded()));
    subscription.on('caughtUp', () => {
      this.#caughtUp = true;
      this.#wake();
    });
    subscription.on('readable', () => this.#wake());
    this.#subscription = subscription;
  }

  /** A place before which every event of ours has been brought; to be read before `take`, used when that gave nothing. */
  get checkpoint(): LogPosition | undefined {
    return this.#checkpoint;
  }

  /** True when all was brought that there was when the subscription began; likewise to be read before `take`. */
  get caughtUp(): boolean {
    return this.#caughtUp;
  }

  /** Throws the failure of the subscription, if it failed. To be asked once nothing is left to take. */
  refuseWhenBroken(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** At most `most` events; fewer when there are no more yet. */
  take(most: number): readonly Resolved[] {
    const taken: Resolved[] = [];
    while (taken.length < most) {
      const event = this.#subscription.read() as Resolved | null;
      if (event === null) break;
      taken.push(event);
    }
    return taken;
  }

  /** Resolves with true when something may have come, with false after `ms` milliseconds or when the signal aborts. */
  arrival(ms: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (this.#failure !== undefined || this.#subscription.readableLength > 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (came: boolean): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        this.#wake = () => undefined;
        resolve(came);
      };
      const stop = (): void => settle(false);
      const timer = setTimeout(stop, ms);
      signal.addEventListener('abort', stop, { once: true });
      this.#wake = () => settle(true);
    });
  }

  /** Ends the subscription. Never rejects. */
  async end(): Promise<void> {
    await breakOff({ cancel: () => this.#subscription.unsubscribe() });
  }
}
