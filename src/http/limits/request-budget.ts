/** The counts of every instance together; see `SharedCounts`. */
export interface CountsOfAll {
  add(minute: number, counted: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>>;
}

/** How many requests a minute somebody may make. */
export interface Budgets {
  /** Of one account, whatever it asks. */
  readonly account: number;
  /** Of one address, when nobody could be recognised by them. */
  readonly address: number;
}

const MINUTE_MS = 60_000;
/** Below this share of the budget a count is nobody else's business: nearly all counts are never written down. */
const SHARED_FROM = 0.1;

interface Count {
  readonly most: number;
  /** All that is known of: counted here, and by the others as far as was heard. */
  total: number;
  /** Counted here and not told to the others. */
  untold: number;
}

/**
 * Counts requests by the minute. Counting is one look into a map; what comes near its budget is told to the other
 * instances, and heard of from them, each time that `share` is called. So a budget that is spread over instances is kept
 * as exactly as they share often.
 */
export class RequestBudget {
  #minute = 0;
  #counts = new Map<string, Count>();

  constructor(
    private readonly budgets: Budgets,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts one request; seconds to wait when it is beyond the budget, else undefined. */
  spend(kind: keyof Budgets, id: string): number | undefined {
    const count = this.#countOf(kind, id);
    count.total += 1;
    count.untold += 1;
    return count.total > count.most ? this.#secondsLeft() : undefined;
  }

  /** Tells the other instances of counts that come near their budget, and hears of theirs. */
  async share(all: CountsOfAll): Promise<void> {
    this.#turn();
    const minute = this.#minute;
    const told = new Map<string, number>();
    for (const [name, count] of this.#counts) {
      // Also when there is nothing to tell: others may have something.
      if (count.total >= count.most * SHARED_FROM) told.set(name, count.untold);
    }
    if (told.size === 0) return;
    const totals = await all.add(minute, told);
    if (minute !== this.#minute) return;
    for (const [name, total] of totals) {
      const count = this.#counts.get(name);
      if (count === undefined) continue;
      count.untold -= told.get(name) ?? 0;
      count.total = total + count.untold;
    }
  }

  #countOf(kind: keyof Budgets, id: string): Count {
    this.#turn();
    const name = nameOf(kind, id);
    let count = this.#counts.get(name);
    if (count === undefined) {
      count = { most: this.budgets[kind], total: 0, untold: 0 };
      this.#counts.set(name, count);
    }
    return count;
  }

  #turn(): void {
    const minute = Math.floor(this.now() / MINUTE_MS);
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#counts = new Map();
  }

  #secondsLeft(): number {
    return Math.ceil(((this.#minute + 1) * MINUTE_MS - this.now()) / 1000);
  }
}

function nameOf(kind: keyof Budgets, id: string): string {
  return `${kind} ${id}`;
}
