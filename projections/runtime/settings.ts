/** The pace and patience of the runtime; every time is in milliseconds. */
export interface RuntimeSettings {
  /** The most events of one batch of live events, and of one slice of a building. */
  readonly liveBatch: number;
  readonly slice: number;
  /** How long live events may be gathered into one batch while nobody waits for them: a transaction costs more than an event. */
  readonly gatherMs: number;
  /** The same once so many events came in one batch: then requests are many, and the read models give way to them. */
  readonly gatherBusyMs: number;
  readonly busyFrom: number;
  /** Whether the batches of a building are stored in another thread, where there is one, while the next ones are applied. */
  readonly storesAside: boolean;
  /** Rows of one table that are remembered across batches (at most twice as many). */
  readonly cachedRows: number;
  readonly retries: number;
  readonly retryDelayMs: number;
  readonly leaseMs: number;
  /** How often an idle holder renews its lease and looks for rebuild requests. */
  readonly heartbeatMs: number;
  /** How often a process that stands by tries to take the lease. */
  readonly standbyMs: number;
  /** How long to wait after the read store or the feed failed. */
  readonly failureDelayMs: number;
}

/** Beside requests: a slice takes a few milliseconds, and requests are served between two. */
export const besideRequests: RuntimeSettings = {
  liveBatch: 500,
  slice: 250,
  gatherMs: 5,
  gatherBusyMs: 100,
  busyFrom: 16,
  storesAside: false,
  cachedRows: 20_000,
  retries: 3,
  retryDelayMs: 50,
  leaseMs: 2_000,
  heartbeatMs: 400,
  standbyMs: 250,
  failureDelayMs: 500,
};

/**
 * In a thread of its own beside requests: a larger batch keeps nobody waiting there, and costs less processor time an event,
 * which the requests get. Whoever waits for a position is not kept waiting by it.
 */
export const inOwnThread: RuntimeSettings = {
  ...besideRequests,
  liveBatch: 1_000,
  gatherBusyMs: 250,
};

/** A process that does nothing but build: batches that cost least per event. What larger ones save in commits, they cost in memory to clear. */
export const alone: RuntimeSettings = {
  ...besideRequests,
  liveBatch: 2_000,
  slice: 2_000,
  storesAside: true,
  cachedRows: 50_000,
};
