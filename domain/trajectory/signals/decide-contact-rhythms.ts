import { corrected } from '../../shared/fields.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import type { TrajectoryFacts } from '../facts.js';
import { decidedBefore, openedFacts, refuseAfterClosure, refuseBeforeOpening } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { AgreeContactRhythm, CorrectContactRhythm } from './commands.js';
import { signalEvents } from './event-definitions.js';
import type { ContactRhythmAgreed, SignalEvent } from './events.js';
import type { ContactRhythm } from './facts.js';

/** A quarter: whoever sees each other less often has no rhythm. */
const LONGEST_INTERVAL = 92;

function refuseBadInterval({ everyDays }: Pick<ContactRhythm, 'everyDays'>): void {
  if (!(Number.isInteger(everyDays) && everyDays >= 1 && everyDays <= LONGEST_INTERVAL)) {
    refuse('contact-rhythm.interval-invalid', 'everyDays');
  }
}

/** Refuses a first day outside the trajectory, or one that another rhythm has: which of the two held would be unclear. */
function refuseBadFirstDay(facts: TrajectoryFacts, { id, from }: ContactRhythm): void {
  refuseBeforeOpening(facts, from, 'from');
  refuseAfterClosure(facts, from, 'from');
  if (facts.contactRhythms.some((other) => other.from === from && other.id !== id)) {
    refuse('contact-rhythm.same-first-day', 'from');
  }
}

/** Agrees how many days there are at most between two contacts, from a day on that may lie ahead. */
export function agreeContactRhythm(
  command: AgreeContactRhythm,
  state: TrajectoryState,
): readonly SignalEvent[] {
  const { rhythmId, everyDays, from } = command;
  const facts = openedFacts(state);
  const event: ContactRhythmAgreed = { type: 'ContactRhythmAgreed', data: { rhythmId, everyDays, from } };
  if (decidedBefore(state, rhythmId, event)) return [];
  refuseBadInterval(command);
  refuseBadFirstDay(facts, { id: rhythmId, everyDays, from });
  return [event];
}

/** Corrects what was agreed. */
export function correctContactRhythm(
  command: CorrectContactRhythm,
  state: TrajectoryState,
): readonly SignalEvent[] {
  const { rhythmId, reason } = command;
  const facts = openedFacts(state);
  const held = facts.contactRhythms.find(({ id }) => id === rhythmId) ?? refuse('contact-rhythm.not-found');
  const changes = effectiveChanges(command.changes, held, [], signalEvents.ContactRhythmCorrected.protect);
  if (isEmpty(changes)) return [];
  const now = corrected<ContactRhythm, 'everyDays' | 'from'>(held, changes, ['everyDays', 'from']);
  refuseBadInterval(now);
  if (touches(changes, 'from')) refuseBadFirstDay(facts, now);
  return [{ type: 'ContactRhythmCorrected', data: { rhythmId, reason, ...changes } }];
}
