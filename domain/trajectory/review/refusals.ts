import type { RefusalText } from '../../shared/refusal.js';

/** Every refusal of evaluations and assessments. */
export const reviewRefusals = {
  'evaluation-plan.not-found': {
    kind: 'hidden',
    sentence: 'Deze geplande evaluatie is niet gevonden. Controleer het adres.',
  },
  'evaluation.not-found': {
    kind: 'hidden',
    sentence: 'Deze evaluatie is niet gevonden. Controleer het adres.',
  },
  'result-code.unknown': {
    kind: 'invalid',
    sentence: 'Deze resultaatcode staat niet in de lijst. Kies een heel getal van 1 tot en met 6.',
  },
  'structural-work.required': {
    kind: 'invalid',
    sentence:
      'Een reden waarom er geen vast contract kwam, hoort bij structureel werk. Geef aan dat het werk structureel is, of laat de reden weg.',
  },
  'assessment.not-found': {
    kind: 'hidden',
    sentence: 'Deze beoordeling is niet gevonden. Controleer het adres.',
  },
  'score.invalid': {
    kind: 'invalid',
    sentence: 'Het cijfer klopt niet. Vul een heel getal in van 1 tot en met 10.',
  },
} as const satisfies Record<string, RefusalText>;
