import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import { SystemClock } from '../../src/shared/clock.js';
import { type Answer, type Client, Service } from './parties-service.js';

const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
const BSN = '111222333';
const today = new SystemClock().today();
const day = (days: number): CalendarDate => addDays(today, days);

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
  administrator = await service.as({ role: 'administrator' });
  funderId = await administrator.record('/v1/funders', {
    name: 'Gemeente Voorbeeldstad',
    kind: 'municipality',
    ruleSet: 'municipal-2y',
  });
  organisationId = await administrator.record('/v1/organisations', {
    name: 'Jobcoach Noord',
    kvkNumber: '12345678',
  });
  otherOrganisationId = await administrator.record('/v1/organisations', { name: 'Jobcoach Zuid' });
  coordinator = await service.as({ role: 'coordinator', organisation: organisationId });
  otherCoordinator = await service.as({ role: 'coordinator', organisation: otherOrganisationId });
  caseDirector = await service.as({ role: 'case-director', funder: funderId });
  employerId = await coordinator.record('/v1/employers', { name: 'Bakkerij De Halm' });
  coachId = await coordinator.record('/v1/coaches', { name: 'S. Jansen', organisationId });
  coach = await service.as({ role: 'coach', coach: coachId });
});

afterAll(() => service.stop());

function itemsOf({ body }: Answer): readonly Readonly<Record<string, unknown>>[] {
  return body.items as readonly Readonly<Record<string, unknown>>[];
}

function idsOf(answer: Answer): readonly unknown[] {
  return itemsOf(answer).map(({ id }) => id);
}

