import { type RefusalText, refusals } from '../shared/refusal.js';
import { sharedRefusals } from '../shared/shared-refusals.js';

/** Every refusal that a command on an employer can meet. */
export const employerRefusals = {
  'bsn.not-allowed': sharedRefusals['bsn.not-allowed'],
  'id.already-used': sharedRefusals['id.already-used'],
  'kvk-number.invalid': sharedRefusals['kvk-number.invalid'],
  'name.required': sharedRefusals['name.required'],
} as const satisfies Record<string, RefusalText>;

/** Refuses with a code of the table. */
export const refuse: (code: keyof typeof employerRefusals, field?: string) => never =
  refusals(employerRefusals);
