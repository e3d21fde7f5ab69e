import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Body, Items } from './client.js';
import { patience } from './place.js';
import { type Recorded, recordEverything, recordMore } from './rich-file.js';
import { REASON } from './route.js';
import { ServiceInTime } from './service-in-time.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(60_000));

const DAY_BEFORE: CalendarDate = '2025-05-14';
const FIRST: CalendarDate = '2025-05-15';
const LATER: CalendarDate = '2025-06-10';
const THEN = `on=${FIRST}&knownOn=${FIRST}`;

/** Of the trajectory as it is written to now, and over other dossiers: neither is of an earlier knowledge. */
const NOT_OF_THEN = ['revision', 'coachAssessmentAverages'];

let service: ServiceInTime;
let cast: Cast;
let dossier: Dossier;
let recorded: Recorded;
let addresses: readonly string[];
/** What each address answered on the first day. */
const then = new Map<string, unknown>();

async function answered(address: string, query: string): Promise<unknown> {
  const { status, body, text } = await dossier.as.coordinator.get(`${dossier.path}${address}?${query}`);
  // What is to come on that day is not there yet; which request it was is of no interest.
  if (status === 404) return body.code;
  if (status !== 200) throw new Error(`${address}?${query} answered ${status}: ${text}`);
  if (address.endsWith('/lanes')) return text;
  return Object.fromEntries(Object.entries(body).filter(([field]) => !NOT_OF_THEN.includes(field)));
}

/** Every read of the trajectory that the service has, about what was recorded. */
async function everyRead(): Promise<readonly string[]> {
  const { paths } = await dossier.as.coordinator.read<{ paths: { [path: string]: object } }>(
    '/v1/openapi.json',
  );
  return Object.entries(paths).flatMap(([path, methods]) => {
    const [, part] = /^\/trajectories\/\{id\}(.*)$/.exec(path) ?? [];
    if (part === undefined || !('get' in methods)) return [];
    const [, collection = ''] = part.split('/');
    return [part.replace('{itemId}', recorded[collection] ?? '').replace('{version}', '1')];
  });
}

beforeAll(async () => {
  service = await ServiceInTime.start(FIRST);
  cast = await Cast.of(service);
  dossier = await cast.dossier();
  recorded = await recordEverything(cast, dossier);
  addresses = await everyRead();
  for (const address of addresses) then.set(address, await answered(address, `on=${FIRST}`));
  service.goTo(LATER);
  await recordMore(dossier, recorded);
});

afterAll(() => service.remove());

describe('every read of a trajectory', () => {
  it('is, as known on a day, what it was that day', async () => {
    expect(addresses.length).toBeGreaterThan(60);
    let changed = 0;
    for (const address of addresses) {
      expect([address, await answered(address, THEN)]).toEqual([address, then.get(address)]);
      const now = JSON.stringify(await answered(address, `on=${FIRST}`));
      if (now !== JSON.stringify(then.get(address))) changed += 1;
    }
    expect(changed).toBeGreaterThan(30);
  });

  it('is not there as known before it was opened', async () => {
    for (const address of addresses) {
      const { status } = await dossier.as.coordinator.get(`${dossier.path}${address}?knownOn=${DAY_BEFORE}`);
      expect([address, status]).toEqual([address, 404]);
    }
  });

  it.each([
    ['knownOn=2025-06-11', 'date.in-future'],
    ['knownOn=2025-02-29', 'date.does-not-exist'],
    ['on=2025-02-29', 'date.does-not-exist'],
  ])('with %s is a 400', async (query, code) => {
    for (const address of addresses) {
      const { status, body } = await dossier.as.coordinator.get(`${dossier.path}${address}?${query}`);
      expect([address, status, body.code]).toEqual([address, 400, code]);
    }
  });
});

