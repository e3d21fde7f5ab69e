import { corrected, withoutUndefined } from '../shared/fields.js';
import type { CorrectAbsence, EndAbsence, LearnFit, ReportAbsence } from './commands.js';
import { effectiveChanges, isEmpty, touches } from './corrections.js';
import { isOver } from './decide-coaches.js';
import { trajectoryEvents } from './event-definitions.js';
import type { TrajectoryEvent } from './events.js';
import type { Absence } from './facts.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseBackwards,
  refuseBeforeOpening,
  refuseFuture,
  refuseUnknownPlacement,
} from './guards.js';
import { refuse } from './refusals.js';
import type { TrajectoryState } from './state.js';

/** Reports that the candidate is not at work, from a day that has come; `until` may lie ahead (reading 33). */
export function reportAbsence(command: ReportAbsence, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { absenceId, from, until, kind, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ absenceId, from, until, kind });
  const event: TrajectoryEvent = { type: 'AbsenceReported', data };
  if (decidedBefore(state, absenceId, event)) return [];
  refuseFuture(from, today, 'from');
  refuseBackwards(from, until, 'until');
  refuseBeforeOpening(facts, from, 'from');
  refuseAfterClosure(facts, from, 'from');
  return [event];
}

/** Ends an absence that runs; a stated `until` that still lies ahead may be brought to another day. */
export function endAbsence(command: EndAbsence, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { absenceId, endedOn, today } = command;
  const facts = openedFacts(state);
  const absence = facts.absences.find((it) => it.id === absenceId) ?? refuse('absence.not-found');
  if (absence.until === endedOn) return [];
  if (isOver(absence.until, state.ended.has(absenceId), today)) refuse('absence.already-ended', 'endedOn');
  if (endedOn < absence.from) refuse('absence.ends-before-start', 'endedOn');
  refuseAfterClosure(facts, endedOn, 'endedOn');
  return [{ type: 'AbsenceEnded', data: { absenceId, endedOn } }];
}

/** Corrects an absence; `until: null` reopens it. */
export function correctAbsence(command: CorrectAbsence, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { absenceId, reason, today } = command;
  const facts = openedFacts(state);
  const held = facts.absences.find((it) => it.id === absenceId) ?? refuse('absence.not-found');
  const { protect } = trajectoryEvents.AbsenceCorrected;
  const changes = effectiveChanges(command.changes, held, ['until'], protect);
  if (isEmpty(changes)) return [];
  const now = corrected<Absence, 'from' | 'until'>(held, changes, ['from', 'until']);
  if (touches(changes, 'from')) {
    refuseFuture(now.from, today, 'from');
    refuseBeforeOpening(facts, now.from, 'from');
    refuseAfterClosure(facts, now.from, 'from');
  }
  if (now.until !== undefined && now.until < now.from) refuse('absence.ends-before-start', 'until');
  return [{ type: 'AbsenceCorrected', data: { absenceId, reason, ...changes } }];
}

/** Notes what fits the candidate at a placement and what does not (MKB 4.2.2); dated on the day it is noted. */
export function learnFit(command: LearnFit, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { fitId, placementId, fits, doesNotFit, adjustments, shareWithNext, today } = command;
  const facts = openedFacts(state);
  const data = { fitId, placementId, fits, doesNotFit, adjustments, shareWithNext };
  const event: TrajectoryEvent = { type: 'FitLearned', data };
  if (decidedBefore(state, fitId, event)) return [];
  refuseAfterClosure(facts, today);
  refuseUnknownPlacement(facts, placementId, 'placementId');
  return [event];
}
