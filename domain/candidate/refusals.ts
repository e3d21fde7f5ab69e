import { mergeRefusals } from '../shared/merge-refusals.js';
import { type RefusalText, refusals } from '../shared/refusal.js';
import { sharedRefusals } from '../shared/shared-refusals.js';
import { rightsRefusals } from './rights/refusals.js';

/** Every refusal that a command on a candidate can meet. */
export const candidateRefusals = {
  'candidate.not-found': {
    kind: 'hidden',
    sentence: 'Deze kandidaat is niet gevonden. Controleer het adres.',
  },
  'consent.not-found': {
    kind: 'hidden',
    sentence: 'Deze toestemming is niet gevonden. Controleer het adres.',
  },
  ...mergeRefusals,
  ...rightsRefusals,
  'reference.required': {
    kind: 'invalid',
    sentence: 'Het kandidaatnummer is leeg. Vul het eigen nummer van de organisatie in.',
  },
  'bsn.not-allowed': sharedRefusals['bsn.not-allowed'],
  'date.in-future': sharedRefusals['date.in-future'],
  'field.required': sharedRefusals['field.required'],
  'id.already-used': sharedRefusals['id.already-used'],
  'name.required': sharedRefusals['name.required'],
} as const satisfies Record<string, RefusalText>;

/** Refuses with a code of the table. */
export const refuse: (code: keyof typeof candidateRefusals, field?: string) => never =
  refusals(candidateRefusals);
