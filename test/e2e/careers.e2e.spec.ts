import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Continuity } from '../../domain/continuity/continuity.js';
import type { Limits } from '../../domain/limits/limits.js';
import type { Body, Client } from './client.js';
import { patience } from './place.js';
import { drafted } from './plan-routes.js';
import { Service } from './service.js';
import { Cast, type Dossier, placement, session } from './story.js';

jest.setTimeout(patience(60_000));

/*
 * Three careers from the first day to the last, played through the API alone. Every date and minute that is expected was
 * reckoned by hand from the rules: UWV 2014 for the first, those of a municipality for the other two.
 */

let service: Service;
let cast: Cast;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
});

afterAll(() => service.remove());

const read = <Content = Body>({ as, path }: Dossier, rest: string): Promise<Content> =>
  as.coordinator.read<Content>(path + rest);

const continuityOn = ({ as, ids }: Dossier, on: string): Promise<Continuity & Body> =>
  as.coordinator.read<Continuity & Body>(`/v1/candidates/${ids.candidateId}/continuity?on=${on}`);

async function termsOf(dossier: Dossier, clock: string, on: string): Promise<readonly unknown[]> {
  const { clocks } = await read<Limits & Body>(dossier, `/limits?on=${on}`);
  const terms = clocks.find((one) => one.clock === clock)?.terms ?? [];
  return terms.map(({ startsOn, lastDay, status }) => [startsOn, lastDay, status]);
}

async function deadlinesOf(dossier: Dossier, kind: string, on: string): Promise<readonly unknown[]> {
  const { deadlines } = await read<Limits & Body>(dossier, `/limits?on=${on}`);
  return deadlines.filter((one) => one.kind === kind).map(({ dueOn, status }) => [dueOn, status]);
}

/** The periods of the hours account that have minutes in them: first day, granted, used, approved, declared. */
async function hoursOf(dossier: Dossier, asOf = ''): Promise<readonly unknown[]> {
  const { periods } = await read<{ periods: readonly Body[] }>(dossier, `/hours${asOf}`);
  return periods
    .filter(({ used }) => used !== 0)
    .map(({ startsOn, granted, used, approved, declared }) => [startsOn, granted, used, approved, declared]);
}

/** What is unsettled: the kind, whose turn it is, the day and how it stands. */
async function tasksOf({ as, ids }: Dossier, on: string): Promise<readonly unknown[]> {
  interface Task {
    readonly kind: string;
    readonly for: { readonly role: string };
    readonly dueOn: string | null;
    readonly status: string;
  }
  const query = `on=${on}&trajectoryId=${ids.trajectoryId}`;
  const tasks = await as.coordinator.all<Task>(`/v1/tasks?${query}`);
  return tasks.map(({ kind, for: { role }, dueOn, status }) => [kind, role, dueOn, status]);
}

/** The plan is drafted, and agreed by the four parties themselves. */
async function agreedByAll(dossier: Dossier, on: string, employer = dossier.as.employer): Promise<void> {
  await drafted({ dossier });
  const { as, path } = dossier;
  const parties = { candidate: as.candidate, employer, funder: as['case-director'], coach: as.coach };
  for (const [party, client] of Object.entries(parties)) {
    await client.record(`${path}/plans/1/agreements-by`, { party, name: 'A. Akkoordsma', on });
  }
}

/** Candidate and employer each give their own opinion. */
async function assessedByBoth({ as, path }: Dossier, on: string, employer = as.employer): Promise<void> {
  await as.candidate.record(`${path}/assessments`, { by: 'candidate', score: 8, on });
  await employer.record(`${path}/assessments`, { by: 'employer', score: 7, on });
}

const evaluation = (on: string) => ({
  kind: 'half-year',
  on,
  participants: ['candidate', 'coach', 'employer'],
  adjustments: 'Geen.',
  resultCode: 3,
});

/** What the timeline has of each type, in the order of recording. */
async function told({ as, path }: Dossier, types: readonly string[]): Promise<readonly string[]> {
  const lines = await as.coordinator.all<{ type: string; words: string }>(`${path}/timeline`);
  return lines.filter(({ type }) => types.includes(type)).map(({ words }) => words);
}

async function reportOf(dossier: Dossier, from: string, to: string): Promise<Body> {
  const { as, path } = dossier;
  const id = await as.coordinator.record(`${path}/accountability-reports`, { from, to });
  return read(dossier, `/accountability-reports/${id}`);
}

