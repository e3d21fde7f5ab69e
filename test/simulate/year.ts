import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, amsterdamDate, type CalendarDate } from '../../domain/shared/calendar.js';
import { readConfig } from '../../src/config/read-config.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { type Server, startServer } from '../bench/server.js';
import { backedUp, bytesOnDisk, type Took, took } from './aftermath.js';
import { KeptClient } from './client.js';
import { Country } from './country.js';
import { Driver } from './driver.js';
import { weekdayOf } from './life.js';
import { Measures, type Tenth } from './measures.js';
import { type Probes, probe, yardstick } from './probe.js';
import { type TimeSpent, timeSpent } from './profile.js';
import { Chance } from './random.js';

const LAUNCHER = join(import.meta.dirname, '..', '..', 'bin', 'doorlopend.mjs');
/** A sample each five milliseconds: the profiler itself then costs a hundredth or so. */
const SAMPLE_EVERY_MICROS = 5_000;
const SATURDAY = 5;
/** How often the yardstick is laid at the end of a tenth. */
const YARDSTICKS = 200;

/** What is simulated. */
export interface YearPlan {
  readonly trajectories: number;
  readonly days: number;
  /** The part of the visits that are paid, 0 to 1. */
  readonly visits: number;
  readonly connections: number;
  readonly seed: number;
  /** How often each kind of request is asked alone, before and after the year. */
  readonly probes: number;
  readonly rebuild: boolean;
}

/** What a simulated year came to. */
export interface YearResult {
  readonly plan: YearPlan;
  readonly from: CalendarDate;
  readonly events: {
    /** With the openings of what ran already when the year began. */
    readonly stored: number;
    readonly inTheYear: number;
    /** The part of the year's facts that its busiest day had. */
    readonly onTheBusiestDay: number;
  };
  /** Trajectories that ran, as years of one trajectory. */
  readonly trajectoryYears: number;
  readonly tenths: readonly Tenth[];
  readonly refusals: { readonly [kind: string]: number };
  readonly before: Probes;
  readonly after: Probes;
  readonly bytes: { readonly [database: string]: number };
  readonly memoryBytes: { readonly atTheStart: number; readonly atTheEnd: number };
  readonly threads: readonly TimeSpent[];
  readonly backup: Took & { readonly bytes: number };
  /** Of all read models; undefined when it was left out. */
  readonly rebuild: Took | undefined;
}

/** Lives a year on the real service, in a process of its own on new data in `folder`, and measures it. */
export async function simulateYear(
  folder: string,
  plan: YearPlan,
  say: (line: string) => void,
): Promise<YearResult> {
  const data = join(folder, 'data');
  const profiles = join(folder, 'profiles');
  mkdirSync(profiles, { recursive: true });
  const env = {
    DOORLOPEND_DATA: data,
    PORT: '0',
    HOST: '127.0.0.1',
    DOORLOPEND_REQUESTS_PER_SECOND: '99999',
  };
  const profiling = [
    '--cpu-prof',
    `--cpu-prof-dir=${profiles}`,
    `--cpu-prof-interval=${SAMPLE_EVERY_MICROS}`,
  ];
  const server = await startServer([...profiling, LAUNCHER, 'serve'], env, join(folder, 'service.log'));
  const client = new KeptClient(server.address, plan.connections);
  let lived: Awaited<ReturnType<typeof live>>;
  try {
    lived = await live(server, client, SigningKeys.open(readConfig(env).signingKeyFile), plan, say);
    say('backup, with the service running');
    const backup = await backedUp(data, join(folder, 'backup'));
    lived = { ...lived, backup };
  } finally {
    client.close();
    await server.stop();
  }
  const bytes = bytesOnDisk(data);
  if (plan.rebuild) say('rebuild of all read models');
  const rebuild = plan.rebuild ? await took(data, 'rebuild', '--json') : undefined;
  return { ...lived, bytes, threads: timeSpent(profiles), rebuild };
}

async function live(
  server: Server,
  client: KeptClient,
  key: SigningKeys,
  plan: YearPlan,
  say: (line: string) => void,
): Promise<Omit<YearResult, 'bytes' | 'threads' | 'rebuild'>> {
  const from = addDays(amsterdamDate(new Date().toISOString() as never), -plan.days);
  const country = await Country.register(client, key, plan.trajectories);
  const measures = new Measures();
  const driver = new Driver(client, country, measures, plan.visits, plan.seed);
  for (const planned of country.plan(plan.trajectories, plan.seed, { from, days: plan.days }))
    driver.add(planned);
  say(`recording what ran before ${from}`);
  await driver.live(addDays(from, -1), false);
  const cpuSeconds = async () => (await server.cpuMicros()) / 1e6;
  const chance = new Chance(plan.seed + 1);
  const about = { server, client, country, driver };
  const before = await probe(about, plan.probes, addDays(from, -1), chance);
  const atTheStart = await server.memoryBytes();
  const positionBefore = Number(driver.position);
  const recordedBefore = driver.events;
  measures.begin(await cpuSeconds());
  let busiest = 0;
  let runningDays = 0;
  for (let number = 0; number < plan.days; number += 1) {
    const day = addDays(from, number);
    busiest = Math.max(busiest, await driver.live(day, weekdayOf(day) < SATURDAY));
    runningDays += driver.open.size;
    if (measures.tenths.length < Math.floor((10 * (number + 1)) / plan.days)) {
      measures.closeTenth(await cpuSeconds(), await yardstick(about, YARDSTICKS));
      measures.begin(await cpuSeconds());
      say(`${day}: ${driver.events} events, ${Math.round(rateOf(measures.tenths.at(-1)))} events/s`);
    }
  }
  const inTheYear = Number(driver.position) - positionBefore;
  const after = await probe(about, plan.probes, addDays(from, plan.days - 1), chance);
  return {
    plan,
    from,
    events: {
      stored: Number(driver.position),
      inTheYear,
      onTheBusiestDay: busiest / (driver.events - recordedBefore),
    },
    trajectoryYears: runningDays / 365,
    tenths: measures.tenths,
    refusals: Object.fromEntries(measures.refusals),
    before,
    after,
    memoryBytes: { atTheStart, atTheEnd: await server.memoryBytes() },
    backup: { seconds: 0, cpuSeconds: 0, bytes: 0 },
  };
}

function rateOf(tenth: Tenth | undefined): number {
  return tenth === undefined ? 0 : tenth.writes / tenth.seconds;
}
