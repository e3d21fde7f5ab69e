import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Id } from '../../domain/shared/ids.js';
import { KeepOperation, ReadOperation } from '../http/openapi/operations.js';
import { answerPage, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { PageQuery } from '../http/read/queries.js';
import { CurrentWrite, WriteRequest } from '../http/write/write-request.js';
import { Writes } from '../http/write/writes.js';
import type { Asker } from '../identity/asker.js';
import { CurrentAsker } from '../identity/current-asker.js';
import { deriveId } from '../shared/ids.js';
import { KeptAnswer, ProgramAnswer } from './program.answer.js';
import type { Program } from './program.js';
import { RegisterProgramDto, ReplaceKeysDto } from './programs.dto.js';
import { Programs } from './programs.js';

const tag = 'Programma’s';
const PATH = '/v1/programs';

@Controller('v1/programs')
export class ProgramsController {
  constructor(
    private readonly programs: Programs,
    private readonly writes: Writes,
  ) {}

  @Post()
  @KeepOperation({
    tag,
    answer: KeptAnswer,
    summary: 'Meld een programma aan',
    description:
      'Een programma (program) dat zelf tokens haalt bij /oauth/token, met een verklaring die het met een van deze sleutels ondertekent (client credentials, private_key_jwt).',
  })
  async register(@Body() body: RegisterProgramDto, @CurrentWrite() write: WriteRequest): Promise<KeptAnswer> {
    const id = deriveId(await this.writes.commandId(write), 'item');
    await this.programs.add(write.asker, id, body);
    return kept(write.reply, id);
  }

  @Post(':id/keys')
  @KeepOperation({
    tag,
    answer: KeptAnswer,
    summary: 'Geef een programma andere sleutels',
    description:
      'Deze publieke sleutels komen in de plaats van de vorige. Stuur bij het wisselen eerst de oude en de nieuwe samen: zo valt niets uit.',
  })
  async replaceKeys(
    @PathId('id', 'Het programma.') id: Id,
    @Body() { jwks }: ReplaceKeysDto,
    @CurrentWrite() { asker, reply }: WriteRequest,
  ): Promise<KeptAnswer> {
    await this.programs.replaceKeys(asker, id, jwks);
    return kept(reply, id);
  }

  @Post(':id/endings')
  @KeepOperation({
    tag,
    answer: KeptAnswer,
    summary: 'Beëindig een programma',
    description: 'Het krijgt geen tokens meer; wat het heeft, geldt nog ten hoogste tien minuten.',
  })
  async end(
    @PathId('id', 'Het programma.') id: Id,
    @CurrentWrite() { asker, reply }: WriteRequest,
  ): Promise<KeptAnswer> {
    await this.programs.end(asker, id);
    return kept(reply, id);
  }

  @Get()
  @ReadOperation({
    tag,
    answer: ProgramAnswer,
    gives: ['own-account'],
    collection: true,
    summary: 'Welke programma’s zijn er?',
    description: 'Die van de eigen organisatie of opdrachtgever; voor de beheerder alle.',
  })
  async list(
    @Query() query: PageQuery,
    @CurrentAsker() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly items: readonly ProgramAnswer[] }> {
    const window = windowOf(query, 1);
    const after = window.after?.[0];
    const programs = await this.programs.list(asker, {
      ...(typeof after === 'string' && { after }),
      limit: window.limit + 1,
    });
    return answerPage(reply, programs.map(toAnswer), window, ({ id }) => [id]);
  }

  @Get(':id')
  @ReadOperation({
    tag,
    answer: ProgramAnswer,
    gives: ['own-account'],
    summary: 'Wat is dit voor programma?',
    description: 'Eén programma van de eigen organisatie of opdrachtgever.',
  })
  async one(@PathId('id', 'Het programma.') id: Id, @CurrentAsker() asker: Asker): Promise<ProgramAnswer> {
    return toAnswer(await this.programs.seen(asker, id));
  }
}

function kept(reply: FastifyReply, id: Id): KeptAnswer {
  reply.code(201).header('location', `${PATH}/${id}`);
  return { id };
}

function toAnswer({
  id,
  name,
  role,
  organisationId,
  funderId,
  scopes,
  keys,
  registeredAt,
  endedAt,
}: Program): ProgramAnswer {
  return {
    ...{ id, name, role, scopes, registeredAt },
    organisationId: organisationId ?? null,
    funderId: funderId ?? null,
    keyIds: keys.flatMap(({ kid }) => (kid === undefined ? [] : [kid])),
    endedAt: endedAt ?? null,
  };
}
