import type { AllStreamSubscription } from '@eventstore/db-client';
import type { Resolved } from './stored-event.js';

/** The database ended a subscription, which none ever should. */
export class SubscriptionEnded extends Error {
  constructor() {
    super('KurrentDB ended a subscription');
    this.name = 'SubscriptionEnded';
  }
}

/** What a subscription has brought and nobody has taken yet. */
export class Inbox {
  #failure: Error | undefined;
  #wake: () => void = () => undefined;

  constructor(private readonly subscription: AllStreamSubscription) {
    const fail = (error: Error): void => {
      this.#failure ??= error;
      this.#wake();
    };
    // The listeners stay: an error that comes late must not be one that nobody listens to.
    subscription.on('error', fail);
    subscription.on('end', () => fail(new SubscriptionEnded()));
    subscription.on('readable', () => this.#wake());
  }

  /** Throws the failure of the subscription, if it failed. To be asked once nothing is left to take. */
  refuseWhenBroken(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** At most `most` events; fewer when there are no more yet. */
  take(most: number): readonly Resolved[] {
    const taken: Resolved[] = [];
    while (taken.length < most) {
      const event = this.subscription.read() as Resolved | null;
      if (event === null) break;
      taken.push(event);
    }
    return taken;
  }

  /** Resolves with true when something may have come, with false after `ms` milliseconds or when the signal aborts. */
  arrival(ms: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (this.#failure !== undefined || this.subscription.readableLength > 0) return Promise.resolve(true);
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
}
