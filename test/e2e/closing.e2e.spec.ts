import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Continuity } from '../../domain/continuity/continuity.js';
import type { Limits } from '../../domain/limits/index.js';
import type { Body, Items } from './client.js';
import { AFTERCARE, CLOSURE, OUTCOME } from './closing-routes.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(30_000));

const REOPENING = { on: '2025-02-01', reason: 'Terugval op het werk.' };
const REASON = { reason: 'De datum was verkeerd.' };

let service: Service;
let cast: Cast;
let dossier: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
});
beforeEach(async () => {
  dossier = await cast.dossier();
});
afterAll(() => service.remove());

const record = (path: string, body: object) => dossier.as.coordinator.record(dossier.path + path, body);
const read = <Content = Body>(path = '') => dossier.as.coordinator.read<Content>(dossier.path + path);
const limitsOn = (on: string) => read<Limits & Body>(`/limits?on=${on}`);
const continuityOn = (on: string) =>
  dossier.as.coordinator.read<Continuity & Body>(
    `/v1/candidates/${dossier.ids.candidateId}/continuity?on=${on}`,
  );

describe('a trajectory that was reopened', () => {
  beforeEach(async () => {
    await dossier.place('2024-01-08');
    await record('/closures', CLOSURE);
    await record('/reopenings', REOPENING);
  });

  it('was closed between its last day and its reopening, in the trajectory and in the caseload', async () => {
    for (const [on, status, closedOn] of [
      ['2024-06-30', 'open', '2024-06-30'],
      ['2024-07-01', 'closed', '2024-06-30'],
      ['2025-01-31', 'closed', '2024-06-30'],
      ['2025-02-01', 'open', null],
    ] as const) {
      expect(await read(`?on=${on}`)).toMatchObject({ status, closedOn });
      const caseload = await dossier.as.coordinator.all(`/v1/trajectories?on=${on}&status=${status}`);
      expect(caseload).toMatchObject([{ trajectoryId: dossier.ids.trajectoryId, status, closedOn }]);
    }
    await record('/closures', { ...CLOSURE, on: '2025-09-30' });
    expect(await read('?on=2025-10-01')).toMatchObject({ status: 'closed', closedOn: '2025-09-30' });
    expect(await read('?on=2024-12-01')).toMatchObject({ status: 'closed', closedOn: '2024-06-30' });
  });

  it('takes facts of the days on which it was open, and of no other', async () => {
    const code = async (on: string) => {
      const body = { from: on, kind: 'leave' };
      return (await dossier.as.coordinator.post(`${dossier.path}/absences`, body)).body.code;
    };
    expect(await code('2024-06-30')).toBeUndefined();
    expect(await code('2024-07-01')).toBe('trajectory.closed');
    expect(await code('2025-01-31')).toBe('trajectory.closed');
    expect(await code('2025-02-01')).toBeUndefined();
  });

  it('goes on with the same limit, the closed days counted in', async () => {
    const term = async (on: string) => (await limitsOn(on)).clocks[0]?.terms[0];
    expect(await term('2024-12-01')).toMatchObject({ status: 'closed', elapsed: 'P5M23D', remaining: 'P0D' });
    expect(await term('2025-02-01')).toMatchObject({
      status: 'running',
      elapsed: 'P1Y24D',
      remaining: 'P11M7D',
      lastDay: '2026-01-07',
    });
  });

  it('asks no contact in a month with a closed day', async () => {
    const { deadlines } = await limitsOn('2025-04-30');
    const months = deadlines.filter(({ kind }) => kind === 'contact').map(({ dueOn }) => dueOn.slice(0, 7));
    const firstHalf = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];
    expect(months).toEqual([...firstHalf, '2025-02', '2025-03', '2025-04']);
  });

  it('has its coach back without another assignment', async () => {
    const { coachId, trajectoryId } = dossier.ids;
    const line = { trajectoryId, coachId, role: 'assigned' };
    const first = { ...line, from: '2024-01-01', until: '2024-06-30' };
    expect((await continuityOn('2025-01-31')).coaches).toEqual([first]);
    const { coaches, coachChanges } = await continuityOn('2025-02-01');
    expect(coaches).toEqual([first, { ...line, from: '2025-02-01', until: null }]);
    expect(coachChanges).toBe(0);
    expect((await dossier.as.coach.get(dossier.path)).status).toBe(200);
  });

  it('says so in the timeline', async () => {
    const words = (await dossier.as.candidate.all(`${dossier.path}/timeline`)).map((line) => line.words);
    expect(words.slice(-2)).toEqual([
      'Het traject is gesloten; de laatste dag is 2024-06-30.',
      'Het traject is heropend vanaf 2025-02-01.',
    ]);
    const before = await dossier.as.candidate.all(`${dossier.path}/timeline?on=2025-01-31`);
    expect(before.at(-1)?.words).toBe('Het traject is gesloten; de laatste dag is 2024-06-30.');
  });
});

