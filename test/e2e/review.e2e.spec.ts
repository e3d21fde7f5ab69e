import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body, Client, Items } from './client.js';
import { patience } from './place.js';
import { anAssessment, anEvaluation } from './review-routes.js';
import { EVIDENCE } from './route.js';
import { given } from './routes.js';
import { Service } from './service.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(120_000));

let service: Service;
let cast: Cast;
let people: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  people = await cast.dossier();
});

afterAll(() => service.remove());

const fresh = async () => (await given(cast, people)).dossier;
const byEmployer = { by: 'employer', score: 9, on: '2024-06-04' };

describe('an evaluation', () => {
  it('is read with who was there and what came of it, as corrected', async () => {
    const { as, path } = await fresh();
    const results = {
      extendsTrial: false,
      candidateFuture: 'Wil in de zorg werken.',
      structuralWork: true,
      noContractReason: 'Het past niet in de begroting.',
    };
    const id = await as.coach.record(`${path}/evaluations`, { ...anEvaluation, ...results });
    await as.coordinator.record(`${path}/evaluations/${id}/corrections`, {
      participants: ['candidate', 'funder'],
      resultCode: null,
      reason: 'De regisseur was erbij.',
    });
    const evaluation = await as['case-director'].read<Body>(`${path}/evaluations/${id}`);
    expect(evaluation).toMatchObject({
      kind: 'interim',
      on: '2024-04-10',
      participants: ['candidate', 'funder'],
      attendedBy: ['candidate', 'funder'],
      adjustments: 'Een kwartier later beginnen.',
      ...results,
    });
    expect(evaluation).not.toHaveProperty('resultCode');
    expect((await as.candidate.read<Items>(`${path}/evaluations`)).items).toEqual([evaluation]);
  });

  it('meets the deadline of the rules, and starts the next', async () => {
    const { as, path } = await fresh();
    await as.coach.record(`${path}/evaluations`, anEvaluation);
    const { deadlines } = await as.coach.read<{ deadlines: readonly Body[] }>(`${path}/limits?on=2024-04-10`);
    const evaluations = deadlines.filter(({ kind }) => kind === 'evaluation');
    expect(evaluations).toMatchObject([
      { dueOn: '2024-07-01', status: 'met' },
      { dueOn: '2024-10-10', status: 'open' },
    ]);
  });

  it('that is planned shows among those to be held, by its own day', async () => {
    const { as, path } = await fresh();
    const id = await as.coach.record(`${path}/evaluation-plans`, { kind: 'final', dueOn: '2024-05-01' });
    expect(await as.candidate.read(`${path}/evaluation-plans/${id}`)).toMatchObject({
      kind: 'final',
      dueOn: '2024-05-01',
      on: '2024-05-01',
    });
    const { evaluationMoments } = await as.candidate.read<Body>(`${path}?on=2024-05-02`);
    expect(evaluationMoments).toMatchObject([
      { dueOn: '2024-05-01', source: 'planned', kind: 'final', status: 'overdue' },
      { dueOn: '2024-07-01', source: 'rules', status: 'open' },
    ]);
  });

  it('is told in words', async () => {
    const { as, path } = await fresh();
    await as.coach.record(`${path}/evaluation-plans`, { kind: 'half-year', dueOn: '2024-07-01' });
    await as.coach.record(`${path}/evaluations`, { ...anEvaluation, extendsTrial: true });
    await as.employer.record(`${path}/assessments`, byEmployer);
    const timeline = await as.coordinator.all<{ words: string }>(`${path}/timeline`);
    expect(timeline.map(({ words }) => words).slice(-3)).toEqual([
      'Er is een halfjaarevaluatie gepland, uiterlijk op 2024-07-01.',
      'Tussenevaluatie gehouden op 2024-04-10, resultaatcode 3; de proefplaatsing wordt verlengd.',
      'Bakkerij De Halm gaf op 2024-06-04 een beoordeling.',
    ]);
  });
});

