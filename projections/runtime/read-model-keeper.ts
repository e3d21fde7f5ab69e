import type { RebuildProgress } from './rebuild-requests.js';
import type { RuntimeStatus } from './status.js';

/** What keeps the read models up to the event log, in this thread or in another; also its injection token. */
export abstract class ReadModelKeeper {
  /** Resolves when every read model can be queried, or after some seconds: then `status` says what is missing. */
  abstract start(): Promise<void>;
  /** Finishes the batch at hand and lets another process take over at once. */
  abstract stop(): Promise<void>;
  /**
   * Resolves when every served read model has applied the event at this position.
   * Rejects with `CatchingUp` when that takes longer than `timeoutMs` milliseconds.
   */
  abstract waitFor(position: string, options: { readonly timeoutMs: number }): Promise<void>;
  /** How every read model is doing. */
  abstract status(): Promise<RuntimeStatus>;
  /** Asks for read models (default: all) to be built anew. Gives the request's id; `RangeError` for a name that is none. */
  abstract requestRebuild(names?: readonly string[]): Promise<string>;
  /** How far a rebuild is, or undefined when there is no such request. */
  abstract rebuildProgress(id: string): Promise<RebuildProgress | undefined>;
}
