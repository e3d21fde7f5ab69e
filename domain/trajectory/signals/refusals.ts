import type { RefusalText } from '../../shared/refusal.js';

/** What a command on incidents, support needs, contact rhythms or the choice of a coach can be refused with. */
export const signalRefusals = {
  'incident.not-found': {
    kind: 'hidden',
    sentence: 'Dit incident is niet gevonden. Controleer het adres.',
  },
  'incident.already-resolved': {
    kind: 'rule',
    sentence: 'Dit incident is al opgelost. Corrigeer het incident als de datum niet klopt.',
  },
  'incident.not-resolved': {
    kind: 'rule',
    sentence: 'Dit incident is nog niet opgelost. Vul ook in op welke dag het is opgelost.',
  },
  'incident.resolved-before-start': {
    kind: 'rule',
    sentence: 'Het incident zou zijn opgelost voordat het gebeurde. Controleer de twee datums.',
  },
  'support-need.not-found': {
    kind: 'hidden',
    sentence: 'Deze ondersteuningsbehoefte is niet gevonden. Controleer het adres.',
  },
  'contact-rhythm.not-found': {
    kind: 'hidden',
    sentence: 'Dit contactritme is niet gevonden. Controleer het adres.',
  },
  'contact-rhythm.interval-invalid': {
    kind: 'invalid',
    sentence: 'Het aantal dagen tussen twee contacten klopt niet. Vul een heel getal in van 1 tot en met 92.',
  },
  'contact-rhythm.same-first-day': {
    kind: 'rule',
    sentence: 'Vanaf deze dag is al een contactritme afgesproken. Corrigeer dat, of kies een andere dag.',
  },
  'coach-change-request.not-found': {
    kind: 'hidden',
    sentence: 'Dit verzoek om een andere jobcoach is niet gevonden. Controleer het adres.',
  },
  'coach-change-request.same-coach': {
    kind: 'rule',
    sentence: 'Dit is de jobcoach van nu. Noem een andere jobcoach, of laat dit leeg.',
  },
  'coach-change-request.already-answered': {
    kind: 'rule',
    sentence: 'Dit verzoek is al beantwoord. De kandidaat kan zo nodig een nieuw verzoek doen.',
  },
  'coach-change-request.answered-before-asked': {
    kind: 'rule',
    sentence: 'Het antwoord zou voor het verzoek liggen. Vul een latere datum in.',
  },
} as const satisfies Record<string, RefusalText>;
