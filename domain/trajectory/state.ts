import { unknownMember } from '../shared/decider.js';
import { corrected, fingerprint } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import { type ItemsById, itemById, noItems, withItem } from '../shared/items-by-id.js';
import { trajectoryEvents } from './event-definitions.js';
import type { SessionCorrected, SessionRecorded, SessionWithdrawn, TrajectoryEvent } from './events.js';
import { evolveFacts } from './evolve-facts.js';
import { evolveContact, evolveSession } from './evolve-session.js';
import type { EmployerContact, Session, TrajectoryFacts } from './facts.js';

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
  /** Sessions as first recorded, of those that were corrected or withdrawn since. */
  readonly asRecorded: ReadonlyMap<Id, Session>;
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
};

/** Fields that a decision derives: asked again later, the same command would derive them anew. */
const DERIVED = ['fromCoachId'];

/**
 * One text for all events of a type that state the same. Left aside are protected fields, for sealed ones never
 * compare, and what was derived and not asked.
 */
export function eventFingerprint(event: TrajectoryEvent): string {
  const hidden = [...DERIVED, ...Object.keys(trajectoryEvents[event.type].protect)];
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
    case 'EmployerContactRecorded': {
      const contact = evolveContact(undefined, event);
      return contact ? { ...state, contacts: withItem(state.contacts, contact) } : state;
    }
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
      return withFacts({ ...state, ended: reopened(state.ended, event.data) }, event);
    case 'FitLearned':
      return withFitNotes(issue(state, event.data.fitId, event), event.data.placementId, [event.data.fitId]);
    case 'FitCarried':
      return withFitNotes(state, event.data.toPlacementId, event.data.fitIds);
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
    case 'CoachAssignmentCorrected':
    case 'PlacementEnded':
    case 'GrantCorrected':
    case 'TrajectoryClosed':
      return withFacts(state, event);
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

function reopened(
  ended: ReadonlySet<Id>,
  changes: { readonly absenceId: Id; readonly until?: string | null },
): ReadonlySet<Id> {
  if (changes.until !== null) return ended;
  const left = new Set(ended);
  left.delete(changes.absenceId);
  return left;
}
