import type { CalendarDate } from '../../shared/calendar.js';
import { withoutUndefined } from '../../shared/fields.js';
import { effectiveChanges, isEmpty } from '../corrections.js';
import { trajectoryEvents } from '../event-definitions.js';
import type { TrajectoryFacts } from '../facts.js';
import { decidedBefore, openedFacts, refuseBadMinutes, refuseFuture } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import { isClosedOn } from './closed-days.js';
import type { CorrectAftercareContact, RecordAftercareContact } from './commands.js';
import type { AftercareContactCorrected, ClosingEvent } from './events.js';

/** Records contact after the last day, with whomever; its minutes are no coaching. */
export function recordAftercareContact(
  command: RecordAftercareContact,
  state: TrajectoryState,
): readonly ClosingEvent[] {
  const { contactId, on, with: party, summary, minutes, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ contactId, on, with: party, summary, minutes });
  const event: ClosingEvent = { type: 'AftercareContactRecorded', data };
  if (decidedBefore(state, contactId, event)) return [];
  refuseBadDay(facts, on, today);
  if (minutes !== undefined) refuseBadMinutes(minutes);
  return [event];
}

function refuseBadDay(facts: TrajectoryFacts, on: CalendarDate, today: CalendarDate): void {
  refuseFuture(on, today, 'on');
  if (!isClosedOn(facts, on)) refuse('aftercare-contact.trajectory-open', 'on');
}

/** Corrects an aftercare contact; `minutes: null` takes the minutes away. */
export function correctAftercareContact(
  command: CorrectAftercareContact,
  state: TrajectoryState,
): readonly ClosingEvent[] {
  const { contactId, reason, today } = command;
  const facts = openedFacts(state);
  const held =
    facts.aftercareContacts?.find(({ id }) => id === contactId) ?? refuse('aftercare-contact.not-found');
  const { protect } = trajectoryEvents.AftercareContactCorrected;
  const changes = effectiveChanges(command.changes, held, ['minutes'], protect);
  if (isEmpty(changes)) return [];
  if (changes.on) refuseBadDay(facts, changes.on, today);
  if (typeof changes.minutes === 'number') refuseBadMinutes(changes.minutes);
  const data = { contactId, reason, ...changes };
  const event: AftercareContactCorrected = { type: 'AftercareContactCorrected', data };
  return [event];
}
