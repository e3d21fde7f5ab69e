import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Items, nextOf } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(30_000));

const ON = '2025-01-01';

interface Case {
  readonly trajectoryId: string;
  readonly limitOn: string | null;
  readonly municipalLastDay: string | null;
  readonly uwvLastDay: string | null;
}

let service: Service;
let cast: Cast;
let first: Dossier;
/** By the last day of the two years of each. */
const dossiers: { [limitOn: string]: Dossier } = {};
let withoutJob: Dossier;
let closed: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  first = await cast.dossier();
  const { funderId, organisationId, employerId, coachId } = first.ids;
  const shared = { funderId, organisationId, employerId, coachId };
  const starts = [
    ['2024-05-01', '2026-04-30'],
    ['2024-02-29', '2026-02-27'],
    ['2024-08-01', '2026-07-31'],
    ['2024-01-02', '2026-01-01'],
    ['2024-01-03', '2026-01-02'],
  ] as const;
  for (const [startsOn, limitOn] of starts) {
    const dossier = await cast.dossier(shared);
    await dossier.place(startsOn);
    dossiers[limitOn] = dossier;
  }
  await first.place('2024-03-01');
  dossiers['2026-02-28'] = first;
  withoutJob = await cast.dossier(shared);
  closed = await cast.dossier(shared);
  await closed.place('2024-06-01');
  const closing = { on: '2024-12-31', reason: 'Klaar.', result: 'Werkt zonder begeleiding.' };
  await closed.as.coordinator.record(`${closed.path}/closures`, closing);
  // Somebody else's, which nobody here may see.
  await (await cast.dossier()).place('2024-01-02');
});

afterAll(() => service.remove());

const caseload = (query: string): Promise<readonly Case[]> =>
  first.as.coordinator.all<Case>(`/v1/trajectories?on=${ON}${query}`);

const inOrder = (): readonly string[] =>
  Object.keys(dossiers)
    .sort()
    .map((limitOn) => String(dossiers[limitOn]?.ids.trajectoryId));

describe('the caseload', () => {
  it('names first who reaches the limit first, with both limits', async () => {
    const open = await caseload('&status=open');
    expect(open.map(({ trajectoryId }) => trajectoryId)).toEqual([...inOrder(), withoutJob.ids.trajectoryId]);
    expect(open.map(({ limitOn }) => limitOn)).toEqual([...Object.keys(dossiers).sort(), null]);
    expect(open[2]).toMatchObject({
      limitOn: '2026-02-27',
      municipalLastDay: '2026-02-27',
      uwvLastDay: '2027-02-27',
      organisationId: first.ids.organisationId,
      coachId: first.ids.coachId,
      status: 'open',
    });
  });

  it.each([1, 2, 3, 200])('in pages of %i goes on to its end without loss or repeat', async (limit) => {
    const whole = await caseload('');
    expect(whole).toHaveLength(8);
    expect(await caseload(`&limit=${limit}`)).toEqual(whole);
    const answer = await first.as.coordinator.get<Items>(`/v1/trajectories?on=${ON}&limit=${limit}`);
    expect(answer.body.items).toHaveLength(Math.min(limit, 8));
    expect(nextOf(answer.headers) === undefined).toBe(limit >= 8);
  });

  it('keeps to what is asked', async () => {
    const ids = async (query: string) => (await caseload(query)).map(({ trajectoryId }) => trajectoryId);
    expect(await ids('&status=closed')).toEqual([closed.ids.trajectoryId]);
    expect(await ids('&status=open&limitBefore=2026-02-28')).toEqual(inOrder().slice(0, 3));
    expect(await ids('&status=open&limitBefore=2026-03-01')).toEqual(inOrder().slice(0, 4));
    expect(await ids(`&organisationId=${first.ids.organisationId}`)).toHaveLength(8);
    expect(await ids(`&funderId=${first.ids.funderId}&coachId=${first.ids.coachId}`)).toHaveLength(8);
    const nobody = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
    for (const filter of ['organisationId', 'funderId', 'coachId'])
      expect(await ids(`&${filter}=${nobody}`)).toEqual([]);
    for (const wrong of ['status=running', 'limit=201', 'limit=0', 'cursor=x', 'on=2025-02-30', 'page=2']) {
      expect((await first.as.coordinator.get(`/v1/trajectories?${wrong}`)).status).toBe(400);
    }
  });

  it('is to each who asks what is theirs', async () => {
    const count = async (role: 'coach' | 'case-director' | 'auditor' | 'candidate') =>
      (await first.as[role].all(`/v1/trajectories?on=${ON}`)).length;
    expect([await count('coach'), await count('case-director'), await count('auditor')]).toEqual([8, 8, 8]);
    expect(await count('candidate')).toBe(1);
  });
});

describe("a coach's days", () => {
  it('hold the minutes of each day over all candidates, a group session by its share', async () => {
    const [one, other] = [dossiers['2026-04-30'], dossiers['2026-07-31']] as const;
    await one?.session('2024-09-02', { minutes: 300 });
    await other?.session('2024-09-02', { minutes: 200 });
    await other?.session('2024-09-02', { minutes: 100, groupSize: 3, form: 'group' });
    const withdrawn = await one?.session('2024-09-03', { minutes: 60 });
    const reason = { reason: 'Dubbel ingevoerd.' };
    await one?.as.coach.record(`${one.path}/sessions/${withdrawn}/withdrawals`, reason);
    await one?.session('2024-09-30', { minutes: 45 });
    const path = `/v1/coaches/${first.ids.coachId}/days?from=2024-09-01&to=2024-09-30`;
    for (const role of ['coach', 'coordinator'] as const) {
      const { items } = await first.as[role].read<Items>(path);
      expect(items.map(({ on, minutes }) => [on, minutes])).toEqual([
        ['2024-09-02', 533],
        ['2024-09-30', 45],
      ]);
    }
    expect((await first.as['case-director'].get(path)).status).toBe(404);
  });
});
