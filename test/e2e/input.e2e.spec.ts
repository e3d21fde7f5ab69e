import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body, Items, ProblemBody } from './client.js';
import { patience } from './place.js';
import { given, ROUTES } from './routes.js';
import { Service } from './service.js';
import { Cast, type Dossier, session } from './story.js';

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

describe('input that is wrong', () => {
  const faultsOf = async (path: string, body: object | string): Promise<readonly (readonly unknown[])[]> => {
    const answer = await dossier.as.coach.post<ProblemBody>(`${dossier.path}${path}`, body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ]);
    for (const { detail } of answer.body.errors ?? []) expect(detail).toMatch(/^[A-Z].+\.$/);
    return (answer.body.errors ?? []).map(({ field, code }) => [field, code]).sort();
  };

  it('is answered with every fault at once', async () => {
    const before = await eventCount(dossier);
    expect(
      await faultsOf('/sessions', {
        coachId: 'K-0017',
        on: '2023-02-29',
        minutes: 1441,
        activity: 'travel',
        form: 'letter',
        summary: '  ',
        startsAt: '24:00',
        groupSize: 0,
        reistijd: 20,
      }),
    ).toEqual([
      ['activity', 'activity.unknown'],
      ['coachId', 'id.invalid'],
      ['form', 'value.unknown'],
      ['groupSize', 'number.out-of-range'],
      ['minutes', 'minutes.invalid'],
      ['on', 'date.does-not-exist'],
      ['reistijd', 'field.unknown'],
      ['startsAt', 'time.invalid'],
      ['summary', 'text.too-short'],
    ]);
    expect(await eventCount(dossier)).toBe(before);
  });

  it('names what is missing, and what is wrong in an object within', async () => {
    expect((await faultsOf('/sessions', {})).map(([field]) => field)).toEqual([
      'activity',
      'coachId',
      'form',
      'minutes',
      'on',
      'summary',
    ]);
    expect(
      await faultsOf('/job-changes', {
        endedOn: '2024-06-31',
        reason: 'Ander werk.',
        next: { employerId: dossier.ids.employerId, kind: 'job', startsOn: '2024-07-01', hoursPerWeek: 200 },
      }),
    ).toEqual([
      ['endedOn', 'date.does-not-exist'],
      ['next.hoursPerWeek', 'number.out-of-range'],
      ['next.kind', 'value.unknown'],
    ]);
  });

  it.each([
    ['tomorrow', () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10), 'date.in-future'],
    ['29 February of a year without one', () => '2025-02-29', 'date.does-not-exist'],
    ['31 April', () => '2024-04-31', 'date.does-not-exist'],
    ['29 February of a century', () => '1900-02-29', 'date.does-not-exist'],
  ])('a session on %s is refused', async (_, on, code) => {
    expect(await faultsOf('/sessions', session(dossier.ids.coachId, on()))).toEqual([['on', code]]);
  });

  it.each([0, -1, 1441, 1.5, '60', true])('minutes of %p are refused', async (minutes) => {
    const body = session(dossier.ids.coachId, '2024-04-01', { minutes });
    expect(await faultsOf('/sessions', body)).toEqual([['minutes', 'minutes.invalid']]);
  });

  it('that is no JSON, or no object, is refused whole', async () => {
    expect((await dossier.as.coach.post(`${dossier.path}/sessions`, '{"on": ')).status).toBe(400);
    expect((await dossier.as.coach.post(`${dossier.path}/sessions`, '[]')).status).toBe(400);
  });

  it('in an address is a 400 where it is no number, and a 404 where nobody has it', async () => {
    const body = session(dossier.ids.coachId, '2024-04-01');
    const malformed = await dossier.as.coach.post('/v1/trajectories/K-0017/sessions', body);
    expect(malformed.status).toBe(400);
    const unknown = '/v1/trajectories/01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
    for (const client of [dossier.as.coach, dossier.as.coordinator, dossier.as['case-director']]) {
      const answers = [await client.post(`${unknown}/sessions`, body), await client.get(unknown)];
      expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
        [404, 'trajectory.not-found'],
        [404, 'trajectory.not-found'],
      ]);
    }
  });
});

