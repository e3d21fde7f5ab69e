import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Body, Client, Items } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(60_000));

const RATED = {
  basedOn: 'municipal-2y',
  name: 'voorbeeldstad',
  title: 'Regels van Voorbeeldstad',
  rateCents: 7_478,
};
const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const REASON = { reason: 'Verkeerd genoteerd.' };

interface Period extends Body {
  readonly granted: number;
  readonly used: number;
  readonly approved: number;
  readonly declared: number;
  readonly left: number;
}

let service: Service;
let cast: Cast;
let dossier: Dossier;
let coordinator: Client;
let director: Client;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
});
afterAll(() => service.remove());

beforeEach(async () => {
  dossier = await cast.dossier({ ruleSet: RATED });
  coordinator = dossier.as.coordinator;
  director = dossier.as['case-director'];
  await dossier.place('2024-01-08');
  await dossier.grant('2024-01-08', '2024-07-07', { hours: 26 });
});

const at = (path: string) => dossier.path + path;
const post = (path: string, body: object, as = coordinator) => as.record(at(path), body);
/** Corrections and settlements answer with the item that they are about. */
async function change(path: string, body: object, as = coordinator): Promise<void> {
  expect([path, (await as.post(at(path), body)).status]).toEqual([path, 201]);
}
async function firstPeriod(asOf = ''): Promise<Period> {
  const { periods } = await coordinator.read<{ periods: readonly Period[] }>(at(`/hours${asOf}`));
  const [first] = periods;
  if (first === undefined) throw new Error('no period');
  return first;
}

