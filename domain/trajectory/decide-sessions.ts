import { fingerprint, withoutUndefined } from '../shared/fields.js';
import { itemById } from '../shared/items-by-id.js';
import { asStated } from './accounts/marks.js';
import { mayCoachOn } from './coaches-on.js';
import type { CorrectSession, RecordEmployerContact, RecordSession, WithdrawSession } from './commands.js';
import { effectiveChanges, isEmpty, touches } from './corrections.js';
import { trajectoryEvents } from './event-definitions.js';
import type { SessionRecorded, TrajectoryEvent } from './events.js';
import { evolveContact, evolveSession } from './evolve-session.js';
import type { Session, TrajectoryFacts } from './facts.js';
import {
  isUsed,
  openedFacts,
  refuseAfterClosure,
  refuseBadMinutes,
  refuseBeforeOpening,
  refuseFuture,
  refuseTied,
  refuseUnknownPlacement,
} from './guards.js';
import { refuse } from './refusals.js';
import { refuseFullDay, refuseOverlap } from './session-rules.js';
import type { TrajectoryState } from './state.js';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Refuses minutes that are no whole number from 1 to 1440. */
export function refuseBadShape(session: Session): void {
  refuseBadMinutes(session.minutes);
  if (!(Number.isInteger(session.groupSize) && session.groupSize >= 1)) {
    refuse('group-size.invalid', 'groupSize');
  }
  if (session.startsAt !== undefined && !TIME.test(session.startsAt)) refuse('time.invalid', 'startsAt');
}

function refuseUnfitCoach(
  facts: TrajectoryFacts,
  session: Session,
  coach: RecordSession['circumstances']['coach'],
): void {
  if (!mayCoachOn(facts, session.coachId, session.on)) refuse('coach.not-assigned', 'coachId');
  const placement = facts.placements.find((it) => it.id === session.placementId);
  refuseTied(facts, coach, session.on, placement?.employerId);
}

/** True when this very session was recorded before; `id.already-used` when the id names something else. */
function recordedBefore(state: TrajectoryState, session: Session): boolean {
  const { id } = session;
  const first = state.asRecorded.get(id) ?? itemById(state.sessions, id);
  const isSession = first !== undefined && 'coachId' in first;
  if (isSession && fingerprint(asStated(first)) === fingerprint(session)) return true;
  if (isUsed(state, id)) refuse('id.already-used');
  return false;
}

/** Records time that a coach spent for the candidate. The faults are judged in the order of reading 60. */
export function recordSession(command: RecordSession, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { circumstances, today } = command;
  const facts = openedFacts(state);
  const event = sessionRecorded(command);
  const session = evolveSession(undefined, event) as Session;
  if (recordedBefore(state, session)) return [];
  refuseFuture(session.on, today, 'on');
  refuseFuture(session.registeredOn, today, 'registeredOn');
  refuseBeforeOpening(facts, session.on, 'on');
  refuseBadShape(session);
  refuseAfterClosure(facts, session.on, 'on');
  refuseUnfitCoach(facts, session, circumstances.coach);
  refuseFullDay(session, circumstances.coachDay);
  refuseOverlap(session, circumstances.coachDay, state.sessions);
  refuseUnknownPlacement(facts, session.placementId, 'placementId');
  return [event];
}

function sessionRecorded(command: RecordSession): SessionRecorded {
  const { sessionId, coachId, on, minutes, activity, form, summary, startsAt, groupSize = 1 } = command;
  const { goals, placementId, confidentialNote, registeredOn } = command;
  const data = {
    sessionId,
    coachId,
    on,
    minutes,
    activity,
    form,
    summary,
    startsAt,
    groupSize,
    goals,
    placementId,
    confidentialNote,
    registeredOn,
  };
  return { type: 'SessionRecorded', data: withoutUndefined(data) };
}

const OPTIONAL = ['startsAt', 'goals', 'placementId', 'confidentialNote', 'registeredOn'];

/** Corrects a session; each rule that a changed field can break is judged again, on the session as corrected. */
export function correctSession(command: CorrectSession, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { sessionId, reason, circumstances, today } = command;
  const facts = openedFacts(state);
  const held = itemById(state.sessions, sessionId) ?? refuse('session.not-found');
  if (held.withdrawn) refuse('session.withdrawn');
  const { protect } = trajectoryEvents.SessionCorrected;
  const changes = effectiveChanges(command.changes, held, OPTIONAL, protect);
  if (isEmpty(changes)) return [];
  const event: TrajectoryEvent = { type: 'SessionCorrected', data: { sessionId, reason, ...changes } };
  const now = evolveSession(held, event) as Session;
  if (touches(changes, 'on')) refuseFuture(now.on, today, 'on');
  refuseFuture(changes.registeredOn, today, 'registeredOn');
  if (touches(changes, 'on')) refuseBeforeOpening(facts, now.on, 'on');
  refuseBadShape(now);
  if (touches(changes, 'on')) refuseAfterClosure(facts, now.on, 'on');
  if (touches(changes, 'on', 'coachId', 'placementId')) refuseUnfitCoach(facts, now, circumstances.coach);
  if (touches(changes, 'on', 'coachId', 'minutes', 'groupSize')) refuseFullDay(now, circumstances.coachDay);
  if (touches(changes, 'on', 'coachId', 'minutes', 'groupSize', 'startsAt')) {
    refuseOverlap(now, circumstances.coachDay, state.sessions);
  }
  refuseUnknownPlacement(facts, changes.placementId, 'placementId');
  return [event];
}

/** Withdraws a session: it stays visible and counts nowhere. Withdrawing it again changes nothing. */
export function withdrawSession(
  command: WithdrawSession,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { sessionId, reason } = command;
  openedFacts(state);
  const held = itemById(state.sessions, sessionId) ?? refuse('session.not-found');
  return held.withdrawn ? [] : [{ type: 'SessionWithdrawn', data: { sessionId, reason } }];
}

/** Records contact with an employer, which need not be one where the candidate works. */
export function recordEmployerContact(
  command: RecordEmployerContact,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { contactId, employerId, on, minutes, kind, initiatedBy, summary, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ contactId, employerId, on, minutes, kind, initiatedBy, summary });
  const event: TrajectoryEvent = { type: 'EmployerContactRecorded', data };
  const known = state.asRecorded.get(contactId) ?? itemById(state.contacts, contactId);
  if (known && fingerprint(known) === fingerprint(evolveContact(undefined, event))) return [];
  if (isUsed(state, contactId)) refuse('id.already-used');
  refuseFuture(on, today, 'on');
  refuseBeforeOpening(facts, on, 'on');
  refuseBadMinutes(minutes);
  refuseAfterClosure(facts, on, 'on');
  return [event];
}
