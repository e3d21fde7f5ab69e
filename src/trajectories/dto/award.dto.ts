import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import {
  APPLICATION_KINDS,
  type ApplicationKind,
  REGIMES,
  type Regime,
} from '../../../domain/shared/lists.js';
import { DateField, EnumField, HoursField, IdField, LongTextField, NestedField } from '../../http/fields.js';
import { EvidenceDto } from './trajectory.dto.js';

const REGIME = {
  description: 'Het begeleidingsregime: zeer licht, licht, midden of intensief.',
  example: 'medium',
};
const HOURS = { description: 'De toegekende uren; leeg als ze uit het regime volgen.', example: 26 };
const MOTIVATION = {
  description: 'Waarom meer nodig is dan de maximale duur.',
  example: 'De werkgever verandert de werkplek; een half jaar extra voorkomt uitval.',
};
const EVIDENCE = {
  description: 'De beschikking, als de jobcoachorganisatie die overneemt van papier.',
  optional: true,
};

export class ReceiveApplicationDto {
  @EnumField(APPLICATION_KINDS, {
    description: 'Het soort aanvraag: eerste, vervolg, wijziging of verlenging.',
    example: 'follow-on',
  })
  kind: ApplicationKind;

  @DateField({ description: 'De dag van ontvangst.', notInFuture: true })
  receivedOn: CalendarDate;

  @EnumField(REGIMES, { ...REGIME, optional: true })
  regime?: Regime;

  @LongTextField({
    description: 'De motivering.',
    optional: true,
    example: 'De doelen zijn nog niet bereikt.',
  })
  motivation?: string;

  @IdField({ description: 'De werkplek waarvoor het is.', optional: true })
  placementId?: Id;

  @IdField({ description: 'De conceptaanvraag die hiermee is ingediend.', optional: true })
  draftId?: Id;
}

export class GrantCoachingDto {
  @DateField({ description: 'De dag van de beschikking.' })
  decidedOn: CalendarDate;

  @DateField({ description: 'De eerste dag van de toekenning (grant).' })
  from: CalendarDate;

  @DateField({ description: 'De laatste dag van de toekenning.', example: '2026-09-01' })
  to: CalendarDate;

  @EnumField(REGIMES, REGIME)
  regime: Regime;

  @HoursField({ ...HOURS, optional: true })
  hours?: number;

  @IdField({ description: 'De aanvraag waarop is beslist.', optional: true })
  applicationId?: Id;

  @IdField({ description: 'De werkplek waarvoor het is.', optional: true })
  placementId?: Id;

  @LongTextField({ ...MOTIVATION, optional: true })
  beyondLimitMotivation?: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class CorrectGrantDto {
  @DateField({ description: 'De dag van de beschikking.', optional: true })
  decidedOn?: CalendarDate;

  @DateField({ description: 'De eerste dag van de toekenning.', optional: true })
  from?: CalendarDate;

  @DateField({ description: 'De laatste dag van de toekenning.', optional: true })
  to?: CalendarDate;

  @EnumField(REGIMES, { ...REGIME, optional: true })
  regime?: Regime;

  @HoursField({ ...HOURS, optional: true, nullable: true })
  hours?: number | null;

  @IdField({ description: 'De aanvraag waarop is beslist.', optional: true, nullable: true })
  applicationId?: Id | null;

  @IdField({ description: 'De werkplek waarvoor het is.', optional: true, nullable: true })
  placementId?: Id | null;

  @LongTextField({ ...MOTIVATION, optional: true, nullable: true })
  beyondLimitMotivation?: string | null;

  @LongTextField({ description: 'Waarom dit wordt verbeterd (reden).', example: 'De datum was verkeerd.' })
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}