describe('a party that was registered', () => {
  it.each([
    ['/v1/funders', { name: 'UWV', kind: 'uwv', ruleSet: 'uwv-2014' }],
    ['/v1/organisations', { name: 'Jobcoach West' }],
    ['/v1/employers', { name: 'Garage Snel', kvkNumber: '87654321' }],
  ])('is read at its Location, with the ETag of the write: %s', async (path, body) => {
    const written = await administrator.post(path, body);
    expect(written.status).toBe(201);
    const location = written.headers.get('location') ?? '';
    expect(location).toBe(`${path}/${written.body.id}`);
    const read = await administrator.get(location);
    expect(read.body).toMatchObject({ id: written.body.id, name: body.name });
    expect(read.headers.get('etag')).toBe(written.headers.get('etag'));
    expect(idsOf(await coach.get(`${path}?limit=200`))).toContain(written.body.id);
  });

  it('is stored once when the request is repeated with its Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'register-de-eik' };
    const first = await administrator.post('/v1/employers', { name: 'De Eik' }, key);
    const again = await administrator.post('/v1/employers', { name: 'De Eik' }, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const other = await administrator.post('/v1/employers', { name: 'De Beuk' }, key);
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-key.reused' } });
  });

  it('is one of a collection that is read page by page', async () => {
    for (const name of ['Een', 'Twee', 'Drie']) await administrator.record('/v1/employers', { name });
    const all = idsOf(await coach.get('/v1/employers'));
    const read: unknown[] = [];
    let path: string | undefined = '/v1/employers?limit=2';
    while (path !== undefined) {
      const page: Answer = await coach.get(path);
      expect(itemsOf(page).length).toBeLessThanOrEqual(2);
      read.push(...idsOf(page));
      path = /^<(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(read).toEqual(all);
    expect(new Set(read).size).toBe(read.length);
  });

  it('is not there under an id that nobody registered', async () => {
    for (const kind of ['funder', 'organisation', 'employer', 'coach', 'candidate']) {
      const path = kind === 'coach' ? '/v1/coaches' : `/v1/${kind}s`;
      const read = await (kind === 'candidate' ? coordinator : administrator).get(`${path}/${NOBODY}`);
      expect(read).toMatchObject({ status: 404, body: { code: `${kind}.not-found` } });
    }
    const adopted = { effectiveOn: today, ruleSet: 'municipal-3y' };
    expect(await administrator.post(`/v1/funders/${NOBODY}/rule-set-versions`, adopted)).toMatchObject({
      status: 404,
      body: { code: 'funder.not-found' },
    });
    const recognition = { kind: 'register', issuer: 'Register Jobcoach', from: today };
    for (const [path, code] of [
      ['coaches', 'coach.not-found'],
      ['organisations', 'organisation.not-found'],
    ]) {
      expect(await administrator.post(`/v1/${path}/${NOBODY}/recognitions`, recognition)).toMatchObject({
        status: 404,
        body: { code },
      });
    }
  });
});

describe('who may register', () => {
  it('is decided by the table: others than the administrator are refused funders and organisations', async () => {
    const funder = { name: 'UWV', kind: 'uwv', ruleSet: 'uwv-2014' };
    for (const asker of [coordinator, caseDirector, coach]) {
      expect(await asker.post('/v1/funders', funder)).toMatchObject({
        status: 403,
        body: { code: 'role.may-not' },
      });
      expect((await asker.post('/v1/organisations', { name: 'Nieuw' })).status).toBe(403);
    }
    expect((await caseDirector.post('/v1/employers', { name: 'Nieuw' })).status).toBe(403);
  });

  it('lets a coordinator register coaches at the own organisation only', async () => {
    const elsewhere = { name: 'B. Bos', organisationId: otherOrganisationId };
    expect((await coordinator.post('/v1/coaches', elsewhere)).status).toBe(403);
    expect(await administrator.post('/v1/coaches', { name: 'B. Bos', organisationId: NOBODY })).toMatchObject(
      {
        status: 409,
        body: { code: 'organisation.unknown', field: 'organisationId' },
      },
    );
  });

  it('lets a coordinator act on coaches and organisations of their own only', async () => {
    const recognition = { kind: 'register', issuer: 'Register Jobcoach', from: today };
    for (const path of [`/v1/coaches/${coachId}`, `/v1/organisations/${organisationId}`]) {
      expect((await otherCoordinator.post(`${path}/recognitions`, recognition)).status).toBe(403);
    }
    const employment = { organisationId: otherOrganisationId, from: today };
    expect((await otherCoordinator.post(`/v1/coaches/${coachId}/employments`, employment)).status).toBe(403);
  });
});

describe('the rules of a funder', () => {
  it('may be a document of its own, whole or based on a preset', async () => {
    const own = { basedOn: 'municipal-2y', name: 'voorbeeldstad', title: 'Eigen regels' };
    const id = await administrator.record('/v1/funders', {
      name: 'Gemeente Dorp',
      kind: 'municipality',
      ruleSet: { ...own, clock: { maximum: 'P30M' } },
    });
    const [version] = itemsOf(await caseDirector.get(`/v1/funders/${id}/rule-set-versions`));
    expect(version).toMatchObject({ version: 1, effectiveOn: null, lastDay: null });
    expect(version).toMatchObject({ ruleSet: { name: 'voorbeeldstad', clock: { maximum: 'P30M' } } });
    const whole = { name: 'Gemeente Stad', kind: 'municipality', ruleSet: version?.ruleSet };
    expect((await administrator.post('/v1/funders', whole)).status).toBe(201);
  });

  it('are refused with the place of the fault, together with every other fault', async () => {
    const ruleSet = { basedOn: 'municipal-2y', name: 'x', title: 'X', clock: { maximum: 'twee jaar' } };
    const { status, body } = await administrator.post('/v1/funders', { kind: 'stad', ruleSet });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([
      { field: 'name', code: 'field.required' },
      { field: 'kind', code: 'value.unknown' },
      { field: 'ruleSet', code: 'rule-set.invalid', detail: expect.stringContaining('clock.maximum') },
    ]);
    for (const [bad, code] of [
      ['municipal-9y', 'rule-set.unknown'],
      [42, 'rule-set.invalid'],
      [[], 'rule-set.invalid'],
      [null, 'field.required'],
    ]) {
      const refused = await administrator.post('/v1/funders', { name: 'X', kind: 'uwv', ruleSet: bad });
      expect(refused).toMatchObject({ status: 400, body: { code, field: 'ruleSet' } });
    }
  });

  it('get new versions from their own case director, each with the days on which it holds', async () => {
    const path = `/v1/funders/${funderId}/rule-set-versions`;
    const next = { effectiveOn: day(30), ruleSet: 'municipal-3y' };
    expect((await coordinator.post(path, next)).status).toBe(403);
    const stranger = await service.as({ role: 'case-director', funder: NOBODY });
    expect((await stranger.post(path, next)).status).toBe(403);
    const adopted = await caseDirector.post(path, next, { 'if-match': '"1"' });
    expect(adopted).toMatchObject({ status: 201, body: { revision: 2 } });
    expect(
      await caseDirector.post(path, { ...next, effectiveOn: day(60) }, { 'if-match': '"1"' }),
    ).toMatchObject({ status: 412, body: { code: 'revision.stale' } });
    expect(await caseDirector.post(path, { ...next, ruleSet: 'uwv-2014' })).toMatchObject({
      status: 409,
      body: { code: 'rule-set.not-after-previous' },
    });
    expect(itemsOf(await coach.get(path))).toMatchObject([
      { version: 1, effectiveOn: null, lastDay: day(29), ruleSet: { name: 'municipal-2y' } },
      { version: 2, effectiveOn: day(30), lastDay: null, ruleSet: { name: 'municipal-3y' } },
    ]);
    expect((await coach.get(`/v1/funders/${funderId}`)).body).toEqual({
      id: funderId,
      name: 'Gemeente Voorbeeldstad',
      kind: 'municipality',
      ruleSet: { name: 'municipal-2y', version: 1 },
    });
    const first = await coach.get(`${path}?limit=1`);
    const link = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(itemsOf(await coach.get(link))).toMatchObject([{ version: 2 }]);
  });
});

describe('a recognition', () => {
  it('of a coach or an organisation has its validity, and ends once', async () => {
    for (const path of [`/v1/coaches/${coachId}`, `/v1/organisations/${organisationId}`]) {
      const terms = { kind: 'registratie', issuer: 'Register Jobcoach', from: day(-100), until: day(100) };
      expect(await coordinator.post(`${path}/recognitions`, { ...terms, until: day(-101) })).toMatchObject({
        status: 400,
        body: { code: 'period.invalid', field: 'until' },
      });
      const given = await coordinator.post(`${path}/recognitions`, terms);
      expect(given.status).toBe(201);
      const endings = `${path}/recognitions/${given.body.id}/endings`;
      const ended = { endedOn: day(-1), reason: 'Niet verlengd.' };
      expect(await coordinator.post(endings, ended)).toMatchObject({
        status: 201,
        body: { id: given.body.id },
      });
      expect((await coordinator.post(endings, ended)).status).toBe(200);
      expect(await coordinator.post(endings, { ...ended, endedOn: day(-2) })).toMatchObject({
        status: 409,
        body: { code: 'recognition.already-ended' },
      });
      expect((await coordinator.post(`${path}/recognitions/${NOBODY}/endings`, ended)).body.code).toBe(
        'recognition.not-found',
      );
      const read = await coordinator.get(given.headers.get('location') ?? '');
      expect(itemsOf(read)).toEqual([{ id: given.body.id, ...terms, endedOn: day(-1) }]);
    }
  });
});

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
    const found = [{ id: candidateId, reference: 'K-0017', trajectoryIds: [] }];
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
    expect(await seen(auditor)).toEqual([first]);
    expect(await seen(otherDirector)).toEqual([apart]);
    expect(await seen(coach)).toEqual([first]);
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
