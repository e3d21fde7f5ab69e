import type { JobChange } from './continuity.js';

/** The continuity of many job changes together (domain.md section 7, reading 50). */
export interface ContinuitySummary {
  /** The job changes that began in the year. */
  readonly jobChanges: number;
  /** Those of them that can still become continuous: they are in no share or median (reading 29). */
  readonly undecided: number;
  /** The share of job changes with the coach kept, 0 to 1; null when none is decided. */
  readonly keptShare: number | null;
  /** The mean of the middle two for an even number; null when none is decided. */
  readonly medianDaysWithoutContact: number | null;
  /** The days without a grant of all of them together. */
  readonly unfundedDays: number;
}

/** Sums up the job changes whose new first day is in the calendar year `year`. */
export function summarise(jobChanges: readonly JobChange[], year: number): ContinuitySummary {
  const begun = jobChanges.filter(({ startedOn }) => Number(startedOn.slice(0, 4)) === year);
  const decided = begun.filter(({ continuous }) => continuous !== null);
  const kept = decided.filter(({ coachKept }) => coachKept === 'same' || coachKept === 'substituted');
  return {
    jobChanges: begun.length,
    undecided: begun.length - decided.length,
    keptShare: decided.length === 0 ? null : kept.length / decided.length,
    medianDaysWithoutContact: median(decided.map((change) => change.daysWithoutContact)),
    unfundedDays: begun.reduce((sum, change) => sum + change.unfundedDays, 0),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
