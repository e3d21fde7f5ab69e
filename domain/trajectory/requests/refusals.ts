import type { RefusalText } from '../../shared/refusal.js';

/** Every refusal that a request to correct, or its answer, can meet. */
export const requestRefusals = {
  'correction-request.about-unknown': {
    kind: 'rule',
    sentence: 'Dit gegeven staat niet in dit traject. Noem het nummer van het gegeven dat niet klopt.',
  },
  'correction-request.not-found': {
    kind: 'hidden',
    sentence: 'Dit correctieverzoek is niet gevonden. Controleer het adres.',
  },
  'correction-request.already-answered': {
    kind: 'rule',
    sentence: 'Dit correctieverzoek is al beantwoord. Een ander besluit vraagt om een nieuw verzoek.',
  },
} as const satisfies Record<string, RefusalText>;
