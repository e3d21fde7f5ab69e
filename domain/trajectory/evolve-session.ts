import { unknownMember } from '../shared/decider.js';
import { corrected, withoutUndefined } from '../shared/fields.js';
import { markedBy, withoutStaleApproval } from './accounts/marks.js';
import type { SessionCorrected, SessionRecorded, TrajectoryEvent } from './events.js';
import type { EmployerContact, Session } from './facts.js';

const CORRECTABLE = [
  'coachId',
  'on',
  'startsAt',
  'minutes',
  'groupSize',
  'activity',
  'form',
  'placementId',
  'registeredOn',
] as const;

/** A session after one more event about it; undefined until it was recorded. Other events leave it as it is. */
export function evolveSession(session: Session | undefined, event: TrajectoryEvent): Session | undefined {
  switch (event.type) {
    case 'SessionRecorded':
      return recorded(event.data);
    case 'SessionCorrected':
      return session && correctedSession(session, event.data);
    case 'SessionWithdrawn':
      return session && { ...session, withdrawn: true };
    case 'HoursApproved':
    case 'HoursApprovalCorrected':
    case 'DeclarationSubmitted':
    case 'DeclarationCorrected':
    case 'DeclarationSettled':
      return session && markedBy(event)(session);
    case 'TrajectoryOpened':
    case 'CoachAssigned':
    case 'CoachAssignmentCorrected':
    case 'CoachSubstituted':
    case 'SubstitutionEnded':
    case 'CoachHandedOver':
    case 'CaseDirectorNamed':
    case 'CaseManagerNamed':
    case 'OrganisationChanged':
    case 'RuleSetMoved':
    case 'PlacementStarted':
    case 'PlacementChanged':
    case 'PlacementEnded':
    case 'PlacementCorrected':
    case 'AbsenceReported':
    case 'AbsenceEnded':
    case 'AbsenceCorrected':
    case 'FitLearned':
    case 'FitCarried':
    case 'EmployerContactRecorded':
    case 'ApplicationReceived':
    case 'ApplicationDrafted':
    case 'ApplicationCorrected':
    case 'CompletionAsked':
    case 'ApplicationCompleted':
    case 'CoachingRefused':
    case 'ApplicationDecisionCorrected':
    case 'CoachingGranted':
    case 'GrantCorrected':
    case 'CorrectionRequested':
    case 'CorrectionRequestAnswered':
    case 'PlanRequested':
    case 'PlanDrafted':
    case 'PlanRevised':
    case 'PlanAgreed':
    case 'PlanDeclined':
    case 'GoalReached':
    case 'GoalDropped':
    case 'GoalOutcomeCorrected':
    case 'AgreementFulfilled':
    case 'AgreementFulfilmentCorrected':
    case 'EvaluationPlanned':
    case 'EvaluationPlanCorrected':
    case 'EvaluationHeld':
    case 'EvaluationCorrected':
    case 'AssessmentGiven':
    case 'AssessmentCorrected':
    case 'GrantRevised':
    case 'GrantRevisionCorrected':
    case 'ObjectionLodged':
    case 'ObjectionCorrected':
    case 'ObjectionDecided':
    case 'ObjectionDecisionCorrected':
    case 'CoachingDuringAbsenceApproved':
    case 'CoachingApprovalCorrected':
    case 'IncidentReported':
    case 'IncidentResolved':
    case 'IncidentCorrected':
    case 'SupportNeedSignalled':
    case 'SupportNeedCorrected':
    case 'ContactRhythmAgreed':
    case 'ContactRhythmCorrected':
    case 'CoachChangeRequested':
    case 'CoachChangeAnswered':
    case 'EmployerContactCorrected':
    case 'SubstitutionCorrected':
    case 'CaseDirectorCorrected':
    case 'CaseManagerCorrected':
    case 'OrganisationChangeCorrected':
    case 'RuleSetMoveCorrected':
    case 'FitNoteCorrected':
    case 'AccountabilityReported':
    case 'TrajectoryClosed':
    case 'ClosureCorrected':
    case 'ClosureProposed':
    case 'TrajectoryReopened':
    case 'ReopeningCorrected':
    case 'OutcomeMeasured':
    case 'OutcomeCorrected':
    case 'AftercareContactRecorded':
    case 'AftercareContactCorrected':
      return session;
    default:
      return unknownMember(event);
  }
}

function correctedSession(session: Session, changes: SessionCorrected['data']): Session {
  const now = corrected<Session, (typeof CORRECTABLE)[number]>(session, changes, CORRECTABLE);
  return withoutStaleApproval(session, now);
}

function recorded(data: SessionRecorded['data']): Session {
  const { sessionId: id, coachId, on, startsAt, minutes, groupSize } = data;
  const { activity, form, placementId, registeredOn } = data;
  return withoutUndefined({
    id,
    coachId,
    on,
    startsAt,
    minutes,
    groupSize,
    activity,
    form,
    placementId,
    registeredOn,
    withdrawn: false,
  });
}

const CONTACT_FIELDS = ['employerId', 'on', 'minutes', 'kind', 'initiatedBy'] as const;

/** An employer contact after one more event about it; any other event leaves it as it is. */
export function evolveContact(
  contact: EmployerContact | undefined,
  event: TrajectoryEvent,
): EmployerContact | undefined {
  switch (event.type) {
    case 'EmployerContactRecorded': {
      const { contactId: id, employerId, on, minutes, kind, initiatedBy } = event.data;
      return withoutUndefined({ id, employerId, on, minutes, kind, initiatedBy });
    }
    case 'EmployerContactCorrected':
      return (
        contact &&
        corrected<EmployerContact, (typeof CONTACT_FIELDS)[number]>(contact, event.data, CONTACT_FIELDS)
      );
    default:
      return contact;
  }
}
