import type { EventStore } from '../event-store/event-store.port.js';
import type { PersonalKeys } from '../privacy/personal-keys.port.js';
import type { ReadStore } from '../read-store/read-store.js';

/** The log, the keys and the read models, as one thread has them open. */
export interface Stores {
  readonly eventStore: EventStore;
  readonly keys: PersonalKeys;
  readonly readStore: ReadStore;
  /** True when other instances record all the time, so that what this one remembers of a stream may be old. */
  readonly shared: boolean;
  /** How one thread tells another of its commits, where the log does not tell everybody by itself. */
  readonly commits?: Commits;
  close(): Promise<void>;
}

/** The commits of one process. */
export interface Commits {
  /** Has the listener called after each commit through these stores. */
  onCommit(listener: () => void): void;
  /** Looks at once for commits that were made through others. */
  lookForCommits(): void;
}
