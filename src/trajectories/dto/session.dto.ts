import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import {
  ACTIVITIES,
  type Activity,
  CONTACT_INITIATORS,
  CONTACT_KINDS,
  type ContactInitiator,
  type ContactKind,
  SESSION_FORMS,
  type SessionForm,
} from '../../../domain/shared/lists.js';
import {
  DateField,
  EnumField,
  IdField,
  IntegerField,
  LongTextField,
  TextsField,
  TimeField,
} from '../../http/fields.js';

const COACH = { description: 'De jobcoach die het deed.' };
const ON = { description: 'De dag.', notInFuture: true };
const MINUTES = {
  description: 'De minuten, heel, van de hele groep.',
  min: 1,
  max: 1440,
  code: 'minutes.invalid',
  example: 60,
};
const ACTIVITY = {
  description: 'De activiteit. Reistijd en administratie zijn geen activiteit: die zitten in het tarief.',
  code: 'activity.unknown',
  example: 'guidance-at-work',
};
const FORM = {
  description: 'De vorm: werkplek, elders, telefoon, beeldbellen of groep.',
  example: 'workplace',
};
const SUMMARY = { description: 'Het verslag.', example: 'Samen de werkplanning gemaakt.' };
const STARTS = { description: 'De begintijd.' };
const GROUP = { description: 'Met hoeveel kandidaten (groepsgrootte).', min: 1, max: 100, example: 1 };
const GOALS = { description: 'De doelen waaraan is gewerkt.', example: ['Op tijd komen'] };
const PLACEMENT = { description: 'De werkplek waarvoor het was.' };
const CONFIDENTIAL = {
  description: 'Wat vertrouwelijk blijft tussen jobcoach en kandidaat (vertrouwelijke notitie).',
  example: 'Maakt zich zorgen over thuis.',
};

export class RecordSessionDto {
  @IdField(COACH)
  coachId: Id;

  @DateField(ON)
  on: CalendarDate;

  @IntegerField(MINUTES)
  minutes: number;

  @EnumField(ACTIVITIES, ACTIVITY)
  activity: Activity;

  @EnumField(SESSION_FORMS, FORM)
  form: SessionForm;

  @LongTextField(SUMMARY)
  summary: string;

  @TimeField({ ...STARTS, optional: true })
  startsAt?: string;

  @IntegerField({ ...GROUP, optional: true })
  groupSize?: number;

  @TextsField({ ...GOALS, optional: true })
  goals?: string[];

  @IdField({ ...PLACEMENT, optional: true })
  placementId?: Id;

  @LongTextField({ ...CONFIDENTIAL, optional: true })
  confidentialNote?: string;
}

export class CorrectSessionDto {
  @IdField({ ...COACH, optional: true })
  coachId?: Id;

  @DateField({ ...ON, optional: true })
  on?: CalendarDate;

  @IntegerField({ ...MINUTES, optional: true })
  minutes?: number;

  @EnumField(ACTIVITIES, { ...ACTIVITY, optional: true })
  activity?: Activity;

  @EnumField(SESSION_FORMS, { ...FORM, optional: true })
  form?: SessionForm;

  @LongTextField({ ...SUMMARY, optional: true })
  summary?: string;

  @TimeField({ ...STARTS, optional: true, nullable: true })
  startsAt?: string | null;

  @IntegerField({ ...GROUP, optional: true })
  groupSize?: number;

  @TextsField({ ...GOALS, optional: true, nullable: true })
  goals?: string[] | null;

  @IdField({ ...PLACEMENT, optional: true, nullable: true })
  placementId?: Id | null;

  @LongTextField({ ...CONFIDENTIAL, optional: true, nullable: true })
  confidentialNote?: string | null;

  @LongTextField({ description: 'Waarom dit wordt verbeterd (reden).', example: 'De duur was verkeerd.' })
  reason: string;
}

export class WithdrawSessionDto {
  @LongTextField({
    description: 'Waarom de coachsessie wordt ingetrokken (reden).',
    example: 'Dubbel ingevoerd.',
  })
  reason: string;
}

export class RecordEmployerContactDto {
  @IdField({ description: 'De werkgever met wie contact was.' })
  employerId: Id;

  @DateField(ON)
  on: CalendarDate;

  @IntegerField({ ...MINUTES, description: 'De minuten, heel.', example: 15 })
  minutes: number;

  @EnumField(CONTACT_KINDS, {
    description: 'Het soort werkgeverscontact: advies, vinger aan de pols, afspraak of incident.',
    example: 'check-in',
  })
  kind: ContactKind;

  @EnumField(CONTACT_INITIATORS, {
    description: 'Wie het contact zocht.',
    optional: true,
    example: 'employer',
  })
  initiatedBy?: ContactInitiator;

  @LongTextField({
    description: 'Wat er is besproken.',
    example: 'Het gaat goed; over twee weken weer bellen.',
  })
  summary: string;
}
