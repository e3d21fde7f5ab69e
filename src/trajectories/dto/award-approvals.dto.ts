import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { DateField, HoursField, LongTextField, NestedField } from '../../http/fields.js';
import { CORRECTION, EVIDENCE } from './award-fields.js';
import { EvidenceDto } from './trajectory.dto.js';

const HOURS = { description: 'De uren coaching die zijn goedgekeurd, meer dan nul.', example: 4 };
const DAY = { description: 'De dag van de goedkeuring.', notInFuture: true };

export class ApproveCoachingDuringAbsenceDto {
  @HoursField(HOURS)
  hours: number;

  @DateField(DAY)
  on: CalendarDate;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CorrectCoachingApprovalDto {
  @HoursField({ ...HOURS, optional: true })
  hours?: number;

  @DateField({ ...DAY, optional: true })
  on?: CalendarDate;

  @LongTextField(CORRECTION)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}
