import { withoutUndefined } from '../../shared/fields.js';
import { effectiveChanges, isEmpty } from '../corrections.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseFuture,
  refuseFutureEvidence,
} from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { ApproveCoachingDuringAbsence, CorrectCoachingApproval } from './commands.js';
import { awardEvents } from './event-definitions.js';
import type { AwardEvent } from './events.js';

type Decision = readonly AwardEvent[];

/** The funder approves hours of coaching during an absence, before or while it lasts (UWV 2014 A.6). */
export function approveCoachingDuringAbsence(
  command: ApproveCoachingDuringAbsence,
  state: TrajectoryState,
): Decision {
  const { approvalId, absenceId, minutes, on, evidence, today } = command;
  const facts = openedFacts(state);
  if (!facts.absences.some(({ id }) => id === absenceId)) refuse('absence.not-found');
  const data = withoutUndefined({ approvalId, absenceId, minutes, on, evidence });
  const event: AwardEvent = { type: 'CoachingDuringAbsenceApproved', data };
  if (decidedBefore(state, approvalId, event)) return [];
  refuseFuture(on, today, 'on');
  refuseFutureEvidence(evidence, today);
  refuseAfterClosure(facts, on, 'on');
  refuseBadHours(minutes);
  return [event];
}

/** Corrects the hours or the day of an approval. */
export function correctCoachingApproval(command: CorrectCoachingApproval, state: TrajectoryState): Decision {
  const { approvalId, reason, evidence, today } = command;
  const facts = openedFacts(state);
  const held =
    facts.absences.flatMap((it) => it.coachingApprovals ?? []).find(({ id }) => id === approvalId) ??
    refuse('coaching-approval.not-found');
  const { protect } = awardEvents.CoachingApprovalCorrected;
  const changes = effectiveChanges(command.changes, held, [], protect);
  if (isEmpty(changes)) return [];
  refuseFutureEvidence(evidence, today);
  refuseFuture(changes.on, today, 'on');
  if (changes.on) refuseAfterClosure(facts, changes.on, 'on');
  if (changes.minutes !== undefined) refuseBadHours(changes.minutes);
  const data = withoutUndefined({ approvalId, reason, ...changes, evidence });
  return [{ type: 'CoachingApprovalCorrected', data }];
}

function refuseBadHours(minutes: number): void {
  if (!(Number.isInteger(minutes) && minutes > 0)) refuse('coaching-approval.hours-invalid', 'hours');
}
