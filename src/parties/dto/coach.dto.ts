import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { TIE_KINDS, type TieKind } from '../../../domain/shared/lists.js';
import { DateField, EnumField, IdField, LongTextField, TextField } from '../../http/fields.js';

/** Why what was recorded is corrected. */
export const CORRECTION_REASON = {
  description: 'Waarom dit wordt verbeterd (reden).',
  example: 'De datum was verkeerd.',
} as const;

/** Quality evidence of a coach or an organisation. */
export class RecogniseDto {
  @TextField({ description: 'Wat voor erkenning het is (soort).', example: 'registratie jobcoach' })
  kind: string;

  @TextField({ description: 'Wie de erkenning gaf.', example: 'Register Jobcoach' })
  issuer: string;

  @DateField({ description: 'De eerste dag waarop de erkenning geldt.', example: '2026-01-01' })
  from: CalendarDate;

  @DateField({
    description: 'De laatste dag waarop de erkenning geldt; leeg als zij geen einde heeft.',
    optional: true,
    example: '2028-12-31',
  })
  until?: CalendarDate;
}

export class EndRecognitionDto {
  @DateField({ description: 'De laatste dag waarop de erkenning gold.' })
  endedOn: CalendarDate;

  @LongTextField({ description: 'Waarom de erkenning eindigt (reden).', example: 'Registratie ingetrokken.' })
  reason: string;
}

export class CorrectRecognitionDto {
  @TextField({
    description: 'Wat voor erkenning het is (soort).',
    optional: true,
    example: 'registratie jobcoach',
  })
  kind?: string;

  @TextField({ description: 'Wie de erkenning gaf.', optional: true, example: 'Register Jobcoach' })
  issuer?: string;

  @DateField({ description: 'De eerste dag waarop de erkenning geldt.', optional: true })
  from?: CalendarDate;

  @DateField({
    description: 'De laatste dag waarop de erkenning geldt; null als zij geen einde heeft.',
    optional: true,
    nullable: true,
  })
  until?: CalendarDate | null;

  @DateField({
    description: 'De laatste dag waarop zij gold; null als zij niet eerder is beëindigd.',
    optional: true,
    nullable: true,
  })
  endedOn?: CalendarDate | null;

  @LongTextField(CORRECTION_REASON)
  reason: string;
}

export class DeclareTieDto {
  @EnumField(TIE_KINDS, {
    description: 'Wat de band is, zoals leidinggevende, collega of familie.',
    example: 'family',
  })
  kind: TieKind;

  @IdField({
    description: 'De kandidaat (candidate) met wie de band is; anders de werkgever.',
    optional: true,
  })
  candidateId?: Id;

  @IdField({
    description: 'De werkgever (employer) met wie de band is; anders de kandidaat.',
    optional: true,
  })
  employerId?: Id;

  @DateField({ description: 'De eerste dag van de band.' })
  from: CalendarDate;

  @DateField({ description: 'De laatste dag; leeg zolang de band er is.', optional: true })
  until?: CalendarDate;
}

export class EndDto {
  @DateField({ description: 'De laatste dag.' })
  endedOn: CalendarDate;
}

export class CorrectTieDto {
  @EnumField(TIE_KINDS, { description: 'Wat de band is.', optional: true, example: 'colleague' })
  kind?: TieKind;

  @IdField({
    description: 'De kandidaat (candidate) met wie de band is; null als het een werkgever is.',
    optional: true,
    nullable: true,
  })
  candidateId?: Id | null;

  @IdField({
    description: 'De werkgever (employer) met wie de band is; null als het een kandidaat is.',
    optional: true,
    nullable: true,
  })
  employerId?: Id | null;

  @DateField({ description: 'De eerste dag van de band.', optional: true })
  from?: CalendarDate;

  @DateField({ description: 'De laatste dag; null zolang de band er is.', optional: true, nullable: true })
  until?: CalendarDate | null;

  @LongTextField(CORRECTION_REASON)
  reason: string;
}

export class CorrectEmploymentDto {
  @IdField({ description: 'De jobcoachorganisatie (organisation).', optional: true })
  organisationId?: Id;

  @DateField({ description: 'De eerste dag bij deze jobcoachorganisatie.', optional: true })
  from?: CalendarDate;

  @LongTextField(CORRECTION_REASON)
  reason: string;
}

export class CorrectCoachAwayDto {
  @DateField({ description: 'De eerste dag dat de jobcoach er niet is (afwezigheid).', optional: true })
  from?: CalendarDate;

  @DateField({ description: 'De laatste dag; null als die niet bekend is.', optional: true, nullable: true })
  until?: CalendarDate | null;

  @LongTextField(CORRECTION_REASON)
  reason: string;
}

export class EmployCoachDto {
  @IdField({ description: 'De jobcoachorganisatie (organisation) waar de jobcoach gaat werken.' })
  organisationId: Id;

  @DateField({ description: 'De eerste dag bij deze jobcoachorganisatie.' })
  from: CalendarDate;
}

export class ReportCoachAwayDto {
  @DateField({ description: 'De eerste dag dat de jobcoach er niet is (afwezigheid).' })
  from: CalendarDate;

  @DateField({
    description: 'De laatste dag, als die bekend is.',
    optional: true,
    example: '2026-03-20',
  })
  until?: CalendarDate;
}
