import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FILE_KINDS, PARTY_KINDS } from '../../domain/access/data-kinds.js';
import {
  type FileKind,
  type Gives,
  mayRead,
  mayReadParty,
  type PartyKind,
} from '../../domain/access/index.js';
import { accessWorld, type Marker, REFERENCE, type Reading, type World } from './access-world.js';
import type { Answer, Items } from './client.js';
import { day } from './parties-world.js';
import { Service } from './service.js';

jest.setTimeout(300_000);

const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';

/** A route that can be read, as the OpenAPI document has it. */
interface ReadRoute {
  readonly path: string;
  readonly gives: Gives;
}

let service: Service;
let world: World;
let routes: readonly ReadRoute[];
/** What each reader was answered at each address, by the reader and the address. */
const answers = new Map<string, Map<string, Answer>>();

beforeAll(async () => {
  service = await Service.start();
  world = await accessWorld(service);
  const { paths } = await service
    .stranger()
    .read<{ paths: { [path: string]: { readonly get?: { readonly 'x-gives': Gives } } } }>(
      '/v1/openapi.json',
    );
  routes = Object.entries(paths).flatMap(([path, { get }]) => (get ? [{ path, gives: get['x-gives'] }] : []));
  await Promise.all(
    Object.entries(world.readers).map(async ([who, { client }]) => {
      const read = new Map<string, Answer>();
      answers.set(who, read);
      for (const route of routes) {
        for (const address of addressesOf(route, isStranger(who))) {
          read.set(address, await client.get(address));
        }
      }
    }),
  );
});

afterAll(() => service.remove());

const ofFile = ({ path }: ReadRoute) => path.startsWith('/trajectories/{id}');
const isList = ({ path }: ReadRoute) => ofFile({ path, gives: ['course'] }) && path.split('/').length === 4;
const collectionOf = ({ path }: ReadRoute) => path.split('/')[3] ?? '';
const readers = () => Object.entries(world.readers);

/** Who has nothing to do with anybody in the file: their days are not asked about. */
const isStranger = (who: string) => who.startsWith('foreign') || who.endsWith('of nobody');

/** The addresses of a route in this world, one for each item where it reads one, each with `?on=` and `?knownOn=` beside. */
function addressesOf(route: ReadRoute, plainOnly: boolean): readonly string[] {
  return plainOf(route).flatMap((plain) =>
    !plainOnly && (ofFile(route) || plain.endsWith('/continuity'))
      ? [plain, `${plain}?on=${day(-70)}`, `${plain}?knownOn=${day(0)}`]
      : [plain],
  );
}

function plainOf(route: ReadRoute): readonly string[] {
  const [, owner = '', , collection = ''] = route.path.split('/');
  const path = `/v1${route.path}`.replace('{id}', world.ids[owner] ?? '').replace('{version}', '1');
  if (path.includes('{itemId}')) {
    return (world.items[collection] ?? []).map(({ id }) => path.replace('{itemId}', id));
  }
  if (path === '/v1/exports/statistics') {
    return [`${path}?funderId=${world.ids.funders}&month=${day(-30).slice(0, 7)}`];
  }
  if (path.endsWith('/days')) return [`${path}?from=${day(-100)}&to=${day(0)}`];
  return [path === '/v1/candidates' ? `${path}?reference=${REFERENCE}` : path];
}

function answerOf(who: string, address: string): Answer {
  const answer = answers.get(who)?.get(address);
  if (answer === undefined) throw new Error(`${who} did not read ${address}`);
  return answer;
}

/** Whether the table lets a reader see something of this kind, in this field, that is of these. */
function sees(
  { standing, toCandidate, owner }: Reading,
  { kind, field, of = [] }: Pick<Marker, 'kind' | 'field' | 'of'>,
): boolean {
  const isOfPerson = kind === 'identity' || kind === 'wishes';
  const { items, only, not = [] } = mayRead(isOfPerson ? (standing ?? toCandidate) : standing, kind);
  const fieldIsSeen = field === undefined || ((only?.includes(field) ?? true) && !not.includes(field));
  return fieldIsSeen && (items === 'all' || (items === 'own' && owner !== undefined && of.includes(owner)));
}

