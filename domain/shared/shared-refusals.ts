import type { RefusalText } from './refusal.js';

/** Refusals that more than one stream, or the edge before it, can meet. Their codes are part of the API. */
export const sharedRefusals = {
  'date.does-not-exist': {
    kind: 'invalid',
    sentence: 'Deze datum bestaat niet. Vul een datum in die op de kalender staat.',
  },
  'date.in-future': {
    kind: 'invalid',
    sentence: 'Deze datum ligt in de toekomst. Vul vandaag in, of een dag die al voorbij is.',
  },
  'period.invalid': {
    kind: 'invalid',
    sentence: 'De laatste dag ligt voor de eerste dag. Controleer de twee datums.',
  },
  'period.already-ended': {
    kind: 'rule',
    sentence: 'Dit is al geëindigd. Corrigeer het als de einddatum niet klopt.',
  },
  'period.ends-before-start': {
    kind: 'rule',
    sentence: 'Dit zou eindigen voordat het begint. Vul een latere einddatum in.',
  },
  'minutes.invalid': {
    kind: 'invalid',
    sentence: 'Het aantal minuten klopt niet. Vul een heel getal in van 1 tot en met 1440.',
  },
  'activity.not-coaching': {
    kind: 'invalid',
    sentence: 'Reistijd en administratie zijn geen coaching: zij zitten in het tarief. Laat deze regel weg.',
  },
  'activity.unknown': {
    kind: 'invalid',
    sentence: 'Deze activiteit staat niet in de lijst. Kies een activiteit uit de lijst.',
  },
  'field.required': {
    kind: 'invalid',
    sentence: 'Dit veld kan niet leeg worden gemaakt. Vul een waarde in, of laat het veld weg.',
  },
  'name.required': { kind: 'invalid', sentence: 'De naam is leeg. Vul een naam in.' },
  'bsn.not-allowed': {
    kind: 'invalid',
    sentence:
      'Dit lijkt op een burgerservicenummer. Vul hier een naam of een eigen nummer in, nooit een BSN.',
  },
  'kvk-number.invalid': {
    kind: 'invalid',
    sentence: 'Het KvK-nummer klopt niet. Vul de acht cijfers in, zonder spaties.',
  },
  'id.already-used': {
    kind: 'rule',
    sentence: 'Dit nummer is al gebruikt voor iets anders. Verstuur het opnieuw met een nieuw nummer.',
  },
  'recognition.not-found': {
    kind: 'hidden',
    sentence: 'Deze erkenning is niet gevonden. Controleer het adres.',
  },
  'recognition.ends-before-start': {
    kind: 'rule',
    sentence: 'De erkenning zou eindigen voordat zij begint. Vul een latere einddatum in.',
  },
  'recognition.already-ended': {
    kind: 'rule',
    sentence: 'Deze erkenning is al geëindigd. Registreer een nieuwe erkenning als zij weer geldt.',
  },
} as const satisfies Record<string, RefusalText>;
