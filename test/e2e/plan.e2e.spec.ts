import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body, Client, Items } from './client.js';
import { patience } from './place.js';
import { aPlan } from './plan-routes.js';
import { EVIDENCE } from './route.js';
import { given } from './routes.js';
import { Service } from './service.js';
import { Cast, type Dossier, placement } from './story.js';

jest.setTimeout(patience(120_000));

interface PlanBody extends Body {
  readonly version: number;
  readonly state: string;
  readonly goals: readonly { readonly id: string; readonly what: string; readonly state: string }[];
  readonly agreements: readonly { readonly id: string; readonly what: string; readonly state: string }[];
}

let service: Service;
let cast: Cast;
let people: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  people = await cast.dossier();
});

afterAll(() => service.remove());

async function withPlan(): Promise<Dossier> {
  const { dossier } = await given(cast, people);
  await dossier.as.coach.record(`${dossier.path}/plans`, aPlan);
  return dossier;
}

const planOf = ({ as, path }: Dossier, query = '', client: Client = as.coordinator) =>
  client.read<PlanBody>(`${path}/plans/1${query}`);
const overviewOf = ({ as, path }: Dossier, query = '') =>
  as.coordinator.read<Body & { plan: PlanBody | null; evaluationMoments: readonly Body[] }>(path + query);

function agree({ path }: Dossier, party: string, on: string, client: Client, terms: object = {}) {
  return client.record(`${path}/plans/1/agreements-by`, { party, name: `Naam ${party}`, on, ...terms });
}

/** Everybody agrees, the employer on paper; the funder is the last. */
async function agreedByAll(dossier: Dossier): Promise<void> {
  const { as } = dossier;
  await agree(dossier, 'candidate', '2024-02-10', as.candidate);
  await agree(dossier, 'coach', '2024-02-11', as.coach);
  await agree(dossier, 'employer', '2024-02-12', as.coordinator, { evidence: EVIDENCE });
  await agree(dossier, 'funder', '2024-02-13', as['case-director']);
}