/** Ends the running job and begins the next in one go; gives the new placement. */
async function changeJob(dossier: Dossier, endedOn: string, employerId: string, startsOn: string) {
  const { as, path } = dossier;
  const next = placement(employerId, startsOn);
  await as.coordinator.record(`${path}/job-changes`, { endedOn, reason: 'Ander werk.', next });
  const placements = await as.coordinator.all(`${path}/placements`);
  return String(placements.find((one) => one.startsOn === startsOn)?.id);
}

describe('a career of three employers with one coach, of which the grants came late', () => {
  let dossier: Dossier;

  beforeAll(async () => {
    dossier = await cast.dossier({ ruleSet: 'uwv-2014' });
    const { as, path } = dossier;
    const apply = (receivedOn: string, placementId: string) =>
      as.candidate.record(`${path}/applications`, { kind: 'first', receivedOn, placementId });
    const granted = async (from: string, to: string, decidedOn: string, applicationId: string) =>
      dossier.grant(from, to, { decidedOn, applicationId, hours: 26 });

    const first = await dossier.place('2024-01-08');
    await granted('2024-01-08', '2024-07-07', '2024-01-20', await apply('2024-01-08', first));
    await dossier.session('2024-06-20');
    const secondEmployer = await cast.employer('Kwekerij Zuid');
    const second = await changeJob(dossier, '2024-06-30', secondEmployer, '2024-07-08');
    await dossier.session('2024-07-15', { minutes: 90 });
    await granted('2024-07-23', '2025-01-07', '2024-09-01', await apply('2024-08-20', second));
    await dossier.session('2024-10-01', { minutes: 75 });
    const nursery = await service.as({ role: 'employer', employer: secondEmployer });
    await agreedByAll(dossier, '2024-07-20', nursery);
    await as.coach.record(`${path}/evaluations`, evaluation('2024-12-10'));
    await assessedByBoth(dossier, '2024-12-12', nursery);
    await as.coordinator.record(`${path}/hours-approvals`, { from: '2024-07-23', to: '2024-12-31' });
    await as.coordinator.record(`${path}/declarations`, {
      from: '2024-10-01',
      to: '2024-10-31',
      hours: 1.25,
      amount: 9_000,
    });
    await dossier.session('2025-01-20');
    const third = await changeJob(
      dossier,
      '2025-01-31',
      await cast.employer('Drukkerij Noord'),
      '2025-02-10',
    );
    await dossier.session('2025-02-12');
    await granted('2025-02-20', '2025-08-09', '2025-04-01', await apply('2025-03-20', third));
  });

  it('has a term for each employer at UWV, and one that runs on for municipalities', async () => {
    expect(await termsOf(dossier, 'uwv-2014', '2025-04-15')).toEqual([
      ['2024-01-08', '2027-01-07', 'restarted'],
      ['2024-07-08', '2027-07-07', 'restarted'],
      ['2025-02-10', '2028-02-09', 'running'],
    ]);
    expect(await termsOf(dossier, 'municipal-2y', '2025-04-15')).toEqual([
      ['2024-01-08', '2026-01-07', 'announce-extension'],
    ]);
  });

  it('is one line in which the coach was kept, with the days that nobody paid for', async () => {
    const { jobChanges, coachChanges } = await continuityOn(dossier, '2025-04-15');
    // Applied for on 20 August, a grant reaches back to 23 July: 8 to 22 July. And on 20 March to 20 February.
    expect(jobChanges).toMatchObject([
      { gapDays: 7, coachKept: 'same', daysWithoutContact: 24, unfundedDays: 15, continuous: true },
      { gapDays: 9, coachKept: 'same', daysWithoutContact: 22, unfundedDays: 10, continuous: true },
    ]);
    expect(coachChanges).toBe(0);
  });

  it('shows which applications were late, and that nothing followed on the grant that lapsed', async () => {
    expect(await deadlinesOf(dossier, 'first-application', '2025-04-15')).toEqual([
      ['2024-02-05', 'met'],
      ['2024-08-05', 'late'],
      ['2025-03-10', 'late'],
    ]);
    expect((await deadlinesOf(dossier, 'follow-on-application', '2025-04-15'))[0]).toEqual([
      '2025-02-04',
      'overdue',
    ]);
  });

  it('accounts for every minute at the employer where it was worked', async () => {
    // Approved and declared today: on an earlier day they were not yet.
    expect((await hoursOf(dossier, '?on=2025-04-15'))[1]).toEqual(['2024-07-08', 1_560, 165, 0, 0]);
    expect(await hoursOf(dossier)).toEqual([
      ['2024-01-08', 1_560, 60, 0, 0],
      ['2024-07-08', 1_560, 165, 75, 75],
      ['2025-01-08', null, 60, 0, 0],
      ['2025-02-10', 1_560, 60, 0, 0],
    ]);
    expect(await reportOf(dossier, '2024-07-08', '2025-01-07')).toMatchObject({
      form: 'uwv',
      hours: { grantedMinutes: 1_560, usedMinutes: 165, approvedMinutes: 75, declaredMinutes: 75 },
      logbook: [
        { on: '2024-07-15', minutes: 90 },
        { on: '2024-10-01', minutes: 75 },
      ],
      candidateAssessments: { given: [{ score: 8 }] },
      employerAssessments: { given: [{ score: 7 }] },
      missing: ['approved-hours'],
    });
  });

  it('has no hours approved of the days that were applied for too late', async () => {
    const { as, path } = dossier;
    const days = { from: '2024-07-08', to: '2024-07-22' };
    const { status, body } = await as.coordinator.post(`${path}/hours-approvals`, days);
    expect([status, body.code]).toEqual([409, 'hours-approval.over-grant']);
  });

  it('leaves this to be done', async () => {
    expect(await tasksOf(dossier, '2025-04-15')).toEqual([
      ['agreement', 'coach', '2024-04-01', 'overdue'],
      ['agreement', 'candidate', '2024-05-01', 'overdue'],
      // Both endings were reported only today.
      ['end-of-job-report', 'coordinator', '2024-07-07', 'overdue'],
      ['declaration', 'coordinator', '2024-08-04', 'overdue'],
      ['declaration', 'coordinator', '2025-02-04', 'overdue'],
      ['follow-on-application', 'coordinator', '2025-02-04', 'overdue'],
      ['end-of-job-report', 'coordinator', '2025-02-07', 'overdue'],
      // The third employer from 10 February: spoken to within 14 days, in the plan within six weeks.
      ['employer-contact', 'coach', '2025-02-24', 'overdue'],
      ['plan-agreement', 'employer', '2025-03-24', 'overdue'],
      ['plan-agreement', 'coach', '2025-03-24', 'overdue'],
      // The last session was in February.
      ['contact', 'coach', '2025-03-31', 'overdue'],
      ['evaluation', 'coach', '2025-06-10', 'open'],
      ['declaration', 'coordinator', '2025-09-06', 'open'],
      ['follow-on-application', 'coordinator', '2025-09-06', 'open'],
      // Five half years from 10 February 2025.
      ['extension-announcement', 'coordinator', '2027-08-09', 'open'],
    ]);
  });

  it('reads as a story', async () => {
    expect(await told(dossier, ['PlacementStarted', 'PlacementEnded'])).toEqual([
      'Dienstverband bij Bakkerij De Halm vanaf 2024-01-08, 24 uur per week.',
      'De werkplek eindigde; de laatste dag was 2024-06-30.',
      'Dienstverband bij Kwekerij Zuid vanaf 2024-07-08, 24 uur per week.',
      'De werkplek eindigde; de laatste dag was 2025-01-31.',
      'Dienstverband bij Drukkerij Noord vanaf 2025-02-10, 24 uur per week.',
    ]);
  });
});

