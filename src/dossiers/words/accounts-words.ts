import { unknownMember } from '../../../domain/shared/decider.js';
import type { AccountsEvent, CountedSession } from '../../../domain/trajectory/accounts/events.js';
import { dutchNumber } from './sentence-parts.js';

/** What happened to hours approved, declared and settled, in one Dutch sentence. */
export function accountsWordsOf(event: AccountsEvent): string {
  switch (event.type) {
    case 'HoursApproved':
      return `${hoursOfAll(event.data.approvedSessions)} van ${event.data.from} tot en met ${event.data.to} is goedgekeurd.`;
    case 'HoursApprovalCorrected':
      return event.data.withdrawn
        ? 'Een goedkeuring van uren is ingetrokken.'
        : 'Een goedkeuring van uren is verbeterd.';
    case 'DeclarationSubmitted':
      return `${hours(event.data.minutes)} van ${event.data.from} tot en met ${event.data.to} is gedeclareerd.`;
    case 'DeclarationCorrected':
      return event.data.withdrawn ? 'Een declaratie is ingetrokken.' : 'Een declaratie is verbeterd.';
    case 'DeclarationSettled':
      return `Een declaratie is op ${event.data.on} afgerekend: ${hours(event.data.minutes)}, ${euros(event.data.amountCents)}.`;
    default:
      return unknownMember(event);
  }
}

function hoursOfAll(sessions: readonly CountedSession[]): string {
  return hours(sessions.reduce((sum, { minutes }) => sum + minutes, 0));
}

function hours(minutes: number): string {
  return `${dutchNumber(minutes / 60)} uur`;
}

function euros(cents: number): string {
  return `${(cents / 100).toLocaleString('nl-NL', { minimumFractionDigits: 2 })} euro`;
}