/** The last day on which each is not there yet, and the first on which it is. */
const CAME_ABOUT: readonly (readonly [collection: string, before: CalendarDate, day: CalendarDate])[] = [
  ['placements', '2024-01-07', '2024-01-08'],
  ['applications', '2024-02-09', '2024-02-10'],
  ['grants', '2024-02-29', '2024-03-01'],
  ['grant-revisions', '2024-04-30', '2024-05-01'],
  ['objections', '2024-03-09', '2024-03-10'],
  ['absences', '2024-04-30', '2024-05-01'],
  ['coaching-approvals', '2024-05-19', '2024-05-20'],
  ['sessions', '2024-04-15', '2024-04-16'],
  ['hours-approvals', DAY_BEFORE, FIRST],
  ['declarations', DAY_BEFORE, FIRST],
  ['incidents', '2024-04-09', '2024-04-10'],
  ['coach-change-requests', DAY_BEFORE, FIRST],
  ['goal-outcomes', '2024-06-30', '2024-07-01'],
  ['agreement-fulfilments', '2024-03-19', '2024-03-20'],
  ['substitutions', '2024-04-19', '2024-04-20'],
  ['coach-assignments', '2024-07-31', '2024-08-01'],
  ['case-directors', '2024-01-14', '2024-01-15'],
  ['case-managers', '2024-01-14', '2024-01-15'],
  ['organisation-changes', '2098-12-31', '2099-01-01'],
  ['rule-set-moves', '2024-05-31', '2024-06-01'],
  ['correction-requests', DAY_BEFORE, FIRST],
  ['plan-requests', DAY_BEFORE, FIRST],
  ['evaluations', '2024-04-09', '2024-04-10'],
  ['assessments', '2024-06-02', '2024-06-03'],
  ['support-needs', '2024-04-14', '2024-04-15'],
  ['contact-rhythms', '2024-01-31', '2024-02-01'],
  ['employer-contacts', '2024-04-02', '2024-04-03'],
  ['closures', '2024-09-29', '2024-09-30'],
  ['outcomes', '2025-03-29', '2025-03-30'],
  ['aftercare-contacts', '2024-11-12', '2024-11-13'],
  ['reopenings', '2025-04-30', '2025-05-01'],
  ['accountability-reports', DAY_BEFORE, FIRST],
];

/** On which days a collection has its item, in its list and by itself. */
async function isThere(collection: string, on: CalendarDate): Promise<readonly boolean[]> {
  const { coordinator } = dossier.as;
  const [address, query] = [`${dossier.path}/${collection}`, `?on=${on}&knownOn=${FIRST}`];
  const id = recorded[collection];
  const { items } = await coordinator.read<Items>(address + query);
  const one = await coordinator.get(`${address}/${id}${query}`);
  return [items.some((item) => item.id === id), one.status === 200];
}

describe('a collection on a day', () => {
  it.each(CAME_ABOUT)('%s: not yet on %s, and from %s on', async (collection, before, day) => {
    expect(await isThere(collection, before)).toEqual([false, false]);
    expect(await isThere(collection, day)).toEqual([true, true]);
  });

  it.each(['fit-notes', 'evaluation-plans', 'closure-proposals'])(
    '%s: on every day, for they have none of their own',
    async (collection) => {
      expect(await isThere(collection, '2024-01-01')).toEqual([true, true]);
    },
  );

  it('is listed here with every collection that there is', () => {
    const listed = [
      ...CAME_ABOUT.map(([name]) => name),
      'fit-notes',
      'evaluation-plans',
      'closure-proposals',
    ];
    const single = addresses.flatMap((address) => /^\/([a-z-]+)\/[0-9a-f-]{36}$/.exec(address)?.[1] ?? []);
    expect([...single].sort()).toEqual([...listed].sort());
  });

  it.each([
    ['absences', '2024-06-09', '2024-06-10', 'until'],
    ['placements', '2024-05-31', '2024-06-01', 'changes'],
    ['substitutions', '2024-05-02', '2024-05-03', 'until'],
    ['sessions', DAY_BEFORE, FIRST, 'approvedBy'],
    ['sessions', DAY_BEFORE, FIRST, 'declaredIn'],
  ] as const)(
    '%s: what came later is not said on %s, and is on %s: %s',
    async (collection, before, day, field) => {
      const on = (asked: CalendarDate) =>
        dossier.as.coordinator.read<Body>(
          `${dossier.path}/${collection}/${recorded[collection]}?on=${asked}&knownOn=${FIRST}`,
        );
      expect(await on(before)).not.toHaveProperty(field);
      expect(await on(day)).toHaveProperty(field);
    },
  );
});

describe('what is out of sight now', () => {
  it('is so in every earlier knowledge: an incident that turned out to be another employer’s', async () => {
    const { employer, coordinator } = dossier.as;
    const address = `${dossier.path}/incidents`;
    const id = recorded.incidents;
    const seen = async (query: string) => {
      const { items } = await employer.read<Items>(`${address}${query}`);
      return [items.map((item) => item.id), (await employer.get(`${address}/${id}${query}`)).status];
    };
    expect(await seen(`?knownOn=${FIRST}`)).toEqual([[id], 200]);
    const employerId = await cast.employer('Kwekerij Noord');
    await coordinator.record(`${address}/${id}/corrections`, { employerId, ...REASON });
    expect(await seen('')).toEqual([[], 404]);
    expect(await seen(`?knownOn=${FIRST}`)).toEqual([[], 404]);
  });
});
