import { unknownMember } from '../../../domain/shared/decider.js';
import type { AftercareParty, ClosingStep, OutcomeState } from '../../../domain/shared/lists.js';
import type { ClosingEvent } from '../../../domain/trajectory/closing/events.js';
import type { RequestEvent } from '../../../domain/trajectory/requests/events.js';

const STATE_WORDS: { readonly [S in OutcomeState]: string } = {
  trial: 'proefplaatsing',
  'paid-with-coach': 'betaald werk met jobcoach',
  'paid-without-coach': 'betaald werk zonder jobcoach',
  'no-work': 'geen werk',
};

const PARTY_WORDS: { readonly [P in AftercareParty]: string } = {
  candidate: 'de kandidaat',
  employer: 'de werkgever',
  relative: 'een naaste',
  other: 'iemand anders',
};

const STEP_WORDS: { readonly [S in ClosingStep]: string } = {
  closure: 'het traject af te sluiten; de laatste dag zou zijn',
  reopening: 'het traject te heropenen vanaf',
  outcome: 'een uitkomst vast te leggen van',
};

/** What happened at the end of a trajectory, or was asked about the file, in one Dutch sentence. */
export function closingWords(event: ClosingEvent | RequestEvent): string {
  switch (event.type) {
    case 'TrajectoryClosed':
      return `Het traject is gesloten; de laatste dag is ${event.data.on}${event.data.structuralSupport ? '; lichte, blijvende begeleiding gaat door' : ''}.`;
    case 'ClosureCorrected':
      return 'De afsluiting is verbeterd.';
    case 'ClosureProposed':
      return `Voorgesteld is ${STEP_WORDS[event.data.proposes]} ${event.data.on}.`;
    case 'TrajectoryReopened':
      return `Het traject is heropend vanaf ${event.data.on}.`;
    case 'ReopeningCorrected':
      return 'De heropening is verbeterd.';
    case 'OutcomeMeasured':
      return `Uitkomst na ${event.data.afterMonths} maanden: ${STATE_WORDS[event.data.state]}${event.data.permanentContract ? ', met een vast contract' : ''}.`;
    case 'OutcomeCorrected':
      return 'Een uitkomst is verbeterd.';
    case 'AftercareContactRecorded':
      return `Nazorg op ${event.data.on}: contact met ${PARTY_WORDS[event.data.with]}${minutes(event.data.minutes)}.`;
    case 'AftercareContactCorrected':
      return 'Een nazorgcontact is verbeterd.';
    case 'CorrectionRequested':
      return 'De kandidaat vroeg om iets te verbeteren.';
    case 'CorrectionRequestAnswered':
      return `Het correctieverzoek is ${event.data.decision === 'granted' ? 'ingewilligd' : 'afgewezen'}.`;
    default:
      return unknownMember(event);
  }
}

function minutes(spent: number | undefined): string {
  return spent === undefined ? '' : `, ${spent} minuten`;
}
