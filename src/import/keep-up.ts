import type { Position } from '../event-store/event-store.port.js';

/** Every so many events the read models must have those of the round before. */
const ROUND = 1_000;

/** The read models as an import waits for them. */
export interface ReadModels {
  /** Resolves when every read model has applied the event at this position. */
  readonly reached: (position: Position) => Promise<void>;
  /** Resolves when every read model has applied what is in the log now, other processes' events included. */
  readonly upToDate: () => Promise<void>;
}

/**
 * Keeps an import at most two rounds of events ahead of the read models, because the coach's day is checked against
 * them and what this process recorded is remembered beside them for a minute only.
 */
export class KeepUp {
  #last: Position | undefined;
  #before: Position | undefined;
  #recorded = 0;

  constructor(private readonly readModels: ReadModels) {}

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
    if (before !== undefined) await this.readModels.reached(before);
  }

  /** Waits until everything that is stored can be read, also what another import stored that had the same rows. */
  async catchUp(): Promise<void> {
    await this.readModels.upToDate();
  }
}
