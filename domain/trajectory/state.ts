import { unknownMember } from '../shared/decider.js';
import { corrected, fingerprint } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import { type ItemsById, itemById, mapItems, noItems, withItem } from '../shared/items-by-id.js';
import type { RequestDecision } from '../shared/lists.js';
import type { AccountsEvent } from './accounts/events.js';
import { ACCOUNTS_DERIVED, markedBy } from './accounts/marks.js';
import type { EmployerContactCorrected, FitNoteCorrected } from './corrected-facts/events.js';
import { trajectoryEvents } from './event-definitions.js';
import type {
  EmployerContactRecorded,
  SessionCorrected,
  SessionRecorded,
  SessionWithdrawn,
  TrajectoryEvent,
} from './events.js';
import { evolveFacts } from './evolve-facts.js';
import { evolveContact, evolveSession } from './evolve-session.js';
import type { EmployerContact, Session, TrajectoryFacts } from './facts.js';
import { planFactId } from './plan/evolve.js';
import type { RequestEvent } from './requests/events.js';
import { reviewFactId } from './review/evolve.js';

export { closedStretches, isClosedOn, lastDayAround } from './closing/closed-days.js';
export { assignedCoachOn, mayCoachOn, substitutesOn } from './coaches-on.js';
export { evolveFacts } from './evolve-facts.js';
export { evolveContact, evolveSession } from './evolve-session.js';
export { organisationOn, ruleSetReferenceOn } from './in-force-on.js';

/** What a placement says besides what its facts hold, so that a correction that changes nothing is recognised. */
export interface PlacementDetails {
  readonly formalEmployerName?: string;
  readonly wageValuePercent?: number;
}

/** What a trajectory has to remember for deciding. It holds no protected text. */
export interface TrajectoryState {
  readonly facts: TrajectoryFacts | undefined;
  /** Withdrawn ones included. */
  readonly sessions: ItemsById<Session>;
  readonly contacts: ItemsById<EmployerContact>;
  /** The ids of the fit notes learned at a placement or carried to it, by placement. */
  readonly fitNotes: ReadonlyMap<Id, readonly Id[]>;
  /** Applications that were drafted and not yet received. */
  readonly drafts: ReadonlySet<Id>;
  readonly placementDetails: ReadonlyMap<Id, PlacementDetails>;
  /** Substitutions and absences that were ended, other than by an `until` stated beforehand. */
  readonly ended: ReadonlySet<Id>;
  /** What first used an id, sessions and contacts left out: the fingerprint of its event without protected fields. */
  readonly issued: ReadonlyMap<Id, string>;
  /** Requests to correct: what was decided about each. */
  readonly correctionRequests: ReadonlyMap<Id, RequestDecision | 'open'>;
  /** Sessions and contacts as first recorded, of those that were corrected or withdrawn since. */
  readonly asRecorded: ReadonlyMap<Id, Session | EmployerContact>;
}

export const initialTrajectoryState: TrajectoryState = {
  facts: undefined,
  sessions: noItems(),
  contacts: noItems(),
  fitNotes: new Map(),
  drafts: new Set(),
  placementDetails: new Map(),
  ended: new Set(),
  issued: new Map(),
  asRecorded: new Map(),
  correctionRequests: new Map(),
};

/** Fields that a decision derives: asked again later, the same command would derive them anew. */
const DERIVED: { readonly [Type in TrajectoryEvent['type']]?: readonly string[] } = {
  CoachHandedOver: ['fromCoachId'],
  PlanDrafted: ['draftedOn'],
  PlanRequested: ['requestedOn'],
  PlanRevised: ['draftedOn'],
  PlanAgreed: ['employerId'],
  PlanDeclined: ['employerId'],
  AssessmentGiven: ['employerId'],
  CoachChangeRequested: ['requestedOn'],
  CorrectionRequested: ['requestedOn'],
  TrajectoryClosed: ['closureId'],
  OutcomeMeasured: ['closureId', 'measuredOn'],
  ApplicationDrafted: ['draftedOn'],
  ...ACCOUNTS_DERIVED,
};

/**
 * One text for all events of a type that state the same. Left aside are protected fields, for sealed ones never
 * compare, and what was derived and not asked.
 */
export function eventFingerprint(event: TrajectoryEvent): string {
  const hidden = [...(DERIVED[event.type] ?? []), ...Object.keys(trajectoryEvents[event.type].protect)];
  const plain = Object.entries(event.data).filter(([field]) => !hidden.includes(field));
  return `${event.type} ${fingerprint(Object.fromEntries(plain))}`;
}

