import type { TrajectoryEvent } from '../trajectory/events.js';
import type { FileKind, Gives } from './data-kinds.js';

type EventType = TrajectoryEvent['type'];

function group<Type extends EventType>(
  kind: FileKind,
  types: readonly Type[],
): { readonly [T in Type]: FileKind } {
  const entries = types.map((type): [Type, FileKind] => [type, kind]);
  return Object.fromEntries(entries) as { [T in Type]: FileKind };
}

/** Of which kind of data each event of a trajectory tells: it is read by who may read that. */
export const EVENT_KINDS: { readonly [Type in EventType]: FileKind } = {
  ...group('course', [
    'TrajectoryOpened',
    'CoachAssigned',
    'CoachAssignmentCorrected',
    'CoachSubstituted',
    'SubstitutionEnded',
    'SubstitutionCorrected',
    'CoachHandedOver',
    'CaseDirectorNamed',
    'CaseDirectorCorrected',
    'CaseManagerNamed',
    'CaseManagerCorrected',
    'OrganisationChanged',
    'OrganisationChangeCorrected',
    'RuleSetMoved',
    'RuleSetMoveCorrected',
    'PlacementStarted',
    'PlacementChanged',
    'PlacementEnded',
    'PlacementCorrected',
    'EvaluationPlanned',
    'EvaluationPlanCorrected',
    'EvaluationHeld',
    'EvaluationCorrected',
    'ContactRhythmAgreed',
    'ContactRhythmCorrected',
    'TrajectoryClosed',
    'ClosureCorrected',
    'ClosureProposed',
    'TrajectoryReopened',
    'ReopeningCorrected',
    'OutcomeMeasured',
    'OutcomeCorrected',
    'AftercareContactRecorded',
    'AftercareContactCorrected',
  ]),
  ...group('session', ['SessionRecorded', 'SessionCorrected', 'SessionWithdrawn']),
  ...group('plan', [
    'PlanRequested',
    'PlanDrafted',
    'PlanRevised',
    'PlanAgreed',
    'PlanDeclined',
    'GoalReached',
    'GoalDropped',
    'GoalOutcomeCorrected',
    'AgreementFulfilled',
    'AgreementFulfilmentCorrected',
  ]),
  ...group('employer-contact', ['EmployerContactRecorded', 'EmployerContactCorrected']),
  ...group('support-need', ['SupportNeedSignalled', 'SupportNeedCorrected']),
  ...group('assessment', ['AssessmentGiven', 'AssessmentCorrected']),
  ...group('award', [
    'ApplicationReceived',
    'ApplicationDrafted',
    'ApplicationCorrected',
    'CompletionAsked',
    'ApplicationCompleted',
    'CoachingRefused',
    'ApplicationDecisionCorrected',
    'CoachingGranted',
    'GrantCorrected',
    'GrantRevised',
    'GrantRevisionCorrected',
    'ObjectionLodged',
    'ObjectionCorrected',
    'ObjectionDecided',
    'ObjectionDecisionCorrected',
    'CoachingDuringAbsenceApproved',
    'CoachingApprovalCorrected',
    'HoursApproved',
    'HoursApprovalCorrected',
    'DeclarationSubmitted',
    'DeclarationCorrected',
    'DeclarationSettled',
  ]),
  ...group('absence', ['AbsenceReported', 'AbsenceEnded', 'AbsenceCorrected']),
  ...group('fit-note', ['FitLearned', 'FitCarried', 'FitNoteCorrected']),
  ...group('incident', ['IncidentReported', 'IncidentResolved', 'IncidentCorrected']),
  ...group('report', ['AccountabilityReported']),
  ...group('correction-request', ['CorrectionRequested', 'CorrectionRequestAnswered']),
  ...group('coach-change-request', ['CoachChangeRequested', 'CoachChangeAnswered']),
};

/** What a list of everything that was recorded on a trajectory gives. */
export const LOG_GIVES: Gives = ['course', ...new Set(Object.values(EVENT_KINDS))];
