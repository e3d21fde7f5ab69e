import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Continuity } from '../../domain/continuity/continuity.js';
import type { Limits } from '../../domain/limits/index.js';
import type { Body, Client } from './client.js';
import { patience } from './place.js';
import { EVIDENCE } from './routes.js';
import { Service } from './service.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(30_000));

const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
const FAR_AHEAD = '2999-01-01';

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

const director = (): Client => dossier.as['case-director'];

/** The last sentence of the timeline. */
async function lastWords(): Promise<unknown> {
  return (await director().all(`${dossier.path}/timeline`)).at(-1)?.words;
}

describe('what a coordinator records from paper', () => {
  const grant = { decidedOn: '2024-02-20', from: '2024-03-01', to: '2024-08-31', regime: 'medium' };
  const { reference } = EVIDENCE;

  it('keeps what was signed, sealed in the log and said in the timeline', async () => {
    const { coordinator } = dossier.as;
    const id = await coordinator.record(`${dossier.path}/grants`, { ...grant, evidence: EVIDENCE });
    expect(await director().read(`${dossier.path}/grants/${id}`)).toMatchObject({ id, evidence: EVIDENCE });
    expect(await lastWords()).toBe(
      'Toegekend van 2024-03-01 tot en met 2024-08-31, regime midden (op papier).',
    );
    const { text } = await director().get(`${dossier.path}/events`);
    expect(text).toContain('/evidence');
    expect(text).not.toContain(reference);
  });

  it('rests, once corrected, on what the correction was read from', async () => {
    const { coordinator } = dossier.as;
    const path = `${dossier.path}/grants`;
    const id = await coordinator.record(path, { ...grant, evidence: EVIDENCE });
    const evidence = { ...EVIDENCE, reference: 'B-2024-1290' };
    await coordinator.record(`${path}/${id}/corrections`, {
      hours: 20,
      reason: 'Verkeerd gelezen.',
      evidence,
    });
    expect(await director().read(`${path}/${id}`)).toMatchObject({ minutes: 1200, evidence });
    expect(await lastWords()).toBe('De toekenning is verbeterd (op papier).');
  });

  it('was not signed after today', async () => {
    const evidence = { ...EVIDENCE, signedOn: FAR_AHEAD };
    const answer = await dossier.as.coordinator.post(`${dossier.path}/grants`, { ...grant, evidence });
    expect([answer.status, answer.body.code]).toEqual([400, 'date.in-future']);
    expect(await director().all(`${dossier.path}/grants`)).toEqual([]);
  });
});

describe('a case manager', () => {
  it('is read back by name, newest first, and the timeline says from when', async () => {
    const path = `${dossier.path}/case-managers`;
    await director().record(path, { name: 'P. Jansen', from: '2024-01-01' });
    const id = await director().record(path, { name: 'R. Visser', from: '2024-05-01' });
    expect(await dossier.as.candidate.all(path)).toMatchObject([
      { id, name: 'R. Visser', on: '2024-05-01' },
      { name: 'P. Jansen', on: '2024-01-01' },
    ]);
    expect(await lastWords()).toBe('Er is een klantmanager vanaf 2024-05-01.');
  });

  it('has a name without a BSN in it', async () => {
    const answer = await director().post(`${dossier.path}/case-managers`, {
      name: 'Jansen 111222333',
      from: '2024-01-01',
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'bsn.not-allowed']);
  });
});