/** The state after one more event. A session costs about the same however many there are. */
export function evolve(state: TrajectoryState, event: TrajectoryEvent): TrajectoryState {
  switch (event.type) {
    case 'SessionRecorded':
    case 'SessionCorrected':
    case 'SessionWithdrawn':
      return withSession(state, event);
    case 'EmployerContactRecorded':
    case 'EmployerContactCorrected':
      return withContact(state, event);
    case 'TrajectoryOpened':
      return issue(state, event.data.trajectoryId, event);
    case 'CoachAssigned':
      return issue(state, event.data.assignmentId, event);
    case 'CoachSubstituted':
      return issue(state, event.data.substitutionId, event);
    case 'CoachHandedOver':
      return issue(state, event.data.handoverId, event);
    case 'CaseDirectorNamed':
    case 'CaseManagerNamed':
      return issue(state, event.data.namingId, event);
    case 'OrganisationChanged':
      return issue(state, event.data.changeId, event);
    case 'RuleSetMoved':
      return issue(state, event.data.moveId, event);
    case 'PlacementStarted':
      return withDetails(issue(state, event.data.placementId, event), event.data.placementId, event.data);
    case 'PlacementChanged':
      return withDetails(issue(state, event.data.changeId, event), event.data.placementId, event.data);
    case 'PlacementCorrected':
      return withDetails(withFacts(state, event), event.data.placementId, event.data);
    case 'SubstitutionEnded':
      return withFacts({ ...state, ended: new Set(state.ended).add(event.data.substitutionId) }, event);
    case 'AbsenceReported':
      return issue(state, event.data.absenceId, event);
    case 'AbsenceEnded':
      return withFacts({ ...state, ended: new Set(state.ended).add(event.data.absenceId) }, event);
    case 'AbsenceCorrected':
      return withFacts({ ...state, ended: reopened(state.ended, event.data.absenceId, event.data) }, event);
    case 'FitLearned':
      return withFitNotes(issue(state, event.data.fitId, event), event.data.placementId, [event.data.fitId]);
    case 'FitCarried':
      return withFitNotes(state, event.data.toPlacementId, event.data.fitIds);
    case 'FitNoteCorrected':
      return withFitNoteMoved(withFacts(state, event), event.data);
    case 'SubstitutionCorrected':
      return withFacts(
        { ...state, ended: reopened(state.ended, event.data.substitutionId, event.data) },
        event,
      );
    case 'IncidentReported':
      return issue(state, event.data.incidentId, event);
    case 'SupportNeedSignalled':
      return issue(state, event.data.needId, event);
    case 'ContactRhythmAgreed':
      return issue(state, event.data.rhythmId, event);
    case 'CoachChangeRequested':
      return issue(state, event.data.requestId, event);
    case 'ApplicationDrafted': {
      const drafts = new Set(state.drafts).add(event.data.applicationId);
      return { ...issue(state, event.data.applicationId, event), drafts };
    }
    case 'ApplicationReceived': {
      const drafts = new Set(state.drafts);
      drafts.delete(event.data.applicationId);
      return { ...issue(state, event.data.applicationId, event), drafts };
    }
    case 'AccountabilityReported':
      return issue(state, event.data.reportId, event);
    case 'CoachingGranted':
      return issue(state, event.data.grantId, event);
    case 'CorrectionRequested':
    case 'CorrectionRequestAnswered':
      return withRequest(state, event);
    case 'TrajectoryClosed': {
      // The only closure of version 1 goes by the id of its trajectory, which the opening was issued.
      const { closureId } = event.data;
      return closureId === undefined ? withFacts(state, event) : issue(state, closureId, event);
    }
    case 'ClosureProposed':
      return issue(state, event.data.proposalId, event);
    case 'TrajectoryReopened':
      return issue(state, event.data.reopeningId, event);
    case 'OutcomeMeasured':
      return issue(state, event.data.outcomeId, event);
    case 'AftercareContactRecorded':
      return issue(state, event.data.contactId, event);
    case 'HoursApproved':
      return withMarks(issue(state, event.data.approvalId, event), event);
    case 'DeclarationSubmitted':
      return withMarks(issue(state, event.data.declarationId, event), event);
    case 'HoursApprovalCorrected':
    case 'DeclarationCorrected':
      return withMarks(withFacts(state, event), event);
    case 'DeclarationSettled':
      return issue(state, event.data.settlementId, event);
    case 'GrantRevised':
      return issue(state, event.data.revisionId, event);
    case 'ObjectionLodged':
      return issue(state, event.data.objectionId, event);
    case 'CoachingDuringAbsenceApproved':
      return issue(state, event.data.approvalId, event);
    case 'IncidentResolved':
    case 'IncidentCorrected':
    case 'SupportNeedCorrected':
    case 'ContactRhythmCorrected':
    case 'CoachChangeAnswered':
    case 'CaseDirectorCorrected':
    case 'CaseManagerCorrected':
    case 'OrganisationChangeCorrected':
    case 'RuleSetMoveCorrected':
    case 'CoachAssignmentCorrected':
    case 'PlacementEnded':
    case 'ApplicationCorrected':
    case 'CompletionAsked':
    case 'ApplicationCompleted':
    case 'CoachingRefused':
    case 'ApplicationDecisionCorrected':
    case 'GrantCorrected':
    case 'ClosureCorrected':
    case 'ReopeningCorrected':
    case 'OutcomeCorrected':
    case 'AftercareContactCorrected':
    case 'GrantRevisionCorrected':
    case 'ObjectionCorrected':
    case 'ObjectionDecided':
    case 'ObjectionDecisionCorrected':
    case 'CoachingApprovalCorrected':
      return withFacts(state, event);
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
      return withFact(state, planFactId(event), event);
    case 'EvaluationPlanned':
    case 'EvaluationPlanCorrected':
    case 'EvaluationHeld':
    case 'EvaluationCorrected':
    case 'AssessmentGiven':
    case 'AssessmentCorrected':
      return withFact(state, reviewFactId(event), event);
    default:
      return unknownMember(event);
  }
}

