import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventFile, type EventSize } from './event-file.js';
import { type Loaded, load } from './load.js';
import { median } from './numbers.js';
import { type Server, startServer } from './server.js';
import { type ServiceUnderLoad, startService } from './service.js';
import { type CoachedTrajectory, sessionRequests } from './session-requests.js';

/** How long and how often the sessions are measured. */
export interface SessionsPlan {
  readonly rounds: number;
  readonly secondsPerLoad: number;
}

/** One server under one load: medians over the rounds. */
export interface Rate {
  readonly perSecond: number;
  /** Microseconds of CPU time for each request, in the server's process, read models included. */
  readonly cpuMicrosPerRequest: number;
  /** Milliseconds until the answer. */
  readonly p50: number;
  readonly p99: number;
}

/** The service against the bare handler under the same load. */
export interface SessionsResult {
  readonly connections: number;
  /** Over how many trajectories the sessions are spread. */
  readonly trajectories: number;
  readonly service: Rate;
  /** The bare handler with the same group commit. */
  readonly grouped: Rate;
  /** The bare handler with a commit for each request, for orientation. */
  readonly single: Rate;
  /** Requests per second of the service to those of the bare handler with group commit; the median of the rounds. */
  readonly ratio: number;
}

const SPREAD = 64;
const SCENARIOS = [
  { connections: 1, trajectories: SPREAD },
  { connections: 16, trajectories: SPREAD },
  { connections: 64, trajectories: SPREAD },
  { connections: 64, trajectories: 1 },
] as const;

type Scenario = (typeof SCENARIOS)[number];
type TargetName = 'service' | 'grouped' | 'single';

/** A server that sessions are recorded on, and the file in which they must then be. */
interface Target {
  readonly server: Server;
  readonly events: EventFile;
  /** Resolves when nothing is left to do for what was recorded. */
  readonly atRest: () => Promise<void>;
}

/**
 * Measures `POST /v1/trajectories/{id}/sessions` on the real service against a bare handler that makes the same durable
 * insert, each in a process of its own. The servers take turns within a round, so that what else the machine does meets
 * all of them alike. Throws when an acknowledged session is not stored.
 */
export async function measureSessions(
  folder: string,
  plan: SessionsPlan,
  say: (line: string) => void,
): Promise<readonly SessionsResult[]> {
  const service = await startService(folder, SPREAD + 1);
  const target = serviceTarget(folder, service);
  const targets: Record<string, Target> = { service: target };
  try {
    const warming = await run(
      target,
      { connections: 16, trajectories: SPREAD },
      service,
      plan.secondsPerLoad,
    );
    say(`warmed up: ${Math.round(warming.perSecond)} sessions a second`);
    const size = target.events.sessionSize();
    for (const commits of ['grouped', 'single']) targets[commits] = await startBare(folder, commits, size);
    return await measureAll(targets as Record<TargetName, Target>, service, plan, say);
  } finally {
    for (const { server, events } of Object.values(targets)) {
      events.close();
      await server.stop();
    }
  }
}

async function measureAll(
  targets: Readonly<Record<TargetName, Target>>,
  service: ServiceUnderLoad,
  plan: SessionsPlan,
  say: (line: string) => void,
): Promise<readonly SessionsResult[]> {
  const names: readonly TargetName[] = ['grouped', 'service', 'single'];
  for (const name of names) {
    await run(targets[name], { connections: 64, trajectories: SPREAD }, service, plan.secondsPerLoad);
  }
  const measured = SCENARIOS.map(() => ({
    service: [] as Rate[],
    grouped: [] as Rate[],
    single: [] as Rate[],
  }));
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const [index, scenario] of SCENARIOS.entries()) {
      for (const name of round % 2 === 0 ? [...names].reverse() : names) {
        const rate = await run(targets[name], scenario, service, plan.secondsPerLoad);
        measured[index]?.[name].push(rate);
      }
    }
    say(`sessions: round ${round} of ${plan.rounds}`);
  }
  return SCENARIOS.map((scenario, index) => {
    const rounds = measured[index] as (typeof measured)[number];
    return {
      ...scenario,
      service: middle(rounds.service),
      grouped: middle(rounds.grouped),
      single: middle(rounds.single),
      ratio: median(
        rounds.service.map((rate, round) => rate.perSecond / (rounds.grouped[round] as Rate).perSecond),
      ),
    };
  });
}

/** Puts one load on one server, waits until it is at rest, and checks that all that it acknowledged is stored. */
async function run(
  { server, events, atRest }: Target,
  { connections, trajectories }: Pick<Scenario, 'connections'> & { readonly trajectories: number },
  service: ServiceUnderLoad,
  seconds: number,
): Promise<Rate> {
  const before = events.head();
  const cpuBefore = await server.cpuMicros();
  const loaded: Loaded = await load(server.address, connections, seconds, requestsFor(service, trajectories));
  await atRest();
  const cpu = (await server.cpuMicros()) - cpuBefore;
  const { acknowledged, perSecond, p50, p99 } = loaded;
  events.checkStored(acknowledged, before);
  return { perSecond, cpuMicrosPerRequest: cpu / acknowledged.length, p50, p99 };
}

/** The last trajectory is kept for the load that goes to one alone. */
function requestsFor({ trajectories }: ServiceUnderLoad, count: number): ReturnType<typeof sessionRequests> {
  const chosen: readonly CoachedTrajectory[] =
    count === 1 ? trajectories.slice(SPREAD) : trajectories.slice(0, count);
  return sessionRequests(chosen);
}

function serviceTarget(folder: string, service: ServiceUnderLoad): Target {
  const events = new EventFile(join(folder, 'service', 'events.db'));
  return { server: service, events, atRest: () => service.caughtUp(events.head()) };
}

async function startBare(folder: string, commits: string, size: EventSize): Promise<Target> {
  mkdirSync(join(folder, 'bare'), { recursive: true });
  const file = join(folder, 'bare', `${commits}.db`);
  const child = join(import.meta.dirname, 'bare-handler.child.ts');
  const hooks = join(import.meta.dirname, '..', 'spec', 'typescript-hooks.mjs');
  const args = ['--import', hooks, child, file, commits, String(size.data), String(size.metadata)];
  const server = await startServer(args, {}, join(folder, `bare-${commits}.log`));
  return { server, events: new EventFile(file), atRest: async () => undefined };
}

function middle(rates: readonly Rate[]): Rate {
  return {
    perSecond: median(rates.map((rate) => rate.perSecond)),
    cpuMicrosPerRequest: median(rates.map((rate) => rate.cpuMicrosPerRequest)),
    p50: median(rates.map((rate) => rate.p50)),
    p99: median(rates.map((rate) => rate.p99)),
  };
}
