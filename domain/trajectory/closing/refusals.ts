import type { RefusalText } from '../../shared/refusal.js';

/** Every refusal that a command about the end of a trajectory can meet. */
export const closingRefusals = {
  'closure.already-closed': {
    kind: 'rule',
    sentence: 'Dit traject is al afgesloten. Verbeter de afsluiting als de laatste dag niet klopt.',
  },
  'closure.before-reopening': {
    kind: 'rule',
    sentence: 'De laatste dag ligt voor de dag waarop het traject is heropend. Controleer de twee datums.',
  },
  'closure.not-found': {
    kind: 'hidden',
    sentence: 'Deze afsluiting is niet gevonden. Controleer het adres.',
  },
  'closure.unknown': {
    kind: 'rule',
    sentence:
      'Deze afsluiting hoort niet bij dit traject. Noem een andere, of laat dit leeg voor de laatste.',
  },
  'reopening.not-closed': {
    kind: 'rule',
    sentence: 'Dit traject is niet afgesloten. Heropenen kan pas als er een afsluiting is.',
  },
  'reopening.before-last-day': {
    kind: 'rule',
    sentence: 'Heropenen kan vanaf de dag na de laatste dag. Controleer de twee datums.',
  },
  'reopening.not-found': {
    kind: 'hidden',
    sentence: 'Deze heropening is niet gevonden. Controleer het adres.',
  },
  'outcome.not-closed': {
    kind: 'rule',
    sentence:
      'Op de dag van deze meting is het traject niet afgesloten. Sluit het traject eerst af, of meet na de volgende afsluiting.',
  },
  'outcome.too-early': {
    kind: 'rule',
    sentence: 'De dag van deze meting is nog niet geweest. Leg de uitkomst vast op of na die dag.',
  },
  'outcome.already-measured': {
    kind: 'rule',
    sentence: 'De uitkomst na dit aantal maanden is al vastgelegd. Verbeter die uitkomst als zij niet klopt.',
  },
  'outcome.contract-without-work': {
    kind: 'invalid',
    sentence: 'Een vast contract hoort bij betaald werk. Kies een andere uitkomst, of laat het contract weg.',
  },
  'outcome.not-found': {
    kind: 'hidden',
    sentence: 'Deze uitkomst is niet gevonden. Controleer het adres.',
  },
  'aftercare-contact.trajectory-open': {
    kind: 'rule',
    sentence:
      'Op deze dag is het traject open, en nazorg is contact na de laatste dag. Registreer een coachsessie, of kies een andere dag.',
  },
  'aftercare-contact.not-found': {
    kind: 'hidden',
    sentence: 'Dit nazorgcontact is niet gevonden. Controleer het adres.',
  },
} as const satisfies Record<string, RefusalText>;
