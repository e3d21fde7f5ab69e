import {
  type Feed,
  type FeedPage,
  type FeedSubscription,
  type Stretch,
  stretchOf,
} from '../../projections/runtime/feed.js';
import type { ProjectedEvent } from '../../projections/runtime/projection.js';

/** An event log in memory, with positions that do not sort as text, as those of a store need not. */
export class MemoryFeed implements Feed {
  readonly #events: ProjectedEvent[] = [];
  readonly #revisions = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  /** Appends an event to a stream; revision and position follow from what is there. */
  append(event: Omit<ProjectedEvent, 'revision' | 'position'>): ProjectedEvent {
    const revision = (this.#revisions.get(event.stream) ?? -1) + 1;
    this.#revisions.set(event.stream, revision);
    const stored: ProjectedEvent = { ...event, revision, position: `p${this.#events.length + 1}` };
    this.#events.push(stored);
    for (const wake of this.#listeners) wake();
    return stored;
  }

  async readAll({ after, upTo, limit, types }: FeedPage): Promise<Stretch> {
    const from = numberOf(after);
    const passed = this.#events.slice(
      from,
      upTo === undefined ? from + limit : Math.min(from + limit, numberOf(upTo)),
    );
    return { ...stretchOf(passed), events: passed.filter(({ type }) => types?.has(type) ?? true) };
  }

  async *subscribe(options: FeedSubscription): AsyncIterable<readonly ProjectedEvent[]> {
    const { batchSize, signal } = options;
    let { after } = options;
    while (!signal.aborted) {
      const { events } = await this.readAll({ ...(after === undefined ? {} : { after }), limit: batchSize });
      after = events.at(-1)?.position ?? after;
      if (events.length > 0) yield events;
      else await this.#next(signal);
    }
  }

  async head(): Promise<string | undefined> {
    return this.#events.at(-1)?.position;
  }

  comparePositions(a: string, b: string): number {
    return numberOf(a) - numberOf(b);
  }

  #next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#listeners.delete(wake);
        resolve();
      };
      this.#listeners.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}

function numberOf(position: string | undefined): number {
  return position === undefined ? 0 : Number(position.slice(1));
}
