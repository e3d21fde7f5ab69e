import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import {
  CONTACT_INITIATORS,
  CONTACT_KINDS,
  type ContactInitiator,
  type ContactKind,
} from '../../../domain/shared/lists.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  LongTextField,
  NestedField,
  TextField,
  TextsField,
} from '../../http/fields.js';
import { EvidenceDto } from './trajectory.dto.js';
import { WHY_CORRECTED } from './why-corrected.js';

const EVIDENCE = {
  description: 'Het ondertekende stuk van de verbetering, als de jobcoachorganisatie die vastlegt.',
  optional: true,
};

export class CorrectEmployerContactDto {
  @IdField({ description: 'De werkgever met wie contact was.', optional: true })
  employerId?: Id;

  @DateField({ description: 'De dag.', notInFuture: true, optional: true })
  on?: CalendarDate;

  @IntegerField({
    description: 'De minuten, heel.',
    min: 1,
    max: 1440,
    code: 'minutes.invalid',
    example: 15,
    optional: true,
  })
  minutes?: number;

  @EnumField(CONTACT_KINDS, {
    description: 'Het soort werkgeverscontact (employer contact).',
    optional: true,
    example: 'check-in',
  })
  kind?: ContactKind;

  @EnumField(CONTACT_INITIATORS, {
    description: 'Wie het contact zocht; null als dat niet bekend is.',
    optional: true,
    nullable: true,
    example: 'employer',
  })
  initiatedBy?: ContactInitiator | null;

  @LongTextField({
    description: 'Wat er is besproken.',
    optional: true,
    example: 'Het gaat goed; over twee weken weer bellen.',
  })
  summary?: string;

  @LongTextField(WHY_CORRECTED)
  reason: string;
}

export class CorrectSubstitutionDto {
  @IdField({ description: 'De jobcoach die vervangt (vervanging).', optional: true })
  coachId?: Id;

  @DateField({ description: 'De eerste dag.', optional: true })
  from?: CalendarDate;

  @DateField({
    description: 'De laatste dag; null laat de vervanging weer doorlopen.',
    optional: true,
    nullable: true,
  })
  until?: CalendarDate | null;

  @LongTextField(WHY_CORRECTED)
  reason: string;
}

export class CorrectNamingDto {
  @TextField({ description: 'De naam.', optional: true, example: 'M. de Boer' })
  name?: string;

  @DateField({ description: 'De eerste dag.', optional: true })
  from?: CalendarDate;

  @LongTextField(WHY_CORRECTED)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CorrectOrganisationChangeDto {
  @IdField({ description: 'De jobcoachorganisatie (organisation) die het overneemt.', optional: true })
  organisationId?: Id;

  @DateField({ description: 'De eerste dag van de nieuwe jobcoachorganisatie.', optional: true })
  on?: CalendarDate;

  @BooleanField({ description: 'Of de kandidaat haar zelf koos.', optional: true, example: true })
  candidateChose?: boolean;

  @LongTextField(WHY_CORRECTED)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CorrectRuleSetMoveDto {
  @IntegerField({
    description: 'De versie van de regels (rule set) van de opdrachtgever.',
    min: 1,
    max: 10_000,
    example: 2,
    optional: true,
  })
  ruleSetVersion?: number;

  @DateField({ description: 'De eerste dag waarop die versie voor dit traject geldt.', optional: true })
  on?: CalendarDate;

  @LongTextField(WHY_CORRECTED)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CorrectFitNoteDto {
  @IdField({
    description: 'De werkplek waar dit is geleerd; vast zodra het meeging naar een volgende.',
    optional: true,
  })
  placementId?: Id;

  @TextsField({ description: 'Wat past.', optional: true, example: ['Vaste begintijd'] })
  fits?: string[];

  @TextsField({ description: 'Wat niet past.', optional: true, example: ['Lawaai'] })
  doesNotFit?: string[];

  @TextsField({
    description: 'Welke aanpassingen helpen.',
    optional: true,
    example: ['Een lijst met taken per dag'],
  })
  adjustments?: string[];

  @TextsField({
    description: 'Wat een volgende werkgever mag weten; de kandidaat vinkt dit aan.',
    optional: true,
    example: ['Een lijst met taken per dag'],
  })
  shareWithNext?: string[];

  @LongTextField(WHY_CORRECTED)
  reason: string;
}
