import { unknownMember } from '../../../domain/shared/decider.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import {
  ACTIVITY_WORDS,
  APPLICATION_WORDS,
  CONTACT_WORDS,
  PLACEMENT_WORDS,
  REGIME_WORDS,
} from './dutch-words.js';

/** How a party is called in a sentence; a neutral word where the name is not to be had. */
export type NameOf = (id: Id) => string;

/** The names of the parties that events speak of. */
export interface Names {
  readonly coach: NameOf;
  readonly employer: NameOf;
}

/** What happened, in one Dutch sentence, without any text that a person wrote. */
export function wordsOf(event: TrajectoryEvent, { coach, employer }: Names): string {
  switch (event.type) {
    case 'TrajectoryOpened':
      return `Het traject is geopend op ${event.data.openedOn}.`;
    case 'CoachAssigned':
      return `${coach(event.data.coachId)} is jobcoach vanaf ${event.data.from}${until(event.data.until)}.`;
    case 'CoachAssignmentCorrected':
      return 'De koppeling van de jobcoach is verbeterd.';
    case 'CoachSubstituted':
      return `${coach(event.data.coachId)} vervangt vanaf ${event.data.from}${until(event.data.until)}.`;
    case 'SubstitutionEnded':
      return `De vervanging eindigde op ${event.data.endedOn}.`;
    case 'CoachHandedOver':
      return `${coach(event.data.toCoachId)} neemt het over van ${coach(event.data.fromCoachId)} op ${event.data.on}.`;
    case 'CaseDirectorNamed':
      return `Er is een regisseur vanaf ${event.data.from}${onPaper(event.data)}.`;
    case 'CaseManagerNamed':
      return `Er is een klantmanager vanaf ${event.data.from}${onPaper(event.data)}.`;
    case 'OrganisationChanged':
      return `Een andere jobcoachorganisatie begeleidt vanaf ${event.data.on}${event.data.candidateChose ? ', gekozen door de kandidaat' : ''}${onPaper(event.data)}.`;
    case 'RuleSetMoved':
      return `Vanaf ${event.data.on} geldt versie ${event.data.ruleSet.version} van de regels van de opdrachtgever${onPaper(event.data)}.`;
    case 'PlacementStarted':
      return `${capital(PLACEMENT_WORDS[event.data.kind])} bij ${employer(event.data.employerId)} vanaf ${event.data.startsOn}, ${dutchNumber(event.data.hoursPerWeek)} uur per week.`;
    case 'PlacementChanged':
      return `De werkplek is gewijzigd vanaf ${event.data.from}.`;
    case 'PlacementEnded':
      return `De werkplek eindigde; de laatste dag was ${event.data.endedOn}.`;
    case 'PlacementCorrected':
      return 'De werkplek is verbeterd.';
    case 'AbsenceReported':
      return `Afwezig vanaf ${event.data.from}${until(event.data.until)}.`;
    case 'AbsenceEnded':
      return `De laatste dag van de afwezigheid was ${event.data.endedOn}.`;
    case 'AbsenceCorrected':
      return 'De afwezigheid is verbeterd.';
    case 'FitLearned':
      return 'Er is vastgelegd wat past bij de kandidaat.';
    case 'FitCarried':
      return 'Wat is geleerd, ging mee naar de nieuwe werkplek.';
    case 'ApplicationReceived':
      return `De opdrachtgever ontving op ${event.data.receivedOn} een ${APPLICATION_WORDS[event.data.kind]}.`;
    case 'ApplicationDrafted':
      return `Er staat een ${APPLICATION_WORDS[event.data.kind]} klaar; indienen kan tot en met ${event.data.dueOn}.`;
    case 'CoachingGranted':
      return `Toegekend van ${event.data.from} tot en met ${event.data.to}, regime ${REGIME_WORDS[event.data.regime]}${hours(event.data.minutes)}${onPaper(event.data)}.`;
    case 'GrantCorrected':
      return `De toekenning is verbeterd${onPaper(event.data)}.`;
    case 'SessionRecorded':
      return `${coach(event.data.coachId)}: coachsessie van ${event.data.minutes} minuten op ${event.data.on}, ${ACTIVITY_WORDS[event.data.activity]}.`;
    case 'SessionCorrected':
      return 'Een coachsessie is verbeterd.';
    case 'SessionWithdrawn':
      return 'Een coachsessie is ingetrokken.';
    case 'EmployerContactRecorded':
      return `Contact met ${employer(event.data.employerId)} op ${event.data.on}: ${CONTACT_WORDS[event.data.kind]}, ${event.data.minutes} minuten.`;
    case 'AccountabilityReported':
      return `De jobcoachorganisatie legde verantwoording af over ${event.data.from} tot en met ${event.data.to}.`;
    case 'TrajectoryClosed':
      return `Het traject is gesloten; de laatste dag is ${event.data.on}.`;
    default:
      return unknownMember(event);
  }
}

/** The ids of the coaches and employers that `wordsOf` names. */
export function namedIn(event: TrajectoryEvent): {
  readonly coachIds: readonly Id[];
  readonly employerIds: readonly Id[];
} {
  switch (event.type) {
    case 'CoachAssigned':
    case 'CoachSubstituted':
    case 'SessionRecorded':
      return { coachIds: [event.data.coachId], employerIds: [] };
    case 'CoachHandedOver':
      return { coachIds: [event.data.fromCoachId, event.data.toCoachId], employerIds: [] };
    case 'PlacementStarted':
    case 'EmployerContactRecorded':
      return { coachIds: [], employerIds: [event.data.employerId] };
    default:
      return { coachIds: [], employerIds: [] };
  }
}

/** What was recorded on somebody else's behalf, from what they signed (domain.md section 5). */
function onPaper({ evidence }: { readonly evidence?: unknown }): string {
  return evidence === undefined ? '' : ' (op papier)';
}

function until(date: string | undefined): string {
  return date === undefined ? '' : ` tot en met ${date}`;
}

function hours(minutes: number | undefined): string {
  return minutes === undefined ? '' : `, ${dutchNumber(minutes / 60)} uur`;
}

function dutchNumber(value: number): string {
  return value.toLocaleString('nl-NL', { maximumFractionDigits: 2 });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
