import { unknownMember } from '../../../domain/shared/decider.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { accountsWordsOf } from './accounts-words.js';
import { awardWords } from './award-words.js';
import { closingWords } from './closing-words.js';
import { ACTIVITY_WORDS, CONTACT_WORDS, PLACEMENT_WORDS } from './dutch-words.js';
import { planWords } from './plan-words.js';
import { reviewWords } from './review-words.js';
import { capital, dutchNumber, type NameOf, onPaper } from './sentence-parts.js';
import { FACT_CORRECTION_WORDS, signalWords } from './signal-words.js';

/** The names of the parties that events speak of. */
export interface Names {
  readonly coach: NameOf;
  readonly employer: NameOf;
}

/** What happened, in one Dutch sentence, without any text that a person wrote. */
export function wordsOf(event: TrajectoryEvent, { coach, employer }: Names): string {
  switch (event.type) {
    case 'TrajectoryOpened':
      return `Het traject is geopend op ${event.data.openedOn}${event.data.continues ? ', als vervolg op een eerder traject' : ''}.`;
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
    case 'SessionRecorded':
      return `${coach(event.data.coachId)}: coachsessie van ${event.data.minutes} minuten op ${event.data.on}, ${ACTIVITY_WORDS[event.data.activity]}.`;
    case 'SessionCorrected':
      return 'Een coachsessie is verbeterd.';
    case 'SessionWithdrawn':
      return 'Een coachsessie is ingetrokken.';
    case 'EmployerContactRecorded':
      return `Contact met ${employer(event.data.employerId)} op ${event.data.on}: ${CONTACT_WORDS[event.data.kind]}, ${event.data.minutes} minuten.`;
    case 'HoursApproved':
    case 'HoursApprovalCorrected':
    case 'DeclarationSubmitted':
    case 'DeclarationCorrected':
    case 'DeclarationSettled':
      return accountsWordsOf(event);
    case 'ApplicationReceived':
    case 'ApplicationDrafted':
    case 'ApplicationCorrected':
    case 'CompletionAsked':
    case 'ApplicationCompleted':
    case 'CoachingRefused':
    case 'ApplicationDecisionCorrected':
    case 'CoachingGranted':
    case 'GrantCorrected':
    case 'GrantRevised':
    case 'GrantRevisionCorrected':
    case 'ObjectionLodged':
    case 'ObjectionCorrected':
    case 'ObjectionDecided':
    case 'ObjectionDecisionCorrected':
    case 'CoachingDuringAbsenceApproved':
    case 'CoachingApprovalCorrected':
      return awardWords(event);
    case 'AccountabilityReported':
      return `De jobcoachorganisatie legde verantwoording af over ${event.data.from} tot en met ${event.data.to}.`;
    case 'IncidentReported':
    case 'IncidentResolved':
    case 'IncidentCorrected':
    case 'SupportNeedSignalled':
    case 'SupportNeedCorrected':
    case 'ContactRhythmAgreed':
    case 'ContactRhythmCorrected':
    case 'CoachChangeRequested':
    case 'CoachChangeAnswered':
      return signalWords(event, employer);
    case 'EmployerContactCorrected':
    case 'SubstitutionCorrected':
    case 'CaseDirectorCorrected':
    case 'CaseManagerCorrected':
    case 'OrganisationChangeCorrected':
    case 'RuleSetMoveCorrected':
    case 'FitNoteCorrected':
      return `${FACT_CORRECTION_WORDS[event.type]} is verbeterd${'evidence' in event.data ? onPaper(event.data) : ''}.`;
    case 'CorrectionRequested':
    case 'CorrectionRequestAnswered':
    case 'TrajectoryClosed':
    case 'ClosureCorrected':
    case 'ClosureProposed':
    case 'TrajectoryReopened':
    case 'ReopeningCorrected':
    case 'OutcomeMeasured':
    case 'OutcomeCorrected':
    case 'AftercareContactRecorded':
    case 'AftercareContactCorrected':
      return closingWords(event);
    case 'PlanRequested':
    case 'PlanDrafted':
    case 'PlanRevised':
    case 'PlanAgreed':
    case 'PlanDeclined':
    case 'GoalReached':
    case 'GoalDropped':
    case 'GoalOutcomeCorrected':
    case 'AgreementFulfilled':
    case 'AgreementFulfilmentCorrected':
      return planWords(event, employer);
    case 'EvaluationPlanned':
    case 'EvaluationPlanCorrected':
    case 'EvaluationHeld':
    case 'EvaluationCorrected':
    case 'AssessmentGiven':
    case 'AssessmentCorrected':
      return reviewWords(event, employer);
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
    case 'PlanAgreed':
    case 'PlanDeclined':
    case 'AssessmentGiven': {
      const { employerId } = event.data;
      return { coachIds: [], employerIds: employerId === undefined ? [] : [employerId] };
    }
    case 'IncidentReported':
      return { coachIds: [], employerIds: event.data.employerId ? [event.data.employerId] : [] };
    default:
      return { coachIds: [], employerIds: [] };
  }
}

function until(date: string | undefined): string {
  return date === undefined ? '' : ` tot en met ${date}`;
}
