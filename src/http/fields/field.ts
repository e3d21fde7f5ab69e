import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { declareField, type FieldShape } from './shape.js';

/** Why a value is no good: a stable code and a Dutch sentence. */
export interface FieldFault {
  readonly code: string;
  readonly detail: string;
  /** The path inside the field, where it is about a part of it: `clock.maximum`. */
  readonly at?: string;
}

/** Every fault that one field has: most rules tell the first, some look at a whole document. */
export type FieldFaults = FieldFault | readonly [FieldFault, ...FieldFault[]];

/** Looks at a value that is there and not null; undefined when it is good. */
export type FieldCheck = (value: unknown) => FieldFault | undefined;

/** What every field says about itself. */
export interface FieldOptions {
  /** Dutch, and names the Dutch term. */
  readonly description: string;
  /** An example as it stands in JSON; it appears in the OpenAPI document and must be valid. */
  readonly example?: unknown;
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null, which means something else than being left out: a correction reopens what was ended. */
  readonly nullable?: boolean;
}

export interface FieldDefinition {
  readonly check: (value: unknown) => FieldFaults | undefined;
  /** The OpenAPI schema of the value. */
  readonly schema: ApiPropertyOptions;
  /** How the value is read from the body or the query; default as it is. */
  readonly shape?: FieldShape;
}

/** What class-validator keeps beside a field's rule, so that a failure can be told with its code. */
export interface FieldContext {
  readonly explain: (value: unknown) => FieldFaults | undefined;
}

/** The name of the one rule that every field has. */
export const FIELD_RULE = 'field';

const REQUIRED: FieldFault = { code: 'field.required', detail: 'Vul dit veld in.' };

/**
 * One field of a request: its rule for class-validator, its schema for OpenAPI and its way in, declared at once. There
 * is one rule a field, so that the first fault of a field is the one that is told. `ruleSet`-like fields that no other
 * decorator fits are made with this.
 */
export function Field(options: FieldOptions, { check, schema, shape }: FieldDefinition): PropertyDecorator {
  const { description, example, optional = false, nullable = false } = options;
  const explain = (value: unknown): FieldFaults | undefined => {
    if (value === undefined) return optional ? undefined : REQUIRED;
    if (value === null) return nullable ? undefined : REQUIRED;
    return check(value);
  };
  const context: FieldContext = { explain };
  return applyDecorators(
    ValidateBy(
      { name: FIELD_RULE, validator: { validate: (value) => explain(value) === undefined } },
      { context, message: FIELD_RULE },
    ),
    ApiProperty({
      ...schema,
      description,
      required: !optional,
      ...(example === undefined ? {} : { example }),
      ...(nullable ? { nullable: true } : {}),
    } as ApiPropertyOptions),
    declareField(shape ?? {}),
  );
}
