import type { awardRefusals } from '../../domain/trajectory/award/refusals.js';
import { absent, aGrant, objected, objectionDecided, received, refused, revised } from './award-routes.js';
import type { Answer, Client } from './client.js';
import { type Given, REASON } from './route.js';

const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';

function post({ dossier }: Given, path: string, body: object, as?: Client): Promise<Answer> {
  return (as ?? dossier.as['case-director']).post(dossier.path + path, body);
}

/** Records as the case director, and gives the id. */
async function record({ dossier }: Given, path: string, body: object): Promise<string> {
  return dossier.as['case-director'].record(dossier.path + path, body);
}

function grants(s: Given, terms: object): Promise<Answer> {
  return post(s, '/grants', { ...aGrant, ...terms });
}

const ASKED = { on: '2024-02-14', missing: ['Het plan'] };

async function asked(s: Given): Promise<string> {
  const id = await received(s);
  await record(s, `/applications/${id}/completion-requests`, ASKED);
  return id;
}

function lodge(s: Given, against: string, lodgedOn: string): Promise<Answer> {
  const body = { against, lodgedOn, grounds: 'Het regime is te licht.' };
  return post(s, '/objections', body, s.dossier.as.candidate);
}

const DECISION = { decidedOn: '2024-04-10', result: 'upheld', reason: 'Het regime was te licht.' };
const ofGrant = (s: Given) => s.dossier.grant('2024-03-01', '2024-08-31');

type Met = {
  readonly [Code in keyof typeof awardRefusals]?: readonly [number, (s: Given) => Promise<Answer>];
};

/** For each refusal of the award that a request can meet: the status, and a request that meets it. */
export const AWARD_MET: Met = {
  'application.unknown': [409, (s) => grants(s, { applicationId: NOBODY })],
  'application.not-found': [404, (s) => post(s, `/applications/${NOBODY}/completion-requests`, ASKED)],
  'application.not-received': [
    409,
    async (s) => {
      const { as, path } = s.dossier;
      const draft = { kind: 'first', receivedOn: '2024-02-10' };
      const id = await as.coach.record(`${path}/applications`, draft);
      return post(s, `/applications/${id}/completion-requests`, ASKED);
    },
  ],
  'application.already-decided': [
    409,
    async (s) => grants(s, { applicationId: await refused(s), decidedOn: '2024-03-02' }),
  ],
  'application.completion-already-asked': [
    409,
    async (s) =>
      post(s, `/applications/${await asked(s)}/completion-requests`, { ...ASKED, on: '2024-02-15' }),
  ],
  'application.completion-not-asked': [
    409,
    async (s) => post(s, `/applications/${await received(s)}/completions`, { on: '2024-02-20' }),
  ],
  'application.already-completed': [
    409,
    async (s) => {
      const id = await asked(s);
      await record(s, `/applications/${id}/completions`, { on: '2024-02-20' });
      return post(s, `/applications/${id}/completions`, { on: '2024-02-21' });
    },
  ],
  'application.dates-out-of-order': [
    409,
    async (s) => post(s, `/applications/${await asked(s)}/completions`, { on: '2024-02-13' }),
  ],
  'application.not-refused': [
    409,
    async (s) =>
      post(s, `/applications/${await received(s)}/decision-corrections`, {
        refusedOn: '2024-03-02',
        ...REASON,
      }),
  ],
  'grant.not-found': [404, (s) => post(s, `/grants/${NOBODY}/corrections`, { hours: 10, ...REASON })],
  'grant.period-invalid': [400, (s) => grants(s, { to: '2024-02-29' })],
  'grant.beyond-limit-without-motivation': [
    409,
    async (s) => {
      // The job began on 8 January 2024: the last day of the two years is 7 January 2026.
      const within = await record(s, '/grants', { ...aGrant, from: '2025-07-08', to: '2026-01-07' });
      const beyond = { to: '2026-01-08', decidedOn: '2025-07-08', reason: 'Er is meer nodig.' };
      const motivated = { ...beyond, beyondLimitMotivation: 'De werkplek verandert.' };
      const revisionId = await record(s, `/grants/${within}/revisions`, motivated);
      await record(s, `/grant-revisions/${revisionId}/corrections`, { to: '2026-01-07', ...REASON });
      const another = await record(s, '/grants', { ...aGrant, from: '2025-07-08', to: '2026-01-07' });
      return post(s, `/grants/${another}/revisions`, beyond);
    },
  ],
  'grant-revision.not-found': [
    404,
    (s) => post(s, `/grant-revisions/${NOBODY}/corrections`, { hours: 10, ...REASON }),
  ],
  'grant-revision.nothing-changed': [
    400,
    async (s) =>
      post(s, `/grants/${await ofGrant(s)}/revisions`, {
        decidedOn: '2024-05-01',
        reason: 'Er is meer nodig.',
      }),
  ],
  'grant-revision.before-grant': [
    409,
    async (s) =>
      post(s, `/grant-revisions/${await revised(s)}/corrections`, { decidedOn: '2024-02-29', ...REASON }),
  ],
  'objection.not-found': [404, (s) => post(s, `/objections/${NOBODY}/decisions`, DECISION)],
  'objection.nothing-decided': [409, async (s) => lodge(s, await received(s), '2024-03-10')],
  'objection.already-pending': [
    409,
    async (s) => {
      const { as, path } = s.dossier;
      const objection = await as.candidate.read(`${path}/objections/${await objected(s)}`);
      return lodge(s, String(objection.against), '2024-03-11');
    },
  ],
  'objection.already-decided': [
    409,
    async (s) => post(s, `/objections/${await objectionDecided(s)}/decisions`, DECISION),
  ],
  'objection.not-decided': [
    409,
    async (s) =>
      post(s, `/objections/${await objected(s)}/decision-corrections`, { result: 'upheld', ...REASON }),
  ],
  'objection.decided-before-lodged': [
    409,
    async (s) =>
      post(s, `/objections/${await objected(s)}/decisions`, { ...DECISION, decidedOn: '2024-03-09' }),
  ],
  'coaching-approval.not-found': [
    404,
    (s) => post(s, `/coaching-approvals/${NOBODY}/corrections`, { hours: 4, ...REASON }),
  ],
  'coaching-approval.hours-invalid': [
    400,
    async (s) => post(s, `/absences/${await absent(s)}/coaching-approvals`, { hours: 0, on: '2024-05-20' }),
  ],
};
