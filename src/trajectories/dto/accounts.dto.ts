import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { BooleanField, DateField, HoursField, IntegerField, LongTextField } from '../../http/fields.js';

const FROM = { description: 'De eerste dag.', example: '2026-03-02' };
const TO = {
  description: 'De laatste dag, tot en met vandaag.',
  notInFuture: true,
  example: '2026-03-31',
};
const HOURS = { description: 'De uren die worden gedeclareerd, op hele minuten.', example: 12.5 };
const AMOUNT = {
  description: 'Het bedrag in hele centen zonder btw; leeg als het uit het tarief van de regels volgt.',
  min: 0,
  max: 1_000_000_000,
  example: 93_475,
};
const REASON = { description: 'Waarom dit wordt verbeterd (reden).', example: 'De dagen waren verkeerd.' };
const WITHDRAWN = {
  description: 'Of het geheel wordt ingetrokken; false laat het weer meetellen.',
  optional: true,
  example: false,
};

export class ApproveHoursDto {
  @DateField(FROM)
  from: CalendarDate;

  @DateField(TO)
  to: CalendarDate;
}

export class CorrectHoursApprovalDto {
  @DateField({ ...FROM, optional: true })
  from?: CalendarDate;

  @DateField({ ...TO, optional: true })
  to?: CalendarDate;

  @BooleanField(WITHDRAWN)
  withdrawn?: boolean;

  @LongTextField(REASON)
  reason: string;
}

export class SubmitDeclarationDto {
  @DateField(FROM)
  from: CalendarDate;

  @DateField(TO)
  to: CalendarDate;

  @HoursField(HOURS)
  hours: number;

  @IntegerField({ ...AMOUNT, optional: true })
  amount?: number;
}

export class CorrectDeclarationDto {
  @DateField({ ...FROM, optional: true })
  from?: CalendarDate;

  @DateField({ ...TO, optional: true })
  to?: CalendarDate;

  @HoursField({ ...HOURS, optional: true })
  hours?: number;

  @IntegerField({ ...AMOUNT, optional: true, nullable: true })
  amount?: number | null;

  @BooleanField(WITHDRAWN)
  withdrawn?: boolean;

  @LongTextField(REASON)
  reason: string;
}

export class SettleDeclarationDto {
  @DateField({ description: 'De dag van de afrekening.', notInFuture: true })
  on: CalendarDate;

  @HoursField({ ...HOURS, description: 'De uren die worden betaald, op hele minuten.' })
  hours: number;

  @IntegerField({ ...AMOUNT, description: 'Het bedrag dat wordt betaald, in hele centen zonder btw.' })
  amount: number;

  @LongTextField({
    description: 'Waarom het anders is dan gedeclareerd (reden).',
    optional: true,
    example: 'Een coachsessie is na de declaratie ingetrokken.',
  })
  reason?: string;
}
