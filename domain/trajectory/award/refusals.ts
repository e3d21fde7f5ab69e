import type { RefusalText } from '../../shared/refusal.js';

/** What a command about applications, grants, objections or approvals can be refused with. */
export const awardRefusals = {
  'application.unknown': {
    kind: 'rule',
    sentence: 'Deze aanvraag is bij dit traject niet ontvangen. Registreer eerst de aanvraag.',
  },
  'application.not-found': {
    kind: 'hidden',
    sentence: 'Deze aanvraag is niet gevonden. Controleer het adres.',
  },
  'application.not-received': {
    kind: 'rule',
    sentence: 'Deze aanvraag is nog een concept. Dien haar eerst in.',
  },
  'application.already-decided': {
    kind: 'rule',
    sentence: 'Op deze aanvraag is al beslist. Herzie de toekenning, of verbeter de beslissing.',
  },
  'application.completion-already-asked': {
    kind: 'rule',
    sentence:
      'Voor deze aanvraag is al om aanvulling gevraagd. Verbeter dat verzoek als de dag of de lijst niet klopt.',
  },
  'application.completion-not-asked': {
    kind: 'rule',
    sentence: 'Voor deze aanvraag is niet om aanvulling gevraagd. Leg eerst dat verzoek vast.',
  },
  'application.already-completed': {
    kind: 'rule',
    sentence: 'Deze aanvraag is al aangevuld. Verbeter de aanvraag als de dag niet klopt.',
  },
  'application.dates-out-of-order': {
    kind: 'rule',
    sentence:
      'De dagen van deze aanvraag volgen elkaar niet op. Controleer de dag van ontvangst, van het verzoek om aanvulling, van de aanvulling en van de beslissing.',
  },
  'application.not-refused': {
    kind: 'rule',
    sentence: 'Deze aanvraag is niet afgewezen. Leg eerst de afwijzing vast.',
  },
  'grant.not-found': {
    kind: 'hidden',
    sentence: 'Deze toekenning is niet gevonden. Controleer het adres.',
  },
  'grant.period-invalid': {
    kind: 'invalid',
    sentence: 'De laatste dag van de toekenning ligt voor de eerste dag. Controleer de twee datums.',
  },
  'grant.hours-invalid': {
    kind: 'invalid',
    sentence: 'De toegekende uren kloppen niet. Vul een aantal in dat op hele minuten uitkomt, 0 of meer.',
  },
  'grant.beyond-limit-without-motivation': {
    kind: 'rule',
    sentence:
      'Deze toekenning gaat voorbij de maximale duur. Vul in waarom dat nodig is, of kies een eerdere laatste dag.',
  },
  'grant-revision.not-found': {
    kind: 'hidden',
    sentence: 'Deze herziening is niet gevonden. Controleer het adres.',
  },
  'grant-revision.nothing-changed': {
    kind: 'invalid',
    sentence: 'Deze herziening verandert niets. Vul in wat er anders wordt.',
  },
  'grant-revision.before-grant': {
    kind: 'rule',
    sentence: 'De herziening ligt voor de beslissing die zij herziet. Controleer de twee dagen.',
  },
  'objection.not-found': {
    kind: 'hidden',
    sentence: 'Dit bezwaar is niet gevonden. Controleer het adres.',
  },
  'objection.nothing-decided': {
    kind: 'rule',
    sentence:
      'Op deze dag was er nog geen beslissing om bezwaar tegen te maken. Noem een toekenning of een aanvraag waarop is beslist, en controleer de dag.',
  },
  'objection.already-pending': {
    kind: 'rule',
    sentence: 'Tegen deze beslissing loopt al een bezwaar. Wacht op het besluit daarover.',
  },
  'objection.already-decided': {
    kind: 'rule',
    sentence: 'Op dit bezwaar is al beslist. Verbeter de beslissing als zij niet klopt.',
  },
  'objection.not-decided': {
    kind: 'rule',
    sentence: 'Op dit bezwaar is nog niet beslist. Leg eerst de beslissing vast.',
  },
  'objection.decided-before-lodged': {
    kind: 'rule',
    sentence: 'Het besluit op bezwaar ligt voor het bezwaar zelf. Controleer de twee dagen.',
  },
  'coaching-approval.not-found': {
    kind: 'hidden',
    sentence: 'Deze goedkeuring is niet gevonden. Controleer het adres.',
  },
  'coaching-approval.hours-invalid': {
    kind: 'invalid',
    sentence:
      'De goedgekeurde uren kloppen niet. Vul een aantal in dat op hele minuten uitkomt, meer dan nul.',
  },
} as const satisfies Record<string, RefusalText>;
