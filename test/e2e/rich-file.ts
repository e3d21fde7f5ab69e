import { AFTERCARE, CLOSURE, OUTCOME } from './closing-routes.js';
import { aPlan } from './plan-routes.js';
import { anAssessment, anEvaluation } from './review-routes.js';
import { EVIDENCE, REASON } from './route.js';
import type { Cast, Dossier, DossierRole } from './story.js';

/** What is recorded, one after the other: an id of each by its collection. */
export type Recorded = { readonly [collection: string]: string };

/** One fact of every part of a trajectory, most of them of 2024, on a trajectory that was closed and reopened. */
export async function recordEverything(cast: Cast, dossier: Dossier): Promise<Recorded> {
  const { as, path, ids } = dossier;
  const record = (role: DossierRole, collection: string, body: object) =>
    as[role].record(`${path}/${collection}`, body);
  const byCoordinator = (collection: string, body: object) => record('coordinator', collection, body);
  const byDirector = (collection: string, body: object) => record('case-director', collection, body);
  const standIn = await cast.coach(ids.organisationId, 'Bram Vervangsma');
  await cast.adopt(ids.funderId, 'municipal-3y');

  const placement = await dossier.place('2024-01-08');
  await byCoordinator(`placements/${placement}/changes`, { from: '2024-06-01', hoursPerWeek: 32 });
  const [application, grant] = [
    await byCoordinator('applications', { kind: 'first', receivedOn: '2024-02-10', regime: 'medium' }),
    await dossier.grant('2024-03-01', '2024-08-31'),
  ];
  await byDirector(`applications/${application}/completion-requests`, {
    on: '2024-02-14',
    missing: ['Plan'],
  });
  const revision = await byDirector(`grants/${grant}/revisions`, {
    decidedOn: '2024-05-01',
    hours: 30,
    reason: 'Er is meer nodig.',
  });
  const objection = await record('candidate', 'objections', {
    against: grant,
    lodgedOn: '2024-03-10',
    grounds: 'Te licht.',
  });
  const decision = { decidedOn: '2024-04-10', result: 'rejected', reason: 'Het past.' };
  await byDirector(`objections/${objection}/decisions`, decision);
  const absence = await byCoordinator('absences', { from: '2024-05-01', kind: 'leave' });
  const approval = await byDirector(`absences/${absence}/coaching-approvals`, { hours: 4, on: '2024-05-20' });
  await byCoordinator(`absences/${absence}/endings`, { endedOn: '2024-06-10' });
  await byCoordinator('plans', aPlan);
  const plan = await as.coordinator.read<{
    goals: readonly { id: string }[];
    agreements: readonly { id: string }[];
  }>(`${path}/plans/1`);
  await byCoordinator('plans/1/agreements-by', {
    party: 'candidate',
    name: 'J. de Wit',
    on: '2024-02-12',
    evidence: EVIDENCE,
  });
  await dossier.session('2024-04-02', { confidentialNote: 'Slaapt slecht.' });
  const session = await dossier.session('2024-04-16', { minutes: 90 });
  const days = { from: '2024-04-01', to: '2024-04-30' };
  const hours = await byCoordinator('hours-approvals', days);
  const declaration = await byCoordinator('declarations', { ...days, hours: 2, amount: 14_000 });
  const incident = await byCoordinator('incidents', {
    on: '2024-04-10',
    employerId: ids.employerId,
    initiatedBy: 'employer',
    summary: 'Ruzie in de kantine.',
  });
  await byCoordinator(`incidents/${incident}/resolutions`, { on: '2024-04-12', summary: 'Besproken.' });
  const request = await record('candidate', 'coach-change-requests', { reason: 'Het klikt niet.' });
  const recorded = {
    placements: placement,
    applications: application,
    grants: grant,
    'grant-revisions': revision,
    objections: objection,
    absences: absence,
    'coaching-approvals': approval,
    sessions: session,
    'hours-approvals': hours,
    declarations: declaration,
    incidents: incident,
    'coach-change-requests': request,
    'goal-outcomes': await byCoordinator(`goals/${plan.goals[0]?.id}/attainments`, { on: '2024-07-01' }),
    'agreement-fulfilments': await byCoordinator(`agreements/${plan.agreements[0]?.id}/fulfilments`, {
      on: '2024-03-20',
    }),
    'closure-proposals': await record('coach', 'closure-proposals', {
      proposes: 'closure',
      on: '2099-06-30',
      reason: 'Klaar.',
    }),
    substitutions: await byCoordinator('substitutions', {
      coachId: standIn,
      from: '2024-04-20',
      until: '2024-05-03',
      reason: 'Vakantie.',
    }),
    'coach-assignments': await dossier.assign(standIn, '2024-08-01'),
    'case-directors': await byDirector('case-directors', { name: 'M. de Boer', from: '2024-01-15' }),
    'case-managers': await byDirector('case-managers', { name: 'P. Jansen', from: '2024-01-15' }),
    'organisation-changes': await byDirector('organisation-changes', {
      organisationId: await cast.organisation('Jobcoach Zuid'),
      on: '2099-01-01',
      reason: 'Dichter bij huis.',
      candidateChose: true,
    }),
    'rule-set-moves': await byDirector('rule-set-moves', {
      ruleSetVersion: 2,
      on: '2024-06-01',
      reason: 'De gemeente verlengde de maximale duur.',
    }),
    'fit-notes': await byCoordinator('fit-notes', {
      placementId: placement,
      fits: ['Vaste begintijd'],
      doesNotFit: ['Lawaai'],
      adjustments: [],
      shareWithNext: [],
    }),
    'correction-requests': await record('candidate', 'correction-requests', {
      about: placement,
      text: 'Deze baan begon een dag later.',
    }),
    'plan-requests': await record('case-director', 'plan-requests', { reason: 'Andere doelen.' }),
    'evaluation-plans': await byCoordinator('evaluation-plans', { kind: 'final', dueOn: '2030-01-01' }),
    evaluations: await byCoordinator('evaluations', anEvaluation),
    assessments: await record('candidate', 'assessments', anAssessment),
    'support-needs': await byCoordinator('support-needs', {
      on: '2024-04-15',
      lifeDomain: 'finances',
      referredTo: 'De schuldhulpverlening',
    }),
    'contact-rhythms': await byCoordinator('contact-rhythms', { everyDays: 14, from: '2024-02-01' }),
    'employer-contacts': await byCoordinator('employer-contacts', {
      employerId: ids.employerId,
      on: '2024-04-03',
      minutes: 15,
      kind: 'check-in',
      summary: 'Het gaat goed.',
    }),
    closures: await byCoordinator('closures', { ...CLOSURE, on: '2024-09-30' }),
    outcomes: await byCoordinator('outcomes', OUTCOME),
    'aftercare-contacts': await byCoordinator('aftercare-contacts', { ...AFTERCARE, on: '2024-11-13' }),
    reopenings: await byCoordinator('reopenings', { on: '2025-05-01', reason: 'Terugval op het werk.' }),
    'accountability-reports': await byCoordinator('accountability-reports', days),
  };
  return recorded;
}

