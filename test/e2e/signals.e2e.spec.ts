import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Body, Client } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { today } from './signal-routes.js';
import { Cast, type Dossier, placement } from './story.js';

jest.setTimeout(patience(60_000));

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

const at = (path: string) => `${dossier.path}${path}`;
const wordsOf = async () => (await dossier.as.coach.all(at('/timeline'))).map(({ words }) => words);
const REASON = { reason: 'De datum was verkeerd.' };

describe('incidents', () => {
  const incident = { on: '2024-04-10', initiatedBy: 'employer', summary: 'Liep boos weg.' };

  it('are reported, resolved and reopened, each day as it was on that day', async () => {
    const { coach } = dossier.as;
    const body = { ...incident, employerId: dossier.ids.employerId };
    const written = await coach.post(at('/incidents'), body);
    const location = written.headers.get('location') ?? '';
    expect(await coach.read(location)).toMatchObject({ ...body, resolvedOn: null, resolution: null });
    const resolution = { on: '2024-04-12', summary: 'Besproken.' };
    const resolved = await coach.post(`${location}/resolutions`, resolution);
    expect([resolved.status, resolved.headers.get('location')]).toEqual([201, location]);
    expect((await coach.post(`${location}/resolutions`, resolution)).status).toBe(200);
    expect(await coach.read(location)).toMatchObject({
      resolvedOn: '2024-04-12',
      resolution: 'Besproken.',
      daysOpen: 2,
    });
    expect(await coach.read(`${location}?on=2024-04-11`)).toMatchObject({
      resolvedOn: null,
      resolution: null,
      daysOpen: 1,
    });
    expect((await coach.get(`${location}?on=2024-04-09`)).status).toBe(404);
    expect(await coach.all(at('/incidents?on=2024-04-09'))).toEqual([]);
    await coach.record(`${location}/corrections`, { resolvedOn: null, ...REASON });
    expect(await coach.read(location)).toMatchObject({ resolvedOn: null, resolution: null });
    expect((await wordsOf()).slice(-3)).toEqual([
      'Er was een incident op 2024-04-10 bij Bakkerij De Halm.',
      'Een incident is opgelost op 2024-04-12.',
      'Een incident is verbeterd.',
    ]);
  });

  it('are as they were known on a day: before that was today, nothing was known', async () => {
    const { coach } = dossier.as;
    const id = await coach.record(at('/incidents'), incident);
    expect(await coach.all(at(`/incidents?knownOn=${today()}`))).toMatchObject([
      { id, summary: 'Liep boos weg.' },
    ]);
    expect((await coach.get(at('/incidents?knownOn=2024-04-10'))).status).toBe(404);
    expect((await coach.get(at(`/incidents/${id}?knownOn=2024-04-10`))).status).toBe(404);
  });

  it('are an employer’s to report about itself, while it has a placement and six months after', async () => {
    const { employer, coordinator } = dossier.as;
    const report = (body: object = incident) => employer.post(at('/incidents'), body);
    expect((await report()).status).toBe(404);
    const placementId = await dossier.place('2024-01-08');
    const { status, headers } = await report();
    expect(status).toBe(201);
    const location = headers.get('location') ?? '';
    expect(await employer.read(location)).toMatchObject({ employerId: dossier.ids.employerId });
    const elsewhere = await cast.employer('Kwekerij Zuid');
    expect((await report({ ...incident, employerId: elsewhere })).body.code).toBe('role.may-not');
    expect((await employer.post(`${location}/corrections`, { employerId: null, ...REASON })).body.code).toBe(
      'role.may-not',
    );
    const others = await coordinator.record(at('/incidents'), { ...incident, employerId: elsewhere });
    const resolution = { on: '2024-04-12', summary: 'Besproken.' };
    for (const [path, body] of [
      ['resolutions', resolution],
      ['corrections', { on: '2024-04-09', ...REASON }],
    ] as const) {
      const refused = await employer.post(at(`/incidents/${others}/${path}`), body);
      expect([refused.status, refused.body.code]).toEqual([404, 'incident.not-found']);
    }
    await dossier.end(placementId, '2024-06-30');
    expect((await report()).status).toBe(404);
    expect((await employer.get(location)).status).toBe(404);
  });

  it('are at an employer that is registered', async () => {
    const nobody = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
    const { coach } = dossier.as;
    const refused = await coach.post(at('/incidents'), { ...incident, employerId: nobody });
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      409,
      'employer.unknown',
      'employerId',
    ]);
    const id = await coach.record(at('/incidents'), incident);
    const changes = { employerId: nobody, ...REASON };
    expect((await coach.post(at(`/incidents/${id}/corrections`), changes)).body.code).toBe(
      'employer.unknown',
    );
  });
});

