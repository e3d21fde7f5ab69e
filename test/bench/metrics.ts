import type { RebuildResult } from './rebuild.js';
import type { SessionsResult } from './sessions.js';

/** What a ratio should come to. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** One ratio of a run. */
export interface Metric {
  readonly name: string;
  readonly ratio: number;
  readonly better: 'higher' | 'lower';
  readonly aim?: Aim;
}

const SESSIONS_AIM = { atLeast: 0.5 };
const REBUILD_AIMS = { one: { atMost: 3 }, all: { atMost: 8 } };

/** The ratios that a run is judged by, with the aims that were set for some of them. */
export function metricsOf(
  sessions: readonly SessionsResult[],
  rebuilds: readonly RebuildResult[],
): readonly Metric[] {
  return [
    ...sessions.map(({ connections, trajectories, ratio }): Metric => {
      const name = `sessions/${connections}-connections/${trajectories}-trajectories`;
      return { name, ratio, better: 'higher', ...(connections === 64 && { aim: SESSIONS_AIM }) };
    }),
    ...rebuilds.map(({ readModel, ratio }): Metric => {
      const aim = readModel === 'all' ? REBUILD_AIMS.all : REBUILD_AIMS.one;
      return { name: `rebuild/${readModel}`, ratio, better: 'lower', aim };
    }),
  ];
}
