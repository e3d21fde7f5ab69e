import { unknownMember } from '../shared/decider.js';
import { corrected, withoutUndefined } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import { replaced } from '../shared/replaced.js';
import { evolveAccounts } from './accounts/evolve.js';
import { evolveAward } from './award/evolve.js';
import { evolveClosing } from './closing/evolve.js';
import { evolveCorrectedFacts } from './corrected-facts/evolve.js';
import type {
  CoachAssignmentCorrected,
  PlacementChanged,
  PlacementCorrected,
  PlacementStarted,
  TrajectoryEvent,
  TrajectoryOpened,
} from './events.js';
import type { Assignment, Placement, TrajectoryFacts, WeeklyHours } from './facts.js';
import { withPlanVersions } from './plan/agreed-by-all.js';
import { evolvePlan } from './plan/evolve.js';
import { NO_PLAN } from './plan/facts.js';
import { evolveRequests } from './requests/evolve.js';
import { evolveReview } from './review/evolve.js';
import { NO_REVIEW } from './review/facts.js';
import { evolveSignals } from './signals/evolve.js';
import { NO_SIGNALS } from './signals/facts.js';

/**
 * The facts of a trajectory after one more event; sessions and contacts leave them as they are. Corrections replace in
 * place, so that everything is as if it had been recorded right at once (reading 40). Reads no protected text, only
 * whether it is there; undefined until the trajectory was opened.
 */
export function evolveFacts(
  facts: TrajectoryFacts | undefined,
  event: TrajectoryEvent,
): TrajectoryFacts | undefined {
  if (event.type === 'TrajectoryOpened') return opened(event.data);
  if (facts === undefined) return undefined;
  switch (event.type) {
    case 'CoachAssigned': {
      const { assignmentId, ...terms } = event.data;
      return { ...facts, assignments: [...facts.assignments, { id: assignmentId, ...terms }] };
    }
    case 'CoachAssignmentCorrected':
      return {
        ...facts,
        assignments: replaced(facts.assignments, event.data.assignmentId, (assignment) =>
          correctedAssignment(assignment, event.data),
        ),
      };
    case 'CoachSubstituted': {
      const { substitutionId: id, coachId, from, until } = event.data;
      const substitution = withoutUndefined({ id, coachId, from, until });
      return { ...facts, substitutions: [...facts.substitutions, substitution] };
    }
    case 'SubstitutionEnded': {
      const until = event.data.endedOn;
      return {
        ...facts,
        substitutions: replaced(facts.substitutions, event.data.substitutionId, (it) => ({ ...it, until })),
      };
    }
    case 'CoachHandedOver': {
      const { handoverId: id, toCoachId: coachId, on: from } = event.data;
      return { ...facts, assignments: [...facts.assignments, { id, coachId, from, byHandover: true }] };
    }
    case 'PlacementStarted':
      return withPlanVersions({ ...facts, placements: [...facts.placements, startedPlacement(event.data)] });
    case 'PlacementChanged':
      return withPlacement(facts, event.data.placementId, (it) => changedPlacement(it, event.data));
    case 'PlacementEnded': {
      const { endedOn, reportedOn: endReportedOn } = event.data;
      return withPlacement(facts, event.data.placementId, (it) => ({ ...it, endedOn, endReportedOn }));
    }
    case 'PlacementCorrected':
      return withPlacement(facts, event.data.placementId, (it) => correctedPlacement(it, event.data));
    case 'AbsenceReported': {
      const { absenceId: id, from, until } = event.data;
      return { ...facts, absences: [...facts.absences, withoutUndefined({ id, from, until })] };
    }
    case 'AbsenceEnded': {
      const until = event.data.endedOn;
      return {
        ...facts,
        absences: replaced(facts.absences, event.data.absenceId, (it) => ({ ...it, until })),
      };
    }
    case 'AbsenceCorrected':
      return {
        ...facts,
        absences: replaced(facts.absences, event.data.absenceId, (it) =>
          corrected(it, event.data, ['from', 'until']),
        ),
      };
    case 'OrganisationChanged': {
      const { changeId: id, organisationId, on, candidateChose } = event.data;
      const change = { id, organisationId, on, candidateChose };
      return { ...facts, organisationChanges: [...facts.organisationChanges, change] };
    }
    case 'RuleSetMoved': {
      const { moveId: id, ruleSet, on } = event.data;
      return { ...facts, ruleSetMoves: [...facts.ruleSetMoves, { id, ruleSet, on }] };
    }
    case 'HoursApproved':
    case 'HoursApprovalCorrected':
    case 'DeclarationSubmitted':
    case 'DeclarationCorrected':
    case 'DeclarationSettled':
      return evolveAccounts(facts, event);
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
      return evolveAward(facts, event);
    case 'TrajectoryClosed':
    case 'ClosureCorrected':
    case 'ClosureProposed':
    case 'TrajectoryReopened':
    case 'ReopeningCorrected':
    case 'OutcomeMeasured':
    case 'OutcomeCorrected':
    case 'AftercareContactRecorded':
    case 'AftercareContactCorrected':
      return evolveClosing(facts, event);
    case 'CaseDirectorNamed':
    case 'CaseManagerNamed': {
      const { namingId: id, from } = event.data;
      const role = event.type === 'CaseDirectorNamed' ? 'case-director' : 'case-manager';
      return { ...facts, namings: [...facts.namings, { id, role, from }] };
    }
    case 'FitLearned': {
      const { fitId: id, placementId } = event.data;
      return { ...facts, fitNotes: [...facts.fitNotes, { id, placementId }] };
    }
    case 'IncidentReported':
    case 'IncidentResolved':
    case 'IncidentCorrected':
    case 'SupportNeedSignalled':
    case 'SupportNeedCorrected':
    case 'ContactRhythmAgreed':
    case 'ContactRhythmCorrected':
    case 'CoachChangeRequested':
    case 'CoachChangeAnswered':
      return evolveSignals(facts, event);
    case 'SubstitutionCorrected':
    case 'CaseDirectorCorrected':
    case 'CaseManagerCorrected':
    case 'OrganisationChangeCorrected':
    case 'RuleSetMoveCorrected':
    case 'FitNoteCorrected':
      return evolveCorrectedFacts(facts, event);
    case 'EmployerContactCorrected':
    case 'FitCarried':
    case 'SessionRecorded':
    case 'SessionCorrected':
    case 'SessionWithdrawn':
    case 'EmployerContactRecorded':
    case 'AccountabilityReported':
      return facts;
    case 'CorrectionRequested':
    case 'CorrectionRequestAnswered':
      return evolveRequests(facts, event);
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
      return evolvePlan(facts, event);
    case 'EvaluationPlanned':
    case 'EvaluationPlanCorrected':
    case 'EvaluationHeld':
    case 'EvaluationCorrected':
    case 'AssessmentGiven':
    case 'AssessmentCorrected':
      return evolveReview(facts, event);
    default:
      return unknownMember(event);
  }
}

