import type { AppendResult } from '../event-store.port.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { Outcome } from './batch-commit.js';

/** A commit takes appends until it holds this many events: enough to share the disk's flush, short enough to not stall reads. */
const MOST_EVENTS_PER_COMMIT = 512;

/** Commits appends at once, here or elsewhere. Never rejects: what went wrong is the outcome of each append. */
export type Commit = (batch: readonly PreparedAppend[]) => readonly Outcome[] | Promise<readonly Outcome[]>;

interface Waiting {
  readonly append: PreparedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits the appends of one turn of the event loop together, in the order in which they were issued, each with its
 * own expectation and its own outcome. While a commit waits for the disk the next appends gather.
 */
export class GroupCommit {
  readonly #commit: Commit;
  readonly #committed: () => void;
  #queue: Waiting[] = [];
  #scheduled = false;
  #underWay: Promise<void> = Promise.resolve();

  /** `committed` is called after each commit that stored something. */
  constructor(commit: Commit, committed: () => void) {
    this.#commit = commit;
    this.#committed = committed;
  }

  /** Resolves when the append is on disk; rejects with its refusal, `OutcomeUnknown`, or the database's error. */
  add(append: PreparedAppend): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ append, resolve, reject });
      this.#schedule();
    });
  }

  /** Commits everything that waits. */
  async drain(): Promise<void> {
    await this.#underWay;
    while (this.#queue.length > 0) await this.#settle(this.#nextBatch());
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#underWay = this.#settle(this.#nextBatch()).then(() => {
        this.#scheduled = false;
        if (this.#queue.length > 0) this.#schedule();
      });
    });
  }

  #nextBatch(): readonly Waiting[] {
    let events = 0;
    let count = 0;
    for (const { append } of this.#queue) {
      events += append.events.length;
      if (count > 0 && events > MOST_EVENTS_PER_COMMIT) break;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return;
    let stored = false;
    const outcomes = await this.#commit(batch.map(({ append }) => append));
    for (const [index, outcome] of outcomes.entries()) {
      const { resolve, reject } = batch[index] as Waiting;
      if ('error' in outcome) {
        reject(outcome.error);
      } else {
        resolve(outcome.result);
        stored ||= !outcome.result.repeated;
      }
    }
    if (stored) this.#committed();
  }
}
