import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AWARD_WRITERS } from './award-routes.js';
import { patience } from './place.js';
import { given, ROUTES, type Route } from './routes.js';
import { Service } from './service.js';
import { Cast, type Dossier, type DossierRole, session } from './story.js';

jest.setTimeout(patience(30_000));

let service: Service;
let cast: Cast;
let dossier: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  dossier = await cast.dossier();
});

afterAll(() => service.remove());

/** How many events the trajectory has. */
async function eventCount({ as, path }: Dossier): Promise<number> {
  return (await as.coordinator.all(`${path}/events`)).length;
}

/** Who may give each command, the coordinator unless somebody else must. */
const WRITER = {
  RecordSession: 'coach',
  NameCaseDirector: 'case-director',
  NameCaseManager: 'case-director',
  ChangeOrganisation: 'case-director',
  MoveRuleSet: 'case-director',
  CorrectCaseDirector: 'case-director',
  CorrectCaseManager: 'case-director',
  CorrectOrganisationChange: 'case-director',
  CorrectRuleSetMove: 'case-director',
  AskForAnotherCoach: 'candidate',
  AskForCorrection: 'candidate',
  ...AWARD_WRITERS,
  SettleDeclaration: 'case-director',
} as const;

function writerOf({ command, actingFor }: Route): DossierRole {
  const acting = actingFor === 'funder' ? 'case-director' : actingFor;
  return WRITER[command as keyof typeof WRITER] ?? acting ?? 'coordinator';
}

describe('a write on a trajectory', () => {
  it.each(ROUTES)('POST $path answers 201 with where it can be read', async (route) => {
    const { path, request, kept } = route;
    const setting = await given(cast, dossier);
    const asked = await request(setting);
    const writer = writerOf(route);
    const { as, path: base } = setting.dossier;
    const before = await eventCount(setting.dossier);
    const { status, headers, body, text } = await as[writer].post(base + asked.path, asked.body);
    expect([status, text]).toEqual([201, text]);
    expect(Object.keys(body).sort()).toEqual(['id', 'position', 'revision']);
    expect(headers.get('etag')).toBe(`"${body.revision}"`);
    expect(headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(body.position).toEqual(expect.any(String));

    const collection = kept === undefined ? path.split('/')[1] : kept;
    const item = collection === null ? '' : `/${collection}/${body.id}`;
    expect(headers.get('location')).toBe(base + (route.address ?? item));
    const read = await as[writer].get(headers.get('location') ?? '');
    expect([read.status, read.text]).toEqual([200, expect.stringContaining(`"id":"${body.id}"`)]);

    const events = await as.coordinator.all<{ revision: number }>(`${base}/events`);
    expect(events.length).toBeGreaterThan(before);
    expect(events.at(-1)?.revision).toBe(body.revision);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
  });

  it('opens a trajectory that can be read at its Location, under the rules of its funder', async () => {
    const { candidateId, funderId, organisationId } = dossier.ids;
    const opening = { candidateId, funderId, organisationId, openedOn: '2024-02-29' };
    const { status, headers, body } = await dossier.as.coordinator.post('/v1/trajectories', opening);
    expect([status, headers.get('location'), headers.get('etag')]).toEqual([
      201,
      `/v1/trajectories/${body.id}`,
      '"0"',
    ]);
    expect(await dossier.as.coordinator.read(headers.get('location') ?? '')).toMatchObject({
      ...opening,
      id: body.id,
      ruleSet: { name: 'municipal-2y', version: 1 },
      status: 'open',
    });
  });
});

describe('an Idempotency-Key', () => {
  it('makes of the same request, sent again and at once, one fact', async () => {
    const fresh = (await given(cast, dossier)).dossier;
    const before = await eventCount(fresh);
    const send = (minutes = 60) =>
      fresh.as.coach.post(`${fresh.path}/sessions`, session(fresh.ids.coachId, '2024-04-03', { minutes }), {
        key: 'sessie-1',
      });
    const answers = await Promise.all([send(), send(), send()]);
    answers.push(await send());
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    for (const { body, headers } of answers) {
      expect(body).toEqual(answers[0]?.body);
      expect(headers.get('location')).toBe(answers[0]?.headers.get('location'));
      expect(headers.get('etag')).toBe(answers[0]?.headers.get('etag'));
    }
    expect(await eventCount(fresh)).toBe(before + 1);

    const other = await send(61);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-key.reused']);
    expect(await eventCount(fresh)).toBe(before + 1);
  });

  it('is remembered for every kind of write, also for the opening of a trajectory', async () => {
    for (const [index, route] of ROUTES.entries()) {
      const key = `k-${index}`;
      const setting = await given(cast, dossier);
      const { path, body } = await route.request(setting);
      const client = setting.dossier.as[writerOf(route)];
      const first = await client.post(setting.dossier.path + path, body, { key });
      const count = await eventCount(setting.dossier);
      const second = await client.post(setting.dossier.path + path, body, { key });
      expect([route.path, first.status, second.status]).toEqual([route.path, 201, 200]);
      expect(second.body).toEqual(first.body);
      expect(await eventCount(setting.dossier)).toBe(count);
    }
  });

  it('is not used up by a refusal: the same request goes through once the reason is gone', async () => {
    const fresh = (await given(cast, dossier)).dossier;
    const other = await cast.coach(fresh.ids.organisationId, 'Bram Vervangsma');
    const coach = await service.as({ role: 'coach', coach: other });
    const send = () =>
      coach.post(`${fresh.path}/sessions`, session(other, '2024-04-03'), { key: 'sessie-2' });
    expect((await send()).status).toBe(404);
    await fresh.assign(other, '2024-04-01');
    const answers = [await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
  });

  it('belongs to who sends it and to the address: without one, an equal request is a second fact', async () => {
    const fresh = (await given(cast, dossier)).dossier;
    const before = await eventCount(fresh);
    const body = session(fresh.ids.coachId, '2024-04-05');
    const one = await fresh.as.coach.post(`${fresh.path}/sessions`, body);
    const two = await fresh.as.coach.post(`${fresh.path}/sessions`, body);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.id).not.toBe(one.body.id);
    expect(await eventCount(fresh)).toBe(before + 2);

    const third = await fresh.as.coach.post(`${fresh.path}/sessions`, body, { key: 'sessie-3' });
    const again = await service.as({ role: 'coach', coach: fresh.ids.coachId });
    const fourth = await again.post(`${fresh.path}/sessions`, body, { key: 'sessie-3' });
    expect([third.status, fourth.status]).toEqual([201, 201]);
  });
});

describe('If-Match', () => {
  it('lets a write through on the revision that was read, and refuses it with 412 on an earlier one', async () => {
    const fresh = (await given(cast, dossier)).dossier;
    const read = await fresh.as.coach.get(fresh.path);
    const ifMatch = read.headers.get('etag') ?? '';
    expect(ifMatch).toBe(`"${read.body.revision}"`);
    const body = session(fresh.ids.coachId, '2024-04-04');
    const first = await fresh.as.coach.post(`${fresh.path}/sessions`, body, { ifMatch });
    const stale = await fresh.as.coach.post(`${fresh.path}/sessions`, body, { ifMatch });
    expect([first.status, stale.status, stale.body.code]).toEqual([201, 412, 'revision.stale']);
    const next = first.headers.get('etag') ?? '';
    const [one, other] = await Promise.all(
      [1, 2].map(() => fresh.as.coach.post(`${fresh.path}/sessions`, body, { ifMatch: next })),
    );
    expect([one?.status, other?.status].sort()).toEqual([201, 412]);
  });
});