describe('a closure', () => {
  it('is read back, newest first, and as it was corrected', async () => {
    const more = { resultCode: 2, structuralSupport: true };
    const id = await record('/closures', { ...CLOSURE, ...more });
    expect(await read(`/closures/${id}`)).toMatchObject({ id, ...CLOSURE, ...more });
    await record(`/closures/${id}/corrections`, { on: '2024-07-31', resultCode: null, ...REASON });
    const corrected = await read(`/closures/${id}`);
    expect(corrected).toMatchObject({ on: '2024-07-31', reason: CLOSURE.reason, structuralSupport: true });
    expect(corrected).not.toHaveProperty('resultCode');
    await record('/reopenings', REOPENING);
    const next = await record('/closures', { ...CLOSURE, on: '2025-09-30' });
    expect((await read<Items>('/closures')).items.map((item) => item.id)).toEqual([next, id]);
  });

  it('that is corrected moves its outcomes along', async () => {
    const closureId = await record('/closures', CLOSURE);
    const id = await record('/outcomes', OUTCOME);
    expect(await read(`/outcomes/${id}`)).toMatchObject({ id, closureId, ...OUTCOME, on: '2024-12-30' });
    await record(`/closures/${closureId}/corrections`, { on: '2024-08-31', ...REASON });
    expect(await read(`/outcomes/${id}`)).toMatchObject({ measuredOn: '2025-02-28', on: '2025-02-28' });
  });

  it('may be proposed by the coach, who can close nothing', async () => {
    const { coach, 'case-director': director } = dossier.as;
    expect((await coach.post(`${dossier.path}/closures`, CLOSURE)).status).toBe(403);
    const proposal = { proposes: 'closure', on: CLOSURE.on, reason: 'De doelen zijn bereikt.' };
    const id = await coach.record(`${dossier.path}/closure-proposals`, proposal);
    expect(await director.read(`${dossier.path}/closure-proposals/${id}`)).toMatchObject({ id, ...proposal });
    await director.record(`${dossier.path}/closures`, CLOSURE);
    const outcome = { proposes: 'outcome', on: '2024-12-30', reason: 'Werkt nog steeds.' };
    await coach.record(`${dossier.path}/closure-proposals`, outcome);
    expect((await coach.post(`${dossier.path}/outcomes`, OUTCOME)).status).toBe(403);
  });
});

describe('what comes after the last day', () => {
  const pairs = [
    [6, 'paid-with-coach'],
    [12, 'paid-without-coach'],
    [24, 'no-work'],
  ] as const;

  it('is measured at each of the months, newest first, and in words', async () => {
    await record('/closures', CLOSURE);
    for (const [afterMonths, state] of pairs) await record('/outcomes', { afterMonths, state });
    const { items } = await read<Items>('/outcomes');
    expect(items.map(({ afterMonths, state, on }) => [afterMonths, state, on])).toEqual([
      [24, 'no-work', '2026-06-30'],
      [12, 'paid-without-coach', '2025-06-30'],
      [6, 'paid-with-coach', '2024-12-30'],
    ]);
    const words = (await dossier.as['case-director'].all(`${dossier.path}/timeline`)).map(
      (line) => line.words,
    );
    expect(words.at(-1)).toBe('Uitkomst na 24 maanden: geen werk.');
  });

  it.each([5, 6.5, '6', null])('is not measured after %p months', async (afterMonths) => {
    await record('/closures', CLOSURE);
    const { status } = await dossier.as.coordinator.post(`${dossier.path}/outcomes`, {
      ...OUTCOME,
      afterMonths,
    });
    expect(status).toBe(400);
  });

  it('is aftercare, recorded by the coach and counted apart from the coaching', async () => {
    await dossier.place('2024-01-08');
    await dossier.grant('2024-01-08', '2024-07-07');
    await dossier.session('2024-05-06');
    await record('/closures', CLOSURE);
    const before = await limitsOn('2024-12-31');
    const id = await dossier.as.coach.record(`${dossier.path}/aftercare-contacts`, AFTERCARE);
    const { on } = AFTERCARE;
    expect(await dossier.as.candidate.read(`${dossier.path}/aftercare-contacts/${id}`)).toMatchObject({
      id,
      ...AFTERCARE,
    });
    const counts = async (day: string) => (await read<{ counts: Body }>(`?on=${day}`)).counts;
    expect(await counts('2024-12-31')).toMatchObject({
      sessions: 1,
      minutes: 60,
      coachingMinutes: 60,
      structuralSupportMinutes: 0,
      aftercareMinutes: 15,
      aftercareContacts: 1,
    });
    expect(await counts('2024-08-12')).toMatchObject({ aftercareMinutes: 0, aftercareContacts: 0 });
    expect(await limitsOn('2024-12-31')).toEqual(before);
    await record(`/aftercare-contacts/${id}/corrections`, { minutes: null, with: 'employer', ...REASON });
    const corrected = await read(`/aftercare-contacts/${id}`);
    expect(corrected).toMatchObject({ on, with: 'employer', summary: AFTERCARE.summary });
    expect(corrected).not.toHaveProperty('minutes');
    expect(await counts('2024-12-31')).toMatchObject({ aftercareMinutes: 0, aftercareContacts: 1 });
  });

  it('is structural support where the closure says that it goes on', async () => {
    await record('/closures', { ...CLOSURE, structuralSupport: true });
    await record('/aftercare-contacts', AFTERCARE);
    const { counts } = await read<{ counts: Body }>();
    expect(counts).toMatchObject({ structuralSupportMinutes: 15, aftercareMinutes: 0 });
  });
});

