import { holdsBsn } from './bsn.js';
import type { Protected } from './protected.js';
import { refusals } from './refusal.js';
import { sharedRefusals } from './shared-refusals.js';

const refuse: (code: keyof typeof sharedRefusals, field?: string) => never = refusals(sharedRefusals);

const KVK_NUMBER = /^\d{8}$/;

/** Refuses a name or reference that holds a BSN (`bsn.not-allowed`); sealed text was judged before it was sealed. */
export function refuseBsn(text: Protected<string> | null | undefined, field: string): void {
  if (typeof text === 'string' && holdsBsn(text)) refuse('bsn.not-allowed', field);
}

/** Refuses an empty name (`name.required`) and one that holds a BSN (`bsn.not-allowed`). */
export function refuseBadName(name: Protected<string>, field: string): void {
  if (typeof name === 'string' && name.trim() === '') refuse('name.required', field);
  refuseBsn(name, field);
}

/** Refuses a number of the trade register that is not eight digits (`kvk-number.invalid`). */
export function refuseBadKvkNumber(kvkNumber: string | undefined): void {
  if (kvkNumber !== undefined && !KVK_NUMBER.test(kvkNumber)) refuse('kvk-number.invalid', 'kvkNumber');
}
