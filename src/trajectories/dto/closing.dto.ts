import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import {
  AFTER_MONTHS,
  AFTERCARE_PARTIES,
  type AftercareParty,
  type AfterMonths,
  CLOSING_STEPS,
  type ClosingStep,
  OUTCOME_STATES,
  type OutcomeState,
  type ResultCode,
} from '../../../domain/shared/lists.js';
import {
  BooleanField,
  DateField,
  EnumField,
  Field,
  type FieldOptions,
  IdField,
  IntegerField,
  LongTextField,
} from '../../http/fields.js';

const LAST_DAY = { description: 'De laatste dag van het traject.', example: '2026-02-27' };
const REASON = { description: 'Waarom dit wordt verbeterd (reden).', example: 'De datum was verkeerd.' };
const RESULT = {
  description: 'Wat het traject opleverde (resultaat).',
  example: 'Werkt zonder begeleiding.',
};
const RESULT_CODE = {
  description:
    'De resultaatcode: 1 werkt zonder begeleiding, 2 hierna lichter regime, 3 zelfde regime, 4 zwaarder regime, 5 begeleid door de werkgever, 6 werkt niet meer.',
  example: 1,
  min: 1,
  max: 6,
  optional: true,
};
const SUPPORT = {
  description: 'Of lichte, blijvende begeleiding (structural support) doorgaat na de laatste dag.',
  example: false,
  optional: true,
};
const STATE = {
  description: 'De uitkomst: proefplaatsing, betaald werk met of zonder jobcoach, of geen werk.',
  example: 'paid-without-coach',
};
const CONTRACT = { description: 'Of er een vast contract is (permanent contract).', example: true };
const WITH = {
  description: 'Met wie het contact was: kandidaat, werkgever, naaste of iemand anders.',
  example: 'candidate',
};
const SUMMARY = { description: 'Wat er is besproken.', example: 'Het gaat goed op het werk.' };
const MINUTES = {
  description: 'De minuten; zij tellen apart van de coaching.',
  example: 15,
  min: 1,
  max: 1_440,
  code: 'minutes.invalid',
};

/** 6, 12, 24 or 36. */
function AfterMonthsField(options: Pick<FieldOptions, 'optional'> = {}): PropertyDecorator {
  const known: readonly unknown[] = AFTER_MONTHS;
  return Field(
    {
      description: 'Hoeveel maanden na de laatste dag: 6, 12, 24 of 36 (after months).',
      example: 12,
      ...options,
    },
    {
      check: (value) =>
        known.includes(value)
          ? undefined
          : { code: 'value.unknown', detail: `Kies uit: ${AFTER_MONTHS.join(', ')}.` },
      schema: { type: 'integer', enum: [...AFTER_MONTHS] },
    },
  );
}

export class CloseTrajectoryDto {
  @DateField(LAST_DAY)
  on: CalendarDate;

  @LongTextField({ description: 'Waarom het traject eindigt (reden).', example: 'De duur is bereikt.' })
  reason: string;

  @LongTextField(RESULT)
  result: string;

  @IntegerField(RESULT_CODE)
  resultCode?: ResultCode;

  @BooleanField(SUPPORT)
  structuralSupport?: boolean;
}

export class CorrectClosureDto {
  @DateField({ ...LAST_DAY, optional: true })
  on?: CalendarDate;

  @LongTextField({ ...RESULT, optional: true })
  result?: string;

  @IntegerField({ ...RESULT_CODE, nullable: true })
  resultCode?: ResultCode | null;

  @BooleanField(SUPPORT)
  structuralSupport?: boolean;

  @LongTextField(REASON)
  reason: string;
}

export class ProposeClosureDto {
  @EnumField(CLOSING_STEPS, {
    description: 'Wat u voorstelt: afsluiten, heropenen of een uitkomst vastleggen.',
    example: 'closure',
  })
  proposes: ClosingStep;

  @DateField({
    description: 'De laatste dag, de eerste dag van heropening, of de dag van de uitkomst.',
    example: '2026-02-27',
  })
  on: CalendarDate;

  @LongTextField({ description: 'Waarom u dit voorstelt (reden).', example: 'De doelen zijn bereikt.' })
  reason: string;
}

export class ReopenTrajectoryDto {
  @DateField({ description: 'De eerste dag waarop het traject weer open is.' })
  on: CalendarDate;

  @LongTextField({
    description: 'Waarom het traject wordt heropend (reden).',
    example: 'Terugval op het werk.',
  })
  reason: string;
}

export class CorrectReopeningDto {
  @DateField({ description: 'De eerste dag waarop het traject weer open is.', optional: true })
  on?: CalendarDate;

  @LongTextField(REASON)
  reason: string;
}

export class MeasureOutcomeDto {
  @AfterMonthsField()
  afterMonths: AfterMonths;

  @EnumField(OUTCOME_STATES, STATE)
  state: OutcomeState;

  @BooleanField({ ...CONTRACT, optional: true })
  permanentContract?: boolean;

  @IdField({
    description: 'De afsluiting waarvan het de uitkomst is; zonder deze de laatste.',
    optional: true,
  })
  closureId?: Id;
}

export class CorrectOutcomeDto {
  @AfterMonthsField({ optional: true })
  afterMonths?: AfterMonths;

  @EnumField(OUTCOME_STATES, { ...STATE, optional: true })
  state?: OutcomeState;

  @BooleanField({ ...CONTRACT, optional: true, nullable: true })
  permanentContract?: boolean | null;

  @LongTextField(REASON)
  reason: string;
}

export class RecordAftercareContactDto {
  @DateField({ description: 'De dag van het nazorgcontact.', notInFuture: true })
  on: CalendarDate;

  @EnumField(AFTERCARE_PARTIES, WITH)
  with: AftercareParty;

  @LongTextField(SUMMARY)
  summary: string;

  @IntegerField({ ...MINUTES, optional: true })
  minutes?: number;
}

export class CorrectAftercareContactDto {
  @DateField({ description: 'De dag van het nazorgcontact.', optional: true, notInFuture: true })
  on?: CalendarDate;

  @EnumField(AFTERCARE_PARTIES, { ...WITH, optional: true })
  with?: AftercareParty;

  @LongTextField({ ...SUMMARY, optional: true })
  summary?: string;

  @IntegerField({ ...MINUTES, optional: true, nullable: true })
  minutes?: number | null;

  @LongTextField(REASON)
  reason: string;
}
