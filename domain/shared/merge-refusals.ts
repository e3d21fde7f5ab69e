import type { RefusalText } from './refusal.js';

/** Why two candidates, or two employers, cannot be made one. */
export const mergeRefusals = {
  'merge.with-itself': {
    kind: 'invalid',
    sentence: 'Dit is tweemaal dezelfde. Noem de andere registratie als dubbele.',
  },
  'merge.into-duplicate': {
    kind: 'rule',
    sentence:
      'Deze registratie is zelf al samengevoegd met een andere. Voeg de dubbele samen met de registratie die blijft.',
  },
  'merge.already-merged': {
    kind: 'rule',
    sentence: 'De dubbele registratie is al samengevoegd met een andere. Trek die samenvoeging eerst in.',
  },
  'merge.not-found': {
    kind: 'hidden',
    sentence: 'Deze samenvoeging is niet gevonden. Controleer het adres.',
  },
} as const satisfies Record<string, RefusalText>;
