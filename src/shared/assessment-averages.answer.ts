import { IntegerAnswer, NumberAnswer, ObjectAnswer } from '../http/openapi/answer-fields.js';

export class AssessmentAverageAnswer {
  @IntegerAnswer('Het aantal cijfers; 0 als het er te weinig zijn om te tonen.', 6)
  readonly count: number;

  @IntegerAnswer('Hoeveel daarvan op papier.', 1)
  readonly onPaper: number;

  @NumberAnswer('Het gemiddelde; null zonder cijfers, of als het er te weinig zijn om te tonen.', 7.83, {
    nullable: true,
  })
  readonly average: number | null;
}

export class AssessmentAveragesAnswer {
  @ObjectAnswer(() => AssessmentAverageAnswer, 'Van kandidaten.')
  readonly candidate: AssessmentAverageAnswer;

  @ObjectAnswer(() => AssessmentAverageAnswer, 'Van werkgevers.')
  readonly employer: AssessmentAverageAnswer;
}