const isFileKind = (kind: string): kind is FileKind => kind in FILE_KINDS;

describe('the routes that can be read', () => {
  it('each say what they give, in kinds that the tables know', () => {
    expect(routes.length).toBeGreaterThan(70);
    const known: readonly string[] = [...Object.keys(FILE_KINDS), ...PARTY_KINDS];
    for (const { path, gives } of routes) {
      expect([path, gives]).toEqual([path, expect.arrayContaining([expect.any(String)])]);
      expect([path, gives.filter((kind) => !known.includes(kind))]).toEqual([path, []]);
    }
  });

  it('have an item in this world for each that reads one, so that none is left out', () => {
    const empty = routes.filter((route) => plainOf(route).length === 0).map(({ path }) => path);
    expect(empty).toEqual([]);
  });
});

describe('what was planted in each field', () => {
  const planted = () => world.markers.map((marker) => [marker, readers()] as const);

  it('is read by everybody who may read it by the table, somewhere', () => {
    for (const [marker, all] of planted()) {
      const expected = all.filter(([who, reading]) => mayGet(who, reading, marker)).map(([who]) => who);
      const found = all.filter(([who]) => whereRead(who, marker.text).length > 0).map(([who]) => who);
      expect([marker.text, found]).toEqual([marker.text, expect.arrayContaining(expected)]);
      expect([marker.text, expected.length > 0]).toEqual([marker.text, true]);
    }
  });

  it('is read by nobody else, at no address, on no day, in no answer and no error', () => {
    for (const [marker, all] of planted()) {
      for (const [who, reading] of all) {
        if (!mayGet(who, reading, marker)) {
          expect([marker.text, who, whereRead(who, marker.text)]).toEqual([marker.text, who, []]);
        }
      }
    }
  });

  function mayGet(who: string, reading: Reading, marker: Marker): boolean {
    return sees(reading, marker) && marker.not?.includes(who) !== true;
  }

  function whereRead(who: string, text: string): readonly string[] {
    return [...(answers.get(who) ?? [])].flatMap(([address, answer]) =>
      answer.text.includes(text) && !address.includes(text) ? [address] : [],
    );
  }
});

describe('a report as a document', () => {
  it.each([
    ['text/html', async (bytes: Buffer) => bytes.toString()],
    ['application/pdf', textOfPdf],
  ])('as %s holds nothing that its reader may not see', async (accept, textOf) => {
    const [address = ''] = plainOf({
      path: '/trajectories/{id}/accountability-reports/{itemId}',
      gives: ['report'],
    });
    const told = readers().filter(([, { standing }]) => mayRead(standing, 'report').items !== 'none');
    expect(told.length).toBeGreaterThan(5);
    for (const [who, reading] of told) {
      const text = await textOf((await reading.client.file(address, accept)).bytes);
      const held = world.markers.filter((marker) => text.includes(marker.text));
      const hidden = held.filter((marker) => !sees(reading, marker)).map((marker) => marker.text);
      expect([who, hidden]).toEqual([who, []]);
      expect([who, text.includes('merk-sessiedoel') || text.includes('merk-samenvatting')]).toEqual([
        who,
        true,
      ]);
    }
  });
});

/** All that is written in it, page after page. */
async function textOfPdf(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent()),
  );
  return pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
}

