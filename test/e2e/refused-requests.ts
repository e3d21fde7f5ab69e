import { expect } from '@jest/globals';
import { type TrajectoryRefusalCode } from '../../domain/trajectory/refusals.js';
import { AWARD_MET } from './award-refused-requests.js';
import type { Answer, Client } from './client.js';
import { CLOSING_MET } from './closing-refused-requests.js';
import { MET_ON_ACCOUNTS } from './refused-account-requests.js';
import { PLAN_AND_REVIEW_MET } from './refused-plan-requests.js';
import { type Given, given } from './routes.js';
import { SIGNALS_MET } from './signal-refused-requests.js';
import { placement, session } from './story.js';

const REASON = { reason: 'De datum was verkeerd.' };
export const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
/** Nine digits that pass the eleven-test, and are nobody's. */
const BSN = 'K 111222333';

/** Posts on the trajectory, as the coordinator unless somebody else is named. */
export function post(
  { dossier }: Given,
  path: string,
  body: object,
  as: Client = dossier.as.coordinator,
): Promise<Answer> {
  return as.post(dossier.path + path, body);
}

function record({ dossier }: Given, path: string, body: object): Promise<string> {
  return dossier.as.coordinator.record(dossier.path + path, body);
}

function coachPosts(setting: Given, on: string, terms: object = {}): Promise<Answer> {
  const { ids, as } = setting.dossier;
  return post(setting, '/sessions', session(ids.coachId, on, terms), as.coach);
}

export const trial = (employerId: string, plannedEnd: string) =>
  placement(employerId, '2024-06-01', { kind: 'trial-placement', plannedEnd });

