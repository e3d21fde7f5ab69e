import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { PLACEMENT_KINDS, type PlacementKind } from '../../../domain/shared/lists.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  LongTextField,
  NestedField,
  NumberField,
  TextField,
  TextsField,
} from '../../http/fields.js';

const EMPLOYER = { description: 'De werkgever bij wie het werk is (materiële werkgever).' };
const KIND = {
  description:
    'Het soort werkplek: dienstverband, proefplaatsing, werkervaringsplaats, detachering, beschut werk of participatieplaats.',
  example: 'employment',
};
const HOURS = { description: 'Uren per week.', min: 0, max: 80, example: 24 };
const HOURS_PER_YEAR = {
  description: 'Gewerkte uren per jaar, als de werkplek die zelf noemt.',
  min: 0,
  max: 4_000,
};
const PLANNED = { description: 'De dag waarop de werkplek naar verwachting eindigt.', example: '2027-02-28' };
const FORMAL = { description: 'De formele werkgever bij detachering.', example: 'Uitzend BV' };
const TASKS = { description: 'De taken.', example: 'Orders verzamelen en inpakken.' };
const WAGE = { description: 'De loonwaarde in procenten.', min: 0, max: 100, example: 60 };
const SAME_WORK = { description: 'De eerdere werkplek met hetzelfde werk.' };
const MANAGER = { description: 'De naam van de leidinggevende.', example: 'P. Jansen' };

export class StartPlacementDto {
  @IdField(EMPLOYER)
  employerId: Id;

  @EnumField(PLACEMENT_KINDS, KIND)
  kind: PlacementKind;

  @DateField({ description: 'De eerste dag.' })
  startsOn: CalendarDate;

  @NumberField(HOURS)
  hoursPerWeek: number;

  @NumberField({ ...HOURS_PER_YEAR, optional: true })
  hoursPerYear?: number;

  @TextField({ ...FORMAL, optional: true })
  formalEmployerName?: string;

  @LongTextField({ ...TASKS, optional: true })
  tasks?: string;

  @DateField({ ...PLANNED, optional: true })
  plannedEnd?: CalendarDate;

  @NumberField({ ...WAGE, optional: true })
  wageValuePercent?: number;

  @IdField({ ...SAME_WORK, optional: true })
  sameWorkAs?: Id;

  @TextField({ ...MANAGER, optional: true })
  managerName?: string;
}

export class ChangePlacementDto {
  @DateField({ description: 'De dag vanaf wanneer het anders is.' })
  from: CalendarDate;

  @NumberField({ ...HOURS, optional: true })
  hoursPerWeek?: number;

  @NumberField({ ...HOURS_PER_YEAR, optional: true })
  hoursPerYear?: number;

  @TextField({ ...FORMAL, optional: true })
  formalEmployerName?: string;

  @LongTextField({ ...TASKS, optional: true })
  tasks?: string;

  @DateField({ ...PLANNED, optional: true })
  plannedEnd?: CalendarDate;

  @NumberField({ ...WAGE, optional: true })
  wageValuePercent?: number;

  @TextField({ ...MANAGER, optional: true })
  managerName?: string;
}

export class EndPlacementDto {
  @DateField({ description: 'De laatste dag op deze werkplek.' })
  endedOn: CalendarDate;

  @LongTextField({ description: 'Waarom de werkplek eindigt (reden).', example: 'Het contract liep af.' })
  reason: string;

  @BooleanField({ description: 'Of het om structureel werk ging.', optional: true, example: true })
  structuralWork?: boolean;
}

export class CorrectPlacementDto {
  @IdField({ ...EMPLOYER, optional: true })
  employerId?: Id;

  @EnumField(PLACEMENT_KINDS, { ...KIND, optional: true })
  kind?: PlacementKind;

  @DateField({ description: 'De eerste dag.', optional: true })
  startsOn?: CalendarDate;

  @DateField({ description: 'De laatste dag; null heropent de werkplek.', optional: true, nullable: true })
  endedOn?: CalendarDate | null;

  @NumberField({ ...HOURS, optional: true })
  hoursPerWeek?: number;

  @NumberField({ ...HOURS_PER_YEAR, optional: true, nullable: true })
  hoursPerYear?: number | null;

  @TextField({ ...FORMAL, optional: true, nullable: true })
  formalEmployerName?: string | null;

  @LongTextField({ ...TASKS, optional: true, nullable: true })
  tasks?: string | null;

  @DateField({ ...PLANNED, optional: true, nullable: true })
  plannedEnd?: CalendarDate | null;

  @NumberField({ ...WAGE, optional: true, nullable: true })
  wageValuePercent?: number | null;

  @IdField({ ...SAME_WORK, optional: true, nullable: true })
  sameWorkAs?: Id | null;

  @TextField({ ...MANAGER, optional: true, nullable: true })
  managerName?: string | null;

  @LongTextField({ description: 'Waarom dit wordt verbeterd (reden).', example: 'De datum was verkeerd.' })
  reason: string;
}

export class ChangeJobDto extends EndPlacementDto {
  @IdField({ description: 'De werkplek die eindigt; mag weg als er maar één loopt.', optional: true })
  placementId?: Id;

  @NestedField(() => StartPlacementDto, { description: 'De nieuwe werkplek. De jobcoach blijft.' })
  next: StartPlacementDto;
}

export class LearnFitDto {
  @IdField({ description: 'De werkplek waar dit is geleerd.' })
  placementId: Id;

  @TextsField({ description: 'Wat past.', example: ['Vaste begintijd'] })
  fits: string[];

  @TextsField({ description: 'Wat niet past.', example: ['Veel wisselende collega’s'] })
  doesNotFit: string[];

  @TextsField({ description: 'Welke aanpassingen helpen.', example: ['Een lijst met taken per dag'] })
  adjustments: string[];

  @TextsField({
    description: 'Wat een volgende werkgever mag weten; de kandidaat vinkt dit aan.',
    example: ['Een lijst met taken per dag'],
  })
  shareWithNext: string[];
}
