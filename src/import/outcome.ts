import { Refusal } from '../../domain/shared/refusal.js';
import type { RowRefusal } from './refused-rows.js';

/** What became of one row. */
export type RowOutcome = 'accepted' | 'repeated' | RowRefusal;

/** How many rows of a spreadsheet were what; `refused` counts by code. */
export interface Tally {
  readonly rows: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: Readonly<Record<string, number>>;
}

/** Counts the outcomes of rows. */
export class Counter {
  #rows = 0;
  #accepted = 0;
  #repeated = 0;
  readonly #refused = new Map<string, number>();

  count(outcome: RowOutcome): void {
    this.#rows += 1;
    if (outcome === 'accepted') this.#accepted += 1;
    else if (outcome === 'repeated') this.#repeated += 1;
    else this.#refused.set(outcome.code, (this.#refused.get(outcome.code) ?? 0) + 1);
  }

  /** The counts so far, codes in alphabetical order. */
  get tally(): Tally {
    return {
      rows: this.#rows,
      accepted: this.#accepted,
      repeated: this.#repeated,
      refused: Object.fromEntries([...this.#refused].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }
}

/** The outcome that `work` gives, or that of a row whose command was refused; any other error is no row's fault. */
export async function outcomeOf(work: () => Promise<RowOutcome>): Promise<RowOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, sentence: error.message };
    throw error;
  }
}