/** For each refusal that a request can meet: the status, and a request that meets it. */
export const MET: {
  readonly [Code in TrajectoryRefusalCode]?: readonly [number, (setting: Given) => Promise<Answer>];
} = {
  ...PLAN_AND_REVIEW_MET,
  'bsn.not-allowed': [
    400,
    (s) => post(s, '/placements', placement(s.dossier.ids.employerId, '2030-01-01', { managerName: BSN })),
  ],
  'date.in-future': [400, (s) => coachPosts(s, '2999-01-01')],
  'minutes.invalid': [400, (s) => coachPosts(s, '2024-04-01', { minutes: 0 })],
  'time.invalid': [400, (s) => coachPosts(s, '2024-04-01', { startsAt: '24:00' })],
  'id.already-used': [
    409,
    (s) => post(s, '/applications', { kind: 'first', receivedOn: '2024-02-01', draftId: s.placementId }),
  ],
  'period.invalid': [
    400,
    (s) => post(s, '/absences', { from: '2024-05-01', until: '2024-04-30', kind: 'leave' }),
  ],
  'field.required': [
    400,
    (s) => post(s, `/placements/${s.placementId}/corrections`, { startsOn: null, ...REASON }),
  ],
  'trajectory.not-found': [
    404,
    ({ dossier }) =>
      dossier.as.coordinator.post(`/v1/trajectories/${NOBODY}/absences`, {
        from: '2024-05-01',
        kind: 'leave',
      }),
  ],
  'trajectory.closed': [
    409,
    async (s) => {
      await record(s, '/closures', {
        on: '2024-06-30',
        reason: 'Klaar.',
        result: 'Werkt zonder begeleiding.',
      });
      return coachPosts(s, '2024-07-01');
    },
  ],
  'date.before-opening': [409, (s) => coachPosts(s, '2023-12-31')],
  'organisation.not-recognised': [
    409,
    async ({ cast }) => {
      const { administrator, service } = cast;
      const [funderId, organisationId] = [
        await cast.funder({
          basedOn: 'municipal-2y',
          name: 'streng',
          title: 'Strenge regels',
          withoutRecognition: 'refusal',
        }),
        await cast.organisation(),
      ];
      await administrator.record(`/v1/organisations/${organisationId}/recognitions`, {
        kind: 'erkenning',
        issuer: 'UWV',
        from: '2025-01-01',
      });
      const coordinator = await service.as({ role: 'coordinator', organisation: organisationId });
      const candidateId = await coordinator.record('/v1/candidates', { name: 'A. Man', reference: 'K-1' });
      const opening = { candidateId, funderId, organisationId };
      const inTime = await coordinator.post('/v1/trajectories', { ...opening, openedOn: '2025-01-01' });
      expect(inTime.status).toBe(201);
      return coordinator.post('/v1/trajectories', { ...opening, openedOn: '2024-12-31' });
    },
  ],
  'coach.not-recognised': [
    409,
    async (s) => {
      const { ids, as } = s.dossier;
      const funderId = await s.cast.funder({
        basedOn: 'municipal-2y',
        name: 'streng',
        title: 'Strenge regels',
        withoutRecognition: 'refusal',
      });
      const recognition = { kind: 'erkenning', issuer: 'UWV', from: '2024-01-01' };
      await s.cast.administrator.record(`/v1/organisations/${ids.organisationId}/recognitions`, recognition);
      const opening = { candidateId: ids.candidateId, funderId, organisationId: ids.organisationId };
      const id = await as.coordinator.record('/v1/trajectories', { ...opening, openedOn: '2024-01-01' });
      const body = { coachId: ids.coachId, from: '2024-01-01', chosenBy: 'candidate' };
      return as.coordinator.post(`/v1/trajectories/${id}/coach-assignments`, body);
    },
  ],
  'coach.not-assigned': [
    409,
    async (s) => {
      const [assignment] = await s.dossier.as.coordinator.all(`${s.dossier.path}/coach-assignments`);
      const body = { from: '2024-05-01', ...REASON };
      await record(s, `/coach-assignments/${assignment?.id}/corrections`, body);
      return coachPosts(s, '2024-04-30');
    },
  ],
  'coach.tied': [
    409,
    async (s) => {
      const coachId = await s.cast.coach(s.dossier.ids.organisationId, 'Tineke Familiesma');
      const tie = { kind: 'family', candidateId: s.dossier.ids.candidateId, from: '2024-01-01' };
      await s.cast.administrator.record(`/v1/coaches/${coachId}/ties`, tie);
      return post(s, '/coach-assignments', { coachId, from: '2024-06-01', chosenBy: 'organisation' });
    },
  ],
  'coach-assignment.not-found': [
    404,
    (s) => post(s, `/coach-assignments/${NOBODY}/corrections`, { from: '2024-05-01', ...REASON }),
  ],
  'coach-assignment.ends-before-start': [
    409,
    async (s) => {
      const [assignment] = await s.dossier.as.coordinator.all(`${s.dossier.path}/coach-assignments`);
      return post(s, `/coach-assignments/${assignment?.id}/corrections`, { until: '2023-12-31', ...REASON });
    },
  ],
  'substitution.not-found': [
    404,
    (s) => post(s, `/substitutions/${NOBODY}/endings`, { endedOn: '2024-05-01' }),
  ],
  'substitution.ends-before-start': [
    409,
    async (s) => post(s, `/substitutions/${await substituted(s)}/endings`, { endedOn: '2024-03-31' }),
  ],
  'substitution.already-ended': [
    409,
    async (s) => {
      const id = await substituted(s);
      await record(s, `/substitutions/${id}/endings`, { endedOn: '2024-04-20' });
      return post(s, `/substitutions/${id}/endings`, { endedOn: '2024-04-25' });
    },
  ],
  'handover.no-coach-before': [
    409,
    async (s) => {
      const coachId = await s.cast.coach(s.dossier.ids.organisationId, 'Bram Vervangsma');
      return post(s, '/handovers', { coachId, on: '2024-01-01', reason: 'Ziek.', candidateAgreed: true });
    },
  ],
  'placement.not-found': [
    404,
    (s) => post(s, `/placements/${NOBODY}/endings`, { endedOn: '2024-06-30', reason: 'Klaar.' }),
  ],
  'placement.unknown': [409, (s) => coachPosts(s, '2024-04-01', { placementId: NOBODY })],
  'placement.overlaps-same-kind': [
    409,
    (s) => post(s, '/placements', placement(s.dossier.ids.employerId, '2024-06-01')),
  ],
  'placement.already-ended': [
    409,
    async (s) => {
      await s.dossier.end(s.placementId, '2024-06-30');
      return post(s, `/placements/${s.placementId}/endings`, { endedOn: '2024-07-31', reason: 'Klaar.' });
    },
  ],
  'placement.ends-before-start': [
    409,
    (s) => post(s, `/placements/${s.placementId}/endings`, { endedOn: '2024-01-07', reason: 'Klaar.' }),
  ],
  'placement-change.outside-placement': [
    409,
    (s) => post(s, `/placements/${s.placementId}/changes`, { from: '2024-01-07', hoursPerWeek: 32 }),
  ],
  'hours-per-week.required': [
    400,
    (s) => post(s, `/placements/${s.placementId}/changes`, { from: '2024-06-01', hoursPerYear: 1_200 }),
  ],
  'trial-placement.too-long': [
    409,
    async (s) => {
      const [one, other] = [await s.cast.employer('Kwekerij Zuid'), await s.cast.employer('Kwekerij Noord')];
      expect((await post(s, '/placements', trial(one, '2024-07-31'))).status).toBe(201);
      return post(s, '/placements', trial(other, '2024-08-01'));
    },
  ],
  'job-change.no-placement': [409, (s) => changeJob(s, '2023-12-31')],
  'job-change.placement-unclear': [
    409,
    async (s) => {
      await s.dossier.place('2024-02-01', { employerId: await s.cast.employer('Tweede baan') });
      return changeJob(s, '2024-06-30');
    },
  ],
  'absence.not-found': [404, (s) => post(s, `/absences/${NOBODY}/endings`, { endedOn: '2024-05-08' })],
  'absence.ends-before-start': [
    409,
    async (s) => post(s, `/absences/${await absent(s)}/endings`, { endedOn: '2024-04-30' }),
  ],
  'absence.already-ended': [
    409,
    async (s) => {
      const id = await absent(s);
      await record(s, `/absences/${id}/endings`, { endedOn: '2024-05-08' });
      return post(s, `/absences/${id}/endings`, { endedOn: '2024-05-09' });
    },
  ],
  ...AWARD_MET,
  'session.not-found': [
    404,
    (s) => post(s, `/sessions/${NOBODY}/withdrawals`, { reason: 'Dubbel ingevoerd.' }),
  ],
  'session.withdrawn': [
    409,
    async (s) => {
      const id = await s.dossier.session('2024-04-02');
      await record(s, `/sessions/${id}/withdrawals`, { reason: 'Dubbel ingevoerd.' });
      return post(s, `/sessions/${id}/corrections`, { minutes: 45, ...REASON });
    },
  ],
  'session.overlaps': [
    409,
    async (s) => {
      expect((await coachPosts(s, '2024-06-03', { startsAt: '09:00' })).status).toBe(201);
      expect((await coachPosts(s, '2024-06-03', { startsAt: '10:00' })).status).toBe(201);
      return coachPosts(s, '2024-06-03', { startsAt: '10:59' });
    },
  ],
  ...MET_ON_ACCOUNTS,
  'coach-day.over-24-hours': [
    409,
    async (s) => {
      const other = await given(s.cast, s.dossier);
      expect((await coachPosts(other, '2024-06-04', { minutes: 1_380 })).status).toBe(201);
      expect((await coachPosts(s, '2024-06-04', { minutes: 60 })).status).toBe(201);
      return coachPosts(s, '2024-06-04', { minutes: 1 });
    },
  ],
  ...CLOSING_MET,
  ...SIGNALS_MET,
};

async function substituted(setting: Given): Promise<string> {
  const coachId = await setting.cast.coach(setting.dossier.ids.organisationId, 'Bram Vervangsma');
  return record(setting, '/substitutions', { coachId, from: '2024-04-01', reason: 'Vakantie.' });
}

function absent(setting: Given): Promise<string> {
  return record(setting, '/absences', { from: '2024-05-01', kind: 'leave' });
}

async function changeJob(setting: Given, endedOn: string): Promise<Answer> {
  const next = placement(await setting.cast.employer('Kwekerij Noord'), '2024-07-01');
  return post(setting, '/job-changes', { endedOn, reason: 'Ander werk.', next });
}