describe('a route of the trajectory', () => {
  const fileRoutes = () => routes.filter(ofFile);

  it('answers who sees what it gives, and 404s everybody else, as known today and on a day', () => {
    for (const route of fileRoutes()) {
      const [kind] = route.gives;
      const items = route.path.includes('{') ? (world.items[collectionOf(route)] ?? []) : [];
      for (const [who, reading] of readers()) {
        const { items: seen } = mayRead(reading.standing, kind as FileKind);
        for (const address of plainOf(route)) {
          const item = items.find(({ id }) => address.endsWith(id));
          const isSeen =
            item === undefined ? seen !== 'none' : sees(reading, { kind: kind as FileKind, ...item });
          for (const asked of isStranger(who) ? [''] : ['', `?knownOn=${day(0)}`]) {
            const { status } = answerOf(who, address + asked);
            expect([who, address + asked, status]).toEqual([who, address + asked, isSeen ? 200 : 404]);
          }
          if (isStranger(who)) continue;
          const { status } = answerOf(who, `${address}?on=${day(-70)}`);
          const possible = isSeen ? [200, 404] : [404];
          expect([who, address, possible.includes(status)]).toEqual([who, address, true]);
        }
      }
    }
  });

  it('lists the items that the reader sees, and no other', () => {
    for (const route of fileRoutes().filter(isList)) {
      const items = world.items[collectionOf(route)];
      if (items === undefined) continue;
      const [kind] = route.gives;
      for (const [who, reading] of readers()) {
        const [address = ''] = plainOf(route);
        const { status, body } = answerOf(who, address) as Answer<Items<{ readonly id: string }>>;
        if (status !== 200) continue;
        const expected = items.filter((item) => sees(reading, { kind: kind as FileKind, ...item }));
        expect([who, address, body.items.map(({ id }) => id).sort()]).toEqual([
          who,
          address,
          expected.map(({ id }) => id).sort(),
        ]);
      }
    }
  });

  it('answers who may not see it as one that does not exist', async () => {
    for (const route of fileRoutes()) {
      const [address = ''] = plainOf(route);
      const missing = address.replace(world.ids.trajectories ?? '', NOBODY);
      const { client } = world.readers.candidate as Reading;
      const { instance: _, ...toldOfNothing } = (await client.get(missing)).body;
      for (const [who] of readers()) {
        const { status, body } = answerOf(who, address);
        if (status === 200) continue;
        const { instance: __, ...told } = body;
        expect([who, address, told]).toEqual([who, address, toldOfNothing]);
      }
    }
  });
});

describe('a route of a party', () => {
  it('answers who may see that kind of data of that party', () => {
    const own: { readonly [kind in PartyKind]?: readonly string[] } = {
      coach: ['own coach', 'coordinator'],
      'coach-days': ['own coach', 'coordinator'],
      'employer-people': ['present employer'],
      complaint: ['coordinator'],
      statistics: ['coordinator', 'case director', 'auditor'],
    };
    const single = routes.filter(({ path }) => path.includes('{id}') || path.startsWith('/exports'));
    for (const { path, gives } of single) {
      const [kind] = gives;
      if (isFileKind(kind)) continue;
      for (const [who, { role }] of readers()) {
        const word = mayReadParty({ role }, kind);
        // Who coordinates for any organisation gets the lines of what it coaches, which may be none.
        const isOwn = own[kind]?.includes(who) || (kind === 'statistics' && isCoordinator(who));
        const isSeen = word === 'yes' || (word === 'own' && isOwn === true);
        for (const address of plainOf({ path, gives })) {
          const hidden = kind === 'statistics' ? 403 : 404;
          const { status } = answerOf(who, address);
          expect([who, address, status]).toEqual([who, address, isSeen ? 200 : hidden]);
        }
      }
    }
  });

  const isCoordinator = (who: string) => who.includes('coordinator') && !who.endsWith('of nobody');
});

