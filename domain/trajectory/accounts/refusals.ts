import type { RefusalText } from '../../shared/refusal.js';

/** Every refusal about hours approved, declared and settled. */
export const accountsRefusals = {
  'hours-approval.not-found': {
    kind: 'hidden',
    sentence: 'Deze goedkeuring van uren is niet gevonden. Controleer het adres.',
  },
  'hours-approval.nothing-registered': {
    kind: 'rule',
    sentence:
      'Op deze dagen staan geen declarabele uren die nog niet zijn goedgekeurd. Controleer de dagen, of registreer eerst de coachsessies.',
  },
  'hours-approval.over-grant': {
    kind: 'rule',
    sentence:
      'Dit zijn meer uren dan er voor deze dagen zijn toegekend. Kies andere dagen, of registreer eerst de toekenning.',
  },
  'hours-approval.declared': {
    kind: 'rule',
    sentence:
      'Een deel van deze uren is al gedeclareerd. Corrigeer eerst de declaratie, of laat deze dagen goedgekeurd.',
  },
  'declaration.not-found': {
    kind: 'hidden',
    sentence: 'Deze declaratie is niet gevonden. Controleer het adres.',
  },
  'declaration.hours-invalid': {
    kind: 'invalid',
    sentence: 'De uren kloppen niet. Vul een aantal boven 0 in dat op hele minuten uitkomt.',
  },
  'declaration.overlaps': {
    kind: 'rule',
    sentence:
      'Een deel van deze dagen is al gedeclareerd. Kies andere dagen, of corrigeer de eerdere declaratie.',
  },
  'declaration.not-registered': {
    kind: 'rule',
    sentence:
      'Op deze dagen zijn minder declarabele uren geregistreerd. Controleer de uren, of registreer eerst de coachsessies.',
  },
  'declaration.not-approved': {
    kind: 'rule',
    sentence:
      'Op deze dagen zijn minder uren goedgekeurd. Controleer de uren, of laat de uren eerst goedkeuren.',
  },
  'declaration.over-grant': {
    kind: 'rule',
    sentence:
      'Met deze uren komt u boven wat er voor deze dagen is toegekend. Declareer minder uren, of registreer eerst de toekenning.',
  },
  'declaration.amount-required': {
    kind: 'rule',
    sentence: 'De regels van de opdrachtgever noemen geen tarief. Vul het bedrag in hele centen in.',
  },
  'declaration.amount-invalid': {
    kind: 'invalid',
    sentence: 'Het bedrag klopt niet. Vul hele centen zonder btw in, 0 of meer.',
  },
  'declaration.amount-over-rate': {
    kind: 'rule',
    sentence:
      'Het bedrag is hoger dan de uren keer het tarief van de opdrachtgever. Controleer het bedrag en de uren.',
  },
  'declaration.settled': {
    kind: 'rule',
    sentence:
      'Deze declaratie is al afgerekend. Laat de opdrachtgever haar opnieuw afrekenen als er iets niet klopt.',
  },
  'declaration.withdrawn': {
    kind: 'rule',
    sentence: 'Deze declaratie is ingetrokken. Dien zo nodig een nieuwe declaratie in.',
  },
  'settlement.over-declared': {
    kind: 'rule',
    sentence:
      'Dit is meer dan er is gedeclareerd, ook met wat daarna is verbeterd. Controleer de uren en het bedrag.',
  },
} as const satisfies Record<string, RefusalText>;
