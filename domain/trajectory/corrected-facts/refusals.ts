import type { RefusalText } from '../../shared/refusal.js';

/** What the correction of a contact, a naming, a change of organisation or rules, or a fit note can be refused with. */
export const factCorrectionRefusals = {
  'employer-contact.not-found': {
    kind: 'hidden',
    sentence: 'Dit werkgeverscontact is niet gevonden. Controleer het adres.',
  },
  'case-director.not-found': {
    kind: 'hidden',
    sentence: 'Deze regisseur is niet gevonden. Controleer het adres.',
  },
  'case-manager.not-found': {
    kind: 'hidden',
    sentence: 'Deze klantmanager is niet gevonden. Controleer het adres.',
  },
  'organisation-change.not-found': {
    kind: 'hidden',
    sentence: 'Deze overgang naar een andere jobcoachorganisatie is niet gevonden. Controleer het adres.',
  },
  'rule-set-move.not-found': {
    kind: 'hidden',
    sentence: 'Deze overgang naar andere regels is niet gevonden. Controleer het adres.',
  },
  'fit-note.not-found': {
    kind: 'hidden',
    sentence: 'Deze notitie over wat past is niet gevonden. Controleer het adres.',
  },
  'fit-note.carried': {
    kind: 'rule',
    sentence:
      'Wat hier is geleerd, ging al mee naar een volgende werkplek. Laat de werkplek staan, of leg het opnieuw vast bij de juiste.',
  },
} as const satisfies Record<string, RefusalText>;
