import type { Id } from '../../../domain/shared/ids.js';

/** How a party is called in a sentence; a neutral word where the name is not to be had. */
export type NameOf = (id: Id) => string;

/** What was recorded on somebody else's behalf, from what they signed (domain.md section 5). */
export function onPaper({ evidence }: { readonly evidence?: unknown }): string {
  return evidence === undefined ? '' : ' (op papier)';
}

/** The sentence or word with a capital. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
