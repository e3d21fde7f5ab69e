import type { ProjectedEvent } from './projection.js';

/** Where to read on in the feed. */
export interface FeedPage {
  /** Give what comes after this position; default from the start. */
  readonly after?: string;
  /** Stop after this position; default at the end. */
  readonly upTo?: string;
  /** The most events that are passed, whether they are given or not. */
  readonly limit: number;
  /** Give only events of these types and pass over the others; default all. */
  readonly types?: ReadonlySet<string>;
}

/** Part of the feed: which events it holds, and how far it reaches. */
export interface Stretch {
  readonly events: readonly ProjectedEvent[];
  /** The position of the last event that was passed; undefined when none was. */
  readonly position: string | undefined;
  /** The number of events that were passed, those included that were not asked for. */
  readonly passed: number;
}

/** The stretch that holds these events and no others. */
export function stretchOf(events: readonly ProjectedEvent[]): Stretch {
  return { events, position: events.at(-1)?.position, passed: events.length };
}

export interface FeedSubscription {
  readonly after?: string;
  /** The most events in one batch. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/** What the runtime needs of the event store: every event once, in one order, upcast to its present version. */
export interface Feed {
  /** The next stretch. Rejects when it meets an event that this program does not know, whether its type was asked for or not. */
  readAll(page: FeedPage): Promise<Stretch>;
  /** Batches from a position on: first what is there, then what comes, until the signal aborts. Never an empty one. */
  subscribe(subscription: FeedSubscription): AsyncIterable<readonly ProjectedEvent[]>;
  /** The position of the last event of all, or undefined in an empty log. */
  head(): Promise<string | undefined>;
  /** Negative when `a` comes before `b`, 0 when they are the same, positive when after. */
  comparePositions(a: string, b: string): number;
}
