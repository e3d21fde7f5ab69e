import type { Id } from '../../../domain/shared/ids.js';
import { REQUEST_DECISIONS, type RequestDecision } from '../../../domain/shared/lists.js';
import { EnumField, IdField, LongTextField } from '../../http/fields.js';

export class AskForCorrectionDto {
  @IdField({ description: 'Het nummer van het gegeven dat niet klopt, van welke soort ook (about).' })
  about: Id;

  @LongTextField({
    description: 'Wat er niet klopt en wat het zou moeten zijn.',
    example: 'Deze coachsessie was op 4 maart, niet op 3 maart.',
  })
  text: string;
}

export class AnswerCorrectionRequestDto {
  @EnumField(REQUEST_DECISIONS, {
    description: 'Het besluit op het correctieverzoek: ingewilligd of afgewezen.',
    example: 'granted',
  })
  decision: RequestDecision;

  @LongTextField({
    description: 'Waarom (reden).',
    example: 'De agenda laat zien dat het 4 maart was.',
  })
  reason: string;
}
