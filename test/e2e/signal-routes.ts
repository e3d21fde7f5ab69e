import type { Given, Route } from './routes.js';

const REASON = { reason: 'De datum was verkeerd.' };
const incident = ({ dossier }: Given) => ({
  on: '2024-04-10',
  employerId: dossier.ids.employerId,
  initiatedBy: 'employer',
  summary: 'Er was ruzie in de kantine.',
});
const need = { on: '2024-04-15', lifeDomain: 'finances', referredTo: 'De schuldhulpverlening' };
const rhythm = { everyDays: 14, from: '2024-02-01' };

type Recorder = 'coordinator' | 'case-director' | 'candidate';

/** A request on an item that somebody records first. */
function onItem(
  command: Route['command'],
  collection: string,
  action: string,
  as: Recorder,
  item: (given: Given) => object | Promise<object>,
  body: (given: Given) => object | Promise<object>,
): Route {
  return {
    command,
    path: `/${collection}/{itemId}/${action}`,
    request: async (given) => {
      const { dossier } = given;
      const id = await dossier.as[as].record(`${dossier.path}/${collection}`, await item(given));
      return { path: `/${collection}/${id}/${action}`, body: await body(given) };
    },
  };
}

const naming = () => ({ name: 'M. de Boer', from: '2024-01-01' });
const anotherCoach = ({ cast, dossier }: Given) => cast.coach(dossier.ids.organisationId, 'Bram Vervangsma');

/** Every write on incidents, support needs, contact rhythms and the choice of a coach, and the corrections beside. */
export const SIGNAL_ROUTES: readonly Route[] = [
  {
    command: 'ReportIncident',
    path: '/incidents',
    request: (given) => ({ path: '/incidents', body: incident(given) }),
  },
  onItem('ResolveIncident', 'incidents', 'resolutions', 'coordinator', incident, () => ({
    on: '2024-04-12',
    summary: 'Met zijn drieën besproken.',
  })),
  onItem('CorrectIncident', 'incidents', 'corrections', 'coordinator', incident, () => ({
    on: '2024-04-09',
    ...REASON,
  })),
  {
    command: 'SignalSupportNeed',
    path: '/support-needs',
    request: () => ({ path: '/support-needs', body: need }),
  },
  onItem(
    'CorrectSupportNeed',
    'support-needs',
    'corrections',
    'coordinator',
    () => need,
    () => ({ on: '2024-04-16', ...REASON }),
  ),
  {
    command: 'AgreeContactRhythm',
    path: '/contact-rhythms',
    request: () => ({ path: '/contact-rhythms', body: rhythm }),
  },
  onItem(
    'CorrectContactRhythm',
    'contact-rhythms',
    'corrections',
    'coordinator',
    () => rhythm,
    () => ({ everyDays: 21, ...REASON }),
  ),
  {
    command: 'AskForAnotherCoach',
    path: '/coach-change-requests',
    request: async (given) => ({
      path: '/coach-change-requests',
      body: { reason: 'Het klikt niet.', preferredCoachId: await anotherCoach(given) },
    }),
  },
  onItem(
    'AnswerCoachChange',
    'coach-change-requests',
    'answers',
    'candidate',
    () => ({}),
    () => ({ decision: 'granted', reason: 'Er is plaats.', on: today() }),
  ),
  onItem(
    'CorrectEmployerContact',
    'employer-contacts',
    'corrections',
    'coordinator',
    ({ dossier }) => ({
      employerId: dossier.ids.employerId,
      on: '2024-04-01',
      minutes: 15,
      kind: 'check-in',
      summary: 'Het gaat goed.',
    }),
    () => ({ minutes: 20, ...REASON }),
  ),
  onItem(
    'CorrectSubstitution',
    'substitutions',
    'corrections',
    'coordinator',
    async (given) => ({ coachId: await anotherCoach(given), from: '2024-04-01', reason: 'Vakantie.' }),
    () => ({ from: '2024-04-02', ...REASON }),
  ),
  onItem('CorrectCaseDirector', 'case-directors', 'corrections', 'case-director', naming, () => ({
    name: 'M. de Wit',
    ...REASON,
  })),
  onItem('CorrectCaseManager', 'case-managers', 'corrections', 'case-director', naming, () => ({
    from: '2024-02-01',
    ...REASON,
  })),
  onItem(
    'CorrectOrganisationChange',
    'organisation-changes',
    'corrections',
    'case-director',
    async ({ cast }) => ({
      organisationId: await cast.organisation('Jobcoach Zuid'),
      // A day to come: from its first day on the new organisation alone would see the trajectory.
      on: '2999-01-01',
      reason: 'Dichter bij huis.',
      candidateChose: true,
    }),
    () => ({ on: '2999-02-01', ...REASON }),
  ),
  onItem(
    'CorrectRuleSetMove',
    'rule-set-moves',
    'corrections',
    'case-director',
    async ({ cast, dossier }) => {
      await cast.adopt(dossier.ids.funderId, 'municipal-3y');
      return { ruleSetVersion: 2, on: '2024-06-01', reason: 'De gemeente verlengde de maximale duur.' };
    },
    () => ({ on: '2024-07-01', ...REASON }),
  ),
  onItem(
    'CorrectFitNote',
    'fit-notes',
    'corrections',
    'coordinator',
    ({ placementId }) => ({
      placementId,
      fits: ['Vaste begintijd'],
      doesNotFit: [],
      adjustments: [],
      shareWithNext: [],
    }),
    () => ({ fits: ['Vaste eindtijd'], ...REASON }),
  ),
];

/** The day in Amsterdam, on which a candidate's request is made. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}
