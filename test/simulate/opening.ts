import { addDays, addMonths, type CalendarDate } from '../../domain/shared/calendar.js';
import { type Part, type Parties, record, type Situation } from './acts.js';
import { SESSIONS_A_WEEK } from './assumptions.js';
import type { Chance } from './random.js';

const HALF_YEAR = 6;
const DAYS_TO_AGREE = 14;
/** The award is decided on this day after the opening; coaching goes on from the next one. */
export const DAYS_TO_DECIDE = 21;
const GOALS = ['Op tijd komen', 'Zelf hulp vragen', 'Zelfstandig inpakken', 'Overleggen met de leiding'];
const SIGNED = { kind: 'paper', reference: 'Formulier plan' } as const;

/** Registers the candidate and all that a trajectory begins with: parties, work, the award and the plan. */
export function* opening(parties: Parties, coachId: string, chance: Chance): Part<Situation> {
  const { openedOn: on, organisationId, funderId, number } = parties;
  const by = 'coordinator';
  const registered = yield {
    on,
    by,
    kind: 'POST candidates',
    path: '/v1/candidates',
    body: { name: `Kandidaat Voorbeeldsma ${number}`, reference: `S-${number}` },
  };
  const candidateId = String(registered.id);
  const opened = yield {
    on,
    by,
    kind: 'POST trajectories',
    path: '/v1/trajectories',
    body: { candidateId, funderId, organisationId, openedOn: on },
  };
  const situation: Situation = {
    ...parties,
    chance,
    coachId,
    candidateId,
    path: `/v1/trajectories/${String(opened.id)}`,
    employer: 0,
    placementId: '',
    planVersion: 1,
    goals: [],
    agreementIds: [],
    grantedTo: on,
    halfYears: 0,
    toApprove: [],
    toDeclare: 0,
    waiting: [],
    standIn: { from: on, until: addDays(on, -1) },
  };
  yield* record(situation, on, by, 'coach-assignments', { coachId, from: on, chosenBy: 'candidate' });
  yield* record(situation, on, 'director', 'case-directors', { name: 'M. de Boer', from: on });
  situation.placementId = yield* record(situation, on, by, 'placements', placement(situation, on));
  yield* record(situation, on, by, 'contact-rhythms', { everyDays: 14, from: on });
  yield* applied(situation, on, 'first');
  yield* drafted(situation, on);
  yield* agreed(situation, addDays(on, DAYS_TO_AGREE));
  yield* granted(situation, addDays(on, DAYS_TO_DECIDE));
  return situation;
}

/** The body of a placement with the present employer. */
export function placement({ employerIds, employer, chance }: Situation, startsOn: CalendarDate): object {
  return {
    employerId: employerIds[employer % employerIds.length],
    kind: 'employment',
    startsOn,
    hoursPerWeek: chance.between(12, 32),
    tasks: 'Orders verzamelen, inpakken en de voorraad aanvullen.',
    wageValuePercent: chance.between(35, 80),
    managerName: 'P. Jansen',
  };
}

export function* applied(
  situation: Situation,
  receivedOn: CalendarDate,
  kind: 'first' | 'follow-on',
): Part<string> {
  const { regime } = situation;
  const motivation = 'Er is begeleiding nodig om de nieuwe taken aan te leren en het werk vol te houden.';
  return yield* record(situation, receivedOn, 'coordinator', 'applications', {
    kind,
    receivedOn,
    regime,
    motivation,
  });
}

/** The next half year of coaching, with hours to spare. */
export function* granted(situation: Situation, decidedOn: CalendarDate): Part {
  const { openedOn, halfYears, regime } = situation;
  const from = addMonths(openedOn, HALF_YEAR * halfYears);
  const to = addDays(addMonths(openedOn, HALF_YEAR * (halfYears + 1)), -1);
  const hours = Math.ceil(SESSIONS_A_WEEK[regime] * 26 * 3);
  const grant = { decidedOn, from, to, regime, hours };
  yield* record(situation, decidedOn, 'director', 'grants', grant, { visit: 'decision' });
  situation.halfYears += 1;
  situation.grantedTo = to;
}

function* drafted(situation: Situation, draftedOn: CalendarDate): Part {
  yield* record(situation, draftedOn, 'coordinator', 'plans', { draftedOn, ...planBody(draftedOn, []) });
  yield* known(situation, draftedOn);
}

/** The next version of the plan: goals that were reached make room for others. */
export function* planRevision(situation: Situation, draftedOn: CalendarDate): Part {
  const path = `plans/${situation.planVersion}/revisions`;
  const body = { draftedOn, ...planBody(draftedOn, situation.goals), reason: 'Een doel is bereikt.' };
  yield* record(situation, draftedOn, 'coordinator', path, body);
  situation.planVersion += 1;
  yield* known(situation, draftedOn);
  yield* agreed(situation, draftedOn);
}

/** Reads the ids that the goals and agreements of the plan have. */
function* known(situation: Situation, on: CalendarDate): Part {
  const plan = yield {
    on,
    by: 'coordinator',
    kind: 'GET T/plans/{version}',
    path: `${situation.path}/plans/${situation.planVersion}`,
  };
  situation.goals = plan.goals as Situation['goals'];
  situation.agreementIds = (plan.agreements as { readonly id: string }[]).map(({ id }) => id);
}

/** Each party for itself, and the employer on paper. */
function* agreed(situation: Situation, on: CalendarDate): Part {
  const path = `plans/${situation.planVersion}/agreements-by`;
  const name = 'J. de Wit';
  yield* record(situation, on, 'candidate', path, { party: 'candidate', name, on });
  yield* record(situation, on, 'coach', path, { party: 'coach', name, on });
  yield* record(situation, on, 'director', path, { party: 'funder', name, on });
  const evidence = { ...SIGNED, signedOn: on };
  yield* record(situation, on, 'coordinator', path, { party: 'employer', name, on, evidence });
}

function planBody(on: CalendarDate, goals: Situation['goals']): object {
  const first = goals.length === 0 ? GOALS.slice(0, 3) : [GOALS[3]];
  return {
    goals: [
      ...goals.map(({ id, what }) => ({ what, kind: 'work', goalId: id })),
      ...first.map((what) => ({ what, kind: 'work' })),
    ],
    needs: ['Een vaste begeleider op de werkvloer', 'Een rustige plek om te werken'],
    agreements: [
      {
        what: 'Een lijst met de taken van de dag',
        organisedBy: 'coach',
        paidBy: 'funder',
        responsible: 'coach',
        dueOn: addDays(on, 30),
      },
    ],
    evaluationsOn: [addDays(on, 180)],
  };
}
