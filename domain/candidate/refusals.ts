import { type RefusalText, refusals } from '../shared/refusal.js';
import { sharedRefusals } from '../shared/shared-refusals.js';

/** Every refusal that a command on a candidate can meet. */
export const candidateRefusals = {
  'reference.required': {
    kind: 'invalid',
    sentence: 'Het kandidaatnummer is leeg. Vul het eigen nummer van de organisatie in.',
  },
  'bsn.not-allowed': sharedRefusals['bsn.not-allowed'],
  'id.already-used': sharedRefusals['id.already-used'],
  'name.required': sharedRefusals['name.required'],
} as const satisfies Record<string, RefusalText>;

/** Refuses with a code of the table. */
export const refuse: (code: keyof typeof candidateRefusals, field?: string) => never =
  refusals(candidateRefusals);
