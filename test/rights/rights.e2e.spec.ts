import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Service } from '../e2e/service.js';
import { Cast, type Dossier } from '../e2e/story.js';
import { personOf, TEXTS } from './erased-person.js';

jest.setTimeout(240_000);

type Body = Readonly<Record<string, unknown>>;
let service: Service;
let cast: Cast;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
});

afterAll(() => service.remove());

const REASON = { reason: 'Alles is afgehandeld.' };
const candidatePath = ({ ids }: Dossier) => `/v1/candidates/${ids.candidateId}`;
const codeOf = async (answer: Promise<{ status: number; body: Body }>) => {
  const { status, body } = await answer;
  return [status, body.code];
};

describe('being forgotten', () => {
  it('is asked by the candidate, decided by two, and withdrawn in the waiting', async () => {
    const dossier = await cast.dossier();
    const { as } = dossier;
    const path = `${candidatePath(dossier)}/erasure-requests`;
    const stranger = await service.as({
      role: 'coordinator',
      organisation: await cast.organisation('Elders'),
    });
    const asked = { ground: 'consent-withdrawn' };
    expect(await codeOf(as.coordinator.post(path, asked))).toEqual([403, 'role.may-not']);
    expect(await codeOf(stranger.post(path, asked))).toEqual([404, 'candidate.not-found']);
    expect(await codeOf(as.candidate.post(path, { ground: 'zomaar' }))).toEqual([400, 'value.unknown']);
    const id = await as.candidate.record(path, asked);
    expect(await codeOf(as.candidate.post(path, asked))).toEqual([409, 'erasure.already-asked']);

    const grant = { decision: 'granted', ...REASON };
    const confirm = { decision: 'confirmed' };
    expect(await codeOf(as.administrator.post(`${path}/${id}/assessments`, grant))).toEqual([
      403,
      'role.may-not',
    ]);
    expect(await codeOf(as.administrator.post(`${path}/${id}/confirmations`, confirm))).toEqual([
      409,
      'erasure.not-assessed',
    ]);
    expect(
      await codeOf(as.coordinator.post(`${path}/${id}/assessments`, { decision: 'refused', ...REASON })),
    ).toEqual([400, 'erasure.exception-invalid']);
    expect(
      await codeOf(
        as.coordinator.post(`${path}/${id}/assessments`, {
          decision: 'partly',
          exception: 'legal-duty',
          ...REASON,
        }),
      ),
    ).toEqual([400, 'erasure.parts-invalid']);
    await as.coordinator.record(`${path}/${id}/assessments`, grant);
    expect(await codeOf(as.coordinator.post(`${path}/${id}/confirmations`, confirm))).toEqual([
      403,
      'role.may-not',
    ]);
    await as.administrator.record(`${path}/${id}/confirmations`, confirm);

    const [own] = (await as.candidate.read<{ items: Body[] }>(path)).items;
    expect(own).toMatchObject({ id, status: 'confirmed', reason: REASON.reason, doneAt: null });
    expect(own?.carryOutFrom).not.toBeNull();
    const ofAdministrator = await as.administrator.all<Body>('/v1/erasure-requests?status=confirmed');
    expect(ofAdministrator.find((one) => one.id === id)).toMatchObject({
      candidateId: dossier.ids.candidateId,
      reason: null,
    });
    expect((await stranger.all('/v1/erasure-requests')).length).toBe(0);
    expect((await as.coordinator.all<Body>('/v1/erasure-requests')).map((one) => one.id)).toContain(id);
    for (const asker of [as.coach, as['case-director'], as.employer]) {
      expect(await codeOf(asker.get(path))).toEqual([404, 'candidate.not-found']);
    }

    expect(await codeOf(as.administrator.post(`${path}/${id}/withdrawals`, {}))).toEqual([
      400,
      'field.required',
    ]);
    await as.candidate.record(`${path}/${id}/withdrawals`, {});
    expect(await codeOf(as.administrator.post(`${path}/${id}/confirmations`, confirm))).toEqual([
      409,
      'erasure.over',
    ]);
    expect(await codeOf(as.candidate.post(`${path}/${dossier.ids.coachId}/withdrawals`, {}))).toEqual([
      404,
      'erasure.not-found',
    ]);
  });
});

