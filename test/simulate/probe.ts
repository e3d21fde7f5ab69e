import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Server } from '../bench/server.js';
import type { KeptClient } from './client.js';
import type { Country } from './country.js';
import type { Driver } from './driver.js';
import type { Look } from './looks.js';
import { type Answers, answersOf } from './measures.js';
import type { Chance } from './random.js';

/** One kind of request, asked one after the other with nothing else going on. */
export interface Probed extends Answers {
  /** CPU time of the service's process for each, in milliseconds. */
  readonly cpuMs: number;
}

export type Probes = { readonly [kind: string]: Probed };

/** One in so many is asked before, so that none is the first of its kind. */
const WARM_UP = 4;

const OF_A_TRAJECTORY = [
  '',
  '/sessions?limit=20',
  '/limits',
  '/hours',
  '/timeline',
  '/grants',
  '/plans',
  '/reachable',
];

/** The request that no history makes slower: what it costs more at the end, the machine did and not the service. */
export const YARDSTICK = 'GET /health/live';

/** What is asked, and who may. */
export interface Probing {
  readonly server: Server;
  readonly client: KeptClient;
  readonly country: Country;
  readonly driver: Driver;
}

/** The CPU time of the service for the yardstick, in milliseconds: the mean of so many, with nothing else to do. */
export async function yardstick(probing: Probing, times: number): Promise<number> {
  await untilCaughtUp(probing);
  const { server, client } = probing;
  const before = await server.cpuMicros();
  for (let number = 0; number < times; number += 1) await client.ask('', '/health/live');
  return ((await server.cpuMicros()) - before) / 1_000 / times;
}

/**
 * Asks every kind of read, and records a session, `times` times each on trajectories that run. CPU time is the process's
 * own, so what else the machine does meets it little.
 */
export async function probe(
  probing: Probing,
  times: number,
  day: CalendarDate,
  chance: Chance,
): Promise<Probes> {
  const { server, client, country, driver } = probing;
  const open = [...driver.open.values()];
  const chosen = Array.from({ length: times }, () => chance.oneOf(open));
  const probes: Record<string, Probed> = {};
  const measure = async (kind: string, ask: (number: number) => Promise<number>): Promise<void> => {
    for (let number = 0; number < times; number += WARM_UP) await ask(number);
    const before = await server.cpuMicros();
    const taken: number[] = [];
    for (let number = 0; number < times; number += 1) taken.push(await ask(number));
    const cpuMs = ((await server.cpuMicros()) - before) / 1_000 / times;
    probes[kind] = { ...answersOf(taken), cpuMs };
  };
  const get = async (token: string, path: string): Promise<number> => {
    const { status, milliseconds, body } = await client.ask(token, path);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
    return milliseconds;
  };
  const one = (number: number) => chosen[number] as (typeof chosen)[number];
  const partiesOf = (number: number) => one(number).running.planned.parties;
  await untilCaughtUp(probing);
  await measure(YARDSTICK, async () => (await client.ask('', '/health/live')).milliseconds);
  for (const rest of OF_A_TRAJECTORY) {
    await measure(`GET T${rest.split('?')[0]}`, async (number) => {
      const token = await country.token({
        role: 'coordinator',
        organisation: partiesOf(number).organisationId,
      });
      return get(token, one(number).path + rest);
    });
  }
  const readers: readonly (readonly [string, (number: number) => Promise<string>])[] = [
    [
      'a coach',
      async (number) => country.token({ role: 'coach', coach: one(number).running.planned.coachId }),
    ],
    [
      'an organisation',
      async (number) =>
        country.token({ role: 'coordinator', organisation: partiesOf(number).organisationId }),
    ],
    ['UWV', async () => country.token({ role: 'case-director', funder: country.uwv })],
  ];
  const lists: readonly Look[] = [
    { kind: 'caseload', path: '/v1/trajectories?limit=50' },
    { kind: 'tasks', path: '/v1/tasks?limit=50' },
  ];
  for (const [who, tokenOf] of readers) {
    for (const { kind, path } of lists) {
      await measure(`GET ${kind} of ${who}`, async (number) => get(await tokenOf(number), path));
    }
  }
  await measure('POST T/sessions', async (number) => {
    const { coachId } = one(number).running.planned;
    const token = await country.token({ role: 'coach', coach: coachId });
    const summary = 'Kort gebeld over het rooster van morgen.';
    const body = { coachId, on: day, minutes: 5, activity: 'guidance-at-work', form: 'phone', summary };
    const {
      status,
      milliseconds,
      body: answered,
    } = await client.ask(token, `${one(number).path}/sessions`, body);
    // A coach who handed over, or a day before the opening, is refused: as much work as to record it.
    if (status !== 201 && status !== 409) throw new Error(`a session answered ${JSON.stringify(answered)}`);
    if (status === 201) driver.position = String(answered.position);
    return milliseconds;
  });
  return probes;
}

/** Until the read models have everything: what they still do would be counted with what is asked. */
async function untilCaughtUp({ client, country, driver }: Probing): Promise<void> {
  const [first] = driver.open.values();
  if (first === undefined) return;
  const { organisationId } = first.running.planned.parties;
  const token = await country.token({ role: 'coordinator', organisation: organisationId });
  const path = `${first.path}?position=${driver.position}`;
  while ((await client.ask(token, path)).status === 503);
}
