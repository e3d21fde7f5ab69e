import { BUSIEST_HOUR, NATIONAL_TRAJECTORIES } from './assumptions.js';
import type { Tenth } from './measures.js';
import type { YearResult } from './year.js';

/** What the whole country would ask in a year and in its busiest hour, against what was sustained here. */
export interface Need {
  readonly eventsATrajectoryYear: number;
  readonly readsATrajectoryYear: number;
  readonly eventsAYear: number;
  readonly readsAYear: number;
  readonly eventsASecond: number;
  readonly readsASecond: number;
  /** Events and reads a second in the simulated year, with its sender on the same machine. */
  readonly sustained: { readonly events: number; readonly reads: number };
  /** CPU time of the service for each event, read models and log included, and for each read; milliseconds. */
  readonly cpuMs: { readonly anEvent: number; readonly aRead: number };
  /** Cores that the busiest hour keeps busy, for the service alone. */
  readonly cores: number;
  /** Bytes of each database for each event. */
  readonly bytesAnEvent: { readonly [database: string]: number };
}

/** Works out the need of the whole country from a simulated part of it. */
export function needOf(result: YearResult): Need {
  const { tenths, trajectoryYears, events, plan, bytes } = result;
  const reads = sum(tenths, ({ reads }) => reads);
  const writes = sum(tenths, ({ writes }) => writes);
  const seconds = sum(tenths, ({ seconds }) => seconds);
  const cpuSeconds = sum(tenths, ({ cpuSeconds }) => cpuSeconds);
  const eventsATrajectoryYear = events.inTheYear / trajectoryYears;
  const readsATrajectoryYear = reads / plan.visits / trajectoryYears;
  const inBusiestHour = (events.onTheBusiestDay * BUSIEST_HOUR) / 3_600;
  const eventsASecond = eventsATrajectoryYear * NATIONAL_TRAJECTORIES * inBusiestHour;
  const readsASecond = readsATrajectoryYear * NATIONAL_TRAJECTORIES * inBusiestHour;
  const aRead = cpuMsOfRead(result);
  const anEvent = Math.max(0, cpuSeconds * 1_000 - reads * aRead) / writes;
  return {
    eventsATrajectoryYear,
    readsATrajectoryYear,
    eventsAYear: eventsATrajectoryYear * NATIONAL_TRAJECTORIES,
    readsAYear: readsATrajectoryYear * NATIONAL_TRAJECTORIES,
    eventsASecond,
    readsASecond,
    sustained: { events: events.inTheYear / seconds, reads: reads / seconds },
    cpuMs: { anEvent, aRead },
    cores: (eventsASecond * anEvent + readsASecond * aRead) / 1_000,
    bytesAnEvent: Object.fromEntries(
      Object.entries(bytes).map(([database, size]) => [database, size / events.stored]),
    ),
  };
}

/** The CPU time of a read as people read: each kind as often as it was in the year, at what it cost when asked alone. */
function cpuMsOfRead({ tenths, after }: YearResult): number {
  let count = 0;
  let cpuMs = 0;
  for (const { answers } of tenths) {
    for (const [kind, { count: times }] of Object.entries(answers)) {
      const probed = after[kind.replace(AFTER_A_WRITE, '')];
      if (probed === undefined || kind.startsWith('POST')) continue;
      count += times;
      cpuMs += times * probed.cpuMs;
    }
  }
  return count === 0 ? 0 : cpuMs / count;
}

const AFTER_A_WRITE = / after a write$/;

function sum(tenths: readonly Tenth[], of: (tenth: Tenth) => number): number {
  return tenths.reduce((total, tenth) => total + of(tenth), 0);
}
