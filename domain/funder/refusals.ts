import { type RefusalText, refusals } from '../shared/refusal.js';
import { sharedRefusals } from '../shared/shared-refusals.js';

/** Every refusal that a command on a funder can meet. */
export const funderRefusals = {
  'funder.not-found': {
    kind: 'hidden',
    sentence: 'Deze opdrachtgever is niet gevonden. Controleer het adres.',
  },
  'rule-set.not-after-previous': {
    kind: 'rule',
    sentence: 'De nieuwe regels gaan niet later in dan de vorige versie. Kies een latere ingangsdatum.',
  },
  'bsn.not-allowed': sharedRefusals['bsn.not-allowed'],
  'id.already-used': sharedRefusals['id.already-used'],
  'name.required': sharedRefusals['name.required'],
} as const satisfies Record<string, RefusalText>;

/** Refuses with a code of the table. */
export const refuse: (code: keyof typeof funderRefusals, field?: string) => never = refusals(funderRefusals);
