import type { ProjectedEvent } from './projection.js';

/** Where to read on in the feed. */
export interface FeedPage {
  /** Give what comes after this position; default from the start. */
  readonly after?: string;
  readonly limit: number;
}

export interface FeedSubscription {
  readonly after?: string;
  /** The most events in one batch. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/** What the runtime needs of the event store: every event once, in one order, upcast to its present version. */
export interface Feed {
  /** At most `limit` events; an empty list when there is nothing after the position. */
  readAll(page: FeedPage): Promise<readonly ProjectedEvent[]>;
  /** Batches from a position on: first what is there, then what comes, until the signal aborts. Never an empty one. */
  subscribe(subscription: FeedSubscription): AsyncIterable<readonly ProjectedEvent[]>;
  /** The position of the last event of all, or undefined in an empty log. */
  head(): Promise<string | undefined>;
  /** Negative when `a` comes before `b`, 0 when they are the same, positive when after. */
  comparePositions(a: string, b: string): number;
}
