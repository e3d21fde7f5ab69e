import { mergeRefusals } from '../shared/merge-refusals.js';
import { type RefusalText, refusals } from '../shared/refusal.js';
import { sharedRefusals } from '../shared/shared-refusals.js';

/** Every refusal that a command on an employer can meet. */
export const employerRefusals = {
  'employer.not-found': {
    kind: 'hidden',
    sentence: 'Deze werkgever is niet gevonden. Controleer het adres.',
  },
  'contact-person.not-found': {
    kind: 'hidden',
    sentence: 'Deze contactpersoon is niet gevonden. Controleer het adres.',
  },
  'preferred-coach.not-found': {
    kind: 'hidden',
    sentence: 'Deze voorkeur voor een jobcoach is niet gevonden. Controleer het adres.',
  },
  ...mergeRefusals,
  'bsn.not-allowed': sharedRefusals['bsn.not-allowed'],
  'field.required': sharedRefusals['field.required'],
  'id.already-used': sharedRefusals['id.already-used'],
  'kvk-number.invalid': sharedRefusals['kvk-number.invalid'],
  'name.required': sharedRefusals['name.required'],
  'period.already-ended': sharedRefusals['period.already-ended'],
  'period.ends-before-start': sharedRefusals['period.ends-before-start'],
  'period.invalid': sharedRefusals['period.invalid'],
} as const satisfies Record<string, RefusalText>;

/** Refuses with a code of the table. */
export const refuse: (code: keyof typeof employerRefusals, field?: string) => never =
  refusals(employerRefusals);
