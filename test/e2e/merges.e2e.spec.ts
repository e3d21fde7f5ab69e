import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Answer, type Client, Service } from './parties-service.js';
import { idsOf, itemsOf, NOBODY, type Parties, registerParties, today } from './parties-world.js';
import { patience } from './place.js';

jest.setTimeout(patience(60_000));

const service = new Service();
let parties: Parties;
let uwvId: string;

beforeAll(async () => {
  await service.start();
  parties = await registerParties(service);
  uwvId = await parties.administrator.record('/v1/funders', {
    name: 'UWV',
    kind: 'uwv',
    ruleSet: 'uwv-2014',
  });
});

afterAll(() => service.stop());

const REASON = { reason: 'Tweemaal ingevoerd.' };

interface Term {
  readonly startsOn: string;
  readonly lastDay: string;
  readonly employerIds: readonly string[];
}

/** The terms of the clock that counts per employer. */
function termsOf({ body }: Answer): readonly Term[] {
  const clocks = body.clocks as readonly { readonly clock: string; readonly terms: readonly Term[] }[];
  return clocks.find(({ clock }) => clock === 'uwv-2014')?.terms ?? [];
}

async function candidate(
  reference: string,
  name = 'J. de Vries',
  asker = parties.coordinator,
): Promise<string> {
  return asker.record('/v1/candidates', { name, reference });
}

function open(candidateId: string, openedOn = '2024-01-01', more: object = {}): Promise<string> {
  const { coordinator, organisationId } = parties;
  const opening = { candidateId, funderId: uwvId, organisationId, openedOn, ...more };
  return coordinator.record('/v1/trajectories', opening);
}

function place(
  trajectoryId: string,
  employerId: string,
  startsOn: string,
  more: object = {},
): Promise<Answer> {
  const body = { employerId, kind: 'employment', startsOn, hoursPerWeek: 24, ...more };
  return parties.coordinator.post(`/v1/trajectories/${trajectoryId}/placements`, body);
}

async function placed(
  trajectoryId: string,
  employerId: string,
  startsOn: string,
  endedOn: string,
): Promise<void> {
  const { body } = await place(trajectoryId, employerId, startsOn);
  const path = `/v1/trajectories/${trajectoryId}/placements/${body.id}/endings`;
  await parties.coordinator.record(path, { endedOn, reason: 'Contract liep af.' });
}

async function employers(...names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push(await parties.administrator.record('/v1/employers', { name }));
  return ids;
}

async function merge(
  kind: 'employers' | 'candidates',
  survivorId: string,
  duplicateId: string,
): Promise<string> {
  const asker = kind === 'employers' ? parties.administrator : parties.coordinator;
  return asker.record(`/v1/${kind}/${survivorId}/merges`, { duplicateId, ...REASON });
}

