import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { REGIMES, type Regime } from '../../../domain/shared/lists.js';
import { DateField, EnumField, HoursField, IdField, LongTextField, NestedField } from '../../http/fields.js';
import { CORRECTION, EVIDENCE, REGIME } from './award-fields.js';
import { EvidenceDto } from './trajectory.dto.js';

const HOURS = { description: 'De toegekende uren; leeg als ze uit het regime volgen.', example: 26 };
const MOTIVATION = {
  description: 'Waarom meer nodig is dan de maximale duur.',
  example: 'De werkgever verandert de werkplek; een half jaar extra voorkomt uitval.',
};
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

  @LongTextField(CORRECTION)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

export class ReviseGrantDto {
  @DateField({ description: 'De dag van de herziene beschikking; vanaf die dag geldt zij.' })
  decidedOn: CalendarDate;

  @DateField({ description: 'De eerste dag, als die anders wordt.', optional: true })
  from?: CalendarDate;

  @DateField({
    description: 'De laatste dag, als die anders wordt.',
    optional: true,
    example: '2026-10-01',
  })
  to?: CalendarDate;

  @EnumField(REGIMES, { ...REGIME, optional: true })
  regime?: Regime;

  @HoursField({
    ...HOURS,
    description: 'De toegekende uren; null als ze voortaan uit het regime volgen.',
    optional: true,
    nullable: true,
  })
  hours?: number | null;

  @LongTextField({ ...MOTIVATION, optional: true, nullable: true })
  beyondLimitMotivation?: string | null;

  @LongTextField({ description: 'Waarom de toekenning is herzien.', example: 'De werkplek veranderde.' })
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}

const UNCHANGED = 'null als de herziening dit niet verandert';

export class CorrectGrantRevisionDto {
  @DateField({ description: 'De dag van de herziene beschikking.', optional: true })
  decidedOn?: CalendarDate;

  @DateField({ description: `De eerste dag; ${UNCHANGED}.`, optional: true, nullable: true })
  from?: CalendarDate | null;

  @DateField({ description: `De laatste dag; ${UNCHANGED}.`, optional: true, nullable: true })
  to?: CalendarDate | null;

  @EnumField(REGIMES, {
    ...REGIME,
    description: `Het begeleidingsregime; ${UNCHANGED}.`,
    optional: true,
    nullable: true,
  })
  regime?: Regime | null;

  @HoursField({
    ...HOURS,
    description: 'De toegekende uren; null als ze voortaan uit het regime volgen.',
    optional: true,
    nullable: true,
  })
  hours?: number | null;

  @LongTextField({ ...MOTIVATION, optional: true, nullable: true })
  beyondLimitMotivation?: string | null;

  @LongTextField(CORRECTION)
  reason: string;

  @NestedField(() => EvidenceDto, EVIDENCE)
  evidence?: EvidenceDto;
}
