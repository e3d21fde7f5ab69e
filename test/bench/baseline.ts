import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metric } from './metrics.js';

/** The ratios that were measured when the code was last judged, and how far a run may be off. */
export interface Baseline {
  /** A ratio that is worse by more than this factor is a regression. */
  readonly factor: number;
  readonly ratios: Readonly<Record<string, number>>;
}

/** The baseline that is checked in beside this file. */
export function readBaseline(): Baseline {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8')) as Baseline;
}

/** A sentence for each ratio that is worse than the baseline by more than its factor, or that the baseline lacks. */
export function regressions(metrics: readonly Metric[], { factor, ratios }: Baseline): readonly string[] {
  return metrics.flatMap(({ name, ratio, better }) => {
    const before = ratios[name];
    if (before === undefined) return [`${name} is not in baseline.json`];
    const worse = better === 'higher' ? before / ratio : ratio / before;
    if (worse <= factor) return [];
    return [`${name} is ${ratio.toFixed(2)}, it was ${before}: worse by more than a factor ${factor}`];
  });
}
