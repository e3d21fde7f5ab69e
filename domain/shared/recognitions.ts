import { type CalendarDate, type Days, includes } from './calendar.js';
import { withoutUndefined } from './fields.js';
import type { Id } from './ids.js';
import { refusals } from './refusal.js';
import { sharedRefusals } from './shared-refusals.js';
import { effectiveChanges, isStated, type StatedById } from './stated.js';
import { refuseBackwards, refuseBackwardsAfter } from './stated-days.js';

const refuse: (code: keyof typeof sharedRefusals, field?: string) => never = refusals(sharedRefusals);

/** Quality evidence with a validity period (UWV, OVAL, Blik op Werk, Register Jobcoach); `until` is included. */
export interface RecognitionTerms {
  readonly kind: string;
  readonly issuer: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

/** A recognition as it stands, and the day on which it was ended before its time. */
export interface Recognition extends RecognitionTerms {
  readonly endedOn?: CalendarDate;
}

/** Recognitions by id, in order of recording. */
export type Recognitions = StatedById<Recognition>;

/** The fields of a recognition that a correction changes; null takes an end away. */
export type RecognitionChanges = {
  readonly [Field in keyof Recognition]?: undefined extends Recognition[Field]
    ? Recognition[Field] | null
    : Recognition[Field];
};

/** The stretches in which the recognitions are valid, the last days included. */
export function validDays(recognitions: Recognitions): readonly Days[] {
  return [...recognitions.values()].map(({ now }) => ({ from: now.from, to: now.endedOn ?? now.until }));
}

/** The days of a recognition as it stands; null is no end. */
interface RecognitionDays {
  readonly from: CalendarDate;
  readonly until?: CalendarDate | null;
  readonly endedOn?: CalendarDate | null;
}

/** True when one of the recognitions was valid on `day`, last days included. */
export function isRecognisedOn(recognitions: readonly RecognitionDays[], day: CalendarDate): boolean {
  return recognitions.some(({ from, until, endedOn }) =>
    includes({ from, to: endedOn ?? until ?? undefined }, day),
  );
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
  if (isStated(held, id, terms)) return undefined;
  refuseBackwards(from, until);
  return terms;
}

/**
 * True when a recognition may end on this day, false when it already did.
 * Refuses with `recognition.not-found`, `recognition.already-ended` (expressly, or because its own last day is past)
 * and `recognition.ends-before-start`.
 */
export function mayEnd(held: Recognitions, id: Id, endedOn: CalendarDate, today: CalendarDate): boolean {
  const { from, until, endedOn: ended } = (held.get(id) ?? refuse('recognition.not-found')).now;
  const last = ended ?? until;
  if (last === endedOn) return false;
  if (ended !== undefined || (until !== undefined && until < today)) {
    refuse('recognition.already-ended', 'endedOn');
  }
  if (endedOn < from) refuse('recognition.ends-before-start', 'endedOn');
  return true;
}

/**
 * What a correction changes of a recognition, empty when nothing. Refuses with `recognition.not-found`,
 * `field.required`, `period.invalid` and `recognition.ends-before-start`.
 */
export function recognitionChanges(
  held: Recognitions,
  id: Id,
  asked: RecognitionChanges,
): RecognitionChanges {
  const { now } = held.get(id) ?? refuse('recognition.not-found');
  const changes = effectiveChanges(asked, now, ['until', 'endedOn'], {});
  refuseBackwardsAfter(now, changes);
  const endedOn = changes.endedOn === undefined ? now.endedOn : changes.endedOn;
  if (endedOn && endedOn < (changes.from ?? now.from)) refuse('recognition.ends-before-start', 'endedOn');
  return changes;
}
