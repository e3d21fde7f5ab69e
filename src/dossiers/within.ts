import { amsterdamDate, type CalendarDate, type Instant } from '../../domain/shared/calendar.js';
import type { AsOf } from './dossiers.js';

/** True when a fact had happened on the day asked about, and was known on the day asked about. */
export function isWithin(
  fact: { readonly occurredOn: CalendarDate | null; readonly recordedAt: Instant },
  { on, knownOn }: AsOf,
): boolean {
  const recorded = amsterdamDate(fact.recordedAt);
  if (knownOn !== undefined && recorded > knownOn) return false;
  return on === undefined || (fact.occurredOn ?? recorded) <= on;
}
