import { type RefusalText, refusals } from '../shared/refusal.js';
import { sharedRefusals } from '../shared/shared-refusals.js';

/** Every refusal that a command on a coach can meet. */
export const coachRefusals = {
  'coach.not-found': { kind: 'hidden', sentence: 'Deze jobcoach is niet gevonden. Controleer het adres.' },
  'coach-absence.not-found': {
    kind: 'hidden',
    sentence: 'Deze afwezigheid van de jobcoach is niet gevonden. Controleer het adres.',
  },
  'employment.not-found': {
    kind: 'hidden',
    sentence: 'Dit dienstverband van de jobcoach is niet gevonden. Controleer het adres.',
  },
  'tie.not-found': { kind: 'hidden', sentence: 'Deze band is niet gevonden. Controleer het adres.' },
  'tie.party-unclear': {
    kind: 'invalid',
    sentence: 'Geef aan met wie de band is: met een kandidaat of met een werkgever, niet met beide.',
  },
  'field.required': sharedRefusals['field.required'],
  'period.already-ended': sharedRefusals['period.already-ended'],
  'period.ends-before-start': sharedRefusals['period.ends-before-start'],
  'bsn.not-allowed': sharedRefusals['bsn.not-allowed'],
  'id.already-used': sharedRefusals['id.already-used'],
  'name.required': sharedRefusals['name.required'],
  'period.invalid': sharedRefusals['period.invalid'],
  'recognition.already-ended': sharedRefusals['recognition.already-ended'],
  'recognition.ends-before-start': sharedRefusals['recognition.ends-before-start'],
  'recognition.not-found': sharedRefusals['recognition.not-found'],
} as const satisfies Record<string, RefusalText>;

/** Refuses with a code of the table. */
export const refuse: (code: keyof typeof coachRefusals, field?: string) => never = refusals(coachRefusals);
