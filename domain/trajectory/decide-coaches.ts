import { addDays, type CalendarDate } from '../shared/calendar.js';
import { corrected, withoutUndefined } from '../shared/fields.js';
import { assignedCoachOn } from './coaches-on.js';
import type {
  AssignCoach,
  CorrectCoachAssignment,
  EndSubstitution,
  HandOverCoach,
  SubstituteCoach,
} from './commands.js';
import { effectiveChanges, isEmpty, touches } from './corrections.js';
import { trajectoryEvents } from './event-definitions.js';
import type { TrajectoryEvent } from './events.js';
import type { Assignment } from './facts.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseBackwards,
  refuseUnfitCoach,
} from './guards.js';
import { refuse } from './refusals.js';
import type { TrajectoryState } from './state.js';

/** Assigns a coach from a day on, which may lie before the opening (imports know earlier coaches) or ahead. */
export function assignCoach(command: AssignCoach, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { assignmentId, coachId, from, until, chosenBy } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ assignmentId, coachId, from, until, chosenBy });
  const event: TrajectoryEvent = { type: 'CoachAssigned', data };
  if (decidedBefore(state, assignmentId, event)) return [];
  refuseBackwards(from, until, 'until');
  refuseAfterClosure(facts, from, 'from');
  refuseUnfitCoach(facts, command.circumstances.coach, from);
  return [event];
}

/** Lets another coach stand in, temporarily. */
export function substituteCoach(
  command: SubstituteCoach,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { substitutionId, coachId, from, until, reason } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ substitutionId, coachId, from, until, reason });
  const event: TrajectoryEvent = { type: 'CoachSubstituted', data };
  if (decidedBefore(state, substitutionId, event)) return [];
  refuseBackwards(from, until, 'until');
  refuseAfterClosure(facts, from, 'from');
  refuseUnfitCoach(facts, command.circumstances.coach, from);
  return [event];
}

/** True when something with this stated last day is over, or was ended expressly. */
export function isOver(
  until: CalendarDate | undefined,
  endedExpressly: boolean,
  today: CalendarDate,
): boolean {
  return until !== undefined && (endedExpressly || until < today);
}

/** Ends a substitution that runs; a stated `until` that still lies ahead may be brought to another day. */
export function endSubstitution(
  command: EndSubstitution,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { substitutionId, endedOn, today } = command;
  const facts = openedFacts(state);
  const substitution =
    facts.substitutions.find((it) => it.id === substitutionId) ?? refuse('substitution.not-found');
  if (substitution.until === endedOn) return [];
  if (isOver(substitution.until, state.ended.has(substitutionId), today)) {
    refuse('substitution.already-ended');
  }
  if (endedOn < substitution.from) refuse('substitution.ends-before-start', 'endedOn');
  refuseAfterClosure(facts, endedOn, 'endedOn');
  return [{ type: 'SubstitutionEnded', data: { substitutionId, endedOn } }];
}

/**
 * Hands the candidate over for good: from `on` the new coach is the assigned one. Who hands over is the coach of the
 * day before; a handover to that same coach asks for what is already so.
 */
export function handOverCoach(command: HandOverCoach, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { handoverId, coachId: toCoachId, on, reason, candidateAgreed } = command;
  const facts = openedFacts(state);
  const fromCoachId = assignedCoachOn(facts, addDays(on, -1));
  const data = { handoverId, fromCoachId: fromCoachId ?? '', toCoachId, on, reason, candidateAgreed };
  const event: TrajectoryEvent = { type: 'CoachHandedOver', data };
  if (decidedBefore(state, handoverId, event) || fromCoachId === toCoachId) return [];
  if (fromCoachId === undefined) refuse('handover.no-coach-before', 'on');
  refuseAfterClosure(facts, on, 'on');
  refuseUnfitCoach(facts, command.circumstances.coach, on);
  return [event];
}

/** Corrects an assignment or a handover. Sessions recorded under it stay: what no longer fits shows as a finding. */
export function correctCoachAssignment(
  command: CorrectCoachAssignment,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { assignmentId, reason } = command;
  const facts = openedFacts(state);
  const held = facts.assignments.find((it) => it.id === assignmentId) ?? refuse('coach-assignment.not-found');
  const { protect } = trajectoryEvents.CoachAssignmentCorrected;
  const changes = effectiveChanges(command.changes, held, ['until'], protect);
  if (isEmpty(changes)) return [];
  const now = corrected<Assignment, 'coachId' | 'from' | 'until'>(held, changes, [
    'coachId',
    'from',
    'until',
  ]);
  if (now.until !== undefined && now.until < now.from) refuse('coach-assignment.ends-before-start', 'until');
  if (touches(changes, 'from')) refuseAfterClosure(facts, now.from, 'from');
  if (touches(changes, 'from', 'coachId')) refuseUnfitCoach(facts, command.circumstances.coach, now.from);
  return [{ type: 'CoachAssignmentCorrected', data: { assignmentId, reason, ...changes } }];
}
