import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { CHOOSERS, type Chooser } from '../../../domain/shared/lists.js';
import { BooleanField, DateField, EnumField, IdField, LongTextField } from '../../http/fields.js';

const REASON = { description: 'Waarom (reden).', example: 'Op verzoek van de kandidaat.' };

export class AssignCoachDto {
  @IdField({ description: 'De jobcoach (coach).' })
  coachId: Id;

  @DateField({ description: 'De eerste dag.' })
  from: CalendarDate;

  @DateField({
    description: 'De laatste dag; leeg zolang het doorloopt.',
    optional: true,
    example: '2026-12-31',
  })
  until?: CalendarDate;

  @EnumField(CHOOSERS, { description: 'Wie de jobcoach koos.', example: 'candidate' })
  chosenBy: Chooser;
}

export class CorrectCoachAssignmentDto {
  @IdField({ description: 'De jobcoach (coach).', optional: true })
  coachId?: Id;

  @DateField({ description: 'De eerste dag.', optional: true })
  from?: CalendarDate;

  @DateField({ description: 'De laatste dag; null laat het weer doorlopen.', optional: true, nullable: true })
  until?: CalendarDate | null;

  @EnumField(CHOOSERS, { description: 'Wie de jobcoach koos.', optional: true, example: 'candidate' })
  chosenBy?: Chooser;

  @LongTextField({ description: 'Waarom dit wordt verbeterd (reden).', example: 'De datum was verkeerd.' })
  reason: string;
}

export class SubstituteCoachDto {
  @IdField({ description: 'De jobcoach die vervangt (vervanging).' })
  coachId: Id;

  @DateField({ description: 'De eerste dag.' })
  from: CalendarDate;

  @DateField({
    description: 'De laatste dag; leeg als die nog niet bekend is.',
    optional: true,
    example: '2026-03-20',
  })
  until?: CalendarDate;

  @LongTextField({ ...REASON, example: 'Vakantie.' })
  reason: string;
}

export class EndSubstitutionDto {
  @DateField({ description: 'De laatste dag van de vervanging.' })
  endedOn: CalendarDate;
}

export class HandOverCoachDto {
  @IdField({ description: 'De jobcoach die het overneemt (overdracht).' })
  coachId: Id;

  @DateField({ description: 'De eerste dag van de nieuwe jobcoach.' })
  on: CalendarDate;

  @LongTextField(REASON)
  reason: string;

  @BooleanField({ description: 'Of de kandidaat het ermee eens is.', example: true })
  candidateAgreed: boolean;
}
