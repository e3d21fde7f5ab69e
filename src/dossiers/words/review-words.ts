import { unknownMember } from '../../../domain/shared/decider.js';
import type { ReviewEvent } from '../../../domain/trajectory/review/events.js';
import type { EvaluationKind } from '../../../domain/trajectory/review/lists.js';
import { capital, type NameOf, onPaper } from './sentence-parts.js';

const EVALUATION_WORDS: { readonly [K in EvaluationKind]: string } = {
  interim: 'tussenevaluatie',
  'half-year': 'halfjaarevaluatie',
  final: 'eindevaluatie',
};

/** What was reviewed, in one Dutch sentence, without any text that a person wrote and without a score. */
export function reviewWords(event: ReviewEvent, employer: NameOf): string {
  switch (event.type) {
    case 'EvaluationPlanned':
      return `Er is een ${EVALUATION_WORDS[event.data.kind]} gepland, uiterlijk op ${event.data.dueOn}.`;
    case 'EvaluationPlanCorrected':
      return 'Een geplande evaluatie is verbeterd.';
    case 'EvaluationHeld': {
      const { kind, on, resultCode, extendsTrial } = event.data;
      const result = resultCode === undefined ? '' : `, resultaatcode ${resultCode}`;
      const trial =
        extendsTrial === undefined ? '' : `; de proefplaatsing wordt ${extendsTrial ? '' : 'niet '}verlengd`;
      return `${capital(EVALUATION_WORDS[kind])} gehouden op ${on}${result}${trial}.`;
    }
    case 'EvaluationCorrected':
      return 'Een evaluatie is verbeterd.';
    case 'AssessmentGiven': {
      const { by, employerId, on } = event.data;
      const who = by === 'candidate' || employerId === undefined ? 'de kandidaat' : employer(employerId);
      return `${capital(who)} gaf op ${on} een beoordeling${onPaper(event.data)}.`;
    }
    case 'AssessmentCorrected':
      return `Een beoordeling is verbeterd${onPaper(event.data)}.`;
    default:
      return unknownMember(event);
  }
}
