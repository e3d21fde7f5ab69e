import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { ABSENCE_KINDS, type AbsenceKind } from '../../../domain/shared/lists.js';
import { DateField, EnumField, LongTextField } from '../../http/fields.js';

const KIND = {
  description: 'Of het ziekte of verlof is, of onbekend. Nooit wat iemand heeft.',
  example: 'leave',
};

export class ReportAbsenceDto {
  @DateField({ description: 'De eerste dag afwezig.', notInFuture: true })
  from: CalendarDate;

  @EnumField(ABSENCE_KINDS, KIND)
  kind: AbsenceKind;

  @DateField({
    description: 'De laatste dag afwezig, als die bekend is.',
    optional: true,
    example: '2026-03-20',
  })
  until?: CalendarDate;
}

export class EndAbsenceDto {
  @DateField({ description: 'De laatste dag afwezig.' })
  endedOn: CalendarDate;
}

export class CorrectAbsenceDto {
  @DateField({ description: 'De eerste dag afwezig.', optional: true, notInFuture: true })
  from?: CalendarDate;

  @DateField({
    description: 'De laatste dag; null als iemand nog afwezig is.',
    optional: true,
    nullable: true,
  })
  until?: CalendarDate | null;

  @EnumField(ABSENCE_KINDS, { ...KIND, optional: true })
  kind?: AbsenceKind;

  @LongTextField({ description: 'Waarom dit wordt verbeterd (reden).', example: 'De datum was verkeerd.' })
  reason: string;
}
