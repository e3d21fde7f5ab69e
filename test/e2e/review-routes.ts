import { fixed, inCoordinatorsName, onItem, REASON, type Route } from './route.js';

/** The body of an evaluation. */
export const anEvaluation = {
  kind: 'interim',
  on: '2024-04-10',
  participants: ['candidate', 'coach', 'M. de Wit'],
  adjustments: 'Een kwartier later beginnen.',
  resultCode: 3,
};
const evaluationPlan = { kind: 'final', dueOn: '2030-01-01' };
/** The body of an assessment by the candidate. */
export const anAssessment = { by: 'candidate', score: 8, on: '2024-06-03', remark: 'Altijd bereikbaar.' };

/** Every write on evaluations and assessments. */
export const REVIEW_ROUTES: readonly Route[] = [
  { command: 'PlanEvaluation', ...fixed('/evaluation-plans', () => evaluationPlan) },
  {
    command: 'CorrectEvaluationPlan',
    ...onItem(
      'evaluation-plans',
      'corrections',
      inCoordinatorsName('evaluation-plans', () => evaluationPlan),
      { dueOn: '2030-02-01', ...REASON },
    ),
  },
  { command: 'HoldEvaluation', ...fixed('/evaluations', () => anEvaluation) },
  {
    command: 'CorrectEvaluation',
    ...onItem(
      'evaluations',
      'corrections',
      inCoordinatorsName('evaluations', () => anEvaluation),
      { on: '2024-04-11', ...REASON },
    ),
  },
  { command: 'GiveAssessment', actingFor: 'candidate', ...fixed('/assessments', () => anAssessment) },
  {
    command: 'GiveAssessment',
    actingFor: 'employer',
    ...fixed('/assessments', () => ({ ...anAssessment, by: 'employer' })),
  },
  {
    command: 'CorrectAssessment',
    actingFor: 'candidate',
    ...onItem(
      'assessments',
      'corrections',
      ({ dossier }) => dossier.as.candidate.record(`${dossier.path}/assessments`, anAssessment),
      { score: 7, ...REASON },
    ),
  },
];