describe('without a good token', () => {
  it.each([undefined, 'not-a-token'])('nothing is answered to %p', async (token) => {
    const stranger = service.stranger(token);
    for (const route of ROUTES) {
      const answer = await stranger.post(
        dossier.path + route.path.replace('{itemId}', dossier.ids.employerId),
        {},
      );
      expect([route.path, answer.status]).toEqual([route.path, 401]);
    }
    for (const path of ['', '/limits', '/timeline', '/sessions']) {
      expect((await stranger.get(dossier.path + path)).status).toBe(401);
    }
  });
});

describe('a correction', () => {
  const itemOf = (d: Dossier, collection: string, id: string) =>
    d.as.coordinator.read<Body>(`${d.path}/${collection}/${id}`);

  it('with null reopens a placement, an absence and an assignment that ended', async () => {
    const { dossier: fresh, placementId } = await given(cast, dossier);
    const write = (path: string, body: object) => fresh.as.coordinator.record(fresh.path + path, body);
    await fresh.end(placementId, '2024-06-30');
    const absenceId = await write('/absences', { from: '2024-03-01', until: '2024-03-08', kind: 'leave' });
    const [assignment] = (await fresh.as.coordinator.read<Items>(`${fresh.path}/coach-assignments`)).items;
    await write(`/coach-assignments/${assignment?.id}/corrections`, {
      until: '2024-06-30',
      reason: 'Te kort.',
    });
    expect(await itemOf(fresh, 'placements', placementId)).toHaveProperty('endedOn', '2024-06-30');
    expect((await fresh.as.coordinator.read(`${fresh.path}?on=2024-07-01`)).placements).toEqual([]);
    expect((await fresh.as.coordinator.read(`${fresh.path}?on=2024-07-01`)).coachId).toBeNull();

    const reopening = { reason: 'Het liep door.' };
    await write(`/placements/${placementId}/corrections`, { endedOn: null, ...reopening });
    await write(`/absences/${absenceId}/corrections`, { until: null, ...reopening });
    await write(`/coach-assignments/${assignment?.id}/corrections`, { until: null, ...reopening });
    expect(await itemOf(fresh, 'placements', placementId)).not.toHaveProperty('endedOn');
    expect(await itemOf(fresh, 'absences', absenceId)).not.toHaveProperty('until');
    const now = await fresh.as.coordinator.read<{ placements: readonly Body[]; coachId: string }>(
      `${fresh.path}?on=2024-07-01`,
    );
    expect(now.placements.map(({ id }) => id)).toEqual([placementId]);
    expect(now.coachId).toBe(fresh.ids.coachId);
  });

  it('that changes nothing stores nothing and answers 200', async () => {
    const { dossier: fresh, placementId } = await given(cast, dossier);
    const before = await eventCount(fresh);
    const same = { startsOn: '2024-01-08', endedOn: null, reason: 'Nagekeken.' };
    const answer = await fresh.as.coordinator.post(
      `${fresh.path}/placements/${placementId}/corrections`,
      same,
    );
    expect([answer.status, await eventCount(fresh)]).toEqual([200, before]);
  });

  it('of a session changes what it names and no more, and a withdrawn one stays to be seen', async () => {
    const { dossier: fresh } = await given(cast, dossier);
    const note = 'Maakt zich zorgen.';
    const id = await fresh.session('2024-04-10', {
      startsAt: '09:30',
      goals: ['Op tijd'],
      confidentialNote: note,
    });
    const correct = (body: object) =>
      fresh.as.coach.record(`${fresh.path}/sessions/${id}/corrections`, { reason: 'Verkeerd.', ...body });
    await correct({ minutes: 45, summary: 'Samen gebeld.', startsAt: null });
    const corrected = await fresh.as.coach.read(`${fresh.path}/sessions/${id}`);
    expect(corrected).toMatchObject({
      minutes: 45,
      summary: 'Samen gebeld.',
      goals: ['Op tijd'],
      confidentialNote: note,
    });
    expect(corrected).not.toHaveProperty('startsAt');
    await fresh.as.coordinator.record(`${fresh.path}/sessions/${id}/withdrawals`, { reason: 'Dubbel.' });
    expect(await fresh.as.coach.read(`${fresh.path}/sessions/${id}`)).toHaveProperty('withdrawn', true);
    expect((await fresh.as.coach.read<{ counts: Body }>(fresh.path)).counts).toMatchObject({
      sessions: 0,
      minutes: 0,
    });
  });
});