describe('support needs', () => {
  it('have a life domain of the list, and no text beside who can help', async () => {
    const { coach } = dossier.as;
    const need = { on: '2024-04-15', lifeDomain: 'finances', referredTo: 'De Kredietbank' };
    const faults = async (body: object) => (await coach.post(at('/support-needs'), body)).body.code;
    expect(await faults({ ...need, lifeDomain: 'addiction' })).toBe('value.unknown');
    expect(await faults({ ...need, summary: 'Heeft schulden.' })).toBe('field.unknown');
    const id = await coach.record(at('/support-needs'), need);
    await coach.record(at(`/support-needs/${id}/corrections`), { lifeDomain: 'housing', ...REASON });
    expect(await dossier.as.candidate.all(at('/support-needs'))).toMatchObject([
      { ...need, id, lifeDomain: 'housing' },
    ]);
  });
});

describe('contact rhythms', () => {
  it('are read against the contacts that there were', async () => {
    const { coach } = dossier.as;
    const id = await coach.record(at('/contact-rhythms'), { everyDays: 14, from: '2024-02-01' });
    await dossier.session('2024-02-10');
    await dossier.session('2024-03-01');
    const readOn = (on: string) => coach.read(at(`/contact-rhythms/${id}?on=${on}`));
    expect(await readOn('2024-03-10')).toMatchObject({
      everyDays: 14,
      from: '2024-02-01',
      until: null,
      lastContactOn: '2024-03-01',
      daysSinceContact: 9,
      nextDueOn: '2024-03-15',
      overdue: false,
      tooLong: [{ from: '2024-02-10', to: '2024-03-01', days: 20 }],
    });
    const next = await coach.record(at('/contact-rhythms'), { everyDays: 7, from: '2024-03-11' });
    expect(await coach.all(at('/contact-rhythms?on=2024-03-20'))).toMatchObject([
      { id: next, nextDueOn: '2024-03-18', overdue: true },
      { id, until: '2024-03-10', nextDueOn: null, overdue: false },
    ]);
    await coach.record(at(`/contact-rhythms/${next}/corrections`), { everyDays: 10, ...REASON });
    expect(await coach.read(at(`/contact-rhythms/${next}?on=2024-03-20`))).toMatchObject({
      nextDueOn: '2024-03-21',
      overdue: false,
    });
  });
});

describe('a request for another coach', () => {
  it('is the candidate’s, shows how long it waits, and is closed by an answer', async () => {
    const { candidate, coordinator } = dossier.as;
    const preferredCoachId = await cast.coach(dossier.ids.organisationId, 'Bram Vervangsma');
    const { headers } = await candidate.post(at('/coach-change-requests'), { preferredCoachId });
    const location = headers.get('location') ?? '';
    expect(await coordinator.read(location)).toMatchObject({
      on: today(),
      preferredCoachId,
      reason: null,
      decision: null,
      answeredOn: null,
      answer: null,
      daysWaited: 0,
    });
    const answer = { decision: 'granted', reason: 'Er is plaats.', on: today() };
    expect((await coordinator.post(`${location}/answers`, answer)).headers.get('location')).toBe(location);
    expect(await candidate.read(location)).toMatchObject({
      decision: 'granted',
      answeredOn: today(),
      answer: 'Er is plaats.',
      daysWaited: 0,
    });
    expect(await dossier.as.coach.read(location)).not.toHaveProperty('answer');
  });

  it('names a coach who is registered', async () => {
    const preferredCoachId = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
    const refused = await dossier.as.candidate.post(at('/coach-change-requests'), { preferredCoachId });
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      409,
      'coach.unknown',
      'preferredCoachId',
    ]);
  });
});

