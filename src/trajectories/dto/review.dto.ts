import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import {
  ASSESSORS,
  type Assessor,
  EVALUATION_KINDS,
  type EvaluationKind,
  type ResultCode,
} from '../../../domain/trajectory/review/lists.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  LongTextField,
  NestedField,
  TextsField,
} from '../../http/fields.js';
import { EvidenceDto } from './trajectory.dto.js';

const KIND = { description: 'De soort: tussentijds, halfjaarlijks of eindevaluatie.', example: 'interim' };
const DUE = { description: 'De dag waarop de evaluatie uiterlijk is.', example: '2026-09-01' };
const HELD = { description: 'De dag waarop de evaluatie was.', notInFuture: true };
const PARTICIPANTS = {
  description: 'Wie erbij waren: candidate, employer, funder of coach, en namen.',
  minItems: 1,
  max: 200,
  example: ['candidate', 'employer', 'M. de Wit'],
};
const ADJUSTMENTS = {
  description: 'Wat er wordt bijgesteld (adjustments).',
  example: 'Een kwartier later beginnen.',
};
const EXTENDS = {
  description:
    'Of de proefplaatsing wordt verlengd. Was de opdrachtgever erbij, dan geldt dat als toegekende verlenging.',
  example: false,
};
const RESULT = {
  description:
    'De resultaatcode: 1 werkt zonder begeleiding, 2 lichter regime, 3 zelfde regime, 4 zwaarder regime, 5 begeleid door de werkgever, 6 werkt niet meer.',
  min: 1,
  max: 6,
  code: 'result-code.unknown',
  example: 3,
};
const FUTURE = {
  description: 'Hoe de kandidaat de toekomst ziet.',
  example: 'Wil in de zorg werken.',
};
const STRUCTURAL = { description: 'Of het werk structureel is (structural work).', example: true };
const NO_CONTRACT = {
  description: 'Waarom een geschikte kandidaat geen vast contract kreeg; alleen bij structureel werk.',
  example: 'Het past niet in de begroting.',
};
const SCORE = {
  description: 'Het cijfer, heel.',
  min: 1,
  max: 10,
  code: 'score.invalid',
  example: 8,
};
const ASSESSED = { description: 'De dag van de beoordeling.', notInFuture: true };
const EMPLOYER = { description: 'Welke werkgever, als er meer zijn.', optional: true };
const REMARK = { description: 'Een opmerking.', example: 'Altijd goed bereikbaar.' };
const EVIDENCE = {
  description: 'Het ondertekende formulier, als de jobcoachorganisatie dit vastlegt voor een ander.',
  optional: true,
};
const REASON = { description: 'Waarom dit wordt verbeterd (reden).', example: 'De datum was verkeerd.' };

export class PlanEvaluationDto {
  @EnumField(EVALUATION_KINDS, KIND)
  kind: EvaluationKind;

  @DateField(DUE)
  dueOn: CalendarDate;
}

export class CorrectEvaluationPlanDto {
  @EnumField(EVALUATION_KINDS, { ...KIND, optional: true })
  kind?: EvaluationKind;

  @DateField({ ...DUE, optional: true })
  dueOn?: CalendarDate;

  @LongTextField(REASON)
  reason: string;
}

export class HoldEvaluationDto {
  @EnumField(EVALUATION_KINDS, KIND)
  kind: EvaluationKind;

  @DateField(HELD)
  on: CalendarDate;

  @TextsField(PARTICIPANTS)
  participants: string[];

  @LongTextField(ADJUSTMENTS)
  adjustments: string;

  @BooleanField({ ...EXTENDS, optional: true })
  extendsTrial?: boolean;

  @IntegerField({ ...RESULT, optional: true })
  resultCode?: ResultCode;

  @LongTextField({ ...FUTURE, optional: true })
  candidateFuture?: string;

  @BooleanField({ ...STRUCTURAL, optional: true })
  structuralWork?: boolean;

  @LongTextField({ ...NO_CONTRACT, optional: true })
  noContractReason?: string;
}

export class CorrectEvaluationDto {
  @EnumField(EVALUATION_KINDS, { ...KIND, optional: true })
  kind?: EvaluationKind;

  @DateField({ ...HELD, optional: true })
  on?: CalendarDate;

  @TextsField({ ...PARTICIPANTS, optional: true })
  participants?: string[];

  @LongTextField({ ...ADJUSTMENTS, optional: true })
  adjustments?: string;

  @BooleanField({ ...EXTENDS, optional: true, nullable: true })
  extendsTrial?: boolean | null;

  @IntegerField({ ...RESULT, optional: true, nullable: true })
  resultCode?: ResultCode | null;

  @LongTextField({ ...FUTURE, optional: true, nullable: true })
  candidateFuture?: string | null;

  @BooleanField({ ...STRUCTURAL, optional: true, nullable: true })
  structuralWork?: boolean | null;

  @LongTextField({ ...NO_CONTRACT, optional: true, nullable: true })
  noContractReason?: string | null;

  @LongTextField(REASON)
  reason: string;
}

export class GiveAssessmentDto {
  @EnumField(ASSESSORS, { description: 'Van wie: de kandidaat of de werkgever.', example: 'candidate' })
  by: Assessor;

  @IntegerField(SCORE)
  score: number;

  @DateField(ASSESSED)
  on: CalendarDate;

  @IdField(EMPLOYER)
  employerId?: Id;

  @LongTextField({ ...REMARK, optional: true })
  remark?: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CorrectAssessmentDto {
  @IntegerField({ ...SCORE, optional: true })
  score?: number;

  @DateField({ ...ASSESSED, optional: true })
  on?: CalendarDate;

  @IdField(EMPLOYER)
  employerId?: Id;

  @LongTextField({ ...REMARK, optional: true, nullable: true })
  remark?: string | null;

  @LongTextField(REASON)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}
