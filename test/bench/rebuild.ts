import { output, startChild } from '../spec/child.js';
import { median } from './numbers.js';
import { writeLog } from './write-log.js';

/** How long a log is rebuilt, and how often that is measured. */
export interface RebuildPlan {
  readonly rounds: number;
  readonly events: number;
}

/** What a pass over the log takes. */
export interface Pass {
  readonly seconds: number;
  readonly cpuMicrosPerEvent: number;
}

/** A rebuild against only reading and parsing the log: medians over the rounds. */
export interface RebuildResult {
  /** The read model, or `all`. */
  readonly readModel: string;
  readonly events: number;
  readonly rebuild: Pass;
  readonly read: Pass;
  /** Seconds of the rebuild to those of the read. */
  readonly ratio: number;
}

/** The read models that every session changes: of those that are rebuilt alone the most costly. */
const MODELS = ['sessions', 'timeline', 'caseload'] as const;

/**
 * Measures the rebuild of single read models and of all against only reading and parsing the log, each in a process of its
 * own, on a log of generated events. Throws when a rebuild did not pass every event.
 */
export async function measureRebuild(
  folder: string,
  plan: RebuildPlan,
  say: (line: string) => void,
): Promise<readonly RebuildResult[]> {
  await writeLog(folder, plan.events);
  say(`wrote a log of ${plan.events} events`);
  const subjects: readonly string[] = [...MODELS, 'all'];
  const measured = subjects.map(() => ({ rebuild: [] as Pass[], read: [] as Pass[] }));
  await pass(folder, plan.events, ['rebuild', 'sessions']);
  for (let round = 1; round <= plan.rounds; round += 1) {
    const read = await pass(folder, plan.events, ['read']);
    for (const [index, subject] of subjects.entries()) {
      const rebuild = await pass(folder, plan.events, ['rebuild', ...(subject === 'all' ? [] : [subject])]);
      measured[index]?.rebuild.push(rebuild);
      measured[index]?.read.push(read);
    }
    say(`rebuild: round ${round} of ${plan.rounds}`);
  }
  return subjects.map((readModel, index) => {
    const { rebuild, read } = measured[index] as (typeof measured)[number];
    return {
      readModel,
      events: plan.events,
      rebuild: middle(rebuild),
      read: middle(read),
      ratio: median(rebuild.map(({ seconds }, round) => seconds / (read[round] as Pass).seconds)),
    };
  });
}

async function pass(folder: string, expected: number, args: readonly string[]): Promise<Pass> {
  const printed = await output(startChild('test/bench/rebuild.child.ts', [folder, ...args]));
  const { events, seconds, cpuSeconds }: { events: number; seconds: number; cpuSeconds: number } =
    JSON.parse(printed);
  if (events !== expected) throw new Error(`${args.join(' ')} passed ${events} of ${expected} events`);
  return { seconds, cpuMicrosPerEvent: (cpuSeconds * 1e6) / events };
}

function middle(passes: readonly Pass[]): Pass {
  return {
    seconds: median(passes.map(({ seconds }) => seconds)),
    cpuMicrosPerEvent: median(passes.map(({ cpuMicrosPerEvent }) => cpuMicrosPerEvent)),
  };
}
