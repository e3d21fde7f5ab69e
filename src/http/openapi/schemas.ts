import { ApiProperty } from '@nestjs/swagger';

const EXAMPLE_ID = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';

/** One fault in the input, as OpenAPI shows it. */
export class InputFaultSchema {
  @ApiProperty({
    type: 'string',
    required: false,
    description: 'Het veld waar het om gaat, met het pad erheen.',
    example: 'on',
  })
  readonly field?: string;

  @ApiProperty({ type: 'string', description: 'De vaste code van de fout.', example: 'date.does-not-exist' })
  readonly code: string;

  @ApiProperty({ type: 'string', description: 'Wat er te doen is.', example: 'Deze datum bestaat niet.' })
  readonly detail: string;
}

/** The body of every answer that is no success, as OpenAPI shows it (RFC 9457). */
export class ProblemSchema {
  @ApiProperty({
    type: 'string',
    format: 'uri-reference',
    description: 'Altijd about:blank.',
    example: 'about:blank',
  })
  readonly type: string;

  @ApiProperty({ type: 'string', description: 'De statuscode in woorden.', example: 'Ongeldige invoer' })
  readonly title: string;

  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599, description: 'De statuscode.', example: 400 })
  readonly status: number;

  @ApiProperty({
    type: 'string',
    description: 'Wat er aan de hand is en wat u kunt doen.',
    example: 'Deze datum bestaat niet. Schrijf hem als 2026-03-31.',
  })
  readonly detail: string;

  @ApiProperty({
    type: 'string',
    description: 'De vaste code, voor programma’s.',
    example: 'date.does-not-exist',
  })
  readonly code: string;

  @ApiProperty({
    type: 'string',
    format: 'uri',
    description: 'Het nummer van deze aanvraag.',
    example: `urn:uuid:${EXAMPLE_ID}`,
  })
  readonly instance: string;

  @ApiProperty({ type: 'string', required: false, description: 'Het veld waar het om gaat.', example: 'on' })
  readonly field?: string;

  @ApiProperty({
    type: () => InputFaultSchema,
    isArray: true,
    required: false,
    description: 'Bij ongeldige invoer: alle fouten samen.',
  })
  readonly errors?: readonly InputFaultSchema[];
}

/** The body of every answer to a write, as OpenAPI shows it. */
export class WriteAnswerSchema {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: 'Het nummer (id) van wat is vastgelegd.',
    example: EXAMPLE_ID,
  })
  readonly id: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'De revisie waarop het dossier nu is.',
    example: 3,
  })
  readonly revision: number;

  @ApiProperty({
    type: 'string',
    description: 'De positie: geef haar mee bij het lezen om uw eigen wijziging terug te zien.',
    example: '42',
  })
  readonly position: string;
}
