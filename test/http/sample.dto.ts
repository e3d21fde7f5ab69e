import type { CalendarDate } from '../../domain/shared/calendar.js';
import {
  BooleanField,
  DateField,
  EnumField,
  HoursField,
  IdField,
  IdsField,
  IntegerField,
  LongTextField,
  NestedField,
  NestedListField,
  NumberField,
  TextField,
  TextsField,
  TimeField,
} from '../../src/http/fields.js';
import { AsOfQuery, PageQuery } from '../../src/http/read/queries.js';

/** A body with the fields of a session: ten at the most. */
export class RecordSessionBody {
  @IdField({ description: 'De jobcoach.' })
  readonly coachId: string;

  @DateField({ description: 'De dag van de coachsessie.', notInFuture: true })
  readonly on: CalendarDate;

  @IntegerField({ description: 'De minuten.', min: 1, max: 1440, code: 'minutes.invalid', example: 60 })
  readonly minutes: number;

  @EnumField(['introduction', 'training'], {
    description: 'De activiteit.',
    code: 'activity.unknown',
    example: 'training',
  })
  readonly activity: string;

  @EnumField(['workplace', 'phone'], { description: 'De vorm.', example: 'phone' })
  readonly form: string;

  @LongTextField({ description: 'Het verslag.', max: 2000, example: 'Samen de planning gemaakt.' })
  readonly summary: string;

  @TimeField({ description: 'Het begin.', optional: true })
  readonly startsAt?: string;

  @IntegerField({ description: 'De grootte van de groep.', min: 1, max: 50, optional: true, example: 4 })
  readonly groupSize?: number;

  @IdsField({ description: 'De doelen.', optional: true, maxItems: 3 })
  readonly goals?: readonly string[];

  @LongTextField({ description: 'De vertrouwelijke notitie.', optional: true, example: 'Vertrouwelijk.' })
  readonly confidentialNote?: string;
}

export class AgreementBody {
  @TextField({ description: 'Wat er nodig is.', example: 'Rustige werkplek' })
  readonly what: string;

  @DateField({ description: 'De uiterste dag.' })
  readonly dueOn: CalendarDate;
}

export class DraftPlanBody {
  @TextsField({ description: 'De doelen.', minItems: 1, maxItems: 2, example: ['Zelf op tijd komen'] })
  readonly goals: readonly string[];

  @NestedListField(() => AgreementBody, { description: 'De afspraken.', maxItems: 3 })
  readonly agreements: readonly AgreementBody[];

  @NestedField(() => AgreementBody, {
    description: 'De belangrijkste afspraak.',
    optional: true,
    nullable: true,
  })
  readonly main?: AgreementBody | null;

  @HoursField({ description: 'De uren.', optional: true })
  readonly hours?: number;

  @NumberField({ description: 'Het cijfer.', optional: true, min: 1, max: 10, example: 7.5 })
  readonly score?: number;

  @BooleanField({ description: 'Of de kandidaat akkoord is.', optional: true })
  readonly agreed?: boolean;

  @DateField({ description: 'Het einde; null heropent.', optional: true, nullable: true })
  readonly endedOn?: CalendarDate | null;
}

export class SampleItem {
  @IdField({ description: 'Het nummer van de coachsessie.' })
  readonly id: string;

  @DateField({ description: 'De dag van de coachsessie.', optional: true })
  readonly on?: CalendarDate;
}

export class SampleQuery extends AsOfQuery {
  @BooleanField({ description: 'Alleen de open coachsessies.', optional: true })
  readonly open?: boolean;
}

export class SampleListQuery extends PageQuery {}