describe('a career that reaches the limit of two years and goes on by a tailored exception', () => {
  let dossier: Dossier;
  let extensionId: string;

  beforeAll(async () => {
    dossier = await cast.dossier({ ruleSet: 'municipal-2y', openedOn: '2022-01-01' });
    const { as, path } = dossier;
    await dossier.place('2022-01-03');
    await dossier.grant('2022-01-03', '2024-01-02', { decidedOn: '2022-01-10' });
    await agreedByAll(dossier, '2024-02-10');
    extensionId = await as.candidate.record(`${path}/applications`, {
      kind: 'extension',
      receivedOn: '2023-06-20',
      motivation: 'De afdeling verhuist.',
    });
    await dossier.session('2023-12-12');
  });

  const beyond = { from: '2024-01-03', to: '2024-07-02', decidedOn: '2023-08-01', regime: 'light' };

  it('is asked for in time, with what it rests on', async () => {
    // Two years from 3 January 2022; to be announced by the end of the last period but one.
    expect(await deadlinesOf(dossier, 'extension-announcement', '2023-07-03')).toEqual([
      ['2023-07-02', 'met'],
    ]);
    expect(await read(dossier, '/extension-set?on=2023-07-02')).toMatchObject({
      announceBy: '2023-07-02',
      announcement: 'met',
      applicationIds: [extensionId],
    });
    // Six weeks from 20 June.
    expect(await deadlinesOf(dossier, 'decision', '2023-07-03')).toEqual([['2023-08-01', 'open']]);
  });

  it('goes on only with a motivation, to the last day of it', async () => {
    const { as, path } = dossier;
    const body = { ...beyond, applicationId: extensionId };
    const plain = await as['case-director'].post(`${path}/grants`, body);
    expect([plain.status, plain.body.code]).toEqual([409, 'grant.beyond-limit-without-motivation']);
    const motivated = { ...body, beyondLimitMotivation: 'De werkplek verandert.' };
    const grantId = await as['case-director'].record(`${path}/grants`, motivated);
    await dossier.session('2024-02-06', { minutes: 45 });
    const statusOn = async (on: string) => (await termsOf(dossier, 'municipal-2y', on))[0];
    expect(await statusOn('2023-07-31')).toEqual(['2022-01-03', '2024-01-02', 'running']);
    expect(await statusOn('2023-08-01')).toEqual(['2022-01-03', '2024-01-02', 'extended']);
    expect(await statusOn('2024-07-02')).toEqual(['2022-01-03', '2024-01-02', 'extended']);
    expect(await statusOn('2024-07-03')).toEqual(['2022-01-03', '2024-01-02', 'reached']);
    const { clocks } = await read<Limits & Body>(dossier, '/limits?on=2024-03-01');
    expect(clocks.find(({ binding }) => binding)?.terms[0]?.extensions).toMatchObject([
      { grantId, startsOn: '2024-01-03', lastDay: '2024-07-02', motivated: true },
    ]);
    expect(await deadlinesOf(dossier, 'decision', '2023-08-01')).toEqual([['2023-08-01', 'met']]);
  });

  it('counts the hours of the exception apart, and reports over them', async () => {
    const { periods } = await read<{ periods: readonly Body[] }>(dossier, '/hours?on=2024-03-01');
    expect(periods.filter(({ used }) => used !== 0)).toMatchObject([
      { kind: 'coaching-period', number: 4, lastDay: '2024-01-02', used: 60 },
      { kind: 'extension', number: null, startsOn: '2024-01-03', lastDay: '2024-07-02', used: 45 },
    ]);
    expect(await reportOf(dossier, '2024-01-03', '2024-07-02')).toMatchObject({
      form: 'municipality',
      grants: [{ from: '2024-01-03', to: '2024-07-02', regime: 'light' }],
      hours: { usedMinutes: 45, approvedMinutes: 0 },
      logbook: [{ on: '2024-02-06', minutes: 45 }],
      goals: [{ what: 'Op tijd komen' }, { what: 'Zelf de bus nemen' }],
      missing: ['evaluation', 'approved-hours'],
    });
  });

  it('is one line of one job and one coach, with no day between that nobody paid for', async () => {
    const { employers, coaches, grants, jobChanges, coachChanges } = await continuityOn(
      dossier,
      '2024-03-01',
    );
    expect(employers).toMatchObject([{ startsOn: '2022-01-03' }]);
    expect(coaches).toMatchObject([{ coachId: dossier.ids.coachId, from: '2022-01-01' }]);
    expect(grants).toMatchObject([
      { from: '2022-01-03', to: '2024-01-02' },
      { from: '2024-01-03', to: '2024-07-02' },
    ]);
    expect([jobChanges, coachChanges]).toEqual([[], 0]);
  });

  it('has this to be done while the exception runs', async () => {
    expect(await tasksOf(dossier, '2024-03-01')).toEqual([
      // Never evaluated since it opened; a plan of 5 February asks for the next.
      ['evaluation', 'coach', '2022-07-01', 'overdue'],
      // Four weeks after the period that ended on 2 January.
      ['declaration', 'coordinator', '2024-01-30', 'overdue'],
      ['contact', 'coach', '2024-03-31', 'open'],
      ['agreement', 'coach', '2024-04-01', 'open'],
      ['agreement', 'candidate', '2024-05-01', 'open'],
      ['evaluation', 'coach', '2024-06-03', 'open'],
      ['declaration', 'coordinator', '2024-07-30', 'open'],
    ]);
  });

  it('ends with its outcome half a year later, and opinions of all', async () => {
    const { as, path } = dossier;
    await as.coach.record(`${path}/evaluations`, {
      ...evaluation('2024-06-20'),
      kind: 'final',
      resultCode: 1,
    });
    await assessedByBoth(dossier, '2024-06-25');
    const closure = { on: '2024-07-02', reason: 'De verlenging is voorbij.', result: 'Werkt zelfstandig.' };
    await as['case-director'].record(`${path}/closures`, closure);
    const outcome = { afterMonths: 6, state: 'paid-without-coach' };
    const id = await as['case-director'].record(`${path}/outcomes`, outcome);
    expect(await read(dossier, `/outcomes/${id}`)).toMatchObject({ measuredOn: '2025-01-02', ...outcome });
    expect((await termsOf(dossier, 'municipal-2y', '2024-07-03'))[0]).toEqual([
      '2022-01-03',
      '2024-01-02',
      'closed',
    ]);
    expect(await reportOf(dossier, '2024-01-03', '2024-07-02')).toMatchObject({
      missing: ['approved-hours'],
    });
    expect(await tasksOf(dossier, '2024-07-03')).toEqual([
      ['declaration', 'coordinator', '2024-01-30', 'overdue'],
      ['declaration', 'coordinator', '2024-07-30', 'open'],
      ['outcome-measurement', 'coordinator', '2025-01-02', 'open'],
    ]);
    // After the one of six months the next is due a year after the last day.
    expect((await tasksOf(dossier, '2025-01-02')).at(-1)).toEqual([
      'outcome-measurement',
      'coordinator',
      '2025-07-02',
      'open',
    ]);
    expect(await told(dossier, ['CoachingGranted', 'TrajectoryClosed', 'OutcomeMeasured'])).toEqual([
      'Toegekend van 2022-01-03 tot en met 2024-01-02, regime intensief.',
      'Toegekend van 2024-01-03 tot en met 2024-07-02, regime licht.',
      'Het traject is gesloten; de laatste dag is 2024-07-02.',
      'Uitkomst na 6 maanden: betaald werk zonder jobcoach.',
    ]);
  });
});

