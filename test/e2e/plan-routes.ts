import { fixed, type Given, REASON, type Route } from './route.js';

const aGoal = 'Op tijd komen';

/** The body of a plan with one goal, and an agreement of the coach and one of the candidate. */
export const aPlan = {
  draftedOn: '2024-02-05',
  goals: [{ what: aGoal, kind: 'work' }, 'Zelf de bus nemen'],
  needs: ['Een vaste begeleider'],
  agreements: [
    {
      what: 'Een stoel',
      organisedBy: 'coach',
      paidBy: 'funder',
      responsible: 'coach',
      dueOn: '2024-04-01',
    },
    {
      what: 'Een wekker',
      organisedBy: 'candidate',
      paidBy: 'De vader van Jikke',
      responsible: 'candidate',
      dueOn: '2024-05-01',
    },
  ],
  evaluationsOn: ['2024-06-03'],
};

/** Drafts it, and gives the ids that it has. */
export async function drafted({ dossier }: Pick<Given, 'dossier'>): Promise<{
  readonly goalIds: readonly string[];
  readonly agreementIds: readonly string[];
}> {
  await dossier.as.coordinator.record(`${dossier.path}/plans`, aPlan);
  const plan = await dossier.as.coordinator.read<{
    goals: readonly { id: string }[];
    agreements: readonly { id: string }[];
  }>(`${dossier.path}/plans/1`);
  return { goalIds: plan.goals.map(({ id }) => id), agreementIds: plan.agreements.map(({ id }) => id) };
}

/** Records something on the plan as the coordinator, and gives the address of its correction. */
async function corrected({ dossier }: Given, path: string, body: object): Promise<string> {
  return `${path}/${await dossier.as.coordinator.record(dossier.path + path, body)}/corrections`;
}

const answers = (action: string, body: object): readonly Route[] =>
  (['candidate', 'employer', 'funder', 'coach'] as const).map((party) => ({
    command: action === 'declines' ? 'DeclinePlan' : 'AgreePlan',
    path: `/plans/{version}/${action}`,
    actingFor: party,
    address: '/plans/1',
    request: async (given) => {
      await drafted(given);
      return { path: `/plans/1/${action}`, body: { party, on: '2024-02-12', ...body } };
    },
  }));

const ended = '2024-07-01';

/** Every write on the plan of approach. */
export const PLAN_ROUTES: readonly Route[] = [
  { command: 'AskForPlan', ...fixed('/plan-requests', () => ({ reason: 'De doelen passen niet meer.' })) },
  {
    command: 'DraftPlan',
    path: '/plans',
    address: '/plans/1',
    request: () => ({ path: '/plans', body: aPlan }),
  },
  {
    command: 'RevisePlan',
    path: '/plans/{version}/revisions',
    address: '/plans/2',
    request: async (given) => {
      const { goalIds } = await drafted(given);
      const goals = [{ what: aGoal, kind: 'work', goalId: goalIds[0] }];
      const body = { draftedOn: '2024-06-03', goals, reason: 'Ander rooster.' };
      return { path: '/plans/1/revisions', body };
    },
  },
  ...answers('agreements-by', { name: 'J. de Wit' }),
  ...answers('declines', { reason: 'Te veel tegelijk.' }),
  {
    command: 'ReachGoal',
    path: '/goals/{goalId}/attainments',
    kept: 'goal-outcomes',
    request: async (given) => {
      const { goalIds } = await drafted(given);
      return { path: `/goals/${goalIds[0]}/attainments`, body: { on: ended, remark: 'Al drie weken.' } };
    },
  },
  {
    command: 'CorrectGoalOutcome',
    path: '/goals/{goalId}/attainments/{itemId}/corrections',
    kept: 'goal-outcomes',
    request: async (given) => {
      const { goalIds } = await drafted(given);
      const path = await corrected(given, `/goals/${goalIds[0]}/attainments`, { on: ended });
      return { path, body: { on: null, ...REASON } };
    },
  },
  {
    command: 'DropGoal',
    path: '/goals/{goalId}/drops',
    kept: 'goal-outcomes',
    request: async (given) => {
      const { goalIds } = await drafted(given);
      return { path: `/goals/${goalIds[1]}/drops`, body: { on: ended, reason: 'De bus rijdt niet meer.' } };
    },
  },
  {
    command: 'CorrectGoalOutcome',
    path: '/goals/{goalId}/drops/{itemId}/corrections',
    kept: 'goal-outcomes',
    request: async (given) => {
      const { goalIds } = await drafted(given);
      const drop = { on: ended, reason: 'De bus rijdt niet meer.' };
      const path = await corrected(given, `/goals/${goalIds[1]}/drops`, drop);
      return { path, body: { on: '2024-07-02', ...REASON } };
    },
  },
  {
    command: 'FulfilAgreement',
    path: '/agreements/{agreementId}/fulfilments',
    kept: 'agreement-fulfilments',
    request: async (given) => {
      const { agreementIds } = await drafted(given);
      return { path: `/agreements/${agreementIds[0]}/fulfilments`, body: { on: '2024-03-20' } };
    },
  },
  {
    command: 'FulfilAgreement',
    path: '/agreements/{agreementId}/fulfilments',
    kept: 'agreement-fulfilments',
    actingFor: 'candidate',
    request: async (given) => {
      const { agreementIds } = await drafted(given);
      return { path: `/agreements/${agreementIds[1]}/fulfilments`, body: { on: '2024-03-20' } };
    },
  },
  {
    command: 'CorrectFulfilment',
    path: '/agreements/{agreementId}/fulfilments/{itemId}/corrections',
    kept: 'agreement-fulfilments',
    request: async (given) => {
      const { agreementIds } = await drafted(given);
      const path = await corrected(given, `/agreements/${agreementIds[0]}/fulfilments`, { on: '2024-03-20' });
      return { path, body: { on: '2024-03-21', ...REASON } };
    },
  },
];