describe('who decides twice', () => {
  it('is refused, whatever role the second decision is taken in', async () => {
    const dossier = await cast.dossier();
    const path = `${candidatePath(dossier)}/erasure-requests`;
    const id = await dossier.as.candidate.record(path, { ground: 'unlawful' });
    const subject = 'een-en-dezelfde';
    const first = await service.as({
      role: 'coordinator',
      organisation: dossier.ids.organisationId,
      subject,
    });
    const second = await service.as({ role: 'administrator', subject });
    await first.record(`${path}/${id}/assessments`, { decision: 'granted', ...REASON });
    const confirm = { decision: 'confirmed' };
    expect(await codeOf(second.post(`${path}/${id}/confirmations`, confirm))).toEqual([
      409,
      'erasure.four-eyes',
    ]);
    await dossier.as.administrator.record(`${path}/${id}/confirmations`, confirm);
  });
});

describe('a file whose use is restricted', () => {
  it('is kept, read by the candidate and the coordinator alone, and not written on but to put right or defend', async () => {
    const dossier = await cast.dossier();
    const { as, path } = dossier;
    await dossier.place('2024-01-08');
    const session = await dossier.session('2024-04-02');
    const restrictions = `${candidatePath(dossier)}/restrictions`;
    expect(await codeOf(as.coordinator.post(restrictions, REASON))).toEqual([403, 'role.may-not']);
    const id = await as.candidate.record(restrictions, { reason: 'Het klopt niet.' });
    expect(await codeOf(as.candidate.post(restrictions, REASON))).toEqual([409, 'restriction.already-asked']);
    const decide = { decision: 'granted', ...REASON };
    expect(await codeOf(as.coordinator.post(`${restrictions}/${id}/endings`, REASON))).toEqual([
      409,
      'restriction.not-in-force',
    ]);
    expect(await codeOf(as.candidate.post(`${restrictions}/${id}/decisions`, decide))).toEqual([
      403,
      'role.may-not',
    ]);
    await as.coordinator.record(`${restrictions}/${id}/decisions`, decide);

    for (const asker of [as.candidate, as.coordinator]) {
      expect((await asker.get(path)).status).toBe(200);
    }
    for (const asker of [as.coach, as['case-director'], as.auditor]) {
      expect(await codeOf(asker.get(path))).toEqual([404, 'trajectory.not-found']);
      expect(await codeOf(asker.get(candidatePath(dossier)))).toEqual([404, 'candidate.not-found']);
    }
    const another = { coachId: dossier.ids.coachId, on: '2024-04-09', minutes: 30 };
    const body = { ...another, activity: 'evaluation', form: 'phone', summary: 'x' };
    expect(
      await codeOf(as.coach.post(`${path}/sessions`, { ...body, activity: 'guidance-at-work' })),
    ).toEqual([409, 'candidate.restricted']);
    expect(
      await codeOf(as.coordinator.post(`${path}/absences`, { from: '2024-05-01', kind: 'leave' })),
    ).toEqual([409, 'candidate.restricted']);
    const correction = { minutes: 45, reason: 'Het was korter.' };
    expect((await as.coordinator.post(`${path}/sessions/${session}/corrections`, correction)).status).toBe(
      201,
    );
    expect((await as.candidate.post(`${path}/coach-change-requests`, REASON)).status).toBe(201);

    await as.coordinator.record(`${restrictions}/${id}/endings`, REASON);
    expect((await as.coach.get(path)).status).toBe(200);
    await dossier.session('2024-04-16');
    const { items } = await as.candidate.read<{ items: Body[] }>(restrictions);
    expect(items).toEqual([
      {
        id,
        candidateId: dossier.ids.candidateId,
        status: 'ended',
        on: expect.any(String),
        reason: 'Het klopt niet.',
        decisionReason: REASON.reason,
        endReason: REASON.reason,
      },
    ]);
    expect((await as.administrator.all<Body>('/v1/restrictions?status=ended'))[0]).toMatchObject({
      id,
      reason: null,
    });
    expect(
      await codeOf(
        as.coordinator.post(`${restrictions}/${id}/decisions`, { decision: 'refused', ...REASON }),
      ),
    ).toEqual([409, 'restriction.already-decided']);
    expect(
      await codeOf(as.coordinator.post(`${restrictions}/${dossier.ids.coachId}/endings`, REASON)),
    ).toEqual([404, 'restriction.not-found']);
  });
});

