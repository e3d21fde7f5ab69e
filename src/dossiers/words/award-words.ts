import { unknownMember } from '../../../domain/shared/decider.js';
import type { ObjectionResult } from '../../../domain/shared/lists.js';
import type { AwardEvent } from '../../../domain/trajectory/award/events.js';
import { APPLICATION_WORDS, REGIME_WORDS } from './dutch-words.js';
import { dutchNumber, onPaper } from './sentence-parts.js';

const RESULT_WORDS: { readonly [R in ObjectionResult]: string } = {
  upheld: 'gegrond',
  rejected: 'ongegrond',
  withdrawn: 'ingetrokken',
};

const OBJECTORS = { candidate: 'De kandidaat', employer: 'De werkgever' } as const;

/** What happened to an application, a grant, an objection or an approval, in one Dutch sentence. */
export function awardWords(event: AwardEvent): string {
  switch (event.type) {
    case 'ApplicationReceived':
      return `De opdrachtgever ontving op ${event.data.receivedOn} een ${APPLICATION_WORDS[event.data.kind]}.`;
    case 'ApplicationDrafted':
      return `Er staat een ${APPLICATION_WORDS[event.data.kind]} klaar${dueOn(event.data.dueOn)}.`;
    case 'ApplicationCorrected':
      return 'De aanvraag is verbeterd.';
    case 'CompletionAsked':
      return `De opdrachtgever vroeg op ${event.data.on} om aanvulling; de beslistermijn staat stil${onPaper(event.data)}.`;
    case 'ApplicationCompleted':
      return `De aanvraag is aangevuld op ${event.data.on}; de beslistermijn loopt weer.`;
    case 'CoachingRefused':
      return `De aanvraag is afgewezen op ${event.data.decidedOn}${onPaper(event.data)}.`;
    case 'ApplicationDecisionCorrected':
      return `Het verzoek om aanvulling of de afwijzing is verbeterd${onPaper(event.data)}.`;
    case 'CoachingGranted':
      return `Toegekend van ${event.data.from} tot en met ${event.data.to}, regime ${REGIME_WORDS[event.data.regime]}${hours(event.data.minutes)}${onPaper(event.data)}.`;
    case 'GrantCorrected':
      return `De toekenning is verbeterd${onPaper(event.data)}.`;
    case 'GrantRevised':
      return `De toekenning is herzien op ${event.data.decidedOn}${onPaper(event.data)}.`;
    case 'GrantRevisionCorrected':
      return `De herziening van de toekenning is verbeterd${onPaper(event.data)}.`;
    case 'ObjectionLodged':
      return `${OBJECTORS[event.data.by]} maakte bezwaar op ${event.data.lodgedOn}.`;
    case 'ObjectionCorrected':
      return 'Het bezwaar is verbeterd.';
    case 'ObjectionDecided':
      return `Op het bezwaar is beslist op ${event.data.decidedOn}: ${RESULT_WORDS[event.data.result]}${onPaper(event.data)}.`;
    case 'ObjectionDecisionCorrected':
      return `Het besluit op het bezwaar is verbeterd${onPaper(event.data)}.`;
    case 'CoachingDuringAbsenceApproved':
      return `De opdrachtgever keurde op ${event.data.on} coaching tijdens afwezigheid goed${hours(event.data.minutes)}${onPaper(event.data)}.`;
    case 'CoachingApprovalCorrected':
      return `De goedkeuring van coaching tijdens afwezigheid is verbeterd${onPaper(event.data)}.`;
    default:
      return unknownMember(event);
  }
}

function dueOn(day: string | undefined): string {
  return day === undefined ? '' : `; indienen kan tot en met ${day}`;
}

function hours(minutes: number | undefined): string {
  return minutes === undefined ? '' : `, ${dutchNumber(minutes / 60)} uur`;
}
