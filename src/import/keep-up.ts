import type { Position } from '../event-store/event-store.port.js';

/** Every so many events the read models must have those of the round before. */
const ROUND = 1_000;

/** Waits until every read model has applied the event at this position. */
export type WaitForReadModels = (position: Position) => Promise<void>;

/**
 * Keeps an import at most two rounds of events ahead of the read models, because the coach's day is checked against
 * them and what this process recorded is remembered beside them for a minute only.
 */
export class KeepUp {
  #last: Position | undefined;
  #before: Position | undefined;
  #recorded = 0;

  constructor(private readonly waitFor: WaitForReadModels) {}

  /** Notes that an event was recorded at this position. */
  recorded(position: Position): void {
    this.#last = position;
    this.#recorded += 1;
  }

  /** Waits when too much is ahead. */
  async pace(): Promise<void> {
    if (this.#recorded < ROUND) return;
    this.#recorded = 0;
    const before = this.#before;
    this.#before = this.#last;
    if (before !== undefined) await this.waitFor(before);
  }

  /** Waits until everything that was recorded can be read. */
  async catchUp(): Promise<void> {
    if (this.#last !== undefined) await this.waitFor(this.#last);
  }
}
