import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { DateField, IdField, LongTextField, TextField } from '../../http/fields.js';
import { EmailField } from './candidate.dto.js';
import { CORRECTION_REASON } from './coach.dto.js';

const NAME = {
  description: 'De naam van wie u kunt bellen (contactpersoon, contact person).',
  example: 'M. de Boer',
};
const PHONE = { description: 'Het telefoonnummer.', optional: true, max: 30, example: '06 12345678' };
const EMAIL = { description: 'Het e-mailadres.', optional: true, example: 'chef@doorlopend.example' };
const FROM = { description: 'De eerste dag.' };
const UNTIL = { description: 'De laatste dag, als die bekend is.', optional: true, example: '2026-12-31' };
const COACH = { description: 'De jobcoach (coach) die de werkgever het liefst heeft (voorkeursjobcoach).' };

export class NameContactPersonDto {
  @TextField(NAME)
  name: string;

  @TextField(PHONE)
  phone?: string;

  @EmailField(EMAIL)
  email?: string;

  @DateField(FROM)
  from: CalendarDate;

  @DateField(UNTIL)
  until?: CalendarDate;
}

export class CorrectContactPersonDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @TextField({ ...PHONE, nullable: true })
  phone?: string | null;

  @EmailField({ ...EMAIL, nullable: true })
  email?: string | null;

  @DateField({ ...FROM, optional: true })
  from?: CalendarDate;

  @DateField({ ...UNTIL, nullable: true })
  until?: CalendarDate | null;

  @LongTextField(CORRECTION_REASON)
  reason: string;
}

export class PreferCoachDto {
  @IdField(COACH)
  coachId: Id;

  @DateField(FROM)
  from: CalendarDate;

  @DateField(UNTIL)
  until?: CalendarDate;
}

export class CorrectCoachPreferenceDto {
  @IdField({ ...COACH, optional: true })
  coachId?: Id;

  @DateField({ ...FROM, optional: true })
  from?: CalendarDate;

  @DateField({ ...UNTIL, nullable: true })
  until?: CalendarDate | null;

  @LongTextField(CORRECTION_REASON)
  reason: string;
}