describe('a change of organisation', () => {
  const reason = 'De kandidaat verhuist.';
  let next: string;
  let nextCoordinator: Client;

  beforeEach(async () => {
    next = await cast.organisation('Jobcoach Zuid');
    nextCoordinator = await service.as({ role: 'coordinator', organisation: next });
  });

  const change = (on: string, organisationId = next) =>
    director().post(`${dossier.path}/organisation-changes`, {
      organisationId,
      on,
      reason,
      candidateChose: true,
    });
  const statuses = () =>
    Promise.all(
      [dossier.as.coordinator, nextCoordinator].map(async (one) => (await one.get(dossier.path)).status),
    );
  const caseload = async (client: Client, on: string) =>
    (await client.all(`/v1/trajectories?on=${on}`)).map(({ trajectoryId }) => trajectoryId);

  it('takes the trajectory out of sight of the former organisation and gives it to the new one', async () => {
    expect(await statuses()).toEqual([200, 404]);
    const { status, headers, body } = await change('2024-06-01');
    expect(status).toBe(201);
    expect(await statuses()).toEqual([404, 200]);
    expect(await nextCoordinator.read(headers.get('location') ?? '')).toMatchObject({
      id: body.id,
      organisationId: next,
      on: '2024-06-01',
      reason,
      candidateChose: true,
    });
    const absence = { from: '2024-07-01', kind: 'leave' };
    expect((await dossier.as.coordinator.post(`${dossier.path}/absences`, absence)).status).toBe(404);
    expect((await nextCoordinator.post(`${dossier.path}/absences`, absence)).status).toBe(201);
  });

  it('shows the organisation of the day asked about, in the trajectory and in the caseload', async () => {
    await change('2024-06-01');
    const { trajectoryId, organisationId } = dossier.ids;
    for (const [on, coaches] of [
      ['2024-05-31', organisationId],
      ['2024-06-01', next],
    ] as const) {
      expect(await director().read(`${dossier.path}?on=${on}`)).toMatchObject({ organisationId: coaches });
      expect(await caseload(nextCoordinator, on)).toEqual(coaches === next ? [trajectoryId] : []);
    }
    expect(await caseload(dossier.as.coordinator, '2024-06-01')).toEqual([]);
    expect(await lastWords()).toBe(
      'Een andere jobcoachorganisatie begeleidt vanaf 2024-06-01, gekozen door de kandidaat.',
    );
  });

  it('that lies ahead lets both see the trajectory until then', async () => {
    expect((await change(FAR_AHEAD)).status).toBe(201);
    expect(await statuses()).toEqual([200, 200]);
    expect(await director().read(dossier.path)).toMatchObject({ organisationId: dossier.ids.organisationId });
  });

  it('recorded by the coordinator answers the same when it is sent again, though it is out of sight by then', async () => {
    const body = {
      organisationId: next,
      on: '2024-06-01',
      reason,
      candidateChose: false,
      evidence: EVIDENCE,
    };
    const send = () =>
      dossier.as.coordinator.post(`${dossier.path}/organisation-changes`, body, { key: 'overgang-1' });
    const first = await send();
    const again = await send();
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    expect(await nextCoordinator.all(`${dossier.path}/organisation-changes`)).toMatchObject([
      { evidence: EVIDENCE },
    ]);
  });

  it('is refused to nobody, before the opening and after the closure', async () => {
    const codeOf = async (on: string, organisationId?: string) => {
      const { status, body } = await change(on, organisationId);
      return [status, body.code, body.field];
    };
    expect(await codeOf('2024-06-01', NOBODY)).toEqual([409, 'organisation.unknown', 'organisationId']);
    expect(await codeOf('2023-12-31')).toEqual([409, 'date.before-opening', 'on']);
    const closing = { on: '2024-06-30', reason: 'Klaar.', result: 'Werkt zonder begeleiding.' };
    await dossier.as.coordinator.record(`${dossier.path}/closures`, closing);
    expect(await codeOf('2024-07-01')).toEqual([409, 'trajectory.closed', 'on']);
    expect((await change('2024-06-30')).status).toBe(201);
  });

  it('to the organisation that coaches already changes nothing', async () => {
    expect((await change('2024-06-01', dossier.ids.organisationId)).status).toBe(200);
    expect(await director().all(`${dossier.path}/organisation-changes`)).toEqual([]);
  });

  it('is to a recognised organisation, where the rules of the funder refuse another', async () => {
    dossier = await cast.dossier({
      ruleSet: {
        basedOn: 'municipal-2y',
        name: 'voorbeeldstad',
        title: 'Regels van Voorbeeldstad',
        withoutRecognition: 'refusal',
      },
      ...(await recognised()),
    });
    expect((await change('2024-06-01')).body.code).toBe('organisation.not-recognised');
    await recognise(`organisations/${next}`, '2024-06-01');
    expect((await change('2024-05-31')).body.code).toBe('organisation.not-recognised');
    expect((await change('2024-06-01')).status).toBe(201);
  });
});

/** An organisation and a coach with a valid recognition. */
async function recognised(): Promise<{ readonly organisationId: string; readonly coachId: string }> {
  const organisationId = await cast.organisation();
  const coachId = await cast.coach(organisationId, 'Sanne Coachsma');
  await recognise(`organisations/${organisationId}`, '2020-01-01');
  await recognise(`coaches/${coachId}`, '2020-01-01');
  return { organisationId, coachId };
}

