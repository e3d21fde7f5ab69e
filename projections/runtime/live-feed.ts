import type { Feed } from './feed.js';
import type { ProjectedEvent } from './projection.js';

type Batch = readonly ProjectedEvent[];

/** The subscription as a mailbox: the next batch is fetched while the one taken is applied. */
export class LiveFeed {
  readonly #abort = new AbortController();
  readonly #batches: AsyncIterator<Batch>;
  #arrived: Batch | undefined;
  #failure: { readonly cause: unknown } | undefined;

  constructor(
    feed: Feed,
    after: string | undefined,
    batchSize: number,
    private readonly onArrival: () => void,
  ) {
    const subscription = feed.subscribe({
      ...(after === undefined ? {} : { after }),
      batchSize,
      signal: this.#abort.signal,
    });
    this.#batches = subscription[Symbol.asyncIterator]();
    void this.#fetch();
  }

  /** The batch that has arrived and was not taken yet, to look at. */
  get arrived(): Batch | undefined {
    return this.#arrived;
  }

  /** Takes the batch that has arrived, or undefined. Throws what the subscription failed with. */
  take(): Batch | undefined {
    if (this.#failure !== undefined) throw this.#failure.cause;
    const batch = this.#arrived;
    if (batch !== undefined) {
      this.#arrived = undefined;
      void this.#fetch();
    }
    return batch;
  }

  close(): void {
    this.#abort.abort();
  }

  async #fetch(): Promise<void> {
    try {
      const next = await this.#batches.next();
      if (next.done) this.#failure = { cause: new Error('the feed ended') };
      else this.#arrived = next.value;
    } catch (cause) {
      this.#failure = { cause };
    }
    if (!this.#abort.signal.aborted) this.onArrival();
  }
}
