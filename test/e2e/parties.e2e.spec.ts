import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Client, Service } from './parties-service.js';
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
    coachId,
  } = await registerParties(service));
});

afterAll(() => service.stop());

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
    const clock = { maximum: 'twee jaar', pauze: 'P4W' };
    const ruleSet = { basedOn: 'municipal-2y', name: 'x', clock };
    const { status, body } = await administrator.post('/v1/funders', { kind: 'stad', ruleSet });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([
      { field: 'name', code: 'field.required' },
      { field: 'kind', code: 'value.unknown' },
      { field: 'ruleSet.title', code: 'rule-set.field-required' },
      { field: 'ruleSet.clock.maximum', code: 'rule-set.invalid' },
      { field: 'ruleSet.clock.pauze', code: 'rule-set.field-unknown' },
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
