import { Field, type FieldFault, type FieldOptions } from './field.js';

export interface NumberOptions extends FieldOptions {
  readonly min: number;
  readonly max: number;
  /** The code of every fault; default `number.invalid` for what is no number, else `number.out-of-range`. */
  readonly code?: string;
}

/** A whole number within its bounds, both included. In a query it is read from its digits. */
export function IntegerField(options: NumberOptions): PropertyDecorator {
  return numberField(options, 'integer');
}

/** A number within its bounds, both included. In a query it is read from its digits. */
export function NumberField(options: NumberOptions): PropertyDecorator {
  return numberField(options, 'number');
}

function numberField(options: NumberOptions, type: 'integer' | 'number'): PropertyDecorator {
  const { min, max, code } = options;
  const kind = type === 'integer' ? 'een heel getal' : 'een getal';
  const detail = `Vul ${kind} in van ${min} tot en met ${max}.`;
  return Field(options, {
    check: (value) => {
      if (typeof value !== 'number' || !Number.isFinite(value))
        return { code: code ?? 'number.invalid', detail };
      if (type === 'integer' && !Number.isInteger(value)) return { code: code ?? 'number.invalid', detail };
      return value < min || value > max ? { code: code ?? 'number.out-of-range', detail } : undefined;
    },
    schema: { type, minimum: min, maximum: max },
    shape: { fromText: numberFromText },
  });
}

function numberFromText(text: string): unknown {
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}

/** As near to a whole minute as a decimal fraction of an hour in binary comes. */
const TOLERANCE = 1e-6;
const MOST_HOURS = 100_000;

export interface HoursOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** A decimal number of hours, 0 to 100,000 unless said otherwise, that comes to whole minutes (domain.md section 11). */
export function HoursField(options: HoursOptions): PropertyDecorator {
  const { min = 0, max = MOST_HOURS } = options;
  return Field(
    { example: 37.5, ...options },
    {
      check: (value) => hoursFault(value, min, max),
      schema: { type: 'number', minimum: min, maximum: max },
      shape: { fromText: numberFromText },
    },
  );
}

function hoursFault(value: unknown, min: number, max: number): FieldFault | undefined {
  const code = 'hours.invalid';
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { code, detail: 'Vul een aantal uren in, met een punt voor de decimalen: 37.5.' };
  }
  if (value < min || value > max) {
    return { code: 'number.out-of-range', detail: `Vul uren in van ${min} tot en met ${max}.` };
  }
  return Math.abs(value * 60 - minutesOf(value)) > TOLERANCE
    ? { code, detail: 'Dit aantal uren komt niet uit op hele minuten.' }
    : undefined;
}

/** The whole minutes of a decimal number of hours that `HoursField` let through. */
export function minutesOf(hours: number): number {
  return Math.round(hours * 60);
}

/** True or false. In a query it is read from those two words. */
export function BooleanField(options: FieldOptions): PropertyDecorator {
  return Field(
    { example: true, ...options },
    {
      check: (value) =>
        typeof value === 'boolean' ? undefined : { code: 'boolean.invalid', detail: 'Vul true of false in.' },
      schema: { type: 'boolean' },
      shape: { fromText: (text) => (text === 'true' ? true : text === 'false' ? false : text) },
    },
  );
}
