import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { amsterdamDate } from '../../domain/shared/calendar.js';
import { objected, received, refused, revised } from './award-routes.js';
import type { Body, Client, Items } from './client.js';
import { patience } from './place.js';
import type { Given } from './route.js';
import { EVIDENCE, given as givenOf } from './routes.js';
import { Service } from './service.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(60_000));

const TEXT = 'Nog niet zelfstandig op drukke dagen.';

let service: Service;
let cast: Cast;
let people: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  people = await cast.dossier({ ruleSet: 'uwv-2014' });
});

afterAll(() => service.remove());

const setting = (): Promise<Given> => givenOf(cast, people);
const director = ({ dossier }: Given): Client => dossier.as['case-director'];

function read<Content = Body>({ dossier }: Given, path: string, as?: Client): Promise<Content> {
  return (as ?? dossier.as.coordinator).read<Content>(dossier.path + path);
}

describe('an application', () => {
  it('of a coach is a draft with its text, which the candidate sends', async () => {
    const s = await setting();
    const { as, path } = s.dossier;
    const draft = { kind: 'first', receivedOn: '2024-02-10', motivation: TEXT, goals: ['Zelf plannen'] };
    const id = await as.coach.record(`${path}/applications`, draft);
    const drafted = await read(s, `/applications/${id}`);
    expect(drafted).toMatchObject({ id, status: 'drafted', motivation: TEXT, goals: ['Zelf plannen'] });
    expect(drafted).toMatchObject({ decision: null, reach: null });
    expect(drafted).not.toHaveProperty('receivedOn');
    const sent = { ...draft, receivedOn: '2024-02-12', draftId: id };
    expect(await as.candidate.record(`${path}/applications`, sent)).toBe(id);
    expect(await read(s, `/applications/${id}`)).toMatchObject({
      status: 'received',
      receivedOn: '2024-02-12',
    });
  });

  it('that is late shows the days without a grant and the rule behind them, and so does its grant', async () => {
    const s = await setting();
    const { as, path } = s.dossier;
    // The job began on 8 January 2024: ten days after 5 February is ten days late.
    const body = { kind: 'first', receivedOn: '2024-02-15', placementId: s.placementId };
    const id = await as.candidate.record(`${path}/applications`, body);
    const reach = {
      for: s.placementId,
      firstDay: '2024-01-08',
      dueOn: '2024-02-05',
      earliestFirstDay: '2024-01-18',
      unfundedDays: 10,
      rule: expect.stringContaining('UWV 2014'),
    };
    expect(await read(s, `/applications/${id}`)).toMatchObject({ earliestGrantDay: '2024-01-18', reach });
    const grantId = await s.dossier.grant('2024-01-15', '2024-07-07', {
      applicationId: id,
      decidedOn: '2024-03-01',
    });
    expect(await read(s, `/grants/${grantId}`)).toMatchObject({
      applicationId: id,
      earliestFirstDay: '2024-01-18',
      unfundedDays: 10,
      daysBeforeReach: 3,
      rule: expect.stringContaining('UWV 2014'),
    });
    const { deadlines } = await read<{ deadlines: Body[] }>(s, '/limits?on=2024-03-01');
    expect(deadlines).toContainEqual(
      expect.objectContaining({ kind: 'first-application', status: 'late', unfundedDays: 10 }),
    );
  });

  it('stops the decision clock while it is completed, as it stood on each day', async () => {
    const s = await setting();
    const id = await received(s);
    const path = `${s.dossier.path}/applications/${id}`;
    const asked = { on: '2024-02-14', missing: ['Het getekende plan'], evidence: EVIDENCE };
    expect(await s.dossier.as.coordinator.record(`${path}/completion-requests`, asked)).toBe(id);
    await s.dossier.as.candidate.record(`${path}/completions`, { on: '2024-02-24' });
    const on = (day: string) => read(s, `/applications/${id}?on=${day}`);
    expect((await s.dossier.as.coordinator.get(`${path}?on=2024-02-09`)).status).toBe(404);
    const before = await on('2024-02-13');
    expect(before).toMatchObject({ status: 'received', completionAskedOn: null });
    expect(before).toMatchObject({ decision: { dueOn: '2024-03-23', status: 'open' } });
    expect(before).not.toHaveProperty('missing');
    expect(await on('2024-02-20')).toMatchObject({ status: 'incomplete', missing: ['Het getekende plan'] });
    expect(await on('2024-02-24')).toMatchObject({
      status: 'received',
      completedOn: '2024-02-24',
      completionEvidence: EVIDENCE,
      decision: { dueOn: '2024-04-02', atTheLatestOn: '2024-04-16', status: 'open' },
    });
    const { deadlines } = await read<{ deadlines: Body[] }>(s, '/limits?on=2024-04-03');
    expect(deadlines).toContainEqual(
      expect.objectContaining({ kind: 'decision', for: id, dueOn: '2024-04-02', status: 'overdue' }),
    );
  });

  it('is refused with a reason, which decides it, and is granted after all when the objection was upheld', async () => {
    const s = await setting();
    const id = await refused(s);
    const { as, path } = s.dossier;
    expect(await read(s, `/applications/${id}`)).toMatchObject({
      status: 'refused',
      decidedOn: '2024-03-01',
      refusalReason: 'Werkt zelfstandig.',
      decision: { status: 'met' },
    });
    const objection = { against: id, lodgedOn: '2024-03-10', grounds: TEXT };
    const objectionId = await as.candidate.record(`${path}/objections`, objection);
    const decision = { decidedOn: '2024-04-10', result: 'upheld', reason: 'Begeleiding is nodig.' };
    await director(s).record(`${path}/objections/${objectionId}/decisions`, decision);
    const grantId = await s.dossier.grant('2024-04-15', '2024-10-14', { applicationId: id });
    expect(await read(s, `/applications/${id}`)).toMatchObject({
      status: 'granted',
      grantIds: [grantId],
      objectionIds: [objectionId],
      decidedOn: '2024-03-01',
    });
    expect(await read(s, `/objections/${objectionId}`)).toMatchObject({
      against: id,
      by: 'candidate',
      grounds: TEXT,
      decidedOn: '2024-04-10',
      result: 'upheld',
      decisionReason: 'Begeleiding is nodig.',
    });
    const open = await read(s, `/objections/${objectionId}?on=2024-04-09`);
    expect(open).toMatchObject({ decidedOn: null, result: null });
    expect(open).not.toHaveProperty('decisionReason');
  });

  it('says what a follow-on still needs, a draft too, and of each what shows it', async () => {
    const s = await setting();
    await s.dossier.grant('2024-01-08', '2024-07-07', { hours: 30 });
    await s.dossier.session('2024-02-01');
    const draft = { kind: 'follow-on', receivedOn: '2024-07-01' };
    const id = await s.dossier.as.coach.record(`${s.dossier.path}/applications`, draft);
    const complete = await read(s, `/applications/${id}/completeness`);
    expect(complete).toMatchObject({
      applicationId: id,
      kind: 'follow-on',
      period: { from: '2024-01-08', to: '2024-07-07', budgetMinutes: 1_800, usedMinutes: 60 },
      present: expect.arrayContaining(['hours']),
      rule: expect.stringContaining('UWV 2014'),
    });
    const missing = complete.missing as readonly string[];
    expect(missing).toEqual(expect.arrayContaining(['plan', 'candidate-assessment', 'employer-assessment']));
    const requirements = complete.requirements as readonly Body[];
    expect(requirements.map(({ requirement }) => requirement)).toEqual([
      'plan',
      'logbook',
      'candidate-assessment',
      'employer-assessment',
      'hours',
    ]);
    expect(requirements.find(({ requirement }) => requirement === 'plan')).toMatchObject({
      words: 'plan van aanpak',
      present: false,
      shownBy: [],
      lack: 'not-recorded',
      explanation: 'Dit is nog niet vastgelegd.',
    });
  });
});

