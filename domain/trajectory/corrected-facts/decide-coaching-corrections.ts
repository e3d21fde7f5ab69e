import { corrected } from '../../shared/fields.js';
import { itemById } from '../../shared/items-by-id.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import type { EmployerContact, Substitution } from '../facts.js';
import {
  openedFacts,
  refuseAfterClosure,
  refuseBadMinutes,
  refuseBeforeOpening,
  refuseFuture,
  refuseUnfitCoach,
  refuseUnknownPlacement,
} from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { CorrectEmployerContact, CorrectFitNote, CorrectSubstitution } from './commands.js';
import { factCorrectionEvents } from './event-definitions.js';
import type { FactCorrectionEvent } from './events.js';

const CONTACT_FIELDS = ['employerId', 'on', 'minutes', 'kind', 'initiatedBy'] as const;

/** Corrects a contact with an employer. */
export function correctEmployerContact(
  command: CorrectEmployerContact,
  state: TrajectoryState,
): readonly FactCorrectionEvent[] {
  const { contactId, reason, today } = command;
  const facts = openedFacts(state);
  const held = itemById(state.contacts, contactId) ?? refuse('employer-contact.not-found');
  const { protect } = factCorrectionEvents.EmployerContactCorrected;
  const changes = effectiveChanges(command.changes, held, ['initiatedBy'], protect);
  if (isEmpty(changes)) return [];
  const now = corrected<EmployerContact, (typeof CONTACT_FIELDS)[number]>(held, changes, CONTACT_FIELDS);
  refuseBadMinutes(now.minutes);
  if (touches(changes, 'on')) {
    refuseFuture(now.on, today, 'on');
    refuseBeforeOpening(facts, now.on, 'on');
    refuseAfterClosure(facts, now.on, 'on');
  }
  return [{ type: 'EmployerContactCorrected', data: { contactId, reason, ...changes } }];
}

/** Corrects a substitution or its end; sessions recorded under it stay: what no longer fits shows as a finding. */
export function correctSubstitution(
  command: CorrectSubstitution,
  state: TrajectoryState,
): readonly FactCorrectionEvent[] {
  const { substitutionId, reason } = command;
  const facts = openedFacts(state);
  const held =
    facts.substitutions.find(({ id }) => id === substitutionId) ?? refuse('substitution.not-found');
  const { protect } = factCorrectionEvents.SubstitutionCorrected;
  const changes = effectiveChanges(command.changes, held, ['until'], protect);
  if (isEmpty(changes)) return [];
  const fields = ['coachId', 'from', 'until'] as const;
  const now: Substitution = corrected<Substitution, (typeof fields)[number]>(held, changes, fields);
  if (now.until !== undefined && now.until < now.from) refuse('substitution.ends-before-start', 'until');
  if (touches(changes, 'from')) refuseAfterClosure(facts, now.from, 'from');
  if (touches(changes, 'from', 'coachId')) refuseUnfitCoach(facts, command.circumstances.coach, now.from);
  return [{ type: 'SubstitutionCorrected', data: { substitutionId, reason, ...changes } }];
}

/** Corrects a fit note. Its placement stays once the note moved along from there: that cannot be undone. */
export function correctFitNote(
  command: CorrectFitNote,
  state: TrajectoryState,
): readonly FactCorrectionEvent[] {
  const { fitId, reason } = command;
  const facts = openedFacts(state);
  const held = facts.fitNotes.find(({ id }) => id === fitId) ?? refuse('fit-note.not-found');
  const { protect } = factCorrectionEvents.FitNoteCorrected;
  const changes = effectiveChanges(command.changes, held, [], protect);
  if (isEmpty(changes)) return [];
  if (touches(changes, 'placementId')) {
    refuseUnknownPlacement(facts, changes.placementId, 'placementId');
    const places = [...state.fitNotes.values()].filter((fitIds) => fitIds.includes(fitId));
    if (places.length > 1) refuse('fit-note.carried', 'placementId');
  }
  return [{ type: 'FitNoteCorrected', data: { fitId, reason, ...changes } }];
}
