import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, Service } from './parties-service.js';
import { day, idsOf, itemsOf, NOBODY, registerParties, today } from './parties-world.js';

const service = new Service();
let administrator: Client;
let coordinator: Client;
let otherCoordinator: Client;
let caseDirector: Client;
let coach: Client;
let funderId: string;
let organisationId: string;
let otherOrganisationId: string;
let employerId: string;
let coachId: string;

beforeAll(async () => {
  await service.start();
  ({
    administrator,
    coordinator,
    otherCoordinator,
    caseDirector,
    coach,
    funderId,
    organisationId,
    otherOrganisationId,
    employerId,
    coachId,
  } = await registerParties(service));
});

afterAll(() => service.stop());

describe('a coach', () => {
  it('has a tie with a candidate or an employer, declared by the coach or others who may', async () => {
    const path = `/v1/coaches/${coachId}/ties`;
    const tie = { kind: 'family', employerId, from: day(-10) };
    expect((await coach.post(path, tie)).status).toBe(201);
    expect(await coach.post(path, { ...tie, candidateId: NOBODY })).toMatchObject({
      status: 409,
      body: { code: 'candidate.unknown' },
    });
    expect(await coach.post(path, { ...tie, employerId: NOBODY })).toMatchObject({
      status: 409,
      body: { code: 'employer.unknown' },
    });
    expect(await coach.post(path, { kind: 'family', from: day(-10) })).toMatchObject({
      status: 400,
      body: { code: 'tie.party-unclear' },
    });
    expect((await caseDirector.post(path, { ...tie, kind: 'colleague' })).status).toBe(201);
    const stranger = await service.as({ role: 'coach', coach: NOBODY });
    expect((await stranger.post(path, tie)).status).toBe(403);
    expect((await coach.get(`/v1/coaches/${coachId}`)).body.ties).toMatchObject([
      { kind: 'family', employerId, candidateId: null, from: day(-10), until: null },
      { kind: 'colleague' },
    ]);
  });

  it('says to be away, also in days to come; nobody else than the own organisation may say so', async () => {
    const path = `/v1/coaches/${coachId}/absences`;
    const away = { from: day(5), until: day(9) };
    expect((await coach.post(path, away)).status).toBe(201);
    expect((await otherCoordinator.post(path, away)).status).toBe(403);
    expect((await administrator.post(path, away)).status).toBe(403);
    expect((await coach.post(path, { from: day(5), until: day(4) })).body.code).toBe('period.invalid');
    expect((await coordinator.get(`/v1/coaches/${coachId}`)).body.absences).toMatchObject([away]);
  });

  it('is in sight of the own organisation, the administrator and themselves, and of nobody else', async () => {
    const path = `/v1/coaches/${coachId}`;
    for (const asker of [administrator, coordinator, coach]) {
      expect((await asker.get(path)).body).toMatchObject({ id: coachId, name: 'S. Jansen', organisationId });
      expect(idsOf(await asker.get('/v1/coaches'))).toContain(coachId);
    }
    const candidate = await service.as({ role: 'candidate', candidate: NOBODY });
    for (const asker of [otherCoordinator, caseDirector, candidate]) {
      for (const hidden of [path, `${path}/recognitions`, `${path}/days?from=${today}&to=${today}`]) {
        expect(await asker.get(hidden)).toMatchObject({ status: 404, body: { code: 'coach.not-found' } });
      }
      expect(idsOf(await asker.get('/v1/coaches'))).not.toContain(coachId);
    }
  });

  it('who is to change organisations is in sight of both, and a matter of the old one until that day', async () => {
    const id = await coordinator.record('/v1/coaches', { name: 'B. Bos', organisationId });
    const employments = `/v1/coaches/${id}/employments`;
    expect((await coordinator.post(employments, { organisationId: NOBODY, from: day(10) })).body.code).toBe(
      'organisation.unknown',
    );
    await coordinator.record(employments, { organisationId: otherOrganisationId, from: day(10) });
    for (const asker of [coordinator, otherCoordinator]) {
      expect((await asker.get(`/v1/coaches/${id}`)).body).toMatchObject({ id, organisationId });
      expect(idsOf(await asker.get('/v1/coaches'))).toContain(id);
    }
    const away = { from: day(1) };
    expect((await otherCoordinator.post(`/v1/coaches/${id}/absences`, away)).status).toBe(403);
    await coordinator.record(employments, { organisationId: otherOrganisationId, from: day(-10) });
    expect((await coordinator.get(`/v1/coaches/${id}`)).status).toBe(404);
    expect(idsOf(await coordinator.get('/v1/coaches'))).not.toContain(id);
    expect((await otherCoordinator.get(`/v1/coaches/${id}`)).body.organisationId).toBe(otherOrganisationId);
    expect((await otherCoordinator.post(`/v1/coaches/${id}/absences`, away)).status).toBe(201);
  });
});

describe('the days of a coach', () => {
  it('add up the minutes over all candidates, for the coach and the own coordinator', async () => {
    const on = day(-20);
    for (const [reference, minutes] of [
      ['K-0030', 60],
      ['K-0031', 45],
    ] as const) {
      const candidateId = await coordinator.record('/v1/candidates', { name: 'K', reference });
      const opening = { candidateId, funderId, organisationId, openedOn: day(-30) };
      const trajectory = `/v1/trajectories/${await coordinator.record('/v1/trajectories', opening)}`;
      const assignment = { coachId, from: day(-30), chosenBy: 'candidate' };
      await coordinator.record(`${trajectory}/coach-assignments`, assignment);
      const session = { coachId, on, minutes, activity: 'training', form: 'phone', summary: 'Geoefend.' };
      await coach.record(`${trajectory}/sessions`, session);
    }
    const path = `/v1/coaches/${coachId}/days`;
    for (const asker of [coach, coordinator]) {
      expect(itemsOf(await asker.get(`${path}?from=${day(-20)}&to=${day(-20)}`))).toEqual([
        { on, minutes: 105, sessions: 2 },
      ]);
    }
    expect(itemsOf(await coach.get(`${path}?from=${day(-19)}&to=${today}`))).toEqual([]);
    const hidden = await administrator.get(`${path}?from=${day(-20)}&to=${today}`);
    expect(hidden).toMatchObject({ status: 404, body: { code: 'coach.not-found' } });
  });

  it('are asked for at most a leap year at once, forwards', async () => {
    const path = `/v1/coaches/${coachId}/days`;
    const codeOf = async (query: string) => (await coach.get(`${path}?${query}`)).body.code;
    expect(await codeOf('from=2024-01-01&to=2024-12-31')).toBeUndefined();
    expect(await codeOf('from=2024-01-01&to=2025-01-01')).toBe('period.too-long');
    expect(await codeOf('from=2024-01-02&to=2024-01-01')).toBe('period.invalid');
    expect(await codeOf('from=2024-02-30&to=2024-03-01')).toBe('date.does-not-exist');
    expect(await codeOf('from=2024-02-29')).toBe('field.required');
  });
});