/** Corrections, ends and more facts: what nobody knew before. */
export async function recordMore(dossier: Dossier, recorded: Recorded): Promise<void> {
  const { as, path, ids } = dossier;
  const later = [
    [`placements/${recorded.placements}/corrections`, { startsOn: '2024-01-09' }],
    [`absences/${recorded.absences}/corrections`, { from: '2024-05-02' }],
    [`incidents/${recorded.incidents}/corrections`, { on: '2024-04-09' }],
    [`support-needs/${recorded['support-needs']}/corrections`, { on: '2024-04-16' }],
    [`contact-rhythms/${recorded['contact-rhythms']}/corrections`, { everyDays: 21 }],
    [`employer-contacts/${recorded['employer-contacts']}/corrections`, { minutes: 20 }],
    [`evaluations/${recorded.evaluations}/corrections`, { on: '2024-04-11' }],
    [`evaluation-plans/${recorded['evaluation-plans']}/corrections`, { dueOn: '2030-02-01' }],
    [`substitutions/${recorded.substitutions}/corrections`, { from: '2024-04-21' }],
    [`sessions/${recorded.sessions}/corrections`, { minutes: 45, summary: 'Korter dan gedacht.' }],
    [`hours-approvals/${recorded['hours-approvals']}/corrections`, { to: '2024-04-15' }],
    [`outcomes/${recorded.outcomes}/corrections`, { state: 'paid-without-coach' }],
    [`aftercare-contacts/${recorded['aftercare-contacts']}/corrections`, { minutes: 25 }],
    [`correction-requests/${recorded['correction-requests']}/answers`, { decision: 'granted' }],
    [
      `coach-change-requests/${recorded['coach-change-requests']}/answers`,
      { decision: 'granted', on: '2025-06-10' },
    ],
  ] as const;
  for (const [address, body] of later) {
    await as.coordinator.record(`${path}/${address}`, { ...body, ...REASON });
  }
  const byDirector = as['case-director'];
  await byDirector.record(`${path}/grants/${recorded.grants}/corrections`, { hours: 37.5, ...REASON });
  await byDirector.record(`${path}/case-directors/${recorded['case-directors']}/corrections`, {
    name: 'M. de Wit',
    ...REASON,
  });
  await as.coordinator.record(`${path}/placements/${recorded.placements}/endings`, {
    endedOn: '2025-05-31',
    reason: 'Het contract liep af.',
  });
  await dossier.place('2025-06-01', { employerId: ids.employerId, kind: 'secondment' });
}
