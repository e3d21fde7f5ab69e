import type { planRefusals } from '../../domain/trajectory/plan/refusals.js';
import type { reviewRefusals } from '../../domain/trajectory/review/refusals.js';
import type { Answer, Client } from './client.js';
import { aPlan, drafted } from './plan-routes.js';
import { anAssessment, anEvaluation } from './review-routes.js';
import { EVIDENCE, type Given, REASON } from './route.js';
import { placement } from './story.js';

const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
const ended = { on: '2024-07-01' };
const dropped = { ...ended, reason: 'De bus rijdt niet meer.' };
const revision = { draftedOn: '2024-06-03', goals: ['Een lunch kiezen'], reason: 'Ander rooster.' };

const post = ({ dossier }: Given, path: string, body: object, as: Client = dossier.as.coordinator) =>
  as.post(dossier.path + path, body);

async function done(setting: Given, path: string, body: object, as?: Client): Promise<void> {
  const { status, text } = await post(setting, path, body, as);
  if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${text}`);
}

const coachAgrees = (setting: Given, version = 1) =>
  post(
    setting,
    `/plans/${version}/agreements-by`,
    { party: 'coach', name: 'S. Coachsma', on: '2024-02-12' },
    setting.dossier.as.coach,
  );
const candidateDeclines = (setting: Given) =>
  post(
    setting,
    '/plans/1/declines',
    { party: 'candidate', reason: 'Te veel.', on: '2024-02-13' },
    setting.dossier.as.candidate,
  );
const employerOnPaper = (setting: Given, terms: object = {}) =>
  post(setting, '/plans/1/agreements-by', {
    party: 'employer',
    name: 'B. Bakker',
    on: '2024-02-12',
    evidence: EVIDENCE,
    ...terms,
  });

type Code = keyof typeof planRefusals | keyof typeof reviewRefusals;

/** For each refusal of the plan and of reviews: the status, and a request that meets it. */
export const PLAN_AND_REVIEW_MET: {
  readonly [C in Code]: readonly [number, (setting: Given) => Promise<Answer>];
} = {
  'plan.not-found': [404, (s) => coachAgrees(s)],
  'plan.already-drafted': [
    409,
    async (s) => {
      await drafted(s);
      return post(s, '/plans', aPlan);
    },
  ],
  'plan.not-latest': [
    409,
    async (s) => {
      await drafted(s);
      await done(s, '/plans/1/revisions', revision);
      return coachAgrees(s);
    },
  ],
  'plan.older-than-before': [
    409,
    async (s) => {
      await drafted(s);
      return post(s, '/plans/1/revisions', { ...revision, draftedOn: '2024-02-04' });
    },
  ],
  'plan.declined': [
    409,
    async (s) => {
      await drafted(s);
      await candidateDeclines(s);
      return coachAgrees(s);
    },
  ],
  'plan.already-agreed': [
    409,
    async (s) => {
      await drafted(s);
      await coachAgrees(s);
      const body = { party: 'coach', reason: 'Toch niet.', on: '2024-02-13' };
      return post(s, '/plans/1/declines', body, s.dossier.as.coach);
    },
  ],
  'goal.not-found': [
    404,
    async (s) => {
      await drafted(s);
      return post(s, `/goals/${NOBODY}/attainments`, ended);
    },
  ],
  'goal.not-in-plan': [
    409,
    async (s) => {
      const { goalIds } = await drafted(s);
      await done(s, '/plans/1/revisions', revision);
      return post(s, `/goals/${goalIds[0]}/attainments`, ended);
    },
  ],
  'goal.already-ended': [
    409,
    async (s) => {
      const { goalIds } = await drafted(s);
      await done(s, `/goals/${goalIds[0]}/attainments`, ended);
      return post(s, `/goals/${goalIds[0]}/drops`, dropped);
    },
  ],
  'goal-outcome.not-found': [
    404,
    async (s) => {
      const { goalIds } = await drafted(s);
      const path = `/goals/${goalIds[0]}/attainments/${NOBODY}/corrections`;
      return post(s, path, { on: null, ...REASON });
    },
  ],
  'agreement.not-found': [
    404,
    async (s) => {
      await drafted(s);
      return post(s, `/agreements/${NOBODY}/fulfilments`, ended);
    },
  ],
  'agreement.not-in-plan': [
    409,
    async (s) => {
      const { agreementIds } = await drafted(s);
      await done(s, '/plans/1/revisions', revision);
      return post(s, `/agreements/${agreementIds[0]}/fulfilments`, ended);
    },
  ],
  'agreement.already-fulfilled': [
    409,
    async (s) => {
      const { agreementIds } = await drafted(s);
      const path = `/agreements/${agreementIds[0]}/fulfilments`;
      await done(s, path, ended);
      return post(s, path, { on: '2024-07-02' });
    },
  ],
  'fulfilment.not-found': [
    404,
    async (s) => {
      const { agreementIds } = await drafted(s);
      const path = `/agreements/${agreementIds[0]}/fulfilments/${NOBODY}/corrections`;
      return post(s, path, { on: null, ...REASON });
    },
  ],
  'employer.not-involved': [
    409,
    async (s) => {
      await drafted(s);
      return employerOnPaper(s, { employerId: NOBODY });
    },
  ],
  'employer.unclear': [
    409,
    async (s) => {
      await drafted(s);
      const employerId = await s.cast.employer('Kwekerij Zuid');
      await done(s, '/placements', placement(employerId, '2024-01-08'));
      return employerOnPaper(s);
    },
  ],
  'evaluation-plan.not-found': [
    404,
    (s) => post(s, `/evaluation-plans/${NOBODY}/corrections`, { kind: 'final', ...REASON }),
  ],
  'evaluation.not-found': [
    404,
    (s) => post(s, `/evaluations/${NOBODY}/corrections`, { kind: 'final', ...REASON }),
  ],
  'result-code.unknown': [400, (s) => post(s, '/evaluations', { ...anEvaluation, resultCode: 7 })],
  'structural-work.required': [
    400,
    (s) => post(s, '/evaluations', { ...anEvaluation, noContractReason: 'Geen geld.' }),
  ],
  'assessment.not-found': [
    404,
    (s) => post(s, `/assessments/${NOBODY}/corrections`, { score: 7, evidence: EVIDENCE, ...REASON }),
  ],
  'score.invalid': [
    400,
    (s) => post(s, '/assessments', { ...anAssessment, score: 11 }, s.dossier.as.candidate),
  ],
};
