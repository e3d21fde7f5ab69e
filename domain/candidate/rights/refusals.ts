import { type RefusalText, refusals } from '../../shared/refusal.js';
import { sharedRefusals } from '../../shared/shared-refusals.js';

/** Every refusal that a command about erasing and restricting can meet. */
export const rightsRefusals = {
  'candidate.erased': {
    kind: 'rule',
    sentence: 'De gegevens van deze kandidaat zijn gewist. Er kan hier niets meer worden vastgelegd.',
  },
  'candidate.restricted': {
    kind: 'rule',
    sentence:
      'De verwerking van dit dossier is beperkt, zoals de kandidaat vroeg. Leg dit pas vast als de beperking is opgeheven.',
  },
  'erasure.not-found': {
    kind: 'hidden',
    sentence: 'Dit verzoek om wissen is niet gevonden. Controleer het adres.',
  },
  'erasure.already-asked': {
    kind: 'rule',
    sentence: 'Er loopt al een verzoek om deze gegevens te wissen. Wacht de beslissing af, of trek het in.',
  },
  'erasure.already-decided': {
    kind: 'rule',
    sentence: 'Hierover is al beslist. Houd de wissing tegen als de beslissing niet klopt.',
  },
  'erasure.not-assessed': {
    kind: 'rule',
    sentence: 'Over dit verzoek is nog niet voor de eerste keer beslist. Wacht op de coördinator.',
  },
  'erasure.four-eyes': {
    kind: 'rule',
    sentence:
      'U nam zelf de eerste beslissing over dit verzoek. Laat iemand anders de tweede beslissing nemen.',
  },
  'erasure.over': {
    kind: 'rule',
    sentence: 'Dit verzoek is al afgehandeld of ingetrokken. Doe zo nodig een nieuw verzoek.',
  },
  'erasure.not-due': {
    kind: 'rule',
    sentence: 'Deze wissing mag nog niet worden uitgevoerd. Wacht tot de wachttijd voorbij is.',
  },
  'erasure.held': {
    kind: 'rule',
    sentence: 'Dit dossier wordt om een andere reden bewaard. Wacht tot die bewaring voorbij is.',
  },
  'erasure.exception-invalid': {
    kind: 'invalid',
    sentence:
      'Wie iets bewaart noemt de uitzondering van artikel 17 lid 3 AVG, en wie alles wist noemt er geen. Vul de uitzondering in of laat haar weg.',
  },
  'erasure.parts-invalid': {
    kind: 'invalid',
    sentence:
      'Bij gedeeltelijk wissen hoort wat er verdwijnt: een of twee van de drie delen. Noem die, en bij een andere beslissing geen.',
  },
  'retention.not-due': {
    kind: 'rule',
    sentence: 'De bewaartermijn van dit dossier is nog niet voorbij. Kijk in de lijst vanaf welke dag wel.',
  },
  'restriction.not-found': {
    kind: 'hidden',
    sentence: 'Dit verzoek om beperking is niet gevonden. Controleer het adres.',
  },
  'restriction.already-asked': {
    kind: 'rule',
    sentence: 'Er loopt al een verzoek om beperking, of zij geldt al. Wacht de beslissing af.',
  },
  'restriction.already-decided': {
    kind: 'rule',
    sentence: 'Over dit verzoek om beperking is al beslist. Hef de beperking op als zij niet meer nodig is.',
  },
  'restriction.not-in-force': {
    kind: 'rule',
    sentence: 'Deze beperking geldt niet. Controleer of het verzoek is toegewezen.',
  },
  'id.already-used': sharedRefusals['id.already-used'],
} as const satisfies Record<string, RefusalText>;

/** Refuses with a code of the table. */
export const refuse: (code: keyof typeof rightsRefusals, field?: string) => never = refusals(rightsRefusals);
