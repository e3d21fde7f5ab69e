import type { closingRefusals } from '../../domain/trajectory/closing/refusals.js';
import type { requestRefusals } from '../../domain/trajectory/requests/refusals.js';
import type { Answer, Client } from './client.js';
import { AFTERCARE, CLOSURE, OUTCOME, REOPENING } from './closing-routes.js';
import { ask, requestAbout } from './request-routes.js';
import type { Given } from './route.js';

const REASON = { reason: 'De datum was verkeerd.' };
const NOBODY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
const ANSWER = { decision: 'granted', reason: 'Het klopt.' };

function post({ dossier }: Given, path: string, body: object, as?: Client): Promise<Answer> {
  return (as ?? dossier.as.coordinator).post(dossier.path + path, body);
}

function record({ dossier }: Given, path: string, body: object): Promise<string> {
  return dossier.as.coordinator.record(dossier.path + path, body);
}

/** Posts after the trajectory was closed, and what else is recorded first. */
async function onClosed(
  given: Given,
  path: string,
  body: object,
  ...first: readonly (readonly [path: string, body: object])[]
): Promise<Answer> {
  await record(given, '/closures', CLOSURE);
  for (const [at, what] of first) await record(given, at, what);
  return post(given, path, body);
}

type Code = keyof typeof closingRefusals | keyof typeof requestRefusals;

/** For each refusal about the end, or about a request to correct: the status, and a request that meets it. */
export const CLOSING_MET: {
  readonly [C in Code]: readonly [number, (given: Given) => Promise<Answer>];
} = {
  'closure.already-closed': [409, (s) => onClosed(s, '/closures', { ...CLOSURE, on: '2024-07-31' })],
  'closure.before-reopening': [
    409,
    (s) => onClosed(s, '/closures', { ...CLOSURE, on: '2025-01-31' }, ['/reopenings', REOPENING]),
  ],
  'closure.not-found': [
    404,
    (s) => post(s, `/closures/${NOBODY}/corrections`, { on: '2024-07-31', ...REASON }),
  ],
  'closure.unknown': [409, (s) => onClosed(s, '/outcomes', { ...OUTCOME, closureId: NOBODY })],
  'reopening.not-closed': [409, (s) => post(s, '/reopenings', REOPENING)],
  'reopening.before-last-day': [409, (s) => onClosed(s, '/reopenings', { ...REOPENING, on: CLOSURE.on })],
  'reopening.not-found': [
    404,
    (s) => post(s, `/reopenings/${NOBODY}/corrections`, { on: '2025-02-02', ...REASON }),
  ],
  'outcome.not-closed': [409, (s) => post(s, '/outcomes', OUTCOME)],
  'outcome.too-early': [409, (s) => onClosed(s, '/outcomes', { ...OUTCOME, afterMonths: 36 })],
  'outcome.already-measured': [409, (s) => onClosed(s, '/outcomes', OUTCOME, ['/outcomes', OUTCOME])],
  'outcome.contract-without-work': [400, (s) => onClosed(s, '/outcomes', { ...OUTCOME, state: 'no-work' })],
  'outcome.not-found': [
    404,
    (s) => post(s, `/outcomes/${NOBODY}/corrections`, { state: 'no-work', ...REASON }),
  ],
  'aftercare-contact.trajectory-open': [409, (s) => post(s, '/aftercare-contacts', AFTERCARE)],
  'aftercare-contact.not-found': [
    404,
    (s) => post(s, `/aftercare-contacts/${NOBODY}/corrections`, { minutes: 20, ...REASON }),
  ],
  'correction-request.about-unknown': [
    409,
    (s) => post(s, '/correction-requests', { ...requestAbout(s), about: NOBODY }, s.dossier.as.candidate),
  ],
  'correction-request.not-found': [404, (s) => post(s, `/correction-requests/${NOBODY}/answers`, ANSWER)],
  'correction-request.already-answered': [
    409,
    async (s) => {
      const path = `/correction-requests/${await ask(s)}/answers`;
      await record(s, path, ANSWER);
      return post(s, path, { ...ANSWER, decision: 'refused' });
    },
  ],
};
