import type { EventStore, Position, RecordedEvent } from '../../src/event-store/event-store.port.js';

/** Collects what a subscription gives. */
export class Follower {
  readonly events: RecordedEvent[] = [];
  readonly sizes: number[] = [];
  readonly ended: Promise<void>;
  #arrived: () => void = () => undefined;

  constructor(store: EventStore, after: Position | undefined, batchSize: number, signal: AbortSignal) {
    this.ended = this.#follow(
      store.subscribe({ batchSize, signal, ...(after === undefined ? {} : { after }) }),
    );
  }

  async until(count: number): Promise<void> {
    while (this.events.length < count) await new Promise<void>((resolve) => (this.#arrived = resolve));
  }

  async #follow(batches: AsyncIterable<readonly RecordedEvent[]>): Promise<void> {
    for await (const batch of batches) {
      this.sizes.push(batch.length);
      this.events.push(...batch);
      this.#arrived();
    }
  }
}
