import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Items, nextOf } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier, type DossierRole } from './story.js';

jest.setTimeout(patience(30_000));

interface Task {
  readonly kind: string;
  readonly title: string;
  readonly trajectoryId: string;
  readonly for: { readonly role: string; readonly id: string | null };
  readonly about: string | null;
  readonly dueOn: string | null;
  readonly status: string;
  readonly rule: { readonly path: string | null; readonly source: string | null };
  readonly settledBy: { readonly event: string };
}

let service: Service;
let cast: Cast;
let dossier: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  dossier = await cast.dossier();
});

afterAll(() => service.remove());

const tasks = (query: string, role: DossierRole = 'coordinator', of = dossier): Promise<readonly Task[]> =>
  of.as[role].all<Task>(`/v1/tasks?${query}`);
const kinds = async (query: string, role?: DossierRole) => (await tasks(query, role)).map(({ kind }) => kind);

describe('what is due', () => {
  it('is whose turn it is, by when, by which rule, and what settles it', async () => {
    const { coachId, trajectoryId } = dossier.ids;
    expect(await tasks('on=2024-01-15')).toMatchObject(
      [
        { kind: 'plan-agreement', dueOn: '2024-02-12', status: 'open' },
        { kind: 'contact', dueOn: '2024-01-31' },
        { kind: 'evaluation', dueOn: '2024-07-01' },
      ].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    );
    expect(await tasks('on=2024-07-02&kind=evaluation')).toMatchObject([
      {
        title: 'Houd de evaluatie.',
        trajectoryId,
        for: { role: 'coach', id: coachId },
        about: null,
        status: 'overdue',
        rule: { path: 'deadlines.evaluation' },
        settledBy: { event: 'EvaluationHeld' },
      },
    ]);
  });

  it('is settled by the fact that it waits for, also when that is recorded late', async () => {
    const placementId = await dossier.place('2024-03-01');
    expect(await tasks('on=2024-03-01&kind=first-application')).toMatchObject([
      {
        about: placementId,
        dueOn: '2024-03-29',
        for: { role: 'coordinator', id: dossier.ids.organisationId },
      },
    ]);
    const applicationId = await dossier.as.coordinator.record(`${dossier.path}/applications`, {
      kind: 'first',
      receivedOn: '2024-03-20',
      regime: 'medium',
      motivation: 'Begeleiding bij het inwerken.',
    });
    expect(await kinds('on=2024-03-19&kind=first-application')).toHaveLength(1);
    expect(await kinds('on=2024-03-20&kind=first-application')).toEqual([]);
    expect(await tasks('on=2024-03-20&kind=decision', 'case-director')).toMatchObject([
      { about: applicationId, dueOn: '2024-05-01', for: { role: 'case-director', id: dossier.ids.funderId } },
    ]);
    await dossier.session('2024-03-05', { minutes: 30 });
    expect(await kinds('on=2024-03-20&kind=contact')).toEqual([]);
    expect(await tasks('on=2024-04-02&kind=contact')).toMatchObject([
      { dueOn: '2024-04-30', status: 'open' },
    ]);
  });

  it('is narrowed by role, status, kind and trajectory, and refuses what is no such thing', async () => {
    const overdue = await tasks('on=2025-06-01&status=overdue');
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue.every(({ status, dueOn }) => status === 'overdue' && String(dueOn) < '2025-06-01')).toBe(
      true,
    );
    const open = await tasks('on=2025-06-01&status=open');
    expect([...overdue, ...open]).toEqual(await tasks('on=2025-06-01'));
    expect(
      (await tasks('on=2025-06-01&for=case-director')).every((task) => task.for.role === 'case-director'),
    ).toBe(true);
    expect(await tasks(`on=2025-06-01&trajectoryId=${dossier.ids.trajectoryId}`)).toHaveLength(
      overdue.length + open.length,
    );
    for (const wrong of ['kind=tea', 'for=nobody', 'status=met', 'on=2025-02-30', 'limit=201', 'cursor=x']) {
      expect((await dossier.as.coordinator.get(`/v1/tasks?${wrong}`)).status).toBe(400);
    }
  });

  it('comes in pages, each with a link to the next', async () => {
    const whole = await tasks('on=2025-06-01');
    expect(await tasks('on=2025-06-01&limit=1')).toEqual(whole);
    const { body, headers } = await dossier.as.coordinator.get<Items>('/v1/tasks?on=2025-06-01&limit=1');
    expect(body.items).toHaveLength(1);
    expect(nextOf(headers)).toContain('cursor=');
  });
});

describe('whose tasks somebody sees', () => {
  it('are those of their trajectories, and an employer what it has to do itself', async () => {
    const { employerId } = dossier.ids;
    await dossier.as.coach.record(`${dossier.path}/plans`, {
      draftedOn: '2024-03-10',
      goals: ['Zelfstandig werken.'],
      needs: [],
      agreements: [],
      evaluationsOn: [],
    });
    const all = await tasks('on=2024-03-15');
    for (const role of ['coach', 'candidate', 'case-director', 'auditor'] as const) {
      expect(await tasks('on=2024-03-15', role)).toEqual(all);
    }
    const today = await tasks('', 'employer');
    expect(today).toMatchObject([{ kind: 'plan-agreement', for: { role: 'employer', id: employerId } }]);
    expect(await tasks('', 'administrator')).toEqual([]);
    const other = await cast.dossier();
    expect(await tasks(`trajectoryId=${dossier.ids.trajectoryId}`, 'coordinator', other)).toEqual([]);
    expect(
      (await tasks('', 'coach', other)).every(({ trajectoryId }) => trajectoryId === other.ids.trajectoryId),
    ).toBe(true);
  });

  it('leave out what a candidate asked to have put right, for the funder', async () => {
    const about = await dossier.session('2024-03-06', { minutes: 30 });
    await dossier.as.candidate.record(`${dossier.path}/correction-requests`, {
      about,
      text: 'Dat was korter.',
    });
    expect(await kinds('kind=correction-answer', 'coordinator')).toEqual(['correction-answer']);
    expect(await kinds('kind=correction-answer', 'candidate')).toEqual(['correction-answer']);
    expect(await kinds('kind=correction-answer', 'case-director')).toEqual([]);
    expect(await kinds('kind=correction-answer', 'auditor')).toEqual([]);
  });

  it('are a substitute’s on the days that they stand in, in the caseload too', async () => {
    const standIn = await cast.coach(dossier.ids.organisationId, 'Bram Vervangsma');
    const as = await service.as({ role: 'coach', coach: standIn });
    expect(await as.all('/v1/tasks')).toEqual([]);
    const body = { coachId: standIn, from: '2024-04-01', reason: 'Ziekte.' };
    await dossier.as.coordinator.record(`${dossier.path}/substitutions`, body);
    expect(await as.all('/v1/tasks')).toEqual(await tasks('', 'coach'));
    expect(await as.all('/v1/trajectories')).toHaveLength(1);
    expect(await as.all('/v1/tasks?on=2024-03-31')).toEqual([]);
  });
});
