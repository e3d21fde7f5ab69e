import type { RefusalText } from '../../shared/refusal.js';

/** Every refusal of the plan of approach. */
export const planRefusals = {
  'plan.not-found': {
    kind: 'hidden',
    sentence: 'Deze versie van het plan van aanpak is niet gevonden. Controleer het adres.',
  },
  'plan.already-drafted': {
    kind: 'rule',
    sentence: 'Dit traject heeft al een plan van aanpak. Herzie de laatste versie, met de reden.',
  },
  'plan.not-latest': {
    kind: 'rule',
    sentence: 'Er is een nieuwere versie van het plan van aanpak. Bekijk en gebruik de laatste versie.',
  },
  'plan.older-than-before': {
    kind: 'rule',
    sentence:
      'Deze versie van het plan zou ouder zijn dan de vorige. Vul een dag in vanaf die van de vorige versie.',
  },
  'plan.declined': {
    kind: 'rule',
    sentence: 'Deze versie van het plan van aanpak is afgewezen. Herzie eerst het plan.',
  },
  'plan.already-agreed': {
    kind: 'rule',
    sentence: 'Deze partij ging al akkoord met deze versie. Vraag om een herziening van het plan.',
  },
  'goal.not-found': {
    kind: 'hidden',
    sentence: 'Dit doel is niet gevonden. Controleer het adres.',
  },
  'goal.not-in-plan': {
    kind: 'rule',
    sentence: 'Dit doel staat niet in de laatste versie van het plan. Kies een doel uit die versie.',
  },
  'goal.already-ended': {
    kind: 'rule',
    sentence: 'Dit doel is al bereikt of losgelaten. Corrigeer dat eerst als het niet klopt.',
  },
  'goal-outcome.not-found': {
    kind: 'hidden',
    sentence: 'Bij dit doel is dit niet vastgelegd. Controleer het adres.',
  },
  'agreement.not-found': {
    kind: 'hidden',
    sentence: 'Deze afspraak is niet gevonden. Controleer het adres.',
  },
  'agreement.not-in-plan': {
    kind: 'rule',
    sentence: 'Deze afspraak staat niet in de laatste versie van het plan. Kies een afspraak uit die versie.',
  },
  'agreement.already-fulfilled': {
    kind: 'rule',
    sentence: 'Deze afspraak is al nagekomen. Corrigeer dat eerst als het niet klopt.',
  },
  'fulfilment.not-found': {
    kind: 'hidden',
    sentence: 'Bij deze afspraak is dit niet vastgelegd. Controleer het adres.',
  },
  'employer.not-involved': {
    kind: 'rule',
    sentence: 'Deze werkgever heeft in dit traject geen werkplek. Registreer eerst de werkplek.',
  },
  'employer.unclear': {
    kind: 'rule',
    sentence: 'Er zijn in dit traject meer werkgevers. Geef aan namens welke werkgever dit is.',
  },
} as const satisfies Record<string, RefusalText>;