describe('hours from session to settlement', () => {
  it('are granted, used, approved, declared at the rate, and settled', async () => {
    await dossier.session('2024-03-05', { minutes: 90 });
    const group = await dossier.session('2024-03-12', { minutes: 120, groupSize: 6 });
    const approval = await post('/hours-approvals', MARCH);
    const declaration = await post('/declarations', { ...MARCH, hours: 1.75 });
    expect(await firstPeriod()).toMatchObject({
      kind: 'coaching-period',
      number: 1,
      startsOn: '2024-01-08',
      lastDay: '2024-07-07',
      granted: 1_560,
      used: 110,
      approved: 110,
      declared: 105,
      left: 1_450,
      runsOutOn: null,
    });
    expect(await coordinator.read(at(`/hours-approvals/${approval}`))).toMatchObject({
      id: approval,
      ...MARCH,
      minutes: 110,
      stillApprovedMinutes: 110,
      withdrawn: false,
    });
    expect((await coordinator.read(at(`/sessions/${group}`))).approvedBy).toEqual([approval]);
    // 105 minutes at 74.78 an hour are 130.865: rounded down
    expect(await coordinator.read(at(`/declarations/${declaration}`))).toMatchObject({
      id: declaration,
      minutes: 105,
      amountCents: 13_086,
      toSettleMinutes: 0,
      settled: null,
    });
    const paid = { on: '2024-04-15', hours: 1.75, amount: 13_086, reason: 'Akkoord.' };
    await change(`/declarations/${declaration}/settlements`, paid, director);
    expect(await dossier.as.candidate.read(at(`/declarations/${declaration}`))).toMatchObject({
      settled: { on: '2024-04-15', minutes: 105, amountCents: 13_086 },
      settlements: [{ reason: 'Akkoord.' }],
    });
  });

  it('that change after the declaration are shown and settled again', async () => {
    const session = await dossier.session('2024-03-05', { minutes: 90 });
    await post('/hours-approvals', MARCH);
    const declaration = await post('/declarations', { ...MARCH, hours: 1.5 });
    const shown = () => coordinator.read(at(`/declarations/${declaration}`));
    await change(`/sessions/${session}/corrections`, { minutes: 75, ...REASON });
    const difference = { changedAfterDeclaration: { minutes: -15, sessionIds: [session] } };
    expect(await shown()).toMatchObject({ ...difference, toSettleMinutes: -15 });
    expect(await firstPeriod()).toMatchObject({ used: 75, approved: 0, declared: 90 });
    await change(
      `/declarations/${declaration}/settlements`,
      { on: '2024-04-15', hours: 1.25, amount: 9_347 },
      director,
    );
    expect(await shown()).toMatchObject({ ...difference, toSettleMinutes: 0, settled: { minutes: 75 } });
    await change(`/sessions/${session}/withdrawals`, { reason: 'Ging niet door.' });
    expect(await shown()).toMatchObject({ toSettleMinutes: -75 });
    await change(
      `/declarations/${declaration}/settlements`,
      { on: '2024-05-15', hours: 0, amount: 0 },
      director,
    );
    expect(await shown()).toMatchObject({ toSettleMinutes: 0, settled: { minutes: 0 } });
  });

  it('are asked about as they were on a day, and as they were known', async () => {
    await dossier.session('2024-03-05', { minutes: 90 });
    const approval = await post('/hours-approvals', MARCH);
    const declaration = await post('/declarations', { ...MARCH, hours: 1.5 });
    expect(await firstPeriod('?on=2024-03-31')).toMatchObject({ used: 90, approved: 0, declared: 0 });
    expect(await coordinator.all(at('/declarations?on=2024-03-31'))).toEqual([]);
    expect((await coordinator.get(at(`/declarations/${declaration}?on=2024-03-31`))).status).toBe(404);
    const [today] = await coordinator.all(at('/hours-approvals'));
    const known = `?knownOn=${today?.on}`;
    expect(await firstPeriod(known)).toMatchObject({ used: 90, approved: 90, declared: 90 });
    expect(await coordinator.all(at(`/hours-approvals${known}`))).toMatchObject([
      { id: approval, stillApprovedMinutes: 90 },
    ]);
    expect((await coordinator.get(at('/declarations?knownOn=2024-03-31'))).status).toBe(404);
  });

  it('are listed newest first, page by page', async () => {
    for (const month of ['03', '04', '05']) {
      await dossier.session(`2024-${month}-05`);
      const days = { from: `2024-${month}-01`, to: `2024-${month}-28` };
      await post('/hours-approvals', days);
      await post('/declarations', { ...days, hours: 1 });
    }
    for (const list of ['hours-approvals', 'declarations']) {
      const whole = await coordinator.read<Items>(at(`/${list}`));
      const paged = await coordinator.all(at(`/${list}?limit=1`));
      expect(paged).toEqual(whole.items);
      expect(whole.items).toHaveLength(3);
      expect(whole.items.map(({ id }) => id)).toEqual(
        whole.items.map(({ id }) => String(id)).sort((a, b) => (a < b ? 1 : -1)),
      );
    }
  });

  it('stand in the timeline in words, without the reasons', async () => {
    await dossier.session('2024-03-05', { minutes: 90 });
    const approval = await post('/hours-approvals', MARCH);
    await change(`/hours-approvals/${approval}/corrections`, { to: '2024-03-30', ...REASON });
    const declaration = await post('/declarations', { ...MARCH, hours: 1.5 });
    await change(`/declarations/${declaration}/corrections`, { hours: 1.25, ...REASON });
    const paid = { on: '2024-04-15', hours: 1.25, amount: 9_347, ...REASON };
    await change(`/declarations/${declaration}/settlements`, paid, director);
    const words = (await coordinator.all(at('/timeline'))).slice(-5).map((line) => line.words);
    expect(words).toEqual([
      '1,5 uur van 2024-03-01 tot en met 2024-03-31 is goedgekeurd.',
      'Een goedkeuring van uren is verbeterd.',
      '1,5 uur van 2024-03-01 tot en met 2024-03-31 is gedeclareerd.',
      'Een declaratie is verbeterd.',
      'Een declaratie is op 2024-04-15 afgerekend: 1,25 uur, 93,47 euro.',
    ]);
  });
});

describe('hours approved by mistake', () => {
  it('are taken back, declared no more, and approved anew', async () => {
    await dossier.session('2024-03-05', { minutes: 90 });
    const approval = await post('/hours-approvals', MARCH);
    await change(`/hours-approvals/${approval}/corrections`, { withdrawn: true, ...REASON });
    expect(await firstPeriod()).toMatchObject({ approved: 0 });
    const refused = await coordinator.post(at('/declarations'), { ...MARCH, hours: 1.5 });
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      409,
      'declaration.not-approved',
      'hours',
    ]);
    await post('/hours-approvals', MARCH);
    await post('/declarations', { ...MARCH, hours: 1.5 });
    expect(await firstPeriod()).toMatchObject({ approved: 90, declared: 90 });
  });

  it('are never approved by the coach who made them, in whatever role', async () => {
    await dossier.session('2024-03-05');
    const { organisationId, coachId } = dossier.ids;
    const both = await service.as({ role: 'coordinator', organisation: organisationId, coach: coachId });
    const refused = await both.post(at('/hours-approvals'), MARCH);
    expect([refused.status, refused.body.code]).toEqual([403, 'role.may-not']);
    const elsewhere = { from: '2024-03-06', to: '2024-03-31' };
    expect((await both.post(at('/hours-approvals'), elsewhere)).body.code).toBe(
      'hours-approval.nothing-registered',
    );
    const approval = await post('/hours-approvals', MARCH);
    const again = await both.post(at(`/hours-approvals/${approval}/corrections`), {
      to: '2024-03-30',
      ...REASON,
    });
    expect(again.status).toBe(403);
  });
});

