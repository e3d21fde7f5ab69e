import { unknownMember } from '../shared/decider.js';
import { withoutUndefined } from '../shared/fields.js';
import { mayMark, mayMerge, mayWithdrawMerge } from '../shared/merges.js';
import { refuseBadName, refuseBsn } from '../shared/names.js';
import { correctedIf, effectiveChanges, isStated } from '../shared/stated.js';
import type { CandidateCommand, CorrectConsent, GiveConsent, RegisterCandidate } from './commands.js';
import { type CandidateEvent, candidateEvents } from './events.js';
import { refuse } from './refusals.js';
import { decideRights, isRightsCommand } from './rights/decide.js';
import { isErased } from './rights/state.js';
import type { CandidateState } from './state.js';

/** The events that `command` leads to: none when it asks for what is already so; throws a `Refusal` of the table. */
export function decide(command: CandidateCommand, state: CandidateState): readonly CandidateEvent[] {
  if (command.type === 'RegisterCandidate') return register(command, state);
  if (state.registered === undefined) return refuse('candidate.not-found');
  if (isRightsCommand(command)) return decideRights(command, state);
  if (isErased(state)) return refuse('candidate.erased');
  switch (command.type) {
    case 'GiveConsent':
      return giveConsent(command, state);
    case 'CorrectConsent':
      return correctConsent(command, state);
    case 'PreferContact': {
      const { preferenceId, channel } = command;
      if (isStated(state.contactPreferences, preferenceId, { channel })) return [];
      return [{ type: 'ContactPreferenceStated', data: { preferenceId, channel } }];
    }
    case 'MergeCandidate': {
      const { mergeId, duplicateId, reason } = command;
      if (!mayMerge(state, command)) return [];
      return [{ type: 'CandidateMerged', data: { mergeId, duplicateId, reason } }];
    }
    case 'WithdrawCandidateMerge': {
      const { mergeId, reason } = command;
      if (!mayWithdrawMerge(state, mergeId)) return [];
      return [{ type: 'CandidateMergeWithdrawn', data: { mergeId, reason } }];
    }
    case 'MarkCandidateDuplicate': {
      const { mergeId, survivorId } = command;
      if (!mayMark(state, command)) return [];
      return [{ type: 'CandidateMarkedDuplicate', data: { mergeId, survivorId } }];
    }
    case 'UnmarkCandidateDuplicate': {
      const { mergeId } = command;
      if (state.mark?.mergeId !== mergeId) return [];
      return [{ type: 'CandidateUnmarkedDuplicate', data: { mergeId } }];
    }
    default:
      return unknownMember(command);
  }
}

/**
 * Registers a candidate once. A BSN is refused in every name, and in the reference unless the rule set asks for one
 * (domain.md sections 5 and 10).
 */
function register(command: RegisterCandidate, state: CandidateState): readonly CandidateEvent[] {
  const { name, reference, contact, legalRepresentative, organisationId, funderId } = command;
  if (state.registered) {
    const { registered } = state;
    const same = registered.organisationId === organisationId && registered.funderId === funderId;
    return same ? [] : refuse('id.already-used');
  }
  refuseBadName(name, 'name');
  if (typeof reference === 'string' && reference.trim() === '') refuse('reference.required', 'reference');
  if (!command.circumstances.asksForBsn) refuseBsn(reference, 'reference');
  refuseBsn(legalRepresentative, 'legalRepresentative');
  const data = { name, reference, contact, legalRepresentative, organisationId, funderId };
  return [{ type: 'CandidateRegistered', data: withoutUndefined(data) }];
}

function giveConsent(command: GiveConsent, state: CandidateState): readonly CandidateEvent[] {
  const { consentId, purpose, given, on, today } = command;
  if (isStated(state.consents, consentId, { given, on })) return [];
  if (on > today) refuse('date.in-future', 'on');
  return [{ type: 'ConsentStated', data: { consentId, purpose, given, on } }];
}

function correctConsent(command: CorrectConsent, state: CandidateState): readonly CandidateEvent[] {
  const { consentId, reason, today } = command;
  const { now } = state.consents.get(consentId) ?? refuse('consent.not-found');
  const changes = effectiveChanges(command.changes, now, [], candidateEvents.ConsentCorrected.protect);
  if (changes.on !== undefined && changes.on > today) refuse('date.in-future', 'on');
  return correctedIf<CandidateEvent>(changes, {
    type: 'ConsentCorrected',
    data: { consentId, reason, ...changes },
  });
}
