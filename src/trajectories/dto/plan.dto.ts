import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { PLAN_PARTIES, type PlanParty } from '../../../domain/trajectory/plan/lists.js';
import {
  DateField,
  DatesField,
  EnumField,
  IdField,
  LongTextField,
  NestedField,
  NestedListField,
  TextField,
  TextsField,
} from '../../http/fields.js';
import { GoalsField, type StatedGoal } from './goals-field.js';
import { EvidenceDto } from './trajectory.dto.js';

const WHO = 'candidate, employer, funder, coach of organisation, of in woorden wie';
const DRAFTED = {
  description: 'De dag waarop het is opgesteld; zonder deze vandaag.',
  optional: true,
  notInFuture: true,
};
const GOALS = {
  description: 'De doelen (goals), de drie hoofddoelen eerst.',
  example: ['Op tijd komen', { what: 'De kassa bedienen', kind: 'work' }],
};
const NEEDS = {
  description: 'Wat de kandidaat nodig heeft (needs).',
  optional: true,
  example: ['Een vaste begeleider'],
};
const AGREEMENTS = { description: 'De afspraken (agreements).', optional: true };
const EVALUATIONS = {
  description: 'De dagen waarop wordt geëvalueerd (evaluation moments).',
  optional: true,
  example: ['2026-06-01'],
};
const PARTY = {
  description: 'Wie: de kandidaat, de werkgever, de opdrachtgever of de jobcoach.',
  example: 'candidate',
};
const EMPLOYER = {
  description: 'Welke werkgever, als er meer zijn; alleen als een werkgever het doet.',
  optional: true,
};
const EVIDENCE = {
  description: 'Het ondertekende stuk, als de jobcoachorganisatie dit vastlegt voor een ander.',
  optional: true,
};
const REMARK = { description: 'Een opmerking.', example: 'Sinds drie weken.' };
const REASON = { description: 'Waarom dit wordt verbeterd (reden).', example: 'De datum was verkeerd.' };

/** What was agreed (MKB 3.3.3). */
export class AgreementDto {
  @LongTextField({ description: 'Wat er nodig is.', max: 500, example: 'Een aangepaste stoel' })
  what: string;

  @TextField({ description: `Wie het organiseert: ${WHO}.`, example: 'employer' })
  organisedBy: string;

  @TextField({ description: `Wie het betaalt: ${WHO}.`, example: 'funder' })
  paidBy: string;

  @TextField({ description: `Wie ervoor verantwoordelijk is: ${WHO}.`, example: 'coach' })
  responsible: string;

  @DateField({ description: 'De dag waarop het klaar moet zijn.', example: '2026-05-01' })
  dueOn: CalendarDate;
}

/** An agreement of a revision, which may be one of the version before. */
export class RevisedAgreementDto extends AgreementDto {
  @IdField({ description: 'De afspraak uit de vorige versie die doorloopt.', optional: true })
  agreementId?: Id;
}

export class AskForPlanDto {
  @LongTextField({
    description: 'Waarom u om een plan of een herziening vraagt (reden).',
    example: 'De doelen passen niet meer bij het werk.',
  })
  reason: string;
}

export class DraftPlanDto {
  @DateField(DRAFTED)
  draftedOn?: CalendarDate;

  @GoalsField({ ...GOALS, goesOn: false })
  goals: (string | StatedGoal)[];

  @TextsField(NEEDS)
  needs?: string[];

  @NestedListField(() => AgreementDto, AGREEMENTS)
  agreements?: AgreementDto[];

  @DatesField(EVALUATIONS)
  evaluationsOn?: CalendarDate[];
}

export class RevisePlanDto {
  @DateField(DRAFTED)
  draftedOn?: CalendarDate;

  @GoalsField({ ...GOALS, goesOn: true })
  goals: (string | StatedGoal)[];

  @TextsField(NEEDS)
  needs?: string[];

  @NestedListField(() => RevisedAgreementDto, AGREEMENTS)
  agreements?: RevisedAgreementDto[];

  @DatesField(EVALUATIONS)
  evaluationsOn?: CalendarDate[];

  @LongTextField({ description: 'Waarom het plan wordt herzien (reden).', example: 'Ander rooster.' })
  reason: string;
}

export class AgreePlanDto {
  @EnumField(PLAN_PARTIES, PARTY)
  party: PlanParty;

  @TextField({ description: 'De naam van wie akkoord ging.', example: 'J. de Wit' })
  name: string;

  @DateField({ description: 'De dag van het akkoord.' })
  on: CalendarDate;

  @IdField(EMPLOYER)
  employerId?: Id;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class DeclinePlanDto {
  @EnumField(PLAN_PARTIES, PARTY)
  party: PlanParty;

  @LongTextField({ description: 'Waarom niet (reden).', example: 'Dit is te veel tegelijk.' })
  reason: string;

  @DateField({ description: 'De dag van de afwijzing.' })
  on: CalendarDate;

  @IdField(EMPLOYER)
  employerId?: Id;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class ReachGoalDto {
  @DateField({ description: 'De dag waarop het doel is bereikt.', notInFuture: true })
  on: CalendarDate;

  @LongTextField({ ...REMARK, optional: true })
  remark?: string;
}

export class DropGoalDto {
  @DateField({ description: 'De dag waarop het doel is losgelaten.', notInFuture: true })
  on: CalendarDate;

  @LongTextField({ description: 'Waarom (reden).', example: 'De bus rijdt niet meer.' })
  reason: string;
}

export class FulfilAgreementDto {
  @DateField({ description: 'De dag waarop de afspraak is nagekomen.', notInFuture: true })
  on: CalendarDate;

  @LongTextField({ ...REMARK, optional: true })
  remark?: string;
}

export class CorrectProgressDto {
  @DateField({
    description: 'De dag; null als het toch niet zo was, en dan staat het weer open.',
    optional: true,
    nullable: true,
    notInFuture: true,
  })
  on?: CalendarDate | null;

  @LongTextField({ ...REMARK, optional: true, nullable: true })
  remark?: string | null;

  @LongTextField(REASON)
  reason: string;
}

export class CorrectDropDto {
  @DateField({
    description: 'De dag; null als het doel toch niet is losgelaten, en dan staat het weer open.',
    nullable: true,
    notInFuture: true,
  })
  on: CalendarDate | null;

  @LongTextField(REASON)
  reason: string;
}
