import { EVALUATION_KINDS } from '../../../domain/trajectory/review/lists.js';
import { DateAnswer, EnumAnswer, IdAnswer } from '../../http/openapi/answer-fields.js';

export class EvaluationMomentAnswer {
  @DateAnswer('De dag waarop de evaluatie uiterlijk is.')
  readonly dueOn: string;

  @EnumAnswer(['plan', 'planned', 'rules'], 'Uit het plan, apart gepland, of uit de regels.')
  readonly source: string;

  @EnumAnswer(EVALUATION_KINDS, 'De soort, als die is gezegd.', { nullable: true })
  readonly kind: string | null;

  @EnumAnswer(['open', 'overdue', 'met', 'late'], 'Open, over tijd, op tijd gehouden of te laat gehouden.')
  readonly status: string;

  @DateAnswer('De dag waarop zij is gehouden.', { nullable: true })
  readonly heldOn: string | null;

  @IdAnswer('De afspraken die hier ter sprake komen, ook die niet zijn nagekomen.', { list: true })
  readonly agreementIds: readonly string[];
}
