import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import {
  ANSWERS_TO_COACH_CHANGE,
  type AnswerToCoachChange,
  INCIDENT_INITIATORS,
  type IncidentInitiator,
  LIFE_DOMAINS,
  type LifeDomain,
} from '../../../domain/shared/lists.js';
import { DateField, EnumField, IdField, IntegerField, LongTextField, TextField } from '../../http/fields.js';
import { WHY_CORRECTED } from './why-corrected.js';

const ON = { description: 'De dag.', notInFuture: true };
const EMPLOYER = {
  description: 'De werkgever bij wie het incident (incident) was; die werkgever ziet het dan.',
};
const INITIATED_BY = {
  description: 'Wie het naar voren bracht: jobcoach, werkgever, kandidaat, coördinator of regisseur.',
  example: 'employer',
};
const SUMMARY = { description: 'Wat er gebeurde.', example: 'Er was ruzie in de kantine.' };
const RESOLUTION = { description: 'Wat het oploste.', example: 'Met zijn drieën besproken.' };
const LIFE_DOMAIN = {
  description:
    'Het leefgebied: financiën, huisvesting, daginvulling, opleiding, huiselijke relaties, huishouden, welbevinden, sociaal netwerk, justitie, kinderopvang, vervoer of taal. Nooit iets over gezondheid.',
  example: 'finances',
};
const REFERRED_TO = { description: 'Naar wie is doorverwezen.', example: 'De schuldhulpverlening' };
const EVERY_DAYS = {
  description: 'Het contactritme: hoeveel dagen er ten hoogste tussen twee contacten zitten.',
  min: 1,
  max: 92,
  code: 'contact-rhythm.interval-invalid',
  example: 14,
};
const FROM = { description: 'De eerste dag van het contactritme (contact rhythm).' };

export class ReportIncidentDto {
  @DateField(ON)
  on: CalendarDate;

  @IdField({ ...EMPLOYER, optional: true })
  employerId?: Id;

  @EnumField(INCIDENT_INITIATORS, INITIATED_BY)
  initiatedBy: IncidentInitiator;

  @LongTextField(SUMMARY)
  summary: string;
}

export class ResolveIncidentDto {
  @DateField({ description: 'De dag waarop het is opgelost.', notInFuture: true })
  on: CalendarDate;

  @LongTextField(RESOLUTION)
  summary: string;
}

export class CorrectIncidentDto {
  @DateField({ ...ON, optional: true })
  on?: CalendarDate;

  @IdField({ ...EMPLOYER, optional: true, nullable: true })
  employerId?: Id | null;

  @EnumField(INCIDENT_INITIATORS, { ...INITIATED_BY, optional: true })
  initiatedBy?: IncidentInitiator;

  @LongTextField({ ...SUMMARY, optional: true })
  summary?: string;

  @DateField({
    description: 'De dag waarop het is opgelost; null heropent het.',
    optional: true,
    nullable: true,
    notInFuture: true,
  })
  resolvedOn?: CalendarDate | null;

  @LongTextField({ ...RESOLUTION, optional: true })
  resolution?: string;

  @LongTextField(WHY_CORRECTED)
  reason: string;
}

export class SignalSupportNeedDto {
  @DateField(ON)
  on: CalendarDate;

  @EnumField(LIFE_DOMAINS, LIFE_DOMAIN)
  lifeDomain: LifeDomain;

  @TextField(REFERRED_TO)
  referredTo: string;
}

export class CorrectSupportNeedDto {
  @DateField({ ...ON, optional: true })
  on?: CalendarDate;

  @EnumField(LIFE_DOMAINS, { ...LIFE_DOMAIN, optional: true })
  lifeDomain?: LifeDomain;

  @TextField({ ...REFERRED_TO, optional: true })
  referredTo?: string;

  @LongTextField(WHY_CORRECTED)
  reason: string;
}

export class AgreeContactRhythmDto {
  @IntegerField(EVERY_DAYS)
  everyDays: number;

  @DateField(FROM)
  from: CalendarDate;
}

export class CorrectContactRhythmDto {
  @IntegerField({ ...EVERY_DAYS, optional: true })
  everyDays?: number;

  @DateField({ ...FROM, optional: true })
  from?: CalendarDate;

  @LongTextField(WHY_CORRECTED)
  reason: string;
}

export class AskForAnotherCoachDto {
  @LongTextField({
    description: 'Waarom de kandidaat een andere jobcoach wil; dat hoeft er niet bij.',
    optional: true,
    example: 'Het klikt niet.',
  })
  reason?: string;

  @IdField({ description: 'Wie de kandidaat graag wil (jobcoach).', optional: true })
  preferredCoachId?: Id;
}

export class AnswerCoachChangeDto {
  @EnumField(ANSWERS_TO_COACH_CHANGE, {
    description: 'Of de kandidaat een andere jobcoach krijgt: toegestaan of afgewezen.',
    example: 'granted',
  })
  decision: AnswerToCoachChange;

  @LongTextField({ description: 'Waarom (reden).', example: 'Er is plaats bij een andere jobcoach.' })
  reason: string;

  @DateField({ description: 'De dag van het antwoord.', notInFuture: true })
  on: CalendarDate;
}