describe('a duplicate of an employer', () => {
  it('is registered all the same, and noticed from both sides', async () => {
    const [one, two] = await employers('Slagerij De Os B.V.', 'slagerij de os');
    const { coach } = parties;
    expect((await coach.get(`/v1/employers/${one}`)).body).toEqual({
      id: one,
      name: 'Slagerij De Os B.V.',
      kvkNumber: null,
      possibleDuplicates: [{ id: two, because: ['name'] }],
    });
    const listed = itemsOf(await coach.get('/v1/employers?limit=200'));
    expect(listed.find(({ id }) => id === two)?.possibleDuplicates).toEqual([{ id: one, because: ['name'] }]);
  });

  it('counts as one with the other after their merge, in limits, continuity and caseload, and is two before', async () => {
    const [one, two, other] = (await employers('Os Noord', 'Os Noord', 'Elders')) as [string, string, string];
    const trajectoryId = await open(await candidate('K-100'));
    const { coordinator } = parties;
    await placed(trajectoryId, one, '2024-01-08', '2024-06-30');
    await place(trajectoryId, two, '2024-07-10');
    const limits = `/v1/trajectories/${trajectoryId}/limits?on=2024-09-01`;
    const caseload = async () =>
      itemsOf(await coordinator.get('/v1/trajectories?on=2024-09-01&limit=200')).find(
        (entry) => entry.trajectoryId === trajectoryId,
      )?.limitOn;
    const [{ body: before }, lastBefore] = [await coordinator.get(limits), await caseload()];
    expect(termsOf({ body: before } as Answer).map(({ employerIds }) => employerIds)).toEqual([[one], [two]]);
    expect(lastBefore).toBe('2027-07-09');

    const merged = await parties.administrator.post(`/v1/employers/${one}/merges`, {
      duplicateId: two,
      ...REASON,
    });
    expect(merged).toMatchObject({ status: 201, body: { revision: 1 } });
    expect(merged.headers.get('location')).toBe(`/v1/employers/${one}/merges`);
    expect(termsOf(await coordinator.get(limits))).toMatchObject([
      { startsOn: '2024-01-08', lastDay: '2027-01-07', employerIds: [one] },
    ]);
    expect(await caseload()).toBe('2027-01-07');
    expect(itemsOf(await parties.administrator.get(`/v1/employers/${two}/merges`))).toEqual([
      { id: merged.body.id, duplicateId: two, ...REASON, withdrawn: false, withdrawalReason: null },
    ]);

    // Whichever id is asked about, the one that stays answers; it is listed once.
    for (const id of [one, two]) {
      expect((await coordinator.get(`/v1/employers/${id}`)).body).toMatchObject({
        id: one,
        duplicateIds: [two],
      });
    }
    expect(idsOf(await coordinator.get('/v1/employers?limit=200'))).not.toContain(two);

    // A job at the other registration is no new employer, and one of the same kind on the same days is refused.
    expect(await place(trajectoryId, one, '2024-08-01')).toMatchObject({
      status: 409,
      body: { code: 'placement.overlaps-same-kind' },
    });
    expect((await place(trajectoryId, other, '2024-08-01')).status).toBe(201);

    // What is stored keeps its ids: the day before the merge was recorded knew two.
    const items = itemsOf(await coordinator.get(`/v1/trajectories/${trajectoryId}/placements`));
    expect(items.map(({ employerId }) => employerId)).toContain(two);
  });

  it('stands for itself again when the merge is withdrawn, and may be merged elsewhere', async () => {
    const [one, two, three] = (await employers('Vestiging A', 'Vestiging B', 'Hoofdkantoor')) as [
      string,
      string,
      string,
    ];
    const trajectoryId = await open(await candidate('K-101'));
    await placed(trajectoryId, one, '2024-01-08', '2024-06-30');
    await place(trajectoryId, two, '2024-07-10');
    const limits = `/v1/trajectories/${trajectoryId}/limits?on=2024-09-01`;
    const { administrator, coordinator } = parties;
    const mergeId = await merge('employers', one, two);
    expect(termsOf(await coordinator.get(limits))).toHaveLength(1);
    const path = `/v1/employers/${one}/merges/${mergeId}/withdrawals`;
    const withdrawal = { reason: 'Het zijn twee vestigingen.' };
    expect((await coordinator.post(path, withdrawal)).status).toBe(403);
    expect((await administrator.post(path, withdrawal)).status).toBe(201);
    expect((await administrator.post(path, withdrawal)).status).toBe(200);
    expect(termsOf(await coordinator.get(limits))).toHaveLength(2);
    expect(itemsOf(await administrator.get(`/v1/employers/${one}/merges`))).toMatchObject([
      { id: mergeId, withdrawn: true, withdrawalReason: withdrawal.reason },
    ]);
    await merge('employers', three, two);
    await merge('employers', three, one);
    expect(termsOf(await coordinator.get(limits))).toMatchObject([{ employerIds: [three] }]);
  });

  it('reaches the ties of a coach: one with the duplicate binds at the other', async () => {
    const [one, two] = (await employers('Garage Oost', 'Garage Oost')) as [string, string];
    const { administrator, coordinator, organisationId } = parties;
    const coachId = await coordinator.record('/v1/coaches', { name: 'T. Tie', organisationId });
    await administrator.record(`/v1/coaches/${coachId}/ties`, {
      kind: 'family',
      employerId: two,
      from: '2024-01-01',
    });
    const trajectoryId = await open(await candidate('K-102'));
    await place(trajectoryId, one, '2024-01-08');
    const assign = () =>
      coordinator.post(`/v1/trajectories/${trajectoryId}/coach-assignments`, {
        coachId,
        from: '2024-02-01',
        chosenBy: 'candidate',
      });
    expect((await assign()).status).toBe(201);
    await merge('employers', one, two);
    expect(await assign()).toMatchObject({ status: 409, body: { code: 'coach.tied' } });
  });

  it('is merged by an administrator only, and never with itself, with nobody, twice, or in a circle', async () => {
    const [one, two, three] = (await employers('Een BV', 'Twee BV', 'Drie BV')) as [string, string, string];
    const { administrator } = parties;
    const post = (asker: Client, id: string, duplicateId: string) =>
      asker.post(`/v1/employers/${id}/merges`, { duplicateId, ...REASON });
    const askers = [parties.coordinator, parties.caseDirector, parties.coach];
    for (const asker of askers) expect((await post(asker, one, two)).status).toBe(403);
    const refused = async (id: string, duplicateId: string) => {
      const { status, body } = await post(administrator, id, duplicateId);
      return [status, body.code];
    };
    expect(await refused(one, one)).toEqual([400, 'merge.with-itself']);
    expect(await refused(one, NOBODY)).toEqual([409, 'employer.unknown']);
    expect(await refused(NOBODY, one)).toEqual([404, 'employer.not-found']);
    await merge('employers', one, two);
    expect(await refused(three, two)).toEqual([409, 'merge.already-merged']);
    expect(await refused(two, one)).toEqual([409, 'merge.into-duplicate']);
    expect(await refused(two, three)).toEqual([409, 'merge.into-duplicate']);
    const withdrawal = await administrator.post(`/v1/employers/${one}/merges/${NOBODY}/withdrawals`, REASON);
    expect([withdrawal.status, withdrawal.body.code]).toEqual([404, 'merge.not-found']);
  });

  it('is merged once by a request that is repeated, and by none that saw an older revision', async () => {
    const [one, two, three] = (await employers('Snel A', 'Snel B', 'Snel C')) as [string, string, string];
    const path = `/v1/employers/${one}/merges`;
    const { administrator } = parties;
    const stale = await administrator.post(path, { duplicateId: two, ...REASON }, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
    const key = { 'idempotency-key': 'merge-snel' };
    const first = await administrator.post(path, { duplicateId: two, ...REASON }, key);
    const again = await administrator.post(path, { duplicateId: two, ...REASON }, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    // Each into the other at once: one of the two is refused.
    const both = await Promise.all([
      administrator.post(`/v1/employers/${three}/merges`, { duplicateId: one, ...REASON }),
      administrator.post(path, { duplicateId: three, ...REASON }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('a duplicate of a candidate', () => {
  it('is registered all the same, and noticed by who may merge both', async () => {
    const one = await candidate('K-200', 'A. Dubbel');
    const two = await candidate('K-200', 'A. Dubbel');
    const elsewhere = await candidate('K-200', 'A. Dubbel', parties.otherCoordinator);
    const { body } = await parties.coordinator.get(`/v1/candidates/${one}`);
    expect(body.possibleDuplicates).toEqual([{ id: two, because: ['reference'] }]);
    const listed = itemsOf(await parties.coordinator.get('/v1/candidates?reference=K-200'));
    expect(listed.map(({ possibleDuplicates }) => possibleDuplicates)).toHaveLength(2);
    expect((await parties.otherCoordinator.get(`/v1/candidates/${elsewhere}`)).body).toEqual({
      id: elsewhere,
      reference: 'K-200',
      name: 'A. Dubbel',
      contact: null,
      legalRepresentative: null,
      trajectoryIds: [],
    });
    const self = await service.as({ role: 'candidate', candidate: one });
    expect((await self.get(`/v1/candidates/${one}`)).body).not.toHaveProperty('possibleDuplicates');
  });

  it('is one with the other after their merge: for who asks by either id or number, and for themselves', async () => {
    const [one, two] = [await candidate('K-300'), await candidate('K-301')];
    const [first, second] = [await open(one), await open(two, '2024-06-01')];
    const { coordinator } = parties;
    const [employerId] = await employers('Kwekerij Zuid');
    await placed(first, parties.employerId, '2024-01-08', '2024-05-31');
    await place(second, employerId as string, '2024-06-03');
    const changes = async (id: string, asker: Client = coordinator) =>
      ((await asker.get(`/v1/candidates/${id}/continuity?on=2024-09-01`)).body.jobChanges ?? []) as unknown[];
    expect([await changes(one), await changes(two)]).toEqual([[], []]);
    const selves = [
      await service.as({ role: 'candidate', candidate: one }),
      await service.as({ role: 'candidate', candidate: two }),
    ] as const;
    expect((await selves[0].get(`/v1/trajectories/${second}`)).status).toBe(404);

    await merge('candidates', one, two);
    const expected = [{ from: parties.employerId, to: employerId, startedOn: '2024-06-03' }];
    expect(await changes(one)).toMatchObject(expected);
    expect(await changes(two)).toMatchObject(expected);
    const person = { name: 'J. de Vries', contact: null, legalRepresentative: null };
    const found = {
      id: one,
      reference: 'K-300',
      ...person,
      trajectoryIds: [first, second],
      duplicateIds: [two],
    };
    expect(itemsOf(await coordinator.get('/v1/candidates?reference=K-301'))).toEqual([found]);
    expect(itemsOf(await coordinator.get('/v1/candidates?reference=K-300'))).toEqual([found]);
    expect((await coordinator.get(`/v1/candidates/${two}`)).body).toEqual(found);
    for (const self of selves) {
      expect((await self.get(`/v1/candidates/${one}`)).body).toEqual(found);
      expect(await changes(two, self)).toMatchObject(expected);
      for (const id of [first, second]) expect((await self.get(`/v1/trajectories/${id}`)).status).toBe(200);
      const caseload = itemsOf(await self.get('/v1/trajectories?on=2024-09-01'));
      expect(caseload.map(({ trajectoryId }) => trajectoryId).sort()).toEqual([first, second].sort());
    }

    // A next trajectory may continue one that was opened under the other registration.
    await open(one, '2025-01-01', { continues: second });
    const consents = `/v1/candidates/${two}/consents`;
    const consent = { purpose: 'Overleg met de werkgever', given: true, on: '2024-06-01' };
    expect((await selves[0].post(consents, consent)).status).toBe(201);
    expect(itemsOf(await coordinator.get(`/v1/candidates/${one}/consents`))).toMatchObject([consent]);
  });

  it('keeps what was known before: on the day before it was merged there were two', async () => {
    const [one, two] = [await candidate('K-400'), await candidate('K-401')];
    await open(one);
    await open(two, '2024-06-01');
    await merge('candidates', one, two);
    const events = await parties.coordinator.get(`/v1/candidates/${one}/continuity?knownOn=${today}`);
    expect(events.status).toBe(200);
    const before = await parties.coordinator.get(`/v1/candidates/${one}/continuity?knownOn=2024-01-01`);
    expect(before.body).toMatchObject({ employers: [], jobChanges: [] });
  });

  it('is merged only by who records for both, and by nobody who sees but one', async () => {
    const [one, two] = [await candidate('K-500'), await candidate('K-501')];
    const foreign = await candidate('K-500', 'B. Elders', parties.otherCoordinator);
    const post = async (asker: Client, id: string, duplicateId: string) => {
      const { status, body } = await asker.post(`/v1/candidates/${id}/merges`, { duplicateId, ...REASON });
      return [status, body.code ?? 'merged'];
    };
    const { coordinator, otherCoordinator, administrator, coach, caseDirector } = parties;
    expect(await post(coordinator, one, foreign)).toEqual([409, 'candidate.unknown']);
    expect(await post(otherCoordinator, one, foreign)).toEqual([404, 'candidate.not-found']);
    expect(await post(administrator, one, two)).toEqual([403, 'role.may-not']);
    for (const asker of [coach, caseDirector]) {
      expect(await post(asker, one, two)).toEqual([404, 'candidate.not-found']);
    }
    const self = await service.as({ role: 'candidate', candidate: one });
    expect(await post(self, one, two)).toEqual([403, 'role.may-not']);
    expect(await post(coordinator, one, one)).toEqual([400, 'merge.with-itself']);
    expect(await post(coordinator, NOBODY, one)).toEqual([404, 'candidate.not-found']);
    const mergeId = await merge('candidates', one, two);
    expect(await post(coordinator, two, one)).toEqual([409, 'merge.into-duplicate']);
    const path = `/v1/candidates/${one}/merges/${mergeId}/withdrawals`;
    expect((await otherCoordinator.post(path, REASON)).status).toBe(404);
    expect((await coordinator.post(path, REASON)).status).toBe(201);
    expect((await coordinator.get(`/v1/candidates/${two}`)).body).toMatchObject({
      id: two,
      reference: 'K-501',
    });
    expect(itemsOf(await coordinator.get(`/v1/candidates/${one}/merges`))).toMatchObject([
      { id: mergeId, duplicateId: two, withdrawn: true },
    ]);
  });
});