describe('a revised grant', () => {
  it('stands as the decision of the day, with every decision behind it', async () => {
    const s = await setting();
    const revisionId = await revised(s);
    const revision = await read(s, `/grant-revisions/${revisionId}`);
    expect(revision).toMatchObject({ decidedOn: '2024-05-01', minutes: 1_800, reason: 'Er is meer nodig.' });
    const grantId = String(revision.grantId);
    const first = await read(s, `/grants/${grantId}?on=2024-04-30`);
    expect(first).not.toHaveProperty('minutes');
    expect(first.decisions).toHaveLength(1);
    expect(await read(s, `/grants/${grantId}`)).toMatchObject({
      minutes: 1_800,
      decidedOn: '2024-05-01',
      decisions: [{ decidedOn: '2024-03-01' }, { decidedOn: '2024-05-01', minutes: 1_800 }],
    });
    // 184 days of the grant, 129 of them in the first half year from 8 January 2024.
    const budget = async (on: string) => {
      type Clocks = { clocks: { terms: { periods: { budgetMinutes: number }[] }[] }[] };
      const { clocks } = await read<Clocks>(s, `/limits?on=${on}`);
      return clocks[0]?.terms[0]?.periods[0]?.budgetMinutes;
    };
    expect(await budget('2024-05-01')).toBe(Math.floor((1_800 * 129) / 184));
    expect(await budget('2024-04-30')).not.toBe(await budget('2024-05-01'));
    const correction = { hours: 36, reason: 'Verkeerd overgenomen.' };
    await director(s).record(`${s.dossier.path}/grant-revisions/${revisionId}/corrections`, correction);
    expect(await read(s, `/grants/${grantId}`)).toMatchObject({ minutes: 2_160 });
    expect(
      (await s.dossier.as.coordinator.get(`${s.dossier.path}/grant-revisions/${revisionId}?on=2024-04-30`))
        .status,
    ).toBe(404);
  });

  it('is as it was known on a day', async () => {
    const s = await setting();
    const revisionId = await revised(s);
    const day = (offset: number) => amsterdamDate(new Date(Date.now() + offset * 86_400_000).toISOString());
    const { as, path } = s.dossier;
    expect((await as.coordinator.get(`${path}/grants?knownOn=${day(-2)}`)).status).toBe(404);
    for (const collection of ['grants', 'grant-revisions', 'applications', 'objections']) {
      const now = await read<Items>(s, `/${collection}`);
      expect(await read(s, `/${collection}?knownOn=${day(0)}`)).toEqual(now);
    }
    expect(await read(s, `/grant-revisions/${revisionId}?knownOn=${day(0)}`)).toMatchObject({
      id: revisionId,
    });
  });
});