function recognise(party: string, from: string): Promise<string> {
  return cast.administrator.record(`/v1/${party}/recognitions`, {
    kind: 'registratie jobcoach',
    issuer: 'Register Jobcoach',
    from,
  });
}

describe('a move to another version of the rules', () => {
  const reason = 'De gemeente verlengde de maximale duur.';
  const move = (on: string, ruleSetVersion = 2) =>
    director().post(`${dossier.path}/rule-set-moves`, { ruleSetVersion, on, reason });
  const limitsOn = (on: string) => director().read<Limits & Body>(`${dossier.path}/limits?on=${on}`);

  it('changes the binding limit from its first day on, and not a day earlier', async () => {
    await dossier.place('2024-01-08');
    await cast.adopt(dossier.ids.funderId, 'municipal-3y');
    expect((await limitsOn('2024-06-01')).clocks[0]?.clock).toBe('municipal-2y');
    const { status, headers } = await move('2024-06-01');
    expect(status).toBe(201);
    for (const [on, name, version, lastDay] of [
      ['2024-05-31', 'municipal-2y', 1, '2026-01-07'],
      ['2024-06-01', 'municipal-3y', 2, '2027-01-07'],
    ] as const) {
      const [binding] = (await limitsOn(on)).clocks;
      expect([binding?.clock, binding?.terms[0]?.lastDay]).toEqual([name, lastDay]);
      expect(await director().read(`${dossier.path}?on=${on}`)).toMatchObject({ ruleSet: { name, version } });
      const caseload = await dossier.as.coordinator.all(`/v1/trajectories?on=${on}`);
      expect(caseload).toMatchObject([{ limitOn: lastDay, municipalLastDay: '2026-01-07' }]);
    }
    expect(await director().read(headers.get('location') ?? '')).toMatchObject({
      ruleSet: { name: 'municipal-3y', version: 2 },
      on: '2024-06-01',
      reason,
    });
    expect(await lastWords()).toBe('Vanaf 2024-06-01 geldt versie 2 van de regels van de opdrachtgever.');
  });

  it('lets a grant go as far as the rules that hold today', async () => {
    await dossier.place('2024-01-08');
    await cast.adopt(dossier.ids.funderId, 'municipal-3y');
    const grant = { decidedOn: '2025-12-01', from: '2025-12-01', to: '2026-01-08', regime: 'light' };
    const give = () => director().post(`${dossier.path}/grants`, grant);
    expect((await give()).body.code).toBe('grant.beyond-limit-without-motivation');
    await move(FAR_AHEAD);
    expect((await give()).body.code).toBe('grant.beyond-limit-without-motivation');
    await move('2025-01-01');
    expect((await give()).status).toBe(201);
  });

  it('decides which grants a new job can count on', async () => {
    dossier = await cast.dossier({ ruleSet: 'uwv-2014' });
    await cast.adopt(dossier.ids.funderId, 'municipal-2y');
    const placementId = await dossier.placed('2024-01-08', '2024-03-31');
    await dossier.place('2024-04-01', { employerId: await cast.employer('Kwekerij Zuid') });
    await dossier.grant('2024-01-08', '2024-07-07', { placementId });
    await move('2024-05-10');
    const unfundedOn = async (on: string) => {
      const path = `/v1/candidates/${dossier.ids.candidateId}/continuity?on=${on}`;
      return (await director().read<Continuity & Body>(path)).jobChanges[0]?.unfundedDays;
    };
    // Under UWV a grant is for one employer; under the municipality it is for the person.
    expect(await unfundedOn('2024-05-09')).toBe(38);
    expect(await unfundedOn('2024-05-10')).toBe(0);
  });

  it('is refused to a version that the funder does not have, and before the opening', async () => {
    const refusal = async (on: string, version?: number) => {
      const { status, body } = await move(on, version);
      return [status, body.code, body.field];
    };
    expect(await refusal('2024-06-01')).toEqual([409, 'rule-set.version-unknown', 'ruleSetVersion']);
    expect(await refusal('2023-12-31', 1)).toEqual([409, 'date.before-opening', 'on']);
    expect((await move('2024-06-01', 0)).status).toBe(400);
    expect((await move('2024-06-01', 1)).status).toBe(200);
  });
});