describe('an assessment', () => {
  it('is read by who gave it and by who may see all, and not by the coach', async () => {
    const { as, path, ids } = await fresh();
    const own = await as.candidate.record(`${path}/assessments`, anAssessment);
    const theirs = await as.employer.record(`${path}/assessments`, byEmployer);
    const idsFor = async (client: Client) =>
      (await client.read<Items>(`${path}/assessments`)).items.map(({ id }) => id);
    for (const role of ['coordinator', 'case-director', 'auditor'] as const) {
      expect([role, await idsFor(as[role])]).toEqual([role, [theirs, own]]);
    }
    expect(await idsFor(as.candidate)).toEqual([own]);
    expect(await idsFor(as.employer)).toEqual([theirs]);
    expect((await as.coach.get(`${path}/assessments`)).status).toBe(404);
    expect((await as.coach.get(`${path}/assessments/${own}`)).status).toBe(404);
    expect((await as.candidate.get(`${path}/assessments/${theirs}`)).status).toBe(404);
    expect((await as.employer.get(`${path}/assessments/${own}`)).status).toBe(404);
    expect(await as.employer.read(`${path}/assessments/${theirs}`)).toMatchObject({
      by: 'employer',
      score: 9,
      employerId: ids.employerId,
    });
  });

  it('shows its score in no event to who may not see it', async () => {
    const { as, path } = await fresh();
    await as.candidate.record(`${path}/assessments`, anAssessment);
    await as.employer.record(`${path}/assessments`, byEmployer);
    const given = async (client: Client) =>
      (await client.all<{ type: string; data: { score?: number } | null }>(`${path}/events`))
        .filter(({ type }) => type === 'AssessmentGiven')
        .map(({ data }) => data?.score);
    const told = async (client: Client) =>
      (await client.all<{ type: string }>(`${path}/timeline`)).filter(
        ({ type }) => type === 'AssessmentGiven',
      ).length;
    expect([await given(as.coordinator), await told(as.coordinator)]).toEqual([[8, 9], 2]);
    expect([await given(as.candidate), await told(as.candidate)]).toEqual([[8, undefined], 1]);
    expect([await given(as.coach), await told(as.coach)]).toEqual([[undefined, undefined], 0]);
  });

  it('is corrected by who gave it, or by the coordinator from paper; by no other employer', async () => {
    const { as, path, ids } = await fresh();
    const id = await as.employer.record(`${path}/assessments`, byEmployer);
    const correction = { score: 7, reason: 'Verkeerd vakje.' };
    const correct = async (client: Client, terms: object = {}) =>
      (await client.post(`${path}/assessments/${id}/corrections`, { ...correction, ...terms })).status;
    const other = await cast.employer('Kwekerij Zuid');
    await as.coordinator.record(`${path}/placements`, {
      employerId: other,
      kind: 'employment',
      startsOn: '2024-02-01',
      hoursPerWeek: 8,
    });
    expect(await correct(await service.as({ role: 'employer', employer: other }))).toBe(403);
    expect(await correct(as.candidate)).toBe(403);
    expect(await correct(as.coach)).toBe(403);
    expect(await correct(as.employer)).toBe(201);
    expect(await correct(as.coordinator, { score: 6 })).toBe(403);
    expect(await correct(as.coordinator, { score: 6, evidence: EVIDENCE })).toBe(201);
    expect(await as.coordinator.read(`${path}/assessments/${id}`)).toMatchObject({
      score: 6,
      employerId: ids.employerId,
      evidence: EVIDENCE,
    });
  });

  it('is taken after the closure too', async () => {
    const { as, path } = await fresh();
    const closure = { on: '2024-06-30', reason: 'Klaar.', result: 'Werkt zelfstandig.' };
    await as.coordinator.record(`${path}/closures`, closure);
    expect(
      (await as.candidate.post(`${path}/assessments`, { ...anAssessment, on: '2024-09-02' })).status,
    ).toBe(201);
  });
});

describe('the average of assessments', () => {
  it('is of candidate and employer apart, and shown to the coach from five scores on', async () => {
    const dossier = await cast.dossier();
    const { as, path, ids } = dossier;
    await dossier.place('2024-01-08');
    const scores = [6, 7, 8, 9];
    for (const [index, score] of scores.entries()) {
      const body = { by: 'candidate', score, on: `2024-0${index + 3}-01` };
      await as.candidate.record(`${path}/assessments`, body);
    }
    await as.coordinator.record(`${path}/assessments`, { ...byEmployer, score: 5, evidence: EVIDENCE });
    const four = { count: 4, onPaper: 0, average: 7.5 };
    const none = { count: 0, onPaper: 0, average: null };
    const averages = async (client: Client, query = '') =>
      (await client.read<Body>(path + query)).assessmentAverages;
    expect(await averages(as.coordinator)).toEqual({
      candidate: four,
      employer: { count: 1, onPaper: 1, average: 5 },
    });
    expect(await averages(as.auditor, '?on=2024-03-31')).toEqual({
      candidate: { count: 1, onPaper: 0, average: 6 },
      employer: none,
    });
    expect(await averages(as.coach)).toEqual({ candidate: none, employer: none });
    expect(await averages(as.candidate)).toEqual({ candidate: none, employer: none });

    await as.candidate.record(`${path}/assessments`, { by: 'candidate', score: 10, on: '2024-08-01' });
    const five = { candidate: { count: 5, onPaper: 0, average: 8 }, employer: none };
    expect(await averages(as.coach)).toEqual(five);
    expect((await as.candidate.read<Body>(path)).coachAssessmentAverages).toEqual(five);
    for (const client of [as.coach, as.coordinator]) {
      expect((await client.read<Body>(`/v1/coaches/${ids.coachId}`)).assessmentAverages).toEqual(five);
    }
    expect((await cast.administrator.read<Body>(`/v1/coaches/${ids.coachId}`)).assessmentAverages).toBeNull();
  });
});
