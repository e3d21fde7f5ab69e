import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { DateField, LongTextField } from '../../http/fields.js';
import { CORRECTION_REASON } from './coach.dto.js';

const ON = { description: 'De dag van de klacht (complaint).', notInFuture: true };
const SUMMARY = {
  description: 'Waar de klacht over gaat.',
  example: 'De jobcoach was wekenlang onbereikbaar.',
};

export class ReceiveComplaintDto {
  @DateField(ON)
  on: CalendarDate;

  @LongTextField(SUMMARY)
  summary: string;
}

export class CorrectComplaintDto {
  @DateField({ ...ON, optional: true })
  on?: CalendarDate;

  @LongTextField({ ...SUMMARY, optional: true })
  summary?: string;

  @LongTextField(CORRECTION_REASON)
  reason: string;
}
