import type { Asker } from '../identity/asker.js';

/** What is recorded around the coaching, by the name of its collection. */
export const SIGNAL_COLLECTIONS = [
  'incidents',
  'support-needs',
  'contact-rhythms',
  'coach-change-requests',
] as const;
export type SignalCollection = (typeof SIGNAL_COLLECTIONS)[number];

/** Whose file and whose coaching it is. */
const NEAREST: readonly string[] = ['candidate', 'coach', 'operator'];

/**
 * The fields of an item that this asker gets (domain.md section 9); undefined: all of them. Of a support need others
 * than the candidate and the coach get that there is one. What a candidate wrote about the coach, and what was answered,
 * is for the candidate and for who answers.
 */
export function fieldsSeen({ role }: Asker, collection: SignalCollection): SeenFields {
  if (collection === 'support-needs' && !NEAREST.includes(role)) return { only: ['id', 'on'] };
  if (collection === 'coach-change-requests' && (role === 'coach' || role === 'auditor')) {
    return { not: ['reason', 'answer'] };
  }
  return {};
}

/** Only these fields, or all but those. */
export interface SeenFields {
  readonly only?: readonly string[];
  readonly not?: readonly string[];
}

/** `item` with the fields that are seen. */
export function withFieldsSeen<Item extends object>(
  item: Item,
  { only, not = [] }: SeenFields,
): Partial<Item> {
  const seen = ([field]: [string, unknown]) => (only?.includes(field) ?? true) && !not.includes(field);
  return Object.fromEntries(Object.entries(item).filter(seen)) as Partial<Item>;
}
