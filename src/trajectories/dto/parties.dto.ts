import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import {
  BooleanField,
  DateField,
  IdField,
  IntegerField,
  LongTextField,
  NestedField,
  TextField,
} from '../../http/fields.js';
import { EvidenceDto } from './trajectory.dto.js';

const EVIDENCE = {
  description: 'Het ondertekende stuk, als de jobcoachorganisatie dit vastlegt voor de opdrachtgever.',
  optional: true,
};

export class NameCaseDirectorDto {
  @TextField({ description: 'De naam van de regisseur (case director).', example: 'M. de Boer' })
  name: string;

  @DateField({ description: 'De eerste dag.' })
  from: CalendarDate;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class NameCaseManagerDto {
  @TextField({ description: 'De naam van de klantmanager (case manager).', example: 'P. Jansen' })
  name: string;

  @DateField({ description: 'De eerste dag.' })
  from: CalendarDate;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class ChangeOrganisationDto {
  @IdField({ description: 'De jobcoachorganisatie (organisation) die het overneemt.' })
  organisationId: Id;

  @DateField({ description: 'De eerste dag van de nieuwe jobcoachorganisatie.' })
  on: CalendarDate;

  @LongTextField({ description: 'Waarom (reden).', example: 'De kandidaat verhuist naar een andere regio.' })
  reason: string;

  @BooleanField({ description: 'Of de kandidaat de nieuwe jobcoachorganisatie zelf koos.', example: true })
  candidateChose: boolean;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class MoveRuleSetDto {
  @IntegerField({
    description: 'De versie van de regels (rule set) van de opdrachtgever.',
    min: 1,
    max: 10_000,
    example: 2,
  })
  ruleSetVersion: number;

  @DateField({ description: 'De eerste dag waarop die versie voor dit traject geldt.' })
  on: CalendarDate;

  @LongTextField({ description: 'Waarom (reden).', example: 'De gemeente paste de maximale duur aan.' })
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}
