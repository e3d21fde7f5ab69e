import type { CalendarDate, Days } from './calendar.js';
import { fingerprint, withoutUndefined } from './fields.js';
import type { Id } from './ids.js';
import { refusals } from './refusal.js';
import { sharedRefusals } from './shared-refusals.js';

const refuse: (code: keyof typeof sharedRefusals, field?: string) => never = refusals(sharedRefusals);

/** Quality evidence with a validity period (UWV, OVAL, Blik op Werk, Register Jobcoach); `until` is included. */
export interface RecognitionTerms {
  readonly kind: string;
  readonly issuer: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

/** A recognition as it was given, and the day on which it was ended before its time. */
export interface Recognition {
  readonly terms: RecognitionTerms;
  readonly endedOn?: CalendarDate;
}

/** Recognitions by id, in order of recording. */
export type Recognitions = ReadonlyMap<Id, Recognition>;

/** The stretches in which the recognitions are valid, the last days included. */
export function validDays(recognitions: Recognitions): readonly Days[] {
  return [...recognitions.values()].map(({ terms, endedOn }) => ({
    from: terms.from,
    to: endedOn ?? terms.until,
  }));
}

/**
 * The terms of a new recognition, or undefined when this very one was recorded before.
 * Refuses with `id.already-used` and `period.invalid`.
 */
export function newRecognition(
  held: Recognitions,
  id: Id,
  asked: RecognitionTerms,
): RecognitionTerms | undefined {
  const { kind, issuer, from, until } = asked;
  const terms = withoutUndefined({ kind, issuer, from, until });
  const known = held.get(id);
  if (known && fingerprint(known.terms) === fingerprint(terms)) return undefined;
  if (known) refuse('id.already-used');
  if (until !== undefined && until < from) refuse('period.invalid', 'until');
  return terms;
}

/**
 * True when a recognition may end on this day, false when it already did.
 * Refuses with `recognition.not-found`, `recognition.already-ended` (expressly, or because its own last day is past)
 * and `recognition.ends-before-start`.
 */
export function mayEnd(held: Recognitions, id: Id, endedOn: CalendarDate, today: CalendarDate): boolean {
  const { terms, endedOn: ended } = held.get(id) ?? refuse('recognition.not-found');
  const last = ended ?? terms.until;
  if (last === endedOn) return false;
  if (ended !== undefined || (terms.until !== undefined && terms.until < today)) {
    refuse('recognition.already-ended', 'endedOn');
  }
  if (endedOn < terms.from) refuse('recognition.ends-before-start', 'endedOn');
  return true;
}
