import { unknownMember } from '../../../domain/shared/decider.js';
import type { FactCorrectionEvent } from '../../../domain/trajectory/corrected-facts/events.js';
import type { SignalEvent } from '../../../domain/trajectory/signals/events.js';
import type { NameOf } from './sentence-parts.js';

/** What happened around the coaching, in one Dutch sentence, without any text that a person wrote. */
export function signalWords(event: SignalEvent, employer: NameOf): string {
  switch (event.type) {
    case 'IncidentReported': {
      const { employerId, on } = event.data;
      return `Er was een incident op ${on}${employerId === undefined ? '' : ` bij ${employer(employerId)}`}.`;
    }
    case 'IncidentResolved':
      return `Een incident is opgelost op ${event.data.on}.`;
    case 'IncidentCorrected':
      return 'Een incident is verbeterd.';
    case 'SupportNeedSignalled':
      return `Op ${event.data.on} is een ondersteuningsbehoefte gesignaleerd, met een doorverwijzing.`;
    case 'SupportNeedCorrected':
      return 'Een ondersteuningsbehoefte is verbeterd.';
    case 'ContactRhythmAgreed': {
      const { everyDays, from } = event.data;
      const interval = everyDays === 1 ? 'elke dag' : `ten minste elke ${everyDays} dagen`;
      return `Afgesproken is ${interval} contact, vanaf ${from}.`;
    }
    case 'ContactRhythmCorrected':
      return 'Het contactritme is verbeterd.';
    case 'CoachChangeRequested':
      return 'De kandidaat vroeg om een andere jobcoach.';
    case 'CoachChangeAnswered': {
      const { decision, on } = event.data;
      const answer = decision === 'granted' ? 'toegestaan' : 'afgewezen';
      return `Het verzoek om een andere jobcoach is op ${on} ${answer}.`;
    }
    default:
      return unknownMember(event);
  }
}

/** What a correction is about, as its sentence begins. */
export const FACT_CORRECTION_WORDS: { readonly [Type in FactCorrectionEvent['type']]: string } = {
  EmployerContactCorrected: 'Een werkgeverscontact',
  SubstitutionCorrected: 'Een vervanging',
  CaseDirectorCorrected: 'Wie de regisseur is',
  CaseManagerCorrected: 'Wie de klantmanager is',
  OrganisationChangeCorrected: 'De overgang naar een andere jobcoachorganisatie',
  RuleSetMoveCorrected: 'De overgang naar andere regels',
  FitNoteCorrected: 'Wat past bij de kandidaat',
};