describe('who can be called', () => {
  const reachable = (on: string, more = '') => dossier.as.candidate.read(at(`/reachable?on=${on}${more}`));

  it('is told by name, with the days that nobody covers', async () => {
    const { coordinator, coach } = dossier.as;
    const { coachId } = dossier.ids;
    await dossier.as['case-director'].record(at('/case-directors'), {
      name: 'M. de Boer',
      from: '2024-01-01',
    });
    const own = { coachId, name: 'Sanne Coachsma', away: null };
    expect(await reachable('2024-05-05')).toEqual({
      on: '2024-05-05',
      coach: own,
      substitute: null,
      caseDirector: { name: 'M. de Boer', from: '2024-01-01' },
      gap: null,
    });
    const away = { from: '2024-05-06', until: '2024-05-17' };
    await coach.record(`/v1/coaches/${coachId}/absences`, away);
    expect(await reachable('2024-05-05')).toMatchObject({ coach: own, gap: away });
    expect(await reachable('2024-05-06')).toMatchObject({ coach: { ...own, away }, gap: away });
    const standIn = await cast.coach(dossier.ids.organisationId, 'Bram Vervangsma');
    const substitution = { coachId: standIn, from: '2024-05-06', until: '2024-05-16', reason: 'Vakantie.' };
    const id = await coordinator.record(at('/substitutions'), substitution);
    expect(await reachable('2024-05-06')).toMatchObject({
      coach: { away },
      substitute: { coachId: standIn, name: 'Bram Vervangsma', away: null },
      gap: { from: '2024-05-17', until: '2024-05-17' },
    });
    await coordinator.record(at(`/substitutions/${id}/corrections`), { until: null, ...REASON });
    expect(await reachable('2024-05-06', `&knownOn=${today()}`)).toMatchObject({ gap: null });
  });

  it('is nobody after the last assignment, and from then on', async () => {
    const [assignment] = await dossier.as.coordinator.all(at('/coach-assignments'));
    const path = at(`/coach-assignments/${assignment?.id}/corrections`);
    await dossier.as.coordinator.record(path, { until: '2024-05-31', ...REASON });
    expect(await reachable('2024-06-01')).toMatchObject({
      coach: null,
      caseDirector: null,
      gap: { from: '2024-06-01', until: null },
    });
  });
});