describe('a plan of approach', () => {
  it('is read with its goals, the main ones first, what is needed, and its agreements', async () => {
    const dossier = await withPlan();
    const plan = await planOf(dossier, '?on=2024-04-15');
    expect(plan).toMatchObject({
      version: 1,
      draftedOn: '2024-02-05',
      state: 'asked',
      reason: null,
      agreedByAllOn: null,
      toAgree: ['candidate', 'employer', 'funder', 'coach'],
      employersToAgree: [dossier.ids.employerId],
      goals: [
        { what: 'Op tijd komen', main: true, kind: 'work', state: 'open', endedOn: null },
        { what: 'Zelf de bus nemen', main: true, kind: null, state: 'open', endedOn: null },
      ],
      needs: ['Een vaste begeleider'],
      agreements: [
        { what: 'Een stoel', organisedBy: 'coach', paidBy: 'funder', responsible: 'coach', state: 'overdue' },
        { what: 'Een wekker', organisedBy: 'candidate', paidBy: 'De vader van Jikke', state: 'open' },
      ],
      evaluationsOn: ['2024-06-03'],
    });
    expect((await overviewOf(dossier, '?on=2024-04-15')).plan).toEqual(plan);
  });

  it('is not there yet on a day before it was drafted, nor for what was known before it was recorded', async () => {
    const dossier = await withPlan();
    expect((await overviewOf(dossier, '?on=2024-02-04')).plan).toBeNull();
    expect((await dossier.as.coordinator.get(`${dossier.path}/plans/1?on=2024-02-04`)).status).toBe(404);
    expect((await dossier.as.coordinator.read<Items>(`${dossier.path}/plans?on=2024-02-04`)).items).toEqual(
      [],
    );
    const unknown = `${dossier.path}/plans/1?knownOn=2024-12-31`;
    expect((await dossier.as.coordinator.get(unknown)).status).toBe(404);
    expect((await dossier.as.coordinator.get(`${dossier.path}/plans/0`)).status).toBe(400);
  });

  it('is agreed by each party for itself, and what was signed on paper is counted apart', async () => {
    const dossier = await withPlan();
    await agreedByAll(dossier);
    const plan = await planOf(dossier);
    expect(plan).toMatchObject({
      state: 'agreed',
      agreedByAllOn: '2024-02-13',
      toAgree: [],
      agreedOnPaper: 1,
      agreedBy: [
        { party: 'candidate', on: '2024-02-10', name: 'Naam candidate', onPaper: false, employerId: null },
        { party: 'coach', on: '2024-02-11', onPaper: false },
        { party: 'employer', on: '2024-02-12', onPaper: true, employerId: dossier.ids.employerId },
        { party: 'funder', on: '2024-02-13', onPaper: false },
      ],
    });
    expect(await planOf(dossier, '?on=2024-02-12')).toMatchObject({
      state: 'asked',
      agreedByAllOn: null,
      toAgree: ['funder'],
    });
    const limits = await dossier.as.coordinator.read<{ deadlines: readonly Body[] }>(
      `${dossier.path}/limits?on=2024-03-01`,
    );
    expect(limits.deadlines).toContainEqual(
      expect.objectContaining({ kind: 'plan-agreement', dueOn: '2024-03-18', status: 'met' }),
    );
  });

  it('is agreed by nobody on behalf of another', async () => {
    const dossier = await withPlan();
    const { as, path } = dossier;
    const body = { party: 'candidate', name: 'J. Kandidaatsma', on: '2024-02-10' };
    for (const role of ['coach', 'case-director', 'employer', 'auditor', 'administrator'] as const) {
      const { status } = await as[role].post(`${path}/plans/1/agreements-by`, {
        ...body,
        evidence: EVIDENCE,
      });
      expect([role, status]).toEqual([role, 403]);
    }
    const foreign = { ...body, party: 'employer', employerId: await cast.employer('Kwekerij Zuid') };
    expect((await as.employer.post(`${path}/plans/1/agreements-by`, foreign)).status).toBe(403);
    expect((await planOf(dossier)).agreedBy).toEqual([]);
  });

  it('that is revised asks everybody again; a declined version stays so', async () => {
    const dossier = await withPlan();
    const { as, path } = dossier;
    await agreedByAll(dossier);
    const [goal] = (await planOf(dossier)).goals;
    const goals = [{ what: 'Op tijd komen', kind: 'work', goalId: goal?.id }, 'Een lunch kiezen'];
    await as.coordinator.record(`${path}/goals/${goal?.id}/attainments`, { on: '2024-05-06' });
    await as.coach.record(`${path}/plans/1/revisions`, {
      draftedOn: '2024-06-03',
      goals,
      reason: 'Ander rooster.',
    });
    const declining = { party: 'candidate', reason: 'Te veel tegelijk.', on: '2024-06-05' };
    await as.candidate.record(`${path}/plans/2/declines`, declining);
    const { items } = await as.candidate.read<Items<PlanBody>>(`${path}/plans`);
    expect(items).toMatchObject([
      {
        version: 2,
        reason: 'Ander rooster.',
        state: 'declined',
        toAgree: [],
        declinedBy: [{ party: 'candidate', reason: 'Te veel tegelijk.' }],
        goals: [
          { id: goal?.id, what: 'Op tijd komen', state: 'reached', endedOn: '2024-05-06' },
          { what: 'Een lunch kiezen', state: 'open' },
        ],
        agreements: [],
      },
      { version: 1, agreedByAllOn: '2024-02-13' },
    ]);
    const pages = await as.candidate.all<PlanBody>(`${path}/plans?limit=1`);
    expect(pages.map(({ version }) => version)).toEqual([2, 1]);
    expect((await overviewOf(dossier, '?on=2024-06-02')).plan).toMatchObject({ version: 1 });
  });

  it('asks the employer again when the candidate goes to another', async () => {
    const dossier = await withPlan();
    const { as, path, ids } = dossier;
    await agreedByAll(dossier);
    const next = await cast.employer('Kwekerij Noord');
    await as.coordinator.record(`${path}/job-changes`, {
      endedOn: '2024-09-30',
      reason: 'Ander werk.',
      next: placement(next, '2024-10-01'),
    });
    expect((await overviewOf(dossier, '?on=2024-09-30')).plan).toMatchObject({ state: 'agreed' });
    expect((await overviewOf(dossier, '?on=2024-10-01')).plan).toMatchObject({
      state: 'asked',
      agreedByAllOn: '2024-02-13',
      toAgree: ['employer'],
      employersToAgree: [next],
    });
    const employer = await service.as({ role: 'employer', employer: next });
    await agree(dossier, 'employer', '2024-10-04', employer);
    expect((await overviewOf(dossier, '?on=2024-10-04')).plan).toMatchObject({ state: 'agreed' });
    expect(next).not.toBe(ids.employerId);
  });

  it('is told in words without what anybody wrote', async () => {
    const dossier = await withPlan();
    const { as, path } = dossier;
    await agreedByAll(dossier);
    const { goals, agreements } = await planOf(dossier);
    await as.coach.record(`${path}/goals/${goals[0]?.id}/attainments`, { on: '2024-05-06' });
    await as.candidate.record(`${path}/agreements/${agreements[1]?.id}/fulfilments`, { on: '2024-03-04' });
    const timeline = await as.coordinator.all<{ words: string }>(`${path}/timeline`);
    expect(timeline.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        'Het plan van aanpak is opgesteld op 2024-02-05: 2 doelen en 2 afspraken.',
        'De kandidaat ging op 2024-02-10 akkoord met versie 1 van het plan van aanpak.',
        'Bakkerij De Halm ging op 2024-02-12 akkoord met versie 1 van het plan van aanpak (op papier).',
        'Een doel is bereikt op 2024-05-06.',
        'Een afspraak is nagekomen op 2024-03-04.',
      ]),
    );
  });
});