describe('a candidate', () => {
  /** What each reader knows the candidate by, and which of the trajectories are theirs to see. */
  it('is known by name to who may know it, to an auditor by a pseudonym of the funder’s own, to others not at all', () => {
    const address = `/v1/candidates/${world.ids.candidates}`;
    const pseudonyms = new Map<string, unknown>();
    for (const [who, { standing, toCandidate }] of readers()) {
      const { status, body } = answerOf(who, address);
      const isKnown = mayRead(standing ?? toCandidate, 'identity').items !== 'none';
      expect([who, status]).toEqual([who, isKnown ? 200 : 404]);
      if (status === 200 && who.includes('auditor')) pseudonyms.set(who, body.pseudonym);
      if (status === 200) expect([who, 'pseudonym' in body]).toEqual([who, who.includes('auditor')]);
    }
    expect([...pseudonyms.values()]).toEqual(Array(3).fill(expect.stringMatching(/^P(-\w{4}){3}$/)));
    expect(new Set(pseudonyms.values()).size).toBe(3);
  });

  it('tells who looked to who may read that by the table, and is not there for others', () => {
    const address = `/v1/candidates/${world.ids.candidates}/readings`;
    for (const [who, { standing, toCandidate }] of readers()) {
      const isTold = mayRead(standing ?? toCandidate, 'who-looked').items !== 'none';
      expect([who, answerOf(who, address).status]).toEqual([who, isTold ? 200 : 404]);
    }
  });

  it('is read by an auditor under the pseudonym in the report, in the plan and in what was written with the name', async () => {
    const { client } = world.readers.auditor as Reading;
    const { path } = world.dossier;
    const { pseudonym } = await client.read(`/v1/candidates/${world.ids.candidates}`);
    const reportId = world.items['accountability-reports']?.[0]?.id;
    const report = `${path}/accountability-reports/${reportId}`;
    expect(await client.read(report)).toMatchObject({ candidate: pseudonym });
    const page = (await client.file(report, 'text/html')).bytes.toString();
    expect(page).toContain(String(pseudonym));
    expect(page).not.toContain('Merktekenaar');
    expect(await client.read(`${path}/plans/1`)).toMatchObject({ agreedBy: [{ name: pseudonym }] });
    const [evaluation] = await client.all<{ readonly participants: readonly string[] }>(
      `${path}/evaluations`,
    );
    expect(evaluation?.participants).toEqual([pseudonym, 'Mevrouw De Boer']);
    const sessions = await client.all<{ readonly summary: string }>(`${path}/sessions`);
    expect(sessions.map(({ summary }) => summary)).toContain(`merk-samenvatting over ${pseudonym}`);
  });

  it('has a career over all funders for who may see it: the candidate and the own coach, and others their own part', () => {
    const address = `/v1/candidates/${world.ids.candidates}/continuity`;
    const careers = readers().map(([who]) => {
      const { status, body } = answerOf(who, address);
      const coaches = (body.coaches ?? []) as readonly { readonly coachId: string }[];
      return [who, status, coaches.some(({ coachId }) => coachId === world.elsewhere.ids.coachId)] as const;
    });
    const others = [
      'coordinator under another funder',
      'case director of another funder',
      'auditor of another funder',
    ];
    const whole = ['candidate', 'own coach', 'substitute', 'coach of the next', 'coach under another funder'];
    expect(
      careers
        .filter(([, , all]) => all)
        .map(([who]) => who)
        .sort(),
    ).toEqual([...whole, ...others].sort());
    for (const [who, status] of careers) {
      const isSeen = mayRead(world.readers[who]?.standing, 'course').items === 'all';
      const isOthers = whole.includes(who) || others.includes(who);
      expect([who, status]).toEqual([who, isSeen || isOthers ? 200 : 404]);
    }
  });
});

describe('a list over many trajectories', () => {
  it.each(['/v1/trajectories', '/v1/tasks'])(
    '%s has a file for who has it as their own, and for nobody else',
    (address) => {
      const kind = address === '/v1/tasks' ? 'task' : 'course';
      for (const [who, { standing, continuing, owner }] of readers()) {
        const { status, body } = answerOf(who, address) as Answer<Items<{ readonly trajectoryId: string }>>;
        expect([who, status]).toEqual([who, 200]);
        const listed = body.items.some(({ trajectoryId }) => trajectoryId === world.ids.trajectories);
        const { items } = mayRead(standing, kind);
        // An employer is told of what it has to do: of a job that runs, to agree the plan.
        const isTheirs = items === 'all' || (items === 'own' && owner === 'present-employer');
        expect([who, listed]).toEqual([who, isTheirs && continuing !== true]);
      }
    },
  );

  it('tells a funder of no request to correct', () => {
    const kinds = (who: string) =>
      (answerOf(who, '/v1/tasks') as Answer<Items>).body.items.map(({ kind }) => kind);
    expect(kinds('coordinator')).toContain('correction-answer');
    expect([...kinds('case director'), ...kinds('auditor')]).not.toContain('correction-answer');
  });
});
