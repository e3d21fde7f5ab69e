import type { CommandName } from '../../domain/access/index.js';
import { SIGNAL_ROUTES } from './signal-routes.js';
import { type Cast, type Dossier, placement, session } from './story.js';

/** One write on a trajectory: the command that it gives, and a request of it that breaks no rule. */
export interface Route {
  readonly command: CommandName;
  /** As OpenAPI names it, from the trajectory on. */
  readonly path: string;
  /** Brings the trajectory to where the request can be made, and gives it. */
  readonly request: (given: Given) => Request | Promise<Request>;
  /** The last collection of the `Location` when it is not that of the path; null when it is the trajectory. */
  readonly kept?: string | null;
}

/** A trajectory with a running placement, and who registers more parties. */
export interface Given {
  readonly cast: Cast;
  readonly dossier: Dossier;
  readonly placementId: string;
}

export interface Request {
  /** From the trajectory on. */
  readonly path: string;
  readonly body: object;
}

const REASON = { reason: 'De datum was verkeerd.' };

/** What a coordinator shows of what a funder decided on paper. */
export const EVIDENCE = { kind: 'beschikking', reference: 'B-2024-1183', signedOn: '2024-02-20' };

const fixed = (path: string, body: (given: Given) => object): Pick<Route, 'path' | 'request'> => ({
  path,
  request: (given) => ({ path, body: body(given) }),
});

/** A request on an item that is recorded first. */
const onItem = (
  collection: string,
  action: string,
  item: (given: Given) => Promise<string>,
  body: object,
): Pick<Route, 'path' | 'request'> => ({
  path: `/${collection}/{itemId}/${action}`,
  request: async (given) => ({ path: `/${collection}/${await item(given)}/${action}`, body }),
});

const aGrant = { decidedOn: '2024-02-20', from: '2024-03-01', to: '2024-08-31', regime: 'medium' };
const anotherCoach = ({ cast, dossier }: Given) => cast.coach(dossier.ids.organisationId, 'Bram Vervangsma');
const inCoordinatorsName = (collection: string, body: (given: Given) => object | Promise<object>) => {
  return async (given: Given) =>
    given.dossier.as.coordinator.record(`${given.dossier.path}/${collection}`, await body(given));
};
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
  {
    command: 'ReceiveApplication',
    ...fixed('/applications', () => ({
      kind: 'first',
      receivedOn: '2024-02-10',
      regime: 'medium',
      motivation: 'Er is begeleiding nodig bij de start.',
    })),
  },
  { command: 'GrantCoaching', ...fixed('/grants', () => aGrant) },
  {
    command: 'CorrectGrant',
    ...onItem('grants', 'corrections', ({ dossier }) => dossier.grant('2024-03-01', '2024-08-31'), {
      hours: 37.5,
      ...REASON,
    }),
  },
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
  {
    command: 'CloseTrajectory',
    kept: null,
    ...fixed('/closures', () => ({
      on: '2026-06-30',
      reason: 'De duur is bereikt.',
      result: 'Werkt zonder begeleiding.',
    })),
  },
  ...SIGNAL_ROUTES,
];

/** A new trajectory of the same people, with a placement that runs. */
export async function given(cast: Cast, shared: Dossier): Promise<Given> {
  const { trajectoryId: _, ...parties } = shared.ids;
  const dossier = await cast.dossier(parties);
  return { cast, dossier, placementId: await dossier.place('2024-01-08') };
}