function withFacts(state: TrajectoryState, event: TrajectoryEvent): TrajectoryState {
  return { ...state, facts: evolveFacts(state.facts, event) };
}

function issue(state: TrajectoryState, id: Id, event: TrajectoryEvent): TrajectoryState {
  return { ...withFacts(state, event), issued: new Map(state.issued).set(id, eventFingerprint(event)) };
}

function withRequest(state: TrajectoryState, event: RequestEvent): TrajectoryState {
  const { requestId } = event.data;
  const asked = event.type === 'CorrectionRequested';
  const decision = asked ? 'open' : event.data.decision;
  const correctionRequests = new Map(state.correctionRequests).set(requestId, decision);
  return { ...(asked ? issue(state, requestId, event) : state), correctionRequests };
}

/** Every session with what an approval or a declaration makes of it. */
function withMarks(state: TrajectoryState, event: AccountsEvent): TrajectoryState {
  return { ...state, sessions: mapItems(state.sessions, markedBy(event)) };
}

/** `id` names a new fact, or is undefined when the event corrects one. */
function withFact(state: TrajectoryState, id: Id | undefined, event: TrajectoryEvent): TrajectoryState {
  return id === undefined ? withFacts(state, event) : issue(state, id, event);
}

type SessionEvent = SessionRecorded | SessionCorrected | SessionWithdrawn;

function withSession(state: TrajectoryState, event: SessionEvent): TrajectoryState {
  const { sessionId } = event.data;
  const previous = event.type === 'SessionRecorded' ? undefined : itemById(state.sessions, sessionId);
  const session = evolveSession(previous, event);
  if (session === undefined) return state;
  const sessions = withItem(state.sessions, session);
  if (previous === undefined || state.asRecorded.has(sessionId)) return { ...state, sessions };
  return { ...state, sessions, asRecorded: new Map(state.asRecorded).set(sessionId, previous) };
}

function withContact(
  state: TrajectoryState,
  event: EmployerContactRecorded | EmployerContactCorrected,
): TrajectoryState {
  const { contactId } = event.data;
  const previous = event.type === 'EmployerContactRecorded' ? undefined : itemById(state.contacts, contactId);
  const contact = evolveContact(previous, event);
  if (contact === undefined) return state;
  const contacts = withItem(state.contacts, contact);
  if (previous === undefined || state.asRecorded.has(contactId)) return { ...state, contacts };
  return { ...state, contacts, asRecorded: new Map(state.asRecorded).set(contactId, previous) };
}

const DETAILS = ['formalEmployerName', 'wageValuePercent'] as const;

function withDetails(
  state: TrajectoryState,
  placementId: Id,
  changes: { readonly formalEmployerName?: string | null; readonly wageValuePercent?: number | null },
): TrajectoryState {
  const details: PlacementDetails = corrected<PlacementDetails, (typeof DETAILS)[number]>(
    state.placementDetails.get(placementId) ?? {},
    changes,
    DETAILS,
  );
  return { ...state, placementDetails: new Map(state.placementDetails).set(placementId, details) };
}

function withFitNotes(state: TrajectoryState, placementId: Id, fitIds: readonly Id[]): TrajectoryState {
  const held = [...new Set([...(state.fitNotes.get(placementId) ?? []), ...fitIds])];
  return { ...state, fitNotes: new Map(state.fitNotes).set(placementId, held) };
}

/** A note that moved along nowhere stands at one placement, and now at another. */
function withFitNoteMoved(
  state: TrajectoryState,
  { fitId, placementId }: FitNoteCorrected['data'],
): TrajectoryState {
  if (!placementId) return state;
  const fitNotes = new Map<Id, readonly Id[]>();
  for (const [place, held] of state.fitNotes) {
    const left = held.filter((id) => id !== fitId);
    if (left.length > 0) fitNotes.set(place, left);
  }
  return withFitNotes({ ...state, fitNotes }, placementId, [fitId]);
}

function reopened(
  ended: ReadonlySet<Id>,
  id: Id,
  changes: { readonly until?: string | null },
): ReadonlySet<Id> {
  if (changes.until !== null) return ended;
  const left = new Set(ended);
  left.delete(id);
  return left;
}
