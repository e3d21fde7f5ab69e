import { isId } from '../../../domain/shared/ids.js';
import { Field, type FieldCheck, type FieldOptions } from './field.js';

const LONGEST_LINE = 200;
const LONGEST_TEXT = 4_000;

/** Control characters (in a text of several lines other than tabs and line ends) and halves of a surrogate pair. */
const NOT_ALLOWED = {
  line: /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u,
  text: /(?![\t\n\r])[\p{Cc}\p{Cs}]/u,
} as const;

export interface TextOptions extends FieldOptions {
  /** The most characters (UTF-16 code units). */
  readonly max?: number;
  /** The fewest characters; default 1. */
  readonly min?: number;
}

/** One line of text, 1 to 200 characters unless said otherwise, not blank, without control characters. */
export function TextField(options: TextOptions): PropertyDecorator {
  return textField(options, 'line', LONGEST_LINE);
}

/** A text of several lines, 1 to 4,000 characters unless said otherwise. */
export function LongTextField(options: TextOptions): PropertyDecorator {
  return textField(options, 'text', LONGEST_TEXT);
}

function textField(options: TextOptions, kind: keyof typeof NOT_ALLOWED, longest: number): PropertyDecorator {
  const { max = longest, min = 1 } = options;
  return Field(options, {
    check: textCheck(kind, min, max),
    schema: { type: 'string', minLength: min, maxLength: max },
  });
}

/** The rule on a text: well-formed Unicode (else its hash could not be computed), no control characters, its length. */
export function textCheck(kind: keyof typeof NOT_ALLOWED, min: number, max: number): FieldCheck {
  return (value) => {
    if (typeof value !== 'string') return { code: 'text.invalid', detail: 'Vul hier tekst in.' };
    if (value.length > max) {
      return { code: 'text.too-long', detail: `Gebruik ten hoogste ${max} tekens.` };
    }
    if (value.trim().length < min) {
      return {
        code: 'text.too-short',
        detail: min === 1 ? 'Vul hier tekst in, niet alleen spaties.' : `Gebruik ten minste ${min} tekens.`,
      };
    }
    if (NOT_ALLOWED[kind].test(value)) {
      return { code: 'text.invalid', detail: 'Deze tekst bevat tekens die niet mogen.' };
    }
    return undefined;
  };
}

/** An identifier (UUID, lower case). */
export function IdField(options: FieldOptions): PropertyDecorator {
  return Field(
    { example: '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d', ...options },
    { check: idCheck, schema: { type: 'string', format: 'uuid' } },
  );
}

/** The rule on an identifier. */
export const idCheck: FieldCheck = (value) =>
  isId(value)
    ? undefined
    : {
        code: 'id.invalid',
        detail: 'Dit is geen nummer zoals de dienst ze geeft (een UUID in kleine letters).',
      };

export interface EnumOptions extends FieldOptions {
  /** The code of an unknown value; default `value.unknown`. */
  readonly code?: string;
}

/** One of a closed list of words. */
export function EnumField(values: readonly string[], options: EnumOptions): PropertyDecorator {
  const { code = 'value.unknown' } = options;
  const known = new Set<unknown>(values);
  return Field(options, {
    check: (value) => (known.has(value) ? undefined : { code, detail: `Kies uit: ${values.join(', ')}.` }),
    schema: { type: 'string', enum: [...values] },
  });
}
