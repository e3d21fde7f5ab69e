import type { factCorrectionRefusals } from '../../domain/trajectory/corrected-facts/refusals.js';
import type { signalRefusals } from '../../domain/trajectory/signals/refusals.js';
import type { Answer, Client } from './client.js';
import type { Given } from './routes.js';
import { today } from './signal-routes.js';
import { placement } from './story.js';

const REASON = { reason: 'De datum was verkeerd.' };
const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
const incident = { on: '2024-04-10', initiatedBy: 'coach', summary: 'Er was ruzie in de kantine.' };
const resolution = { on: '2024-04-12', summary: 'Met zijn drieën besproken.' };
const answer = { decision: 'granted', reason: 'Er is plaats.', on: today() };
type Code = keyof typeof signalRefusals | keyof typeof factCorrectionRefusals;

function post({ dossier }: Given, path: string, body: object, as: Client = dossier.as.coordinator) {
  return as.post(dossier.path + path, body);
}

function record({ dossier }: Given, path: string, body: object, as: Client = dossier.as.coordinator) {
  return as.record(dossier.path + path, body);
}

const onNobody = (collection: string, body: object) => (s: Given) =>
  post(s, `/${collection}/${NOBODY}/corrections`, { ...body, ...REASON }, s.dossier.as['case-director']);
const asked = (s: Given) => record(s, '/coach-change-requests', {}, s.dossier.as.candidate);

/** For each refusal of these that a request can meet: the status, and a request that meets it. */
export const SIGNALS_MET: { readonly [C in Code]?: readonly [number, (s: Given) => Promise<Answer>] } = {
  'incident.not-found': [404, (s) => post(s, `/incidents/${NOBODY}/resolutions`, resolution)],
  'incident.already-resolved': [
    409,
    async (s) => {
      const path = `/incidents/${await record(s, '/incidents', incident)}/resolutions`;
      await record(s, path, resolution);
      return post(s, path, { ...resolution, on: '2024-04-13' });
    },
  ],
  'incident.not-resolved': [
    409,
    async (s) =>
      post(s, `/incidents/${await record(s, '/incidents', incident)}/corrections`, {
        resolution: 'Besproken.',
        ...REASON,
      }),
  ],
  'incident.resolved-before-start': [
    409,
    async (s) =>
      post(s, `/incidents/${await record(s, '/incidents', incident)}/resolutions`, {
        ...resolution,
        on: '2024-04-09',
      }),
  ],
  'support-need.not-found': [
    404,
    (s) => post(s, `/support-needs/${NOBODY}/corrections`, { on: '2024-04-15', ...REASON }),
  ],
  'contact-rhythm.not-found': [
    404,
    (s) => post(s, `/contact-rhythms/${NOBODY}/corrections`, { everyDays: 7, ...REASON }),
  ],
  'contact-rhythm.interval-invalid': [
    400,
    (s) => post(s, '/contact-rhythms', { everyDays: 93, from: '2024-02-01' }),
  ],
  'contact-rhythm.same-first-day': [
    409,
    async (s) => {
      await record(s, '/contact-rhythms', { everyDays: 14, from: '2024-02-01' });
      return post(s, '/contact-rhythms', { everyDays: 7, from: '2024-02-01' });
    },
  ],
  'coach-change-request.not-found': [404, (s) => post(s, `/coach-change-requests/${NOBODY}/answers`, answer)],
  'coach-change-request.same-coach': [
    409,
    (s) =>
      post(s, '/coach-change-requests', { preferredCoachId: s.dossier.ids.coachId }, s.dossier.as.candidate),
  ],
  'coach-change-request.already-answered': [
    409,
    async (s) => {
      const path = `/coach-change-requests/${await asked(s)}/answers`;
      await record(s, path, answer);
      return post(s, path, { ...answer, decision: 'refused' });
    },
  ],
  'coach-change-request.answered-before-asked': [
    409,
    async (s) => post(s, `/coach-change-requests/${await asked(s)}/answers`, { ...answer, on: '2024-04-01' }),
  ],
  'employer-contact.not-found': [
    404,
    (s) => post(s, `/employer-contacts/${NOBODY}/corrections`, { minutes: 20, ...REASON }),
  ],
  'case-director.not-found': [404, onNobody('case-directors', { name: 'M. de Wit' })],
  'case-manager.not-found': [404, onNobody('case-managers', { name: 'M. de Wit' })],
  'organisation-change.not-found': [404, onNobody('organisation-changes', { on: '2024-06-01' })],
  'rule-set-move.not-found': [404, onNobody('rule-set-moves', { on: '2024-06-01' })],
  'fit-note.not-found': [404, (s) => post(s, `/fit-notes/${NOBODY}/corrections`, { fits: [], ...REASON })],
  'fit-note.carried': [
    409,
    async (s) => {
      const note = { fits: ['Vaste begintijd'], doesNotFit: [], adjustments: [], shareWithNext: [] };
      const id = await record(s, '/fit-notes', { placementId: s.placementId, ...note });
      const next = placement(await s.cast.employer('Kwekerij Noord'), '2024-07-01');
      const placementId = await record(s, '/job-changes', {
        endedOn: '2024-06-30',
        reason: 'Ander werk.',
        next,
      });
      return post(s, `/fit-notes/${id}/corrections`, { placementId, ...REASON });
    },
  ],
};