describe('a closed trajectory', () => {
  it('is still approved, declared and settled up to its last day', async () => {
    await dossier.session('2024-03-05', { minutes: 60 });
    const closure = { on: '2024-03-31', reason: 'Klaar.', result: 'Werkt zonder begeleiding.' };
    expect((await coordinator.post(at('/closures'), closure)).status).toBe(201);
    const late = await coordinator.post(at('/hours-approvals'), { ...MARCH, to: '2024-04-01' });
    expect(late.body.code).toBe('trajectory.closed');
    await post('/hours-approvals', MARCH);
    const declaration = await post('/declarations', { ...MARCH, hours: 1 });
    await change(
      `/declarations/${declaration}/settlements`,
      { on: '2024-04-20', hours: 1, amount: 7_478 },
      director,
    );
  });
});

describe('the lines for national statistics', () => {
  const lines = (client: Client, more = '') =>
    client.get<Items>(`/v1/exports/statistics?funderId=${dossier.ids.funderId}&month=2024-05${more}`);

  it('are one for each trajectory of the funder that ran in the month, without any name', async () => {
    const { organisationId, employerId, coachId, candidateId, funderId } = dossier.ids;
    const parties = { organisationId, employerId, coachId, candidateId, funderId };
    const later = await cast.dossier({ ...parties, openedOn: '2024-06-01' });
    const second = await cast.dossier({ ...parties, openedOn: '2024-05-31' });
    const { status, body, text } = await lines(director);
    expect(status).toBe(200);
    const expected = [
      {
        registrationNumber: dossier.ids.trajectoryId,
        typeCode: '30',
        description: 'Jobcoach/begeleiding op de werkplek',
        startsOn: '2024-01-01',
        expectedEndOn: '2024-07-07',
        endedOn: null,
      },
      { registrationNumber: second.ids.trajectoryId, startsOn: '2024-05-31', expectedEndOn: null },
    ].sort((a, b) => (a.registrationNumber < b.registrationNumber ? -1 : 1));
    expect(body.items).toMatchObject(expected);
    expect(text).not.toContain(later.ids.trajectoryId);
    expect(text).not.toMatch(/Kandidaatsma|K-0017/);
    const { funderId: own } = dossier.ids;
    const pages = await director.all(`/v1/exports/statistics?funderId=${own}&month=2024-05&limit=1`);
    expect(pages).toEqual(body.items);
  });

  it('are for the funder, and for a coordinator those of the own organisation', async () => {
    const other = await cast.dossier({ funderId: dossier.ids.funderId });
    const idsOf = async (client: Client) =>
      (await lines(client)).body.items.map(({ registrationNumber }) => registrationNumber).sort();
    const both = [dossier.ids.trajectoryId, other.ids.trajectoryId].sort();
    expect(await idsOf(director)).toEqual(both);
    expect(await idsOf(dossier.as.auditor)).toEqual(both);
    expect(await idsOf(coordinator)).toEqual([dossier.ids.trajectoryId]);
    expect(await idsOf(other.as.coordinator)).toEqual([other.ids.trajectoryId]);
    const foreign = await cast.dossier();
    expect((await lines(foreign.as['case-director'])).status).toBe(403);
    expect((await lines(foreign.as.auditor)).status).toBe(403);
    expect(await idsOf(foreign.as.coordinator)).toEqual([]);
    for (const role of ['administrator', 'coach', 'candidate', 'employer'] as const) {
      expect([role, (await lines(dossier.as[role])).status]).toEqual([role, 403]);
    }
  });

  it.each([
    ['2024-13', 'month.invalid'],
    ['2024-5', 'month.invalid'],
    ['2999-01', 'date.in-future'],
  ])('are of a month that was: %s is not', async (month, code) => {
    const answer = await director.get(
      `/v1/exports/statistics?funderId=${dossier.ids.funderId}&month=${month}`,
    );
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });
});
