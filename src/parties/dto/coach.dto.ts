import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { TIE_KINDS, type TieKind } from '../../../domain/shared/lists.js';
import { DateField, EnumField, IdField, LongTextField, TextField } from '../../http/fields.js';

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
