import { type RefusalText, refusals } from '../shared/refusal.js';
import { sharedRefusals } from '../shared/shared-refusals.js';

/** Every refusal that a command on an organisation can meet. */
export const organisationRefusals = {
  'organisation.not-found': {
    kind: 'hidden',
    sentence: 'Deze organisatie is niet gevonden. Controleer het adres.',
  },
  'complaint.not-found': { kind: 'hidden', sentence: 'Deze klacht is niet gevonden. Controleer het adres.' },
  'date.in-future': sharedRefusals['date.in-future'],
  'field.required': sharedRefusals['field.required'],
  'bsn.not-allowed': sharedRefusals['bsn.not-allowed'],
  'id.already-used': sharedRefusals['id.already-used'],
  'kvk-number.invalid': sharedRefusals['kvk-number.invalid'],
  'name.required': sharedRefusals['name.required'],
  'period.invalid': sharedRefusals['period.invalid'],
  'recognition.already-ended': sharedRefusals['recognition.already-ended'],
  'recognition.ends-before-start': sharedRefusals['recognition.ends-before-start'],
  'recognition.not-found': sharedRefusals['recognition.not-found'],
} as const satisfies Record<string, RefusalText>;

/** Refuses with a code of the table. */
export const refuse: (code: keyof typeof organisationRefusals, field?: string) => never =
  refusals(organisationRefusals);