describe('a request to correct', () => {
  it('is asked by the candidate, answered once by the coordinator, and read back with its answer', async () => {
    const about = await dossier.session('2024-03-03');
    const { candidate, coach, coordinator } = dossier.as;
    const path = `${dossier.path}/correction-requests`;
    const text = 'Deze coachsessie was een dag later.';
    const id = await candidate.record(path, { about, text });
    expect(await candidate.read(`${path}/${id}`)).toMatchObject({ id, about, text, status: 'open' });
    const answer = { decision: 'granted', reason: 'De agenda laat het zien.' };
    for (const client of [candidate, coach]) {
      expect((await client.post(`${path}/${id}/answers`, answer)).status).toBe(403);
    }
    await coordinator.record(`${path}/${id}/answers`, answer);
    expect((await coordinator.post(`${path}/${id}/answers`, answer)).status).toBe(200);
    await coordinator.record(`${dossier.path}/sessions/${about}/corrections`, {
      on: '2024-03-04',
      ...REASON,
    });
    expect(await candidate.read(`${path}/${id}`)).toMatchObject({
      text,
      status: 'granted',
      reason: answer.reason,
    });
    const words = (await candidate.all(`${dossier.path}/timeline`)).slice(-3).map((line) => line.words);
    expect(words).toEqual([
      'De kandidaat vroeg om iets te verbeteren.',
      'Het correctieverzoek is ingewilligd.',
      'Een coachsessie is verbeterd.',
    ]);
  });
});

describe('a next trajectory under another funder', () => {
  it('continues the clocks, the line of coaches and the story of the one that was closed', async () => {
    const placementId = await dossier.place('2024-01-08');
    await dossier.grant('2024-01-08', '2024-06-30');
    await dossier.session('2024-06-10');
    await record('/closures', CLOSURE);
    const { candidateId, coachId, employerId, organisationId, trajectoryId: continues } = dossier.ids;
    const funderId = await cast.funder('uwv-2014');
    const people = { candidateId, coachId, employerId, organisationId };
    const next = await cast.dossier({ ...people, funderId, continues, openedOn: '2024-07-01' });
    const again = await next.place('2024-01-08');
    await next.session('2024-07-09');

    // Reading 52: the job recorded twice counts once, from the earliest opening; the clock of UWV binds now.
    const { clocks } = await next.as['case-director'].read<Limits & Body>(
      `${next.path}/limits?on=2024-08-01`,
    );
    expect(clocks.map(({ clock, binding }) => [clock, binding])).toEqual([
      ['uwv-2014', true],
      ['municipal-2y', false],
    ]);
    const [smaller] = [placementId, again].sort();
    for (const [index, lastDay] of [
      [0, '2027-01-07'],
      [1, '2026-01-07'],
    ] as const) {
      expect(clocks[index]?.terms).toMatchObject([
        { startsOn: '2024-01-08', lastDay, elapsed: 'P6M24D', status: 'running', placementIds: [smaller] },
      ]);
    }
    const continuity = await next.as.coordinator.read<Continuity & Body>(
      `/v1/candidates/${candidateId}/continuity?on=2024-08-01`,
    );
    expect(continuity.coachChanges).toBe(0);
    expect(continuity.employers).toHaveLength(1);
    expect(continuity.coaches.map(({ trajectoryId, from, until }) => [trajectoryId, from, until])).toEqual([
      [continues, '2024-01-01', '2024-06-30'],
      [next.ids.trajectoryId, '2024-07-01', null],
    ]);
    const [opening] = await next.as['case-director'].all(`${next.path}/timeline`);
    expect(opening?.words).toBe('Het traject is geopend op 2024-07-01, als vervolg op een eerder traject.');
    const story = await next.as['case-director'].all(`${dossier.path}/timeline`);
    expect(story.at(-1)?.words).toBe('Het traject is gesloten; de laatste dag is 2024-06-30.');
  });

  it('may continue one that is still open, and never somebody else’s', async () => {
    const { candidateId, organisationId, trajectoryId: continues } = dossier.ids;
    const opening = {
      candidateId,
      organisationId,
      funderId: await cast.funder('uwv-2014'),
      openedOn: '2024-07-01',
    };
    const { coordinator } = dossier.as;
    expect((await coordinator.post('/v1/trajectories', { ...opening, continues })).status).toBe(201);
    const other = await cast.dossier({ organisationId });
    const refused = await coordinator.post('/v1/trajectories', {
      ...opening,
      continues: other.ids.trajectoryId,
    });
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      409,
      'trajectory.unknown',
      'continues',
    ]);
  });
});
