import { ApiProperty } from '@nestjs/swagger';
import { EnumAnswer, IdAnswer, TextAnswer } from '../http/openapi/answer-fields.js';
import { SCOPES } from '../identity/scopes.js';
import { PROGRAM_ROLES } from './program.js';

/** Where to find what was kept. */
export class KeptAnswer {
  @IdAnswer('Het nummer van wat is bewaard.')
  readonly id: string;
}

export class ProgramAnswer {
  @IdAnswer('Het nummer van het programma (program); ook zijn client_id.')
  readonly id: string;

  @TextAnswer('Hoe het heet.', 'Roosterkoppeling')
  readonly name: string;

  @EnumAnswer(PROGRAM_ROLES, 'In welke rol het werkt (role).')
  readonly role: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'De jobcoachorganisatie, of null.',
  })
  readonly organisationId: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'De opdrachtgever, of null.' })
  readonly funderId: string | null;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...SCOPES] },
    description: 'Waar zijn tokens goed voor zijn (scopes).',
  })
  readonly scopes: readonly string[];

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    description: 'De namen (kid) van zijn publieke sleutels.',
    example: ['sleutel-2026'],
  })
  readonly keyIds: readonly string[];

  @ApiProperty({ type: 'string', format: 'date-time', description: 'Wanneer het is aangemeld.' })
  readonly registeredAt: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Sinds wanneer het geen tokens meer krijgt, of null.',
  })
  readonly endedAt: string | null;
}
