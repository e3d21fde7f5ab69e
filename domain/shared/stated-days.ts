import type { CalendarDate } from './calendar.js';
import type { Id } from './ids.js';
import { refusals } from './refusal.js';
import { sharedRefusals } from './shared-refusals.js';
import type { StatedById } from './stated.js';

const refuse: (code: keyof typeof sharedRefusals, field?: string) => never = refusals(sharedRefusals);

/** A fact that holds from a day on; `until` is the last day, once it is known. */
export interface StatedDays {
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

/** Refuses days that run backwards (`period.invalid`). */
export function refuseBackwards(from: CalendarDate, until: CalendarDate | null | undefined): void {
  if (until && until < from) refuse('period.invalid', 'until');
}

/** Refuses days that run backwards once `changes` are in place (`period.invalid`). */
export function refuseBackwardsAfter(
  held: StatedDays,
  changes: { readonly from?: CalendarDate | null; readonly until?: CalendarDate | null },
): void {
  refuseBackwards(changes.from ?? held.from, changes.until === undefined ? held.until : changes.until);
}

/**
 * True when the fact may end on this day, false when it does already; `notFound` refuses an id that names none.
 * Refuses with `period.already-ended` (its last day is past) and `period.ends-before-start`. A last day that still lies
 * ahead may be brought to another day.
 */
export function mayEndOn<Terms extends StatedDays>(
  held: StatedById<Terms>,
  id: Id,
  endedOn: CalendarDate,
  today: CalendarDate,
  notFound: () => never,
): boolean {
  const { from, until } = (held.get(id) ?? notFound()).now;
  if (until === endedOn) return false;
  if (until !== undefined && until < today) refuse('period.already-ended', 'endedOn');
  if (endedOn < from) refuse('period.ends-before-start', 'endedOn');
  return true;
}
