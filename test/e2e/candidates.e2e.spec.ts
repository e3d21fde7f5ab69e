import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, Service } from './parties-service.js';
import { day, idsOf, itemsOf, NOBODY, registerParties } from './parties-world.js';

const BSN = '111222333';
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

describe('a candidate', () => {
  const details = {
    name: 'J. de Vries',
    contact: { email: 'kandidaat@doorlopend.example', phone: '06 12345678' },
    legalRepresentative: 'A. de Vries',
  };

  it('is found by the reference of the organisation that registered them, and by nobody out of sight', async () => {
    const written = await coordinator.post('/v1/candidates', { ...details, reference: 'K-0017' });
    expect(written.status).toBe(201);
    const candidateId = String(written.body.id);
    const found = [{ id: candidateId, ...details, reference: 'K-0017', trajectoryIds: [] }];
    const path = '/v1/candidates?reference=K-0017';
    expect(itemsOf(await coordinator.get(path))).toEqual(found);
    expect((await coordinator.get(written.headers.get('location') ?? '')).body).toEqual(found[0]);
    const self = await service.as({ role: 'candidate', candidate: candidateId });
    expect(itemsOf(await self.get(path))).toEqual(found);
    const employer = await service.as({ role: 'employer', employer: employerId });
    for (const asker of [otherCoordinator, administrator, caseDirector, coach, employer]) {
      expect(itemsOf(await asker.get(path))).toEqual([]);
      expect((await asker.get(`/v1/candidates/${candidateId}`)).body.code).toBe('candidate.not-found');
    }
    expect((await coordinator.get('/v1/candidates')).body).toMatchObject({
      status: 400,
      code: 'field.required',
      field: 'reference',
    });
  });

  it('shares a reference with one of another organisation, each in sight of their own', async () => {
    const one = await coordinator.record('/v1/candidates', { ...details, reference: 'K-0018' });
    const two = await otherCoordinator.record('/v1/candidates', { ...details, reference: ' K-0018' });
    expect(idsOf(await coordinator.get('/v1/candidates?reference=K-0018'))).toEqual([one]);
    expect(idsOf(await otherCoordinator.get('/v1/candidates?reference=K-0018'))).toEqual([two]);
  });

  it('shows each asker the trajectories in their sight', async () => {
    const candidateId = await coordinator.record('/v1/candidates', { ...details, reference: 'K-0019' });
    const otherFunderId = await administrator.record('/v1/funders', {
      name: 'UWV Noord',
      kind: 'uwv',
      ruleSet: 'uwv-2014',
    });
    const open = (asker: Client, opening: object) =>
      asker.record('/v1/trajectories', { candidateId, openedOn: day(-400), ...opening });
    const first = await open(coordinator, { funderId, organisationId });
    const apart = await open(coordinator, { funderId: otherFunderId, organisationId, openedOn: day(-300) });
    await coordinator.record(`/v1/trajectories/${first}/coach-assignments`, {
      coachId,
      from: day(-400),
      until: day(-200),
      chosenBy: 'candidate',
    });
    const seen = async (asker: Client) => {
      const [item] = itemsOf(await asker.get('/v1/candidates?reference=K-0019'));
      return item?.trajectoryIds;
    };
    const otherDirector = await service.as({ role: 'case-director', funder: otherFunderId });
    const auditor = await service.as({ role: 'auditor', funder: funderId });
    expect(await seen(coordinator)).toEqual([first, apart]);
    expect(await seen(caseDirector)).toEqual([first]);
    expect(await seen(auditor)).toBeUndefined();
    expect(await seen(otherDirector)).toEqual([apart]);
    // A former coach sees their own sessions, and not who it is.
    expect(await seen(coach)).toBeUndefined();
    expect(await seen(otherCoordinator)).toBeUndefined();
    expect(await seen(administrator)).toBeUndefined();

    const next = await open(otherCoordinator, {
      funderId: otherFunderId,
      organisationId: otherOrganisationId,
      openedOn: day(-100),
      continues: first,
    });
    expect(await seen(otherCoordinator)).toEqual([first, next]);
    expect(await seen(otherDirector)).toEqual([first, apart, next]);
    expect(await seen(coordinator)).toEqual([first, apart]);
    expect(await seen(caseDirector)).toEqual([first]);
  });

  it('is never registered with a BSN, unless the funder asks for one as reference', async () => {
    for (const bad of [{ reference: BSN }, { name: `Jan ${BSN}` }, { legalRepresentative: BSN }]) {
      expect(
        await coordinator.post('/v1/candidates', { ...details, reference: 'K-0020', ...bad }),
      ).toMatchObject({ status: 400, body: { code: 'bsn.not-allowed', field: Object.keys(bad)[0] } });
    }
    expect((await caseDirector.post('/v1/candidates', { ...details, reference: BSN })).status).toBe(400);
    const asking = await administrator.record('/v1/funders', {
      name: 'Gemeente Met BSN',
      kind: 'municipality',
      ruleSet: { basedOn: 'municipal-2y', name: 'met-bsn', title: 'Met BSN', asksForBsn: true },
    });
    const director = await service.as({ role: 'case-director', funder: asking });
    expect((await director.post('/v1/candidates', { ...details, reference: BSN })).status).toBe(201);
    expect(itemsOf(await director.get(`/v1/candidates?reference=${BSN}`))).toHaveLength(1);
  });

  it('is registered for a party that is there, by who may, with an e-mail address that is one', async () => {
    const body = { ...details, reference: 'K-0021' };
    for (const claims of [
      { role: 'coordinator' },
      { role: 'case-director' },
      { role: 'coach', coach: coachId },
      { role: 'auditor', funder: funderId },
    ] as const) {
      expect((await (await service.as(claims)).post('/v1/candidates', body)).status).toBe(403);
    }
    const ghost = await service.as({ role: 'coordinator', organisation: NOBODY });
    expect((await ghost.post('/v1/candidates', body)).body.code).toBe('organisation.unknown');
    const haunted = await service.as({ role: 'case-director', funder: NOBODY });
    expect((await haunted.post('/v1/candidates', body)).body.code).toBe('funder.unknown');
    expect((await administrator.post('/v1/candidates', body)).status).toBe(201);
    expect(
      await coordinator.post('/v1/candidates', { ...body, contact: { email: 'geen adres', fax: '1' } }),
    ).toMatchObject({
      status: 400,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ field: 'contact.email', code: 'email.invalid' }),
          expect.objectContaining({ field: 'contact.fax', code: 'field.unknown' }),
        ]),
      },
    });
  });
});
