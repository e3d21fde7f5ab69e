import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NATIONAL_TRAJECTORIES } from './assumptions.js';
import { needOf } from './need.js';
import { yearLines } from './report.js';
import { simulateYear, type YearPlan } from './year.js';

const HELP = `Usage: npm run simulate -- [options]

Lives a year of job coaching on the real service, over HTTP, as fast as it goes, and tells where the time went.

  --trajectories N   of the whole country (default ${NATIONAL_TRAJECTORIES})
  --scale PART       the part of them that is simulated, over 0 up to 1 (default 0.01)
  --visits PART      the part of the visits that people pay, over 0 up to 1 (default 0.1)
  --connections N    requests at once (default 16)
  --days N           of the year, 30 to 365 (default 365)
  --seed N           another year for another number (default 1)
  --no-rebuild       leave the rebuild at the end out
  --folder FOLDER    where the data lies meanwhile (default: the system's temporary folder)
  --out FILE         all results as JSON (default simulate-results.json)
  --help             this text

A scale of 0.01 takes about two minutes, of 0.1 twenty and more. What is assumed of a year, and its sources:
test/simulate/assumptions.ts. What it came to: docs/operations.md.
`;

/** Of the requests that may be refused before the simulated year is none. */
const MOST_REFUSED = 0.01;
const FEWEST_TRAJECTORIES = 8;

/**
 * Runs the simulation, prints what it came to and writes it to a file. Gives the exit code: 1 when more than a hundredth
 * of the requests was refused, 2 for options that cannot be.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const asked = optionsIn(argv);
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n`);
    return 2;
  }
  if (asked === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  const folder = mkdtempSync(join(asked.folder, 'doorlopend-simulate-'));
  try {
    const result = await simulateYear(folder, asked.plan, (line) => process.stderr.write(`${line}\n`));
    const need = needOf(result);
    for (const line of yearLines(result, need)) process.stdout.write(`${line}\n`);
    const machine = { node: process.version, cores: cpus().length };
    writeFileSync(asked.out, `${JSON.stringify({ machine, need, ...result }, null, 2)}\n`);
    process.stdout.write(`written to ${asked.out}\n`);
    const refused = Object.values(result.refusals).reduce((sum, times) => sum + times, 0);
    const requests = result.tenths.reduce((sum, { writes, reads }) => sum + writes + reads, 0);
    return refused > requests * MOST_REFUSED ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Asked {
  readonly plan: YearPlan;
  readonly folder: string;
  readonly out: string;
}

/** What is to be done; undefined when only the help is asked for, and a sentence when it cannot be. */
function optionsIn(argv: readonly string[]): Asked | string | undefined {
  const text = (otherwise: string) => ({ type: 'string', default: otherwise }) as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        trajectories: text(String(NATIONAL_TRAJECTORIES)),
        scale: text('0.01'),
        visits: text('0.1'),
        connections: text('16'),
        days: text('365'),
        seed: text('1'),
        'no-rebuild': { type: 'boolean', default: false },
        folder: text(tmpdir()),
        out: text('simulate-results.json'),
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return undefined;
    const trajectories = Math.round(
      numberIn('scale', values.scale, 0.0001, 1) * numberIn('trajectories', values.trajectories, 1, 1e6),
    );
    return {
      plan: {
        trajectories: Math.max(FEWEST_TRAJECTORIES, trajectories),
        days: numberIn('days', values.days, 30, 365),
        visits: numberIn('visits', values.visits, 0.001, 1),
        connections: numberIn('connections', values.connections, 1, 256),
        seed: numberIn('seed', values.seed, 0, 1e9),
        probes: PROBES,
        rebuild: !values['no-rebuild'],
      },
      folder: values.folder,
      out: resolve(values.out),
    };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return `${error.message} (--help)`;
    throw error;
  }
}

/** How often each kind of request is asked alone. */
const PROBES = 40;

function numberIn(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new RangeError(`--${option} ${text} is no number from ${least} to ${most}`);
}
