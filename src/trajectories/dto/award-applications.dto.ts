import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import {
  APPLICATION_KINDS,
  type ApplicationKind,
  REGIMES,
  type Regime,
} from '../../../domain/shared/lists.js';
import { DateField, EnumField, IdField, LongTextField, NestedField, TextsField } from '../../http/fields.js';
import { CORRECTION, EVIDENCE, REGIME } from './award-fields.js';
import { EvidenceDto } from './trajectory.dto.js';

const KIND = {
  description: 'Het soort aanvraag: eerste, vervolg, wijziging of verlenging.',
  example: 'follow-on',
};
const MOTIVATION = { description: 'De motivering.', example: 'De doelen zijn nog niet bereikt.' };
const GOALS = {
  description: 'De doelen waarvoor wordt aangevraagd.',
  example: ['Zelf de dag plannen'],
  maxItems: 20,
};
const PLACEMENT = { description: 'De werkplek waarvoor het is.', optional: true };
const MISSING = {
  description: 'Wat er ontbreekt aan de aanvraag.',
  example: ['Het getekende plan van aanpak'],
  minItems: 1,
};
const REFUSAL_REASON = {
  description: 'Waarom de aanvraag is afgewezen.',
  example: 'De kandidaat werkt zelfstandig.',
};

export class ReceiveApplicationDto {
  @EnumField(APPLICATION_KINDS, KIND)
  kind: ApplicationKind;

  @DateField({
    description: 'De dag van ontvangst. Bij een concept van een jobcoach telt die nog niet.',
    notInFuture: true,
  })
  receivedOn: CalendarDate;

  @EnumField(REGIMES, { ...REGIME, optional: true })
  regime?: Regime;

  @LongTextField({ ...MOTIVATION, optional: true })
  motivation?: string;

  @TextsField({ ...GOALS, optional: true })
  goals?: string[];

  @IdField(PLACEMENT)
  placementId?: Id;

  @IdField({ description: 'De conceptaanvraag die hiermee is ingediend.', optional: true })
  draftId?: Id;
}

export class CorrectApplicationDto {
  @EnumField(APPLICATION_KINDS, { ...KIND, optional: true })
  kind?: ApplicationKind;

  @DateField({ description: 'De dag van ontvangst.', optional: true, notInFuture: true })
  receivedOn?: CalendarDate;

  @EnumField(REGIMES, { ...REGIME, optional: true, nullable: true })
  regime?: Regime | null;

  @LongTextField({ ...MOTIVATION, optional: true, nullable: true })
  motivation?: string | null;

  @TextsField({ ...GOALS, optional: true, nullable: true })
  goals?: string[] | null;

  @IdField({ ...PLACEMENT, nullable: true })
  placementId?: Id | null;

  @DateField({
    description: 'De dag waarop de aanvraag is aangevuld; null als dat niet zo was.',
    optional: true,
    nullable: true,
    notInFuture: true,
  })
  completedOn?: CalendarDate | null;

  @LongTextField(CORRECTION)
  reason: string;
}

export class AskForCompletionDto {
  @DateField({
    description: 'De dag waarop om aanvulling is gevraagd: vanaf dan staat de beslistermijn stil.',
    notInFuture: true,
  })
  on: CalendarDate;

  @TextsField(MISSING)
  missing: string[];

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CompleteApplicationDto {
  @DateField({
    description: 'De dag waarop de aanvraag is aangevuld: de beslistermijn loopt weer.',
    notInFuture: true,
  })
  on: CalendarDate;
}

export class RefuseCoachingDto {
  @DateField({ description: 'De dag van de afwijzing.', notInFuture: true })
  decidedOn: CalendarDate;

  @LongTextField(REFUSAL_REASON)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CorrectApplicationDecisionDto {
  @DateField({
    description: 'De dag waarop om aanvulling is gevraagd; null als dat niet zo was.',
    optional: true,
    nullable: true,
    notInFuture: true,
  })
  completionAskedOn?: CalendarDate | null;

  @TextsField({ ...MISSING, optional: true })
  missing?: string[];

  @DateField({
    description: 'De dag van de afwijzing; null als de aanvraag niet is afgewezen.',
    optional: true,
    nullable: true,
    notInFuture: true,
  })
  refusedOn?: CalendarDate | null;

  @LongTextField({ ...REFUSAL_REASON, optional: true })
  refusalReason?: string;

  @LongTextField(CORRECTION)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}
