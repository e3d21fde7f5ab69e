import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import type { PlacementChanged, TrajectoryEvent } from '../../domain/trajectory/events.js';
import { awardItemChange } from './award-items.js';
import { closingItem } from './closing-items.js';
import { correctedFactItem } from './corrected-fact-items.js';
import { begun, changed, corrected, type ItemChange, type ItemData, withTold } from './item.js';
import { planItemChange } from './plan-items.js';
import { requestItem } from './request-items.js';
import { reviewItemChange } from './review-items.js';
import { signalItem } from './signal-items.js';

export type { ItemChange, ItemKind } from './item.js';

/**
 * What the event of this trajectory does to an item, or undefined when it is about none. `eventId` names an item
 * without an id of its own.
 */
export function itemChange(event: TrajectoryEvent, eventId: Id, trajectoryId: Id): ItemChange | undefined {
  switch (event.type) {
    case 'CoachAssigned':
      return begun('coach-assignment', event.data.assignmentId, event.data);
    case 'CoachAssignmentCorrected':
      return corrected('coach-assignment', event.data.assignmentId, event.data);
    case 'CoachHandedOver':
      return begun('handover', event.data.handoverId, event.data);
    case 'CoachSubstituted':
      return begun('substitution', event.data.substitutionId, event.data);
    case 'SubstitutionEnded':
      return changed('substitution', event.data.substitutionId, { until: event.data.endedOn });
    case 'CaseDirectorNamed':
      return begun('case-director', event.data.namingId, event.data);
    case 'CaseManagerNamed':
      return begun('case-manager', event.data.namingId, event.data);
    case 'OrganisationChanged':
      return begun('organisation-change', event.data.changeId, event.data);
    case 'RuleSetMoved':
      return begun('rule-set-move', event.data.moveId, event.data);
    case 'PlacementStarted':
      return begun('placement', event.data.placementId, event.data);
    case 'PlacementChanged':
      return withChange(event.data);
    case 'PlacementEnded': {
      const { placementId, endedOn, reportedOn, reason: endReason, structuralWork } = event.data;
      return changed('placement', placementId, { endedOn, reportedOn, endReason, structuralWork });
    }
    case 'PlacementCorrected':
      return corrected('placement', event.data.placementId, event.data);
    case 'AbsenceReported':
      return begun('absence', event.data.absenceId, event.data);
    case 'AbsenceEnded':
      return changed('absence', event.data.absenceId, { until: event.data.endedOn });
    case 'AbsenceCorrected':
      return corrected('absence', event.data.absenceId, event.data);
    case 'FitLearned':
      return begun('fit-note', event.data.fitId, event.data);
    case 'FitCarried':
      return begun('fit-carry', eventId, event.data);
    case 'ApplicationReceived':
    case 'ApplicationDrafted':
    case 'ApplicationCorrected':
    case 'CompletionAsked':
    case 'ApplicationCompleted':
    case 'CoachingRefused':
    case 'ApplicationDecisionCorrected':
    case 'CoachingGranted':
    case 'GrantCorrected':
    case 'GrantRevised':
    case 'GrantRevisionCorrected':
    case 'ObjectionLodged':
    case 'ObjectionCorrected':
    case 'ObjectionDecided':
    case 'ObjectionDecisionCorrected':
    case 'CoachingDuringAbsenceApproved':
    case 'CoachingApprovalCorrected':
      return awardItemChange(event);
    case 'CorrectionRequested':
    case 'CorrectionRequestAnswered':
      return requestItem(event);
    case 'IncidentReported':
    case 'IncidentResolved':
    case 'IncidentCorrected':
    case 'SupportNeedSignalled':
    case 'SupportNeedCorrected':
    case 'ContactRhythmAgreed':
    case 'ContactRhythmCorrected':
    case 'CoachChangeRequested':
    case 'CoachChangeAnswered':
      return signalItem(event);
    case 'SubstitutionCorrected':
    case 'CaseDirectorCorrected':
    case 'CaseManagerCorrected':
    case 'OrganisationChangeCorrected':
    case 'RuleSetMoveCorrected':
    case 'FitNoteCorrected':
      return correctedFactItem(event);
    case 'AccountabilityReported':
      return begun('accountability-report', event.data.reportId, event.data);
    case 'TrajectoryClosed':
    case 'ClosureCorrected':
    case 'ClosureProposed':
    case 'TrajectoryReopened':
    case 'ReopeningCorrected':
    case 'OutcomeMeasured':
    case 'OutcomeCorrected':
    case 'AftercareContactRecorded':
    case 'AftercareContactCorrected':
      return closingItem(event, trajectoryId);
    case 'DeclarationSettled':
      return begun('settlement', event.data.settlementId, event.data);
    case 'HoursApproved':
    case 'HoursApprovalCorrected':
    case 'DeclarationSubmitted':
    case 'DeclarationCorrected':
    case 'TrajectoryOpened':
    case 'SessionRecorded':
    case 'SessionCorrected':
    case 'SessionWithdrawn':
    case 'EmployerContactRecorded':
    case 'EmployerContactCorrected':
      return undefined;
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
      return planItemChange(event);
    case 'EvaluationPlanned':
    case 'EvaluationPlanCorrected':
    case 'EvaluationHeld':
    case 'EvaluationCorrected':
    case 'AssessmentGiven':
    case 'AssessmentCorrected':
      return reviewItemChange(event);
    default:
      return unknownMember(event);
  }
}

function withChange(change: PlacementChanged['data']): ItemChange {
  const { placementId, ...terms } = change;
  const apply = (before: ItemData | undefined): ItemData | undefined => {
    if (before === undefined) return undefined;
    const changes = (before.changes ?? []) as readonly (typeof terms)[];
    return { ...before, changes: withTold(changes, terms, ({ from: on, changeId: id }) => ({ on, id })) };
  };
  return { kind: 'placement', id: placementId, apply };
}
