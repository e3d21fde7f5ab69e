import type Database from 'better-sqlite3';

/** How often commits of other processes are looked for while somebody waits. */
const POLL_MS = 100;

/** Wakes who waits for new events: at once for a commit of this process, within about `POLL_MS` for one of another. */
export class CommitWatch {
  readonly #dataVersion: Database.Statement<[], number>;
  readonly #waiters = new Set<() => void>();
  #seenVersion: number | undefined;
  #commits = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database.Database) {
    this.#dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
    this.#seenVersion = this.#dataVersion.get();
  }

  /** Counts up with every commit that was noticed: read it before looking, give it to `past` when there was nothing. */
  get commits(): number {
    return this.#commits;
  }

  /** Wakes everybody who waits. */
  notify(): void {
    this.#commits += 1;
    for (const wake of [...this.#waiters]) wake();
  }

  /** Resolves once there was a commit after `commits` was read, or the signal aborts. Never rejects. */
  past(commits: number, signal: AbortSignal): Promise<void> {
    if (this.#commits !== commits || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake);
        this.#waiters.delete(wake);
        if (this.#waiters.size === 0) this.#rest();
        resolve();
      };
      this.#waiters.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      this.#timer ??= setInterval(() => this.look(), POLL_MS);
    });
  }

  /** Wakes everybody who waits when another connection has committed since the last look. */
  look(): void {
    let version: number | undefined;
    try {
      version = this.#dataVersion.get();
    } catch {
      // Whoever wakes reads next, and meets the error where it can be handled.
    }
    if (version === this.#seenVersion) return;
    this.#seenVersion = version;
    this.notify();
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
