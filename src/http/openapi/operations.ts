import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { ProblemSchema, WriteAnswerSchema } from './schemas.js';

/** What every operation says about itself; all texts are Dutch and name the Dutch term. */
export interface OperationOptions {
  readonly summary: string;
  readonly description: string;
  /** The group that the operation is shown in. */
  readonly tag: string;
}

export interface WriteOptions extends OperationOptions {
  /** The codes that the rules may refuse it with (409), each with a sentence. */
  readonly refusals?: { readonly [code: string]: string };
}

export interface ReadOptions extends OperationOptions {
  /** The class of the answer, or of each item where `collection` is true. */
  readonly answer: Type<object>;
  /** A page of `{ "items": [...] }` with a `Link` to the next. */
  readonly collection?: boolean;
}

type Headers = { readonly [name: string]: { readonly description: string; readonly schema: object } };

const text = (description: string) => ({ description, schema: { type: 'string' } });
const VERSION: Headers = { 'API-Version': text('De volledige versie van de API.') };
const WRITTEN: Headers = {
  ...VERSION,
  ETag: text('De revisie tussen aanhalingstekens, voor If-Match.'),
  Location: text('Waar het te lezen is.'),
};

const PROBLEMS: { readonly [status: number]: readonly [description: string, headers?: Headers] } = {
  400: ['De invoer is ongeldig; alle fouten staan onder errors.'],
  401: ['Er is geen geldig token.', { 'WWW-Authenticate': text('Hoe u zich aanmeldt: Bearer.') }],
  403: ['Deze rol mag dit hier niet.'],
  404: ['Dit bestaat niet, of u mag het niet zien.'],
  409: ['Een regel staat dit niet toe, of de Idempotency-Key hoort bij een andere inhoud.'],
  412: ['Intussen gewijzigd: If-Match klopt niet meer.'],
  413: ['De inhoud is te groot.'],
  415: ['De inhoud is geen JSON.'],
  500: ['Er ging iets mis in de dienst.'],
  503: [
    'Even niet beschikbaar.',
    { 'Retry-After': text('Na hoeveel seconden u het nog eens kunt proberen.') },
  ],
};

const READ_PROBLEMS = [400, 401, 403, 404, 500, 503];
const WRITE_PROBLEMS = [400, 401, 403, 404, 409, 412, 413, 415, 500, 503];

const ISSUE_PROBLEMS = [400, 401, 403, 404, 409, 413, 415, 500, 503];

/** Documents a route that records something: 201 or 200 with `Location` and `ETag`, and every problem. */
export function WriteOperation(options: WriteOptions): MethodDecorator {
  const written = {
    headers: { ...WRITTEN },
    content: { 'application/json': { schema: { $ref: getSchemaPath(WriteAnswerSchema) } } },
  };
  return applyDecorators(
    ...common(options, refusalsText(options.refusals)),
    ApiExtraModels(WriteAnswerSchema),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Een eigen sleutel: dezelfde aanvraag nog eens geeft hetzelfde antwoord en legt niets dubbel vast.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'De ETag van wat u het laatst zag: is het intussen gewijzigd, dan wordt niets vastgelegd.',
      schema: { type: 'string' },
    }),
    ApiResponse({ status: 201, description: 'Vastgelegd.', ...written }),
    ApiResponse({ status: 200, description: 'Was al zo, of al eerder gestuurd.', ...written }),
    ...problems(WRITE_PROBLEMS),
  );
}

/** Documents a route that answers a question: 200, and every problem. */
export function ReadOperation(options: ReadOptions): MethodDecorator {
  const { answer, collection = false } = options;
  const one = { $ref: getSchemaPath(answer) };
  const page = { type: 'object', required: ['items'], properties: { items: { type: 'array', items: one } } };
  const next = { Link: text('De volgende bladzijde, met rel="next"; ontbreekt op de laatste.') };
  return applyDecorators(
    ...common(options, ''),
    ApiExtraModels(answer),
    ApiResponse({
      status: 200,
      description: 'Het antwoord.',
      headers: { ...VERSION, ...(collection ? next : {}) },
      content: { 'application/json': { schema: collection ? page : one } },
    }),
    ...problems(READ_PROBLEMS),
  );
}

/** Documents a route that makes something for the asker alone: 201 with it, once, and every problem. */
export function IssueOperation(options: Omit<ReadOptions, 'collection'>): MethodDecorator {
  const { answer } = options;
  return applyDecorators(
    ...common(options, ''),
    ApiExtraModels(answer),
    ApiResponse({
      status: 201,
      description: 'Gemaakt.',
      headers: { ...VERSION },
      content: { 'application/json': { schema: { $ref: getSchemaPath(answer) } } },
    }),
    ...problems(ISSUE_PROBLEMS),
  );
}

function common({ summary, description, tag }: OperationOptions, more: string): MethodDecorator[] {
  return [
    ApiOperation({ summary, description: description + more }),
    ApiTags(tag),
    ApiBearerAuth(),
    ApiExtraModels(ProblemSchema),
  ];
}

function refusalsText(refusals: WriteOptions['refusals'] = {}): string {
  const lines = Object.entries(refusals).map(([code, sentence]) => `- \`${code}\`: ${sentence}`);
  return lines.length === 0 ? '' : `\n\nKan worden geweigerd met:\n${lines.join('\n')}`;
}

function problems(statuses: readonly number[]): MethodDecorator[] {
  return statuses.map((status) => {
    const [description = '', headers = {}] = PROBLEMS[status] ?? [];
    return ApiResponse({
      status,
      description,
      headers: { ...VERSION, ...headers },
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemSchema) } } },
    });
  });
}
