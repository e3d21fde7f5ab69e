/** How failures of one kind slow down what follows. */
export interface Pace {
  /** Failures that cost nothing. */
  readonly free: number;
  /** The wait after the first one that does, in milliseconds; it doubles with each next one. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** Failures after which so long none came are forgotten, in milliseconds: one hour. */
export const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

const WAITS = { firstWaitMs: 30_000, longestWaitMs: 15 * 60_000 } as const;

/** For one account from one browser or address: who mistypes has five tries. */
export const PLACE_PACE: Pace = { free: 5, ...WAITS };
/** For one account from all addresses that are strange to it, and for one address with all accounts that do not know it. */
export const STRANGERS_PACE: Pace = { free: 50, ...WAITS };
/** For the second factor of one account, from anywhere: only who has the password gets there. */
export const SECOND_FACTOR_PACE: Pace = { free: 5, ...WAITS };

/** What is counted of a bucket. */
export interface Counted {
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** The failures that still count at `now`. */
export function failuresAt(counted: Counted | undefined, now: number): number {
  return counted === undefined || now - counted.lastAt >= FORGOTTEN_AFTER_MS ? 0 : counted.failures;
}

/** How long to wait at `now` before the next try, in milliseconds; 0 when there is no need. */
export function waitAt(pace: Pace, counted: Counted | undefined, now: number): number {
  const failures = failuresAt(counted, now);
  if (counted === undefined || failures < pace.free) return 0;
  const wait = Math.min(pace.firstWaitMs * 2 ** (failures - pace.free), pace.longestWaitMs);
  return Math.max(0, counted.lastAt + wait - now);
}