describe('what was agreed', () => {
  it('is kept by whose it is, and open again once a correction takes that back', async () => {
    const dossier = await withPlan();
    const { as, path } = dossier;
    const [chair, clock] = (await planOf(dossier)).agreements;
    const fulfil = (agreement: { id: string } | undefined, client: Client) =>
      client.post(`${path}/agreements/${agreement?.id}/fulfilments`, { on: '2024-03-04' });
    expect((await fulfil(chair, as.candidate)).status).toBe(403);
    const { body } = await fulfil(clock, as.candidate);
    expect((await planOf(dossier)).agreements[1]).toMatchObject({ state: 'fulfilled' });
    const correction = { on: null, reason: 'Hij was niet besteld.' };
    const at = `${path}/agreements/${clock?.id}/fulfilments/${body.id}/corrections`;
    await as.candidate.record(at, correction);
    expect((await planOf(dossier)).agreements[1]).toMatchObject({ state: 'overdue' });
    expect(await as.candidate.read(`${path}/agreement-fulfilments/${body.id}`)).toMatchObject({
      agreementId: clock?.id,
      on: '2024-03-04',
      takenBack: true,
    });
  });

  it('comes back in the next evaluation while it is not kept', async () => {
    const dossier = await withPlan();
    const { as, path } = dossier;
    const ids = (await planOf(dossier)).agreements.map(({ id }) => id);
    const momentsOn = async (on: string) => (await overviewOf(dossier, `?on=${on}`)).evaluationMoments;
    expect(await momentsOn('2024-05-15')).toEqual([
      { dueOn: '2024-06-03', source: 'plan', kind: null, status: 'open', heldOn: null, agreementIds: ids },
      { dueOn: '2024-07-01', source: 'rules', kind: null, status: 'open', heldOn: null, agreementIds: [] },
    ]);
    await as.coach.record(`${path}/evaluations`, {
      kind: 'interim',
      on: '2024-06-03',
      participants: ['candidate', 'coach'],
      adjustments: 'Geen.',
    });
    await as.coordinator.record(`${path}/agreements/${ids[0]}/fulfilments`, { on: '2024-06-04' });
    expect(await momentsOn('2024-06-05')).toMatchObject([
      { dueOn: '2024-06-03', source: 'plan', status: 'met', heldOn: '2024-06-03', agreementIds: [] },
      { dueOn: '2024-07-01', source: 'rules', status: 'met', heldOn: '2024-06-03', agreementIds: [] },
      { dueOn: '2024-12-03', source: 'rules', status: 'open', heldOn: null, agreementIds: [ids[1]] },
    ]);
  });
});

describe('an employer', () => {
  it('gets of a plan the goals at work, its own agreements and its own answer', async () => {
    const { dossier } = await given(cast, people);
    const { as, path } = dossier;
    const own = {
      what: 'Een rustige plek',
      organisedBy: 'employer',
      paidBy: 'employer',
      responsible: 'employer',
      dueOn: '2024-04-01',
    };
    const body = { ...aPlan, agreements: [...aPlan.agreements, own] };
    await as.coach.record(`${path}/plans`, body);
    await agreedByAll(dossier);
    const plan = await planOf(dossier, '', as.employer);
    expect(plan).toMatchObject({ needs: null, state: 'agreed', evaluationsOn: ['2024-06-03'] });
    expect(plan.goals.map(({ what }) => what)).toEqual(['Op tijd komen']);
    expect(plan.agreements.map(({ what }) => what)).toEqual(['Een rustige plek']);
    expect(plan.agreedBy).toEqual([expect.objectContaining({ party: 'employer' })]);
    const at = `${path}/agreements/${plan.agreements[0]?.id}/fulfilments`;
    const fulfilmentId = await as.employer.record(at, { on: '2024-03-18' });
    expect((await as.employer.get(`${path}/agreement-fulfilments/${fulfilmentId}`)).status).toBe(200);
    for (const hidden of ['', '/evaluations', '/goal-outcomes', '/evaluation-plans']) {
      expect([hidden, (await as.employer.get(path + hidden)).status]).toEqual([hidden, 404]);
    }
  });

  it('gets only versions that were in force while the candidate worked there', async () => {
    const dossier = await withPlan();
    const { as, path } = dossier;
    const revision = { draftedOn: '2024-11-04', goals: ['Een lunch kiezen'], reason: 'Nieuw werk.' };
    const next = await cast.employer('Kwekerij Noord');
    await as.coordinator.record(`${path}/job-changes`, {
      endedOn: '2024-09-30',
      reason: 'Ander werk.',
      next: placement(next, '2024-12-01'),
    });
    await as.coordinator.record(`${path}/plans/1/revisions`, revision);
    const employer = await service.as({ role: 'employer', employer: next });
    const { items } = await employer.read<Items<PlanBody>>(`${path}/plans`);
    expect(items.map(({ version }) => version)).toEqual([2]);
    expect((await employer.get(`${path}/plans/1`)).status).toBe(404);
    const stranger = await service.as({ role: 'employer', employer: await cast.employer('Elders') });
    expect((await stranger.get(`${path}/plans`)).status).toBe(404);
  });
});
