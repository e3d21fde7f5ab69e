import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readBaseline, regressions } from './baseline.js';
import { type Aim, type Metric, metricsOf } from './metrics.js';
import { measureRebuild, type RebuildPlan } from './rebuild.js';
import { aimLines, rebuildLines, sessionLines } from './report.js';
import { measureSessions, type SessionsPlan } from './sessions.js';

interface Plan {
  readonly sessions: SessionsPlan;
  readonly rebuild: RebuildPlan;
}

const FULL: Plan = {
  sessions: { rounds: 3, secondsPerLoad: 1.5 },
  rebuild: { rounds: 2, events: 200_000 },
};
/** Enough to see that the benchmark works; its ratios say nothing and are not judged. */
const QUICK: Plan = {
  // On a busy machine a load of 64 connections needs most of a second for its first answers.
  sessions: { rounds: 1, secondsPerLoad: 1 },
  rebuild: { rounds: 1, events: 3_000 },
};

/**
 * Runs the benchmark, prints the ratios and writes everything to a JSON file. Gives the exit code: 1 when a ratio is
 * worse than the baseline by more than its factor. `--quick` runs a small one that is not judged; `--out FILE`.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      out: { type: 'string', default: 'bench-results.json' },
    },
  });
  const plan = values.quick ? QUICK : FULL;
  const folder = mkdtempSync(join(tmpdir(), 'doorlopend-bench-'));
  try {
    const sessions = await measureSessions(folder, plan.sessions, say);
    print(sessionLines(sessions));
    const rebuilds = await measureRebuild(join(folder, 'rebuild'), plan.rebuild, say);
    print(rebuildLines(rebuilds));
    const metrics = metricsOf(sessions, rebuilds);
    print(aimLines(metrics.filter(hasAim)));
    const baseline = readBaseline();
    const worse = values.quick ? [] : regressions(metrics, baseline);
    print(worse);
    const file = resolve(values.out);
    const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model };
    const results = {
      quick: values.quick,
      machine,
      sessions,
      rebuilds,
      metrics,
      baseline,
      regressions: worse,
    };
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
    print([`written to ${file}`]);
    return worse.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasAim(metric: Metric): metric is Metric & { readonly aim: Aim } {
  return metric.aim !== undefined;
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** How far it is, on standard error. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
