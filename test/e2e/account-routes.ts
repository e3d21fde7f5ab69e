import { fixed, type Given, type Route } from './route.js';

const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const REASON = { reason: 'De dagen waren verkeerd.' };
const HOUR = { hours: 1, amount: 7_478 };

let sessions = 0;

/** A grant of half a year and a session of an hour early in March: of one coach, who has only so many hours a day. */
async function coached({ dossier }: Given): Promise<void> {
  sessions += 1;
  await dossier.grant('2024-03-01', '2024-08-31');
  await dossier.session(`2024-03-0${1 + (sessions % 9)}`);
}

/** The hours of March approved; gives the approval. */
export async function approvedHours(given: Given): Promise<string> {
  await coached(given);
  return given.dossier.as.coordinator.record(`${given.dossier.path}/hours-approvals`, MARCH);
}

/** An hour in March declared; gives the declaration. */
export async function declaredHours(given: Given): Promise<string> {
  await approvedHours(given);
  const { as, path } = given.dossier;
  return as.coordinator.record(`${path}/declarations`, { ...MARCH, ...HOUR });
}

/** The writes on hours approved, accounted for, declared and settled. */
export const ACCOUNT_ROUTES: readonly Route[] = [
  { command: 'ReportAccountability', ...fixed('/accountability-reports', () => MARCH) },
  {
    command: 'ApproveHours',
    path: '/hours-approvals',
    request: async (given) => {
      await coached(given);
      return { path: '/hours-approvals', body: MARCH };
    },
  },
  {
    command: 'CorrectHoursApproval',
    path: '/hours-approvals/{itemId}/corrections',
    request: async (given) => ({
      path: `/hours-approvals/${await approvedHours(given)}/corrections`,
      body: { to: '2024-03-15', ...REASON },
    }),
  },
  {
    command: 'SubmitDeclaration',
    path: '/declarations',
    request: async (given) => {
      await approvedHours(given);
      return { path: '/declarations', body: { ...MARCH, ...HOUR } };
    },
  },
  {
    command: 'CorrectDeclaration',
    path: '/declarations/{itemId}/corrections',
    request: async (given) => ({
      path: `/declarations/${await declaredHours(given)}/corrections`,
      body: { hours: 0.75, amount: 5_608, ...REASON },
    }),
  },
  {
    command: 'SettleDeclaration',
    path: '/declarations/{itemId}/settlements',
    request: async (given) => ({
      path: `/declarations/${await declaredHours(given)}/settlements`,
      body: { on: '2024-04-15', ...HOUR, reason: 'Akkoord.' },
    }),
  },
];
