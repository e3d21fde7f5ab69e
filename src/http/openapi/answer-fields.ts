import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** Fields of answers, for OpenAPI only. Every description is Dutch and names the Dutch term. */

const ID = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';

interface Options {
  /** The answer may be null. */
  readonly nullable?: boolean;
  /** The field may be absent. */
  readonly optional?: boolean;
  /** It is a list of these. */
  readonly list?: boolean;
}

function answer(schema: ApiPropertyOptions, description: string, example: unknown, options: Options = {}) {
  const { nullable = false, optional = false, list = false } = options;
  return ApiProperty({
    ...schema,
    description,
    example: list ? [example] : example,
    required: !optional,
    ...(nullable && { nullable }),
    ...(list && { isArray: true }),
  } as ApiPropertyOptions);
}

export const IdAnswer = (description: string, options?: Options): PropertyDecorator =>
  answer({ type: 'string', format: 'uuid' }, description, ID, options);

export const DateAnswer = (description: string, options?: Options): PropertyDecorator =>
  answer({ type: 'string', format: 'date' }, description, '2026-03-02', options);

export const InstantAnswer = (description: string, options?: Options): PropertyDecorator =>
  answer({ type: 'string', format: 'date-time' }, description, '2026-03-02T09:30:00.000Z', options);

export const TextAnswer = (description: string, example: string, options?: Options): PropertyDecorator =>
  answer({ type: 'string' }, description, example, options);

export const IntegerAnswer = (description: string, example: number, options?: Options): PropertyDecorator =>
  answer({ type: 'integer' }, description, example, options);

export const NumberAnswer = (description: string, example: number, options?: Options): PropertyDecorator =>
  answer({ type: 'number' }, description, example, options);

export const BooleanAnswer = (description: string, options?: Options): PropertyDecorator =>
  answer({ type: 'boolean' }, description, true, options);

export const EnumAnswer = (
  values: readonly string[],
  description: string,
  options?: Options,
): PropertyDecorator => answer({ type: 'string', enum: [...values] }, description, values[0], options);

/** An object of another answer class, or a list of them. */
export const ObjectAnswer = (
  type: () => new () => object,
  description: string,
  { nullable = false, optional = false, list = false }: Options = {},
): PropertyDecorator =>
  ApiProperty({
    // Swagger takes a function for a lazy type only when its name is `type`, as this one's is.
    type: () => type(),
    description,
    isArray: list,
    required: !optional,
    ...(nullable && { nullable }),
  });

/** An object whose fields differ from item to item. */
export const FreeAnswer = (description: string, { nullable = false }: Options = {}): PropertyDecorator =>
  ApiProperty({
    type: 'object',
    additionalProperties: true,
    description,
    example: {},
    ...(nullable && { nullable }),
  });
