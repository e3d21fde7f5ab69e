import { fixed, type Given, onItem, REASON, type Route } from './route.js';

export const aGrant = { decidedOn: '2024-02-20', from: '2024-03-01', to: '2024-08-31', regime: 'medium' };

/** Received on 10 February 2024, by the coordinator. */
export function received({ dossier }: Given): Promise<string> {
  const body = { kind: 'first', receivedOn: '2024-02-10' };
  return dossier.as.coordinator.record(`${dossier.path}/applications`, body);
}

function byDirector({ dossier }: Given, path: string, body: object): Promise<string> {
  return dossier.as['case-director'].record(dossier.path + path, body);
}

/** Received, and refused on 1 March 2024. */
export async function refused(given: Given): Promise<string> {
  const id = await received(given);
  await byDirector(given, `/applications/${id}/refusals`, {
    decidedOn: '2024-03-01',
    reason: 'Werkt zelfstandig.',
  });
  return id;
}

const granted = ({ dossier }: Given) => dossier.grant('2024-03-01', '2024-08-31');

export async function revised(given: Given): Promise<string> {
  const path = `/grants/${await granted(given)}/revisions`;
  return byDirector(given, path, { decidedOn: '2024-05-01', hours: 30, reason: 'Er is meer nodig.' });
}

/** An objection of the candidate to a grant, of 10 March 2024. */
export async function objected(given: Given): Promise<string> {
  const { as, path } = given.dossier;
  const body = { against: await granted(given), lodgedOn: '2024-03-10', grounds: 'Het regime is te licht.' };
  return as.candidate.record(`${path}/objections`, body);
}

export async function objectionDecided(given: Given): Promise<string> {
  const id = await objected(given);
  await byDirector(given, `/objections/${id}/decisions`, DECISION);
  return id;
}

const DECISION = { decidedOn: '2024-04-10', result: 'rejected', reason: 'Het regime past.' };

export function absent({ dossier }: Given): Promise<string> {
  return dossier.as.coordinator.record(`${dossier.path}/absences`, { from: '2024-05-01', kind: 'leave' });
}

export async function approved(given: Given): Promise<string> {
  const path = `/absences/${await absent(given)}/coaching-approvals`;
  return byDirector(given, path, { hours: 4, on: '2024-05-20' });
}

/** Every write on applications, grants, objections and approvals. */
export const AWARD_ROUTES: readonly Route[] = [
  {
    command: 'ReceiveApplication',
    // What a coach posts is a draft, which somebody else sends.
    commandOf: { coach: 'DraftApplication' },
    ...fixed('/applications', () => ({
      kind: 'first',
      receivedOn: '2024-02-10',
      regime: 'medium',
      motivation: 'Er is begeleiding nodig bij de start.',
      goals: ['Zelf de dag plannen'],
    })),
  },
  {
    command: 'CorrectApplication',
    ...onItem('applications', 'corrections', received, { receivedOn: '2024-02-12', ...REASON }),
  },
  {
    command: 'AskForCompletion',
    ...onItem('applications', 'completion-requests', received, {
      on: '2024-02-14',
      missing: ['Het getekende plan van aanpak'],
    }),
  },
  {
    command: 'CompleteApplication',
    ...onItem(
      'applications',
      'completions',
      async (given) => {
        const id = await received(given);
        const asked = { on: '2024-02-14', missing: ['Het plan'] };
        await byDirector(given, `/applications/${id}/completion-requests`, asked);
        return id;
      },
      { on: '2024-02-20' },
    ),
  },
  {
    command: 'RefuseCoaching',
    ...onItem('applications', 'refusals', received, {
      decidedOn: '2024-03-01',
      reason: 'Werkt zelfstandig.',
    }),
  },
  {
    command: 'CorrectApplicationDecision',
    ...onItem('applications', 'decision-corrections', refused, { refusedOn: '2024-03-02', ...REASON }),
  },
  { command: 'GrantCoaching', ...fixed('/grants', () => aGrant) },
  { command: 'CorrectGrant', ...onItem('grants', 'corrections', granted, { hours: 37.5, ...REASON }) },
  {
    command: 'ReviseGrant',
    kept: 'grant-revisions',
    ...onItem('grants', 'revisions', granted, {
      decidedOn: '2024-05-01',
      hours: 30,
      reason: 'Er is meer nodig.',
    }),
  },
  {
    command: 'CorrectGrantRevision',
    ...onItem('grant-revisions', 'corrections', revised, { hours: 32, ...REASON }),
  },
  {
    command: 'LodgeObjection',
    path: '/objections',
    request: async (given) => ({
      path: '/objections',
      body: { against: await granted(given), lodgedOn: '2024-03-10', grounds: 'Het regime is te licht.' },
    }),
  },
  {
    command: 'CorrectObjection',
    forbiddenTo: ['employer'],
    ...onItem('objections', 'corrections', objected, { lodgedOn: '2024-03-11', ...REASON }),
  },
  { command: 'DecideObjection', ...onItem('objections', 'decisions', objected, DECISION) },
  {
    command: 'CorrectObjectionDecision',
    ...onItem('objections', 'decision-corrections', objectionDecided, { result: 'upheld', ...REASON }),
  },
  {
    command: 'ApproveCoachingDuringAbsence',
    kept: 'coaching-approvals',
    ...onItem('absences', 'coaching-approvals', absent, { hours: 4, on: '2024-05-20' }),
  },
  {
    command: 'CorrectCoachingApproval',
    ...onItem('coaching-approvals', 'corrections', approved, { hours: 5, ...REASON }),
  },
];

/** Who gives each command of the award that the coordinator does not, or only from paper. */
export const AWARD_WRITERS = {
  GrantCoaching: 'case-director',
  CorrectGrant: 'case-director',
  ReviseGrant: 'case-director',
  CorrectGrantRevision: 'case-director',
  AskForCompletion: 'case-director',
  RefuseCoaching: 'case-director',
  CorrectApplicationDecision: 'case-director',
  DecideObjection: 'case-director',
  CorrectObjectionDecision: 'case-director',
  ApproveCoachingDuringAbsence: 'case-director',
  CorrectCoachingApproval: 'case-director',
  LodgeObjection: 'candidate',
  CorrectObjection: 'candidate',
} as const;
