import { parseCalendarDate } from '../../../domain/shared/calendar.js';
import { Field, type FieldCheck, type FieldOptions } from './field.js';
import { todayOfRequest } from './today.js';

export interface DateOptions extends FieldOptions {
  /** It has happened, so it may not lie after today in Europe/Amsterdam (reading 33). */
  readonly notInFuture?: boolean;
}

/** The rule on a calendar date: it exists. */
export const dateCheck: FieldCheck = (value) =>
  parseCalendarDate(value) === undefined
    ? { code: 'date.does-not-exist', detail: 'Deze datum bestaat niet. Schrijf hem als 2026-03-31.' }
    : undefined;

/** A calendar date `YYYY-MM-DD` that exists. */
export function DateField(options: DateOptions): PropertyDecorator {
  const { notInFuture = false } = options;
  return Field(
    { example: '2026-03-02', ...options },
    {
      check: (value) =>
        dateCheck(value) ??
        (notInFuture && String(value) > todayOfRequest()
          ? {
              code: 'date.in-future',
              detail: 'Deze datum ligt in de toekomst. Vul een datum in tot en met vandaag.',
            }
          : undefined),
      schema: { type: 'string', format: 'date' },
    },
  );
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A calendar month `YYYY-MM`, up to and including this one. */
export function MonthField(options: FieldOptions): PropertyDecorator {
  return Field(
    { example: '2026-03', ...options },
    {
      check: (value) => {
        if (typeof value !== 'string' || !MONTH.test(value) || value < '0001') {
          return { code: 'month.invalid', detail: 'Deze maand bestaat niet. Schrijf hem als 2026-03.' };
        }
        return value > todayOfRequest().slice(0, 7)
          ? { code: 'date.in-future', detail: 'Deze maand ligt in de toekomst. Kies een eerdere maand.' }
          : undefined;
      },
      schema: { type: 'string', pattern: MONTH.source },
    },
  );
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day `HH:mm`, as the clock in Amsterdam shows it. */
export function TimeField(options: FieldOptions): PropertyDecorator {
  return Field(
    { example: '09:30', ...options },
    {
      check: (value) =>
        typeof value === 'string' && TIME.test(value)
          ? undefined
          : { code: 'time.invalid', detail: 'Deze tijd bestaat niet. Schrijf hem als 09:30.' },
      schema: { type: 'string', pattern: TIME.source },
    },
  );
}