describe('an objection', () => {
  it('of an employer names the employer, who alone corrects it', async () => {
    const s = await setting();
    const { as, path, ids } = s.dossier;
    const grantId = await s.dossier.grant('2024-03-01', '2024-08-31');
    const body = { against: grantId, lodgedOn: '2024-03-10', grounds: TEXT };
    const id = await as.employer.record(`${path}/objections`, body);
    expect(await read(s, `/objections/${id}`)).toMatchObject({ by: 'employer', employerId: ids.employerId });
    const correction = { lodgedOn: '2024-03-11', reason: 'Verkeerde dag.' };
    const corrections = `${path}/objections/${id}/corrections`;
    expect((await as.candidate.post(corrections, correction)).body.code).toBe('role.may-not');
    expect((await as.employer.post(corrections, correction)).status).toBe(201);
  });

  it('is listed with the others, newest first, page by page, up to the day asked about', async () => {
    const s = await setting();
    const first = await objected(s);
    const { as, path } = s.dossier;
    const decision = { decidedOn: '2024-03-20', result: 'rejected', reason: 'Het regime past.' };
    await director(s).record(`${path}/objections/${first}/decisions`, decision);
    const { against } = await read(s, `/objections/${first}`);
    const body = { against, lodgedOn: '2024-05-10', grounds: TEXT };
    const second = await as.candidate.record(`${path}/objections`, body);
    const ids = async (query: string) =>
      (await as.candidate.all(`${path}/objections?${query}`)).map(({ id }) => id);
    expect(await ids('limit=1')).toEqual([second, first]);
    expect(await ids('on=2024-05-09&limit=1')).toEqual([first]);
  });
});

describe('the set for an extension', () => {
  it('says until when announcing is in time and names what is missing', async () => {
    const s = await setting();
    const before = await read(s, '/extension-set?on=2026-07-07');
    expect(before).toMatchObject({
      term: { clock: 'uwv-2014', startsOn: '2024-01-08', lastDay: '2027-01-07' },
      announceBy: '2026-07-07',
      announcement: 'open',
      present: [],
      missing: ['plan', 'evaluation', 'hours', 'motivation'],
      rule: expect.stringContaining('UWV 2014 A.4.2, B.4.3'),
    });
    const { as, path } = s.dossier;
    const body = { kind: 'extension', receivedOn: '2026-07-01', motivation: TEXT };
    const id = await as.candidate.record(`${path}/applications`, body);
    expect(await read(s, '/extension-set?on=2026-07-07')).toMatchObject({
      announcement: 'met',
      applicationIds: [id],
      present: ['motivation'],
    });
    expect(await read(s, '/extension-set?on=2026-06-30')).toMatchObject({ applicationIds: [] });
  });
});

describe('coaching during an absence', () => {
  it('is approved in whole minutes and stands with its absence', async () => {
    const s = await setting();
    const { as, path } = s.dossier;
    const absence = { from: '2024-05-01', kind: 'illness' };
    const absenceId = await as.coordinator.record(`${path}/absences`, absence);
    const approval = { hours: 2.5, on: '2024-05-20', evidence: EVIDENCE };
    const id = await as.coordinator.record(`${path}/absences/${absenceId}/coaching-approvals`, approval);
    expect(await read(s, `/coaching-approvals/${id}`)).toMatchObject({
      absenceId,
      minutes: 150,
      on: '2024-05-20',
    });
    expect((await read<Items>(s, '/coaching-approvals?on=2024-05-19')).items).toEqual([]);
  });
});

describe('who reads the award', () => {
  it('is everybody with the file in sight, and nobody else (domain.md section 9)', async () => {
    const s = await setting();
    const id = await refused(s);
    const { as, path } = s.dossier;
    const parts = [
      '/applications',
      `/applications/${id}/completeness`,
      '/grants',
      '/objections',
      '/extension-set',
    ];
    for (const part of [...parts, '/grant-revisions', '/coaching-approvals']) {
      for (const role of ['candidate', 'coach', 'coordinator', 'case-director', 'auditor'] as const) {
        expect([part, role, (await as[role].get(path + part)).status]).toEqual([part, role, 200]);
      }
      for (const role of ['employer', 'administrator'] as const) {
        expect([part, role, (await as[role].get(path + part)).status]).toEqual([part, role, 404]);
      }
    }
    const timeline = await as.candidate.all<Body>(`${path}/timeline`);
    expect(timeline.map(({ words }) => words)).toContain('De aanvraag is afgewezen op 2024-03-01.');
  });
});