describe('a career whose coach falls ill, is substituted and hands over, and whose candidate asks for another', () => {
  let dossier: Dossier;
  let standIn: string;
  let wished: string;
  let asked: string;
  let today: string;

  beforeAll(async () => {
    dossier = await cast.dossier();
    const { as, path, ids } = dossier;
    standIn = await cast.coach(ids.organisationId, 'Bram Vervangsma');
    wished = await cast.coach(ids.organisationId, 'Noor Gewenstma');
    const substitute: Client = await service.as({ role: 'coach', coach: standIn });
    await dossier.place('2024-01-08');
    await dossier.grant('2024-01-08', '2024-12-31', { hours: 52 });
    await dossier.session('2024-04-02');
    await as.coach.record(`/v1/coaches/${ids.coachId}/absences`, { from: '2024-04-08', until: '2024-05-31' });
    await as.coordinator.record(`${path}/substitutions`, {
      coachId: standIn,
      from: '2024-04-10',
      until: '2024-05-31',
      reason: 'Ziek.',
    });
    await substitute.record(`${path}/sessions`, session(standIn, '2024-04-16', { minutes: 30 }));
    await changeJob(dossier, '2024-04-30', await cast.employer('Kwekerij Zuid'), '2024-05-06');
    await substitute.record(`${path}/sessions`, session(standIn, '2024-05-08', { minutes: 45 }));
    const handover = { coachId: standIn, on: '2024-06-03', reason: 'Blijft ziek.', candidateAgreed: true };
    await as.coordinator.record(`${path}/handovers`, handover);
    const request = { preferredCoachId: wished, reason: 'Het klikt niet.' };
    asked = await as.candidate.record(`${path}/coach-change-requests`, request);
    today = String((await read(dossier, `/coach-change-requests/${asked}`)).on);
    const answer = { decision: 'granted', reason: 'Er is plaats.', on: today };
    await as.coordinator.post(`${path}/coach-change-requests/${asked}/answers`, answer);
    const next = { coachId: wished, on: today, reason: 'Op verzoek.', candidateAgreed: true };
    await as.coordinator.record(`${path}/handovers`, next);
  });

  it('had nobody to call for two days, and then the substitute', async () => {
    expect(await read(dossier, '/reachable?on=2024-04-08')).toMatchObject({
      substitute: null,
      gap: { from: '2024-04-08', until: '2024-04-09' },
    });
    expect(await read(dossier, '/reachable?on=2024-04-10')).toMatchObject({
      substitute: { coachId: standIn },
      gap: null,
    });
    expect(await read(dossier, `/reachable?on=${today}`)).toMatchObject({
      coach: { coachId: wished },
      gap: null,
    });
  });

  it('is a line of three coaches, and a job change over which a substitute was kept', async () => {
    const { coaches, coachChanges, jobChanges } = await continuityOn(dossier, today);
    expect(coaches.map(({ coachId, role, from }) => [coachId, role, from])).toEqual([
      [dossier.ids.coachId, 'assigned', '2024-01-01'],
      [standIn, 'substitute', '2024-04-10'],
      [standIn, 'assigned', '2024-06-03'],
      [wished, 'assigned', today],
    ]);
    expect(coachChanges).toBe(2);
    // From 17 April up to 7 May there was no session; the own coach had none in the first two weeks (reading 29).
    expect(jobChanges).toMatchObject([
      { gapDays: 5, coachKept: 'substituted', daysWithoutContact: 21, unfundedDays: 0, continuous: false },
    ]);
  });

  it('keeps its limits and its minutes, whoever coached', async () => {
    expect(await termsOf(dossier, 'municipal-2y', '2024-06-10')).toEqual([
      ['2024-01-08', '2026-01-07', 'running'],
    ]);
    expect(await termsOf(dossier, 'uwv-2014', '2024-06-10')).toEqual([
      ['2024-01-08', '2027-01-07', 'restarted'],
      ['2024-05-06', '2027-05-05', 'running'],
    ]);
    expect(await hoursOf(dossier, '?on=2024-06-10')).toEqual([['2024-01-08', expect.any(Number), 135, 0, 0]]);
    expect(await reportOf(dossier, '2024-01-08', '2024-07-07')).toMatchObject({
      coaches: [
        { name: 'Bram Vervangsma', sessions: 2, minutes: 75 },
        { name: 'Sanne Coachsma', sessions: 1, minutes: 60 },
      ],
    });
    expect(await deadlinesOf(dossier, 'end-of-job-report', '2024-06-10')).toEqual([
      ['2024-05-07', 'overdue'],
    ]);
  });

  it('had this to be done, by whoever coached', async () => {
    const coming = [
      ['evaluation', 'coach', '2024-07-01', 'open'],
      ['declaration', 'coordinator', '2025-01-28', 'open'],
      ['follow-on-application', 'coordinator', '2025-01-28', 'open'],
      ['extension-announcement', 'coordinator', '2025-07-07', 'open'],
    ];
    const draft = ['plan-agreement', 'coach', '2024-02-12', 'overdue'];
    const uncovered = ['coach-cover', 'coordinator', '2024-04-08', 'open'];
    expect(await tasksOf(dossier, '2024-04-08')).toEqual([draft, uncovered, ...coming]);
    // The substitute covers from 10 April, and a new job began on 6 May.
    expect(await tasksOf(dossier, '2024-06-10')).toEqual([
      draft,
      ['end-of-job-report', 'coordinator', '2024-05-07', 'overdue'],
      ['employer-contact', 'coach', '2024-05-20', 'overdue'],
      ['contact', 'coach', '2024-06-30', 'open'],
      ...coming,
    ]);
    expect(await tasksOf(dossier, '2024-04-10')).toEqual([draft, ...coming]);
  });

  it('shows what was asked, how long that took, and who took over', async () => {
    expect(await read(dossier, `/coach-change-requests/${asked}`)).toMatchObject({
      decision: 'granted',
      daysWaited: 0,
    });
    expect(await told(dossier, ['CoachSubstituted', 'CoachHandedOver', 'CoachChangeRequested'])).toEqual([
      'Bram Vervangsma vervangt vanaf 2024-04-10 tot en met 2024-05-31.',
      'Bram Vervangsma neemt het over van Sanne Coachsma op 2024-06-03.',
      'De kandidaat vroeg om een andere jobcoach.',
      `Noor Gewenstma neemt het over van Bram Vervangsma op ${today}.`,
    ]);
  });
});
