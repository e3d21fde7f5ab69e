import { ACCOUNT_ROUTES } from './account-routes.js';
import { AWARD_ROUTES } from './award-routes.js';
import { CLOSING_ROUTES } from './closing-routes.js';
import { PLAN_ROUTES } from './plan-routes.js';
import { REQUEST_ROUTES } from './request-routes.js';
import { REVIEW_ROUTES } from './review-routes.js';
import { fixed, type Given, inCoordinatorsName, onItem, REASON, type Route } from './route.js';
import { SIGNAL_ROUTES } from './signal-routes.js';
import { type Cast, type Dossier, placement, session } from './story.js';

export { EVIDENCE, type Given, type Route } from './route.js';

const anotherCoach = ({ cast, dossier }: Given) => cast.coach(dossier.ids.organisationId, 'Bram Vervangsma');
const substitution = async (given: Given) => ({
  coachId: await anotherCoach(given),
  from: '2024-04-01',
  reason: 'Vakantie.',
});
const absence = { from: '2024-05-01', kind: 'illness' };
const aSession = ({ dossier }: Given) => dossier.session('2024-04-02');

/** Every write on a trajectory that there is. */
export const ROUTES: readonly Route[] = [
  {
    command: 'AssignCoach',
    path: '/coach-assignments',
    request: async (given) => ({
      path: '/coach-assignments',
      body: { coachId: await anotherCoach(given), from: '2024-06-01', chosenBy: 'candidate' },
    }),
  },
  {
    command: 'CorrectCoachAssignment',
    ...onItem(
      'coach-assignments',
      'corrections',
      inCoordinatorsName('coach-assignments', async (given) => ({
        coachId: await anotherCoach(given),
        from: '2023-06-01',
        until: '2023-12-31',
        chosenBy: 'candidate',
      })),
      { until: '2023-11-30', ...REASON },
    ),
  },
  {
    command: 'SubstituteCoach',
    path: '/substitutions',
    request: async (given) => ({ path: '/substitutions', body: await substitution(given) }),
  },
  {
    command: 'EndSubstitution',
    ...onItem('substitutions', 'endings', inCoordinatorsName('substitutions', substitution), {
      endedOn: '2024-04-20',
    }),
  },
  {
    command: 'HandOverCoach',
    path: '/handovers',
    kept: 'coach-assignments',
    request: async (given) => ({
      path: '/handovers',
      body: {
        coachId: await anotherCoach(given),
        on: '2030-01-01',
        reason: 'Verhuizing.',
        candidateAgreed: true,
      },
    }),
  },
  {
    command: 'NameCaseDirector',
    ...fixed('/case-directors', () => ({ name: 'M. de Boer', from: '2024-01-01' })),
  },
  {
    command: 'NameCaseManager',
    ...fixed('/case-managers', () => ({ name: 'P. Jansen', from: '2024-01-01' })),
  },
  {
    command: 'ChangeOrganisation',
    path: '/organisation-changes',
    request: async ({ cast }) => ({
      path: '/organisation-changes',
      // A day to come: from its first day on the new organisation alone would see the trajectory.
      body: {
        organisationId: await cast.organisation('Jobcoach Zuid'),
        on: '2999-01-01',
        reason: 'Dichter bij huis.',
        candidateChose: true,
      },
    }),
  },
  {
    command: 'MoveRuleSet',
    path: '/rule-set-moves',
    request: async ({ cast, dossier }) => {
      await cast.adopt(dossier.ids.funderId, 'municipal-3y');
      const reason = 'De gemeente verlengde de maximale duur.';
      return { path: '/rule-set-moves', body: { ruleSetVersion: 2, on: '2024-06-01', reason } };
    },
  },
  {
    command: 'StartPlacement',
    path: '/placements',
    request: async ({ cast }) => ({
      path: '/placements',
      body: placement(await cast.employer('Kwekerij Zuid'), '2024-06-01'),
    }),
  },
  {
    command: 'ChangePlacement',
    ...onItem('placements', 'changes', async ({ placementId }) => placementId, {
      from: '2024-06-01',
      hoursPerWeek: 32,
    }),
  },
  {
    command: 'EndPlacement',
    ...onItem('placements', 'endings', async ({ placementId }) => placementId, {
      endedOn: '2024-09-30',
      reason: 'Het contract liep af.',
    }),
  },
  {
    command: 'CorrectPlacement',
    ...onItem('placements', 'corrections', async ({ placementId }) => placementId, {
      startsOn: '2024-02-01',
      ...REASON,
    }),
  },
  {
    command: 'ChangeJob',
    path: '/job-changes',
    kept: 'placements',
    request: async ({ cast, placementId }) => ({
      path: '/job-changes',
      body: {
        placementId,
        endedOn: '2024-09-30',
        reason: 'Ander werk.',
        next: placement(await cast.employer('Kwekerij Noord'), '2024-10-01'),
      },
    }),
  },
  { command: 'ReportAbsence', ...fixed('/absences', () => absence) },
  {
    command: 'EndAbsence',
    ...onItem(
      'absences',
      'endings',
      inCoordinatorsName('absences', () => absence),
      { endedOn: '2024-05-08' },
    ),
  },
  {
    command: 'CorrectAbsence',
    ...onItem(
      'absences',
      'corrections',
      inCoordinatorsName('absences', () => absence),
      {
        from: '2024-05-02',
        ...REASON,
      },
    ),
  },
  {
    command: 'LearnFit',
    ...fixed('/fit-notes', ({ placementId }) => ({
      placementId,
      fits: ['Vaste begintijd'],
      doesNotFit: ['Lawaai'],
      adjustments: ['Een lijst met taken'],
      shareWithNext: ['Een lijst met taken'],
    })),
  },
  ...AWARD_ROUTES,
  {
    command: 'RecordSession',
    ...fixed('/sessions', ({ dossier }) => session(dossier.ids.coachId, '2024-04-01')),
  },
  { command: 'CorrectSession', ...onItem('sessions', 'corrections', aSession, { minutes: 45, ...REASON }) },
  {
    command: 'WithdrawSession',
    ...onItem('sessions', 'withdrawals', aSession, { reason: 'Dubbel ingevoerd.' }),
  },
  {
    command: 'RecordEmployerContact',
    ...fixed('/employer-contacts', ({ dossier }) => ({
      employerId: dossier.ids.employerId,
      on: '2024-04-01',
      minutes: 15,
      kind: 'check-in',
      summary: 'Het gaat goed.',
    })),
  },
  ...REQUEST_ROUTES,
  ...CLOSING_ROUTES,
  ...ACCOUNT_ROUTES,
  ...PLAN_ROUTES,
  ...REVIEW_ROUTES,
  ...SIGNAL_ROUTES,
];

/** A new trajectory of the same people, with a placement that runs. */
export async function given(cast: Cast, shared: Dossier): Promise<Given> {
  const { trajectoryId: _, ...parties } = shared.ids;
  const dossier = await cast.dossier(parties);
  return { cast, dossier, placementId: await dossier.place('2024-01-08') };
}
