import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { OBJECTION_RESULTS, type ObjectionResult } from '../../../domain/shared/lists.js';
import { DateField, EnumField, IdField, LongTextField, NestedField } from '../../http/fields.js';
import { CORRECTION, EVIDENCE } from './award-fields.js';
import { EvidenceDto } from './trajectory.dto.js';

const AGAINST = {
  description: 'Waartegen het bezwaar is: een toekenning, of een aanvraag waarop is beslist.',
};
const LODGED = { description: 'De dag van het bezwaar.', notInFuture: true };
const GROUNDS = { description: 'De gronden van het bezwaar.', example: 'Het regime is te licht.' };
const RESULT = {
  description: 'Het besluit op bezwaar: gegrond, ongegrond of ingetrokken.',
  example: 'upheld',
};
const WHY = { description: 'Waarom zo is beslist.', example: 'Er is meer begeleiding nodig.' };

export class LodgeObjectionDto {
  @IdField(AGAINST)
  against: Id;

  @DateField(LODGED)
  lodgedOn: CalendarDate;

  @LongTextField(GROUNDS)
  grounds: string;
}

export class CorrectObjectionDto {
  @IdField({ ...AGAINST, optional: true })
  against?: Id;

  @DateField({ ...LODGED, optional: true })
  lodgedOn?: CalendarDate;

  @LongTextField({ ...GROUNDS, optional: true })
  grounds?: string;

  @LongTextField(CORRECTION)
  reason: string;
}

export class DecideObjectionDto {
  @DateField({ description: 'De dag van het besluit op bezwaar.', notInFuture: true })
  decidedOn: CalendarDate;

  @EnumField(OBJECTION_RESULTS, RESULT)
  result: ObjectionResult;

  @LongTextField(WHY)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CorrectObjectionDecisionDto {
  @DateField({
    description: 'De dag van het besluit; null als er nog niet is beslist.',
    optional: true,
    nullable: true,
    notInFuture: true,
  })
  decidedOn?: CalendarDate | null;

  @EnumField(OBJECTION_RESULTS, { ...RESULT, optional: true })
  result?: ObjectionResult;

  @LongTextField({ ...WHY, optional: true })
  decisionReason?: string;

  @LongTextField(CORRECTION)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}
