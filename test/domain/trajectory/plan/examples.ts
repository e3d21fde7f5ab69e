import type {
  AgreePlan,
  DeclinePlan,
  DraftPlan,
  FulfilAgreement,
  ReachGoal,
  RevisePlan,
} from '../../../../domain/trajectory/plan/commands.js';
import type { PlanParty } from '../../../../domain/trajectory/plan/lists.js';
import { id, TODAY } from '../examples.js';

export const PLAN = id(200);
export const NEXT_PLAN = id(201);
/** The four goals of the plan; the first three are the main ones. */
export const GOALS = [id(210), id(211), id(212), id(213)] as const;
export const CHAIR = id(220);
export const TAXI = id(221);
export const OUTCOME = id(230);
export const FULFILMENT = id(240);

export const draftIt: DraftPlan = {
  type: 'DraftPlan',
  today: TODAY,
  planId: PLAN,
  draftedOn: '2024-02-05',
  goals: [
    { goalId: GOALS[0], what: 'Op tijd komen', kind: 'work' },
    { goalId: GOALS[1], what: 'Zelf de bus nemen', kind: 'personal' },
    { goalId: GOALS[2], what: 'Hulp vragen' },
    { goalId: GOALS[3], what: 'De kassa bedienen', kind: 'work' },
  ],
  needs: ['Een vaste begeleider'],
  agreements: [
    {
      agreementId: CHAIR,
      what: 'Een stoel',
      organisedBy: 'employer',
      paidBy: 'funder',
      responsible: 'coach',
      dueOn: '2024-04-01',
    },
    {
      agreementId: TAXI,
      what: 'Vervoer',
      organisedBy: 'De vader van Jikke',
      paidBy: 'candidate',
      responsible: 'candidate',
      dueOn: '2024-05-01',
    },
  ],
  evaluationsOn: ['2024-08-01', '2024-05-01', '2024-08-01'],
};

export const reviseIt: RevisePlan = {
  ...draftIt,
  type: 'RevisePlan',
  planId: NEXT_PLAN,
  draftedOn: '2024-06-03',
  version: 1,
  reason: 'Ander rooster.',
  goals: [
    { goalId: GOALS[0], what: 'Op tijd komen', kind: 'work', goesOn: true },
    { goalId: id(214), what: 'Een lunch kiezen' },
  ],
  agreements: [],
  evaluationsOn: [],
};

/** Each party its own answer. */
const ANSWERS: { readonly [P in PlanParty]: string } = {
  candidate: id(250),
  employer: id(251),
  funder: id(252),
  coach: id(253),
};

export function agreeIt(party: PlanParty, on: AgreePlan['on'] = '2024-02-12', version = 1): AgreePlan {
  const answerId = version === 1 ? ANSWERS[party] : `${ANSWERS[party]}-${version}`;
  return { type: 'AgreePlan', today: TODAY, answerId, version, party, on, by: 'J. de Wit' };
}

export function declineIt(party: PlanParty, on: DeclinePlan['on'] = '2024-02-13', version = 1): DeclinePlan {
  const reason = 'Te veel tegelijk.';
  return { type: 'DeclinePlan', today: TODAY, answerId: id(260), version, party, on, reason };
}

/** Everybody who is asked while the job of the examples runs, the coach last. */
export const allAgree: readonly AgreePlan[] = [
  agreeIt('candidate', '2024-02-10'),
  agreeIt('employer', '2024-02-11'),
  agreeIt('funder', '2024-02-12'),
  agreeIt('coach', '2024-02-13'),
];

export const reachIt: ReachGoal = {
  type: 'ReachGoal',
  today: TODAY,
  outcomeId: OUTCOME,
  goalId: GOALS[0],
  on: '2024-07-01',
};
export const dropIt = {
  type: 'DropGoal',
  today: TODAY,
  outcomeId: id(231),
  goalId: GOALS[1],
  on: '2024-07-01',
  reason: 'De bus rijdt niet meer.',
} as const;
export const fulfilIt: FulfilAgreement = {
  type: 'FulfilAgreement',
  today: TODAY,
  fulfilmentId: FULFILMENT,
  agreementId: CHAIR,
  on: '2024-03-20',
};

export const correctOutcome = (changes: { readonly on?: ReachGoal['on'] | null }) =>
  ({
    type: 'CorrectGoalOutcome',
    today: TODAY,
    outcomeId: OUTCOME,
    goalId: GOALS[0],
    outcome: 'reached',
    changes,
    reason: 'typefout',
  }) as const;
export const correctFulfilment = (changes: { readonly on?: ReachGoal['on'] | null }) =>
  ({
    type: 'CorrectFulfilment',
    today: TODAY,
    fulfilmentId: FULFILMENT,
    agreementId: CHAIR,
    changes,
    reason: 'typefout',
  }) as const;
