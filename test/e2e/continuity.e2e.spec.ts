import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Continuity } from '../../domain/continuity/continuity.js';
import type { Body, Client, Items } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier, placement, session } from './story.js';

jest.setTimeout(patience(30_000));

let service: Service;
let cast: Cast;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
});

afterAll(() => service.remove());

function continuityFor(client: Client, { ids }: Dossier, on: string): Promise<Continuity & Body> {
  return client.read<Continuity & Body>(`/v1/candidates/${ids.candidateId}/continuity?on=${on}`);
}

describe('the continuity of a candidate with two funders and three employers', () => {
  let first: Dossier;
  let second: Dossier;
  let employers: readonly string[];

  beforeAll(async () => {
    first = await cast.dossier({ ruleSet: 'municipal-2y', openedOn: '2024-01-01' });
    const { candidateId, coachId, trajectoryId, employerId } = first.ids;
    employers = [employerId, await cast.employer('Kwekerij Zuid'), await cast.employer('Drukkerij Noord')];
    await first.placed('2024-01-08', '2024-06-30');
    await first.placed('2024-07-08', '2025-01-31', { employerId: employers[1] });
    await first.grant('2024-01-08', '2024-12-31');
    for (const on of ['2024-06-20', '2024-07-15', '2025-01-20']) await first.session(on);
    second = await cast.dossier({
      ruleSet: 'uwv-2014',
      openedOn: '2025-02-01',
      candidateId,
      coachId,
      continues: trajectoryId,
      employerId: String(employers[2]),
      organisationId: await cast.organisation('Jobcoach Zuid'),
    });
    await second.place('2025-02-10');
    await second.session('2025-02-12');
    await second.as.coordinator.record(`${second.path}/employer-contacts`, {
      employerId: employers[2],
      on: '2025-02-14',
      minutes: 15,
      kind: 'check-in',
      summary: 'Kennisgemaakt.',
    });
  });

  const changes = () => [
    {
      from: employers[0],
      to: employers[1],
      endedOn: '2024-06-30',
      startedOn: '2024-07-08',
      gapDays: 7,
      coachKept: 'same',
      firstContactOn: '2024-07-15',
      firstEmployerContactOn: null,
      daysWithoutContact: 24,
      unfundedDays: 0,
      continuous: true,
    },
    {
      from: employers[1],
      to: employers[2],
      endedOn: '2025-01-31',
      startedOn: '2025-02-10',
      gapDays: 9,
      coachKept: 'same',
      firstContactOn: '2025-02-12',
      firstEmployerContactOn: '2025-02-14',
      daysWithoutContact: 22,
      // Under the rules of UWV only a grant for the new employer covers a day: 10 to 28 February.
      unfundedDays: 19,
      continuous: true,
    },
  ];

  it.each(['candidate', 'coach'] as const)('is one line to the %s', async (role) => {
    const seen = await continuityFor(second.as[role], second, '2025-03-01');
    expect(seen.jobChanges).toEqual(changes());
    expect(seen.employers.map(({ employerId }) => employerId)).toEqual(employers);
    expect(seen.coachChanges).toBe(0);
    expect(await continuityFor(first.as[role], first, '2025-03-01')).toEqual(seen);
  });

  it.each(['coordinator', 'case-director', 'auditor'] as const)(
    'is to the %s what is their own, and what theirs continues',
    async (role) => {
      const earlier = await continuityFor(first.as[role], first, '2025-03-01');
      expect(earlier.jobChanges).toEqual(changes().slice(0, 1));
      expect(JSON.stringify(earlier)).not.toContain(second.ids.trajectoryId);
      const later = await continuityFor(second.as[role], second, '2025-03-01');
      expect(later.jobChanges).toEqual(changes());
    },
  );

  it('is as it was on an earlier day', async () => {
    const { jobChanges } = await continuityFor(first.as.candidate, first, '2024-07-10');
    expect(jobChanges).toEqual([
      expect.objectContaining({ firstContactOn: null, continuous: null, endedOn: '2024-06-30' }),
    ]);
  });
});

