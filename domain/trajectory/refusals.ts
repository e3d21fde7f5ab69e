import { type RefusalText, refusals } from '../shared/refusal.js';
import { sharedRefusals } from '../shared/shared-refusals.js';
import { accountsRefusals } from './accounts/refusals.js';
import { awardRefusals } from './award/refusals.js';
import { closingRefusals } from './closing/refusals.js';
import { factCorrectionRefusals } from './corrected-facts/refusals.js';
import { planRefusals } from './plan/refusals.js';
import { requestRefusals } from './requests/refusals.js';
import { reviewRefusals } from './review/refusals.js';
import { signalRefusals } from './signals/refusals.js';

/** Every refusal that a command on a trajectory can meet: its code, its kind and what to do. */
export const trajectoryRefusals = {
  'bsn.not-allowed': sharedRefusals['bsn.not-allowed'],
  'date.in-future': sharedRefusals['date.in-future'],
  'id.already-used': sharedRefusals['id.already-used'],
  'minutes.invalid': sharedRefusals['minutes.invalid'],
  'name.required': sharedRefusals['name.required'],
  'period.invalid': sharedRefusals['period.invalid'],
  'trajectory.not-found': {
    kind: 'hidden',
    sentence: 'Dit traject is niet gevonden. Controleer het adres.',
  },
  'trajectory.continues-itself': {
    kind: 'invalid',
    sentence: 'Een traject kan zichzelf niet voortzetten. Noem het eerdere traject, of laat dit leeg.',
  },
  'trajectory.closed': {
    kind: 'rule',
    sentence:
      'Dit traject is op deze datum afgesloten. Vul een datum in waarop het open is, of heropen het traject.',
  },
  'organisation.not-recognised': {
    kind: 'rule',
    sentence:
      'De jobcoachorganisatie heeft op deze datum geen geldige erkenning. Registreer eerst de erkenning.',
  },
  'date.before-opening': {
    kind: 'rule',
    sentence: 'Deze datum ligt voor de opening van het traject. Vul een datum in vanaf de opening.',
  },
  'field.required': sharedRefusals['field.required'],
  'coach.not-assigned': {
    kind: 'rule',
    sentence:
      'Deze jobcoach is op deze dag niet toegewezen en vervangt ook niet. Wijs de jobcoach eerst toe of kies een andere dag.',
  },
  'coach.tied': {
    kind: 'rule',
    sentence:
      'Deze jobcoach heeft op deze datum een band met de kandidaat of de werkgever. Kies een andere jobcoach.',
  },
  'coach.not-recognised': {
    kind: 'rule',
    sentence: 'Deze jobcoach heeft op deze datum geen geldige erkenning. Registreer eerst de erkenning.',
  },
  'coach-assignment.not-found': {
    kind: 'hidden',
    sentence: 'Deze toewijzing is niet gevonden. Controleer het adres.',
  },
  'coach-assignment.ends-before-start': {
    kind: 'rule',
    sentence: 'De toewijzing zou eindigen voordat zij begint. Controleer de twee datums.',
  },
  'substitution.not-found': {
    kind: 'hidden',
    sentence: 'Deze vervanging is niet gevonden. Controleer het adres.',
  },
  'substitution.ends-before-start': {
    kind: 'rule',
    sentence: 'De vervanging zou eindigen voordat zij begint. Vul een latere einddatum in.',
  },
  'substitution.already-ended': {
    kind: 'rule',
    sentence: 'Deze vervanging is al geëindigd. Registreer een nieuwe vervanging als die nodig is.',
  },
  'handover.no-coach-before': {
    kind: 'rule',
    sentence:
      'Op de dag voor de overdracht is er geen jobcoach die kan overdragen. Wijs de nieuwe jobcoach toe.',
  },
  'placement.not-found': {
    kind: 'hidden',
    sentence: 'Deze werkplek is niet gevonden. Controleer het adres.',
  },
  'placement.unknown': {
    kind: 'rule',
    sentence: 'Deze werkplek hoort niet bij dit traject. Registreer eerst de werkplek, of noem een andere.',
  },
  'placement.overlaps-same-kind': {
    kind: 'rule',
    sentence:
      'Op deze dagen is er al een werkplek van dezelfde soort bij deze werkgever. Beëindig die eerst, of kies andere datums.',
  },
  'placement.already-ended': {
    kind: 'rule',
    sentence: 'Deze werkplek is al beëindigd. Corrigeer de werkplek als de einddatum niet klopt.',
  },
  'placement.ends-before-start': {
    kind: 'rule',
    sentence: 'De werkplek zou eindigen voordat zij begint. Controleer de twee datums.',
  },
  'placement-change.outside-placement': {
    kind: 'rule',
    sentence:
      'De wijziging gaat in op een dag buiten de werkplek. Kies een dag van de eerste tot en met de laatste werkdag.',
  },
  'hours-per-week.invalid': {
    kind: 'invalid',
    sentence: 'Het aantal uren per week klopt niet. Vul een getal in van 0 tot en met 168.',
  },
  'hours-per-year.invalid': {
    kind: 'invalid',
    sentence: 'Het aantal uren per jaar klopt niet. Vul een getal in van 0 tot en met 8784.',
  },
  'hours-per-week.required': {
    kind: 'invalid',
    sentence: 'Bij nieuwe uren per jaar horen ook de uren per week. Vul beide in.',
  },
  'wage-value.invalid': {
    kind: 'invalid',
    sentence: 'De loonwaarde klopt niet. Vul een percentage in van 0 tot en met 100.',
  },
  'trial-placement.too-long': {
    kind: 'rule',
    sentence:
      'De proefplaatsing duurt langer dan de regels van de opdrachtgever toestaan. Kies een eerdere laatste dag, of registreer eerst de toegekende verlenging.',
  },
  'job-change.no-placement': {
    kind: 'rule',
    sentence:
      'Op deze dag loopt er geen werkplek die kan eindigen. Controleer de einddatum, of registreer een nieuwe werkplek.',
  },
  'job-change.placement-unclear': {
    kind: 'rule',
    sentence: 'Er lopen op deze dag meer werkplekken. Geef aan welke werkplek eindigt.',
  },
  'absence.not-found': {
    kind: 'hidden',
    sentence: 'Deze afwezigheid is niet gevonden. Controleer het adres.',
  },
  'absence.ends-before-start': {
    kind: 'rule',
    sentence: 'De afwezigheid zou eindigen voordat zij begint. Controleer de twee datums.',
  },
  'absence.already-ended': {
    kind: 'rule',
    sentence: 'Deze afwezigheid is al geëindigd. Corrigeer de afwezigheid als de einddatum niet klopt.',
  },
  ...awardRefusals,
  'session.not-found': {
    kind: 'hidden',
    sentence: 'Deze coachsessie is niet gevonden. Controleer het adres.',
  },
  'session.withdrawn': {
    kind: 'rule',
    sentence: 'Deze coachsessie is ingetrokken. Registreer zo nodig een nieuwe coachsessie.',
  },
  'session.overlaps': {
    kind: 'rule',
    sentence:
      'Deze jobcoach heeft op deze tijd al een andere coachsessie. Controleer de begintijd en het aantal minuten.',
  },
  'time.invalid': {
    kind: 'invalid',
    sentence: 'De begintijd klopt niet. Vul uren en minuten in, bijvoorbeeld 09:30.',
  },
  'group-size.invalid': {
    kind: 'invalid',
    sentence: 'De groepsgrootte klopt niet. Vul een heel getal in van 1 of meer.',
  },
  ...accountsRefusals,
  'coach-day.over-24-hours': {
    kind: 'rule',
    sentence:
      'Deze jobcoach komt op deze dag boven 24 uur, over alle kandidaten samen. Controleer de dag en het aantal minuten.',
  },
  ...requestRefusals,
  ...closingRefusals,
  ...planRefusals,
  ...reviewRefusals,
  ...signalRefusals,
  ...factCorrectionRefusals,
} as const satisfies Record<string, RefusalText>;

export type TrajectoryRefusalCode = keyof typeof trajectoryRefusals;

/** Refuses with a code of the table; `field` names the request field that it is about. */
export const refuse: (code: TrajectoryRefusalCode, field?: string) => never = refusals(trajectoryRefusals);