function opened(data: TrajectoryOpened['data']): TrajectoryFacts {
  const { trajectoryId: id, ...parties } = data;
  return withoutUndefined({
    id,
    ...parties,
    organisationChanges: [],
    ruleSetMoves: [],
    namings: [],
    fitNotes: [],
    ...NO_SIGNALS,
    assignments: [],
    substitutions: [],
    placements: [],
    absences: [],
    applications: [],
    grants: [],
    objections: [],
    plans: [],
    hoursApprovals: [],
    planOfApproach: NO_PLAN,
    ...NO_REVIEW,
    declarations: [],
  });
}

function withPlacement(
  facts: TrajectoryFacts,
  id: Id,
  change: (placement: Placement) => Placement,
): TrajectoryFacts {
  return withPlanVersions({ ...facts, placements: replaced(facts.placements, id, change) });
}

function correctedAssignment(assignment: Assignment, changes: CoachAssignmentCorrected['data']): Assignment {
  return corrected(assignment, changes, ['coachId', 'from', 'until', 'chosenBy']);
}

function startedPlacement(data: PlacementStarted['data']): Placement {
  const { placementId: id, employerId, kind, startsOn, plannedEnd, sameWorkAs } = data;
  const { hoursPerWeek, hoursPerYear } = data;
  const hours = [withoutUndefined({ from: startsOn, hoursPerWeek, hoursPerYear })];
  return withoutUndefined({ id, employerId, kind, startsOn, plannedEnd, hours, sameWorkAs });
}

function inOrder(first: WeeklyHours, later: readonly WeeklyHours[]): readonly WeeklyHours[] {
  return [first, ...[...later].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))];
}

/** The first hours stay first, even beside a change from the same day, so that a correction finds them. */
function changedPlacement(placement: Placement, change: PlacementChanged['data']): Placement {
  const { from, hoursPerYear, plannedEnd } = change;
  const planned = withoutUndefined({ ...placement, plannedEnd: plannedEnd ?? placement.plannedEnd });
  if (change.hoursPerWeek === undefined && hoursPerYear === undefined) return planned;
  const [first, ...later] = placement.hours as readonly [WeeklyHours, ...WeeklyHours[]];
  const before = later.findLast((hours) => hours.from <= from) ?? first;
  const hoursPerWeek = change.hoursPerWeek ?? before.hoursPerWeek;
  const kept = later.filter((hours) => hours.from !== from);
  return {
    ...planned,
    hours: inOrder(first, [...kept, withoutUndefined({ from, hoursPerWeek, hoursPerYear })]),
  };
}

function correctedPlacement(placement: Placement, changes: PlacementCorrected['data']): Placement {
  const fields = ['employerId', 'kind', 'startsOn', 'plannedEnd', 'sameWorkAs', 'endedOn'] as const;
  const now: Placement = corrected<Placement, (typeof fields)[number]>(placement, changes, fields);
  const [first, ...later] = placement.hours as readonly [WeeklyHours, ...WeeklyHours[]];
  const hours = corrected<WeeklyHours, 'hoursPerWeek' | 'hoursPerYear'>(
    { ...first, from: now.startsOn },
    changes,
    ['hoursPerWeek', 'hoursPerYear'],
  );
  const reopened = changes.endedOn === null;
  return withoutUndefined({
    ...now,
    endReportedOn: reopened ? undefined : (changes.reportedOn ?? now.endReportedOn),
    hours: [hours, ...later],
  });
}