describe('a job change is continuous', () => {
  /** A job to 30 June and the next from 1 July, with a contact before and one after. */
  async function changeWith(before: string, after: string): Promise<Dossier> {
    const dossier = await cast.dossier();
    await dossier.placed('2024-01-08', '2024-06-30');
    await dossier.place('2024-07-01', { employerId: await cast.employer('Kwekerij Zuid') });
    await dossier.session(before);
    await dossier.session(after);
    return dossier;
  }

  it.each([
    ['on day 14 after the new start', '2024-06-30', '2024-07-15', 14, true],
    ['not on day 15', '2024-06-30', '2024-07-16', 15, false],
    ['after 28 days without', '2024-06-16', '2024-07-15', 28, true],
    ['not after 29 days without', '2024-06-15', '2024-07-15', 29, false],
  ])('with a contact %s', async (_, before, after, daysWithoutContact, continuous) => {
    const dossier = await changeWith(before, after);
    const { jobChanges } = await continuityFor(dossier.as.coordinator, dossier, '2024-08-01');
    expect(jobChanges).toEqual([expect.objectContaining({ daysWithoutContact, continuous, gapDays: 0 })]);
  });

  it('or may still become it, up to and including day 14', async () => {
    const dossier = await changeWith('2024-06-30', '2024-07-20');
    const on = async (day: string) =>
      (await continuityFor(dossier.as.coordinator, dossier, day)).jobChanges[0]?.continuous;
    expect([await on('2024-07-14'), await on('2024-07-15'), await on('2024-07-16')]).toEqual([
      null,
      null,
      false,
    ]);
  });

  it('never with another coach, nor when the coach is only stood in for and had no contact', async () => {
    const dossier = await cast.dossier();
    const successor = await cast.coach(dossier.ids.organisationId, 'Bram Vervangsma');
    await dossier.placed('2024-01-08', '2024-06-30');
    await dossier.place('2024-07-01', { employerId: await cast.employer('Kwekerij Zuid') });
    await dossier.session('2024-06-28');
    const kept = async () =>
      (await continuityFor(dossier.as.coordinator, dossier, '2024-08-01')).jobChanges[0];
    const standsIn = { coachId: successor, from: '2024-07-01', until: '2024-07-05', reason: 'Vakantie.' };
    await dossier.as.coordinator.record(`${dossier.path}/substitutions`, standsIn);
    const stranger = await service.as({ role: 'coach', coach: successor });
    await stranger.record(`${dossier.path}/sessions`, session(successor, '2024-07-02'));
    expect(await kept()).toMatchObject({
      coachKept: 'substituted',
      firstContactOn: '2024-07-02',
      continuous: false,
    });
    const handover = { coachId: successor, on: '2024-07-01', reason: 'Verhuizing.', candidateAgreed: true };
    await dossier.as.coordinator.record(`${dossier.path}/handovers`, handover);
    expect(await kept()).toMatchObject({ coachKept: 'other', continuous: false });
  });
});

describe('the job change as one request', () => {
  it('ends, starts, keeps the coach, takes along what was learned and drafts the application', async () => {
    const dossier = await cast.dossier({ ruleSet: 'uwv-2014' });
    const { as, ids, path } = dossier;
    const oldId = await dossier.place('2024-01-08');
    const next = await cast.employer('Kwekerij Zuid');
    const fitId = await as.coach.record(`${path}/fit-notes`, {
      placementId: oldId,
      fits: ['Vaste begintijd'],
      doesNotFit: [],
      adjustments: [],
      shareWithNext: [],
    });
    const before = (await as.coordinator.read<Items>(`${path}/timeline`)).items.length;
    const body = { endedOn: '2024-06-30', reason: 'Ander werk.', next: placement(next, '2024-07-08') };
    const newId = await as.coach.record(`${path}/job-changes`, body);

    const work = (await as.coordinator.read<Items>(`${path}/placements`)).items;
    expect(work).toEqual([
      expect.objectContaining({ id: newId, employerId: next, startsOn: '2024-07-08' }),
      expect.objectContaining({ id: oldId, endedOn: '2024-06-30' }),
    ]);
    expect((await as.coordinator.read(`${path}?on=2024-07-08`)).coachId).toBe(ids.coachId);
    const overview = () => as.coordinator.read(`${path}/job-change?on=2024-07-31`);
    expect(await overview()).toMatchObject({
      carried: [fitId],
      toApplyFor: [{ kind: 'first', dueOn: '2024-08-05' }],
      toAgree: ['candidate', 'employer', 'funder', 'coach'],
    });
    const [draft] = (await as.coordinator.read<Items>(`${path}/applications`)).items;
    expect(draft).toMatchObject({
      kind: 'first',
      status: 'drafted',
      dueOn: '2024-08-05',
      placementId: newId,
    });

    const timeline = (await as.coordinator.read<Items>(`${path}/timeline`)).items.slice(before);
    expect(timeline.map(({ type, words }) => [type, words])).toEqual([
      ['PlacementEnded', 'De werkplek eindigde; de laatste dag was 2024-06-30.'],
      ['PlacementStarted', 'Dienstverband bij Kwekerij Zuid vanaf 2024-07-08, 24 uur per week.'],
      ['FitCarried', 'Wat is geleerd, ging mee naar de nieuwe werkplek.'],
      ['ApplicationDrafted', 'Er staat een eerste aanvraag klaar; indienen kan tot en met 2024-08-05.'],
    ]);

    await as.candidate.record(`${path}/applications`, {
      kind: 'first',
      receivedOn: '2024-07-20',
      placementId: newId,
      draftId: draft?.id,
    });
    const applications = (await as.coordinator.read<Items>(`${path}/applications`)).items;
    expect(applications).toEqual([expect.objectContaining({ id: draft?.id, status: 'received' })]);
    expect(await overview()).toMatchObject({ toApplyFor: [] });
  });

  it('is refused whole when the next job cannot be', async () => {
    const dossier = await cast.dossier();
    const { as, path, ids } = dossier;
    const oldId = await dossier.place('2024-01-08');
    const before = await as.coordinator.all(`${path}/events`);
    const next = placement(ids.employerId, '2024-06-15');
    const answer = await as.coach.post(`${path}/job-changes`, {
      endedOn: '2024-06-30',
      reason: 'Ander werk.',
      next,
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'placement.overlaps-same-kind']);
    expect(await as.coordinator.all(`${path}/events`)).toEqual(before);
    expect(await as.coordinator.read(`${path}/placements/${oldId}`)).not.toHaveProperty('endedOn');
  });
});