describe('what is corrected', () => {
  const read = (client: Client, path: string) => client.read<Body>(at(path));

  it('is read as it should have been recorded', async () => {
    const { coordinator, 'case-director': director, coach } = dossier.as;
    const correct = (path: string, body: object, as = director) =>
      as.record(at(`${path}/corrections`), { ...body, ...REASON });
    const placementId = await dossier.place('2024-01-08');
    const contact = { employerId: dossier.ids.employerId, on: '2024-04-01', minutes: 15, kind: 'check-in' };
    const contactId = await coach.record(at('/employer-contacts'), { ...contact, summary: 'Gaat goed.' });
    await correct(`/employer-contacts/${contactId}`, { minutes: 20, initiatedBy: 'employer' }, coach);
    expect(await read(coach, `/employer-contacts/${contactId}`)).toMatchObject({
      ...contact,
      minutes: 20,
      initiatedBy: 'employer',
      summary: 'Gaat goed.',
    });
    const directorId = await director.record(at('/case-directors'), { name: 'Fout', from: '2024-01-01' });
    await correct(`/case-directors/${directorId}`, { name: 'M. de Boer' });
    expect(await reachableDirector()).toBe('M. de Boer');
    const managerId = await director.record(at('/case-managers'), { name: 'P. Jansen', from: '2024-01-01' });
    await correct(`/case-managers/${managerId}`, { from: '2024-02-01' });
    expect(await read(director, `/case-managers/${managerId}`)).toMatchObject({ from: '2024-02-01' });
    const note = { placementId, fits: ['Rust'], doesNotFit: [], adjustments: [], shareWithNext: [] };
    const fitId = await coach.record(at('/fit-notes'), note);
    await correct(`/fit-notes/${fitId}`, { fits: ['Vaste begintijd'] }, coach);
    expect(await read(coach, `/fit-notes/${fitId}`)).toMatchObject({
      placementId,
      fits: ['Vaste begintijd'],
    });
    expect((await wordsOf()).slice(-1)).toEqual(['Wat past bij de kandidaat is verbeterd.']);
    expect(await coordinator.all(at('/events'))).not.toHaveLength(0);
  });

  const reachableDirector = async () => {
    const { caseDirector } = await dossier.as.coach.read<{ caseDirector: { name: string } } & Body>(
      at('/reachable'),
    );
    return caseDirector.name;
  };

  it('of an organisation or of rules changes the days on which they hold', async () => {
    const director = dossier.as['case-director'];
    const organisationId = await cast.organisation('Jobcoach Zuid');
    const change = { organisationId, on: '2024-06-01', reason: 'Verhuizing.', candidateChose: true };
    const changeId = await director.record(at('/organisation-changes'), change);
    await director.record(at(`/organisation-changes/${changeId}/corrections`), {
      on: '2024-07-01',
      ...REASON,
    });
    const organisationOn = async (on: string) => (await director.read(at(`?on=${on}`))).organisationId;
    expect(await organisationOn('2024-06-30')).toBe(dossier.ids.organisationId);
    expect(await organisationOn('2024-07-01')).toBe(organisationId);
    await cast.adopt(dossier.ids.funderId, 'municipal-3y');
    const move = { ruleSetVersion: 2, on: '2024-06-01', reason: 'Langer.' };
    const moveId = await director.record(at('/rule-set-moves'), move);
    const correction = at(`/rule-set-moves/${moveId}/corrections`);
    expect((await director.post(correction, { ruleSetVersion: 9, ...REASON })).body.code).toBe(
      'rule-set.version-unknown',
    );
    await director.record(correction, { ruleSetVersion: 1, ...REASON });
    expect(await director.read(at('?on=2024-06-01'))).toMatchObject({ ruleSet: { version: 1 } });
  });
});

describe('a job change', () => {
  it('says what has to be done again, and by which rule', async () => {
    const next = await cast.employer('Kwekerij Zuid');
    await dossier.place('2024-01-08');
    const { coach } = dossier.as;
    await coach.record(at('/job-changes'), {
      endedOn: '2024-06-30',
      reason: 'Ander werk.',
      next: placement(next, '2024-07-08'),
    });
    const overview = (more = '') => coach.read(at(`/job-change?on=2024-07-10${more}`));
    expect(await overview()).toMatchObject({
      toApplyFor: [
        {
          kind: 'first',
          dueOn: '2024-08-05',
          why: { path: 'clock.newEmployer', ruleSet: 'municipal-2y', version: 1 },
          term: { path: 'deadlines.firstApplication' },
        },
      ],
      toAgreeWhy: { path: 'deadlines.planAgreement' },
      toContact: [next],
    });
    await coach.record(at('/employer-contacts'), {
      employerId: next,
      on: '2024-07-09',
      minutes: 15,
      kind: 'advice',
      summary: 'Kennisgemaakt.',
    });
    expect(await overview()).toMatchObject({ toContact: [] });
  });
});