describe('a file whose term is over', () => {
  it('is in the list of who decides, by number, and goes when two decided', async () => {
    const ruleSet = { basedOn: 'municipal-2y', name: 'kort', title: 'Kort', retention: 'P1Y' };
    const dossier = await cast.dossier({ ruleSet, openedOn: '2020-01-01' });
    const { as, ids, path } = dossier;
    const retention = `${candidatePath(dossier)}/retention`;
    expect(await as.coordinator.read(retention)).toEqual({
      candidateId: ids.candidateId,
      erasableFrom: null,
      keptBecause: [{ why: 'trajectory-open', trajectoryId: ids.trajectoryId }],
    });
    const approve = () => as.coordinator.post(`/v1/retention/${ids.candidateId}/approvals`, {});
    expect(await codeOf(approve())).toEqual([409, 'retention.not-due']);
    await as.coordinator.record(`${path}/closures`, {
      on: '2021-03-31',
      reason: 'Klaar.',
      result: 'Werk gevonden.',
    });
    expect(await as.administrator.read(retention)).toEqual({
      candidateId: ids.candidateId,
      erasableFrom: '2022-04-01',
      keptBecause: [],
    });
    const due = async (on: string) =>
      (await as.administrator.all<Body>(`/v1/retention?on=${on}`)).map((one) => one.candidateId);
    expect(await due('2022-03-31')).not.toContain(ids.candidateId);
    expect(await due('2022-04-01')).toContain(ids.candidateId);
    expect((await as.coordinator.all<Body>('/v1/retention')).map((one) => one.candidateId)).toEqual([
      ids.candidateId,
    ]);
    expect(await codeOf(as.coach.get('/v1/retention'))).toEqual([403, 'role.may-not']);

    await as.coordinator.record(`${candidatePath(dossier)}/holds`, { until: '2099-01-01', ...REASON });
    expect(await codeOf(approve())).toEqual([409, 'erasure.held']);
    await as.coordinator.record(`${candidatePath(dossier)}/holds`, { until: '2024-01-01', ...REASON });
    const { status, body } = await approve();
    expect(status).toBe(201);
    const requests = `${candidatePath(dossier)}/erasure-requests`;
    await as.administrator.record(`${requests}/${body.id}/confirmations`, { decision: 'confirmed' });
    expect((await as.coordinator.read<{ items: Body[] }>(requests)).items).toEqual([
      expect.objectContaining({ id: body.id, basis: 'retention', status: 'confirmed', dueOn: null }),
    ]);
  });
});

describe('a copy of everything', () => {
  it('is for the candidate alone, to read and for a program, with what was said in confidence', async () => {
    const person = await personOf(cast);
    const path = `${candidatePath(person)}/copy`;
    const copy = await person.as.candidate.read<{ facts: Body[]; readings: Body[] }>(path);
    const whole = JSON.stringify(copy);
    for (const text of Object.values(TEXTS)) expect(whole).toContain(text);
    expect(copy.facts.find(({ type }) => type === 'SessionRecorded')).toMatchObject({
      trajectoryId: person.ids.trajectoryId,
      role: 'coach',
      data: { minutes: 60, confidentialNote: TEXTS.note },
    });
    const page = (await person.as.candidate.file(path, 'text/html')).bytes.toString();
    expect(page).toContain('<html lang="nl"');
    for (const text of [TEXTS.name, TEXTS.note, TEXTS.manager, 'U bent geregistreerd.']) {
      expect(page).toContain(text);
    }
    const stranger = await service.as({ role: 'candidate', candidate: person.ids.coachId });
    const { coordinator, coach, administrator, employer } = person.as;
    for (const asker of [coordinator, coach, person.as['case-director'], administrator, employer, stranger]) {
      expect(await codeOf(asker.get(path))).toEqual([404, 'candidate.not-found']);
    }
  });
});
