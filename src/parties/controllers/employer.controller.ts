import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Id } from '../../../domain/shared/ids.js';
import { ReadOperation, WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { answerPage, textAfter, windowOf } from '../../http/read/page.js';
import { PathId } from '../../http/read/path-id.js';
import { PageQuery, PositionQuery } from '../../http/read/queries.js';
import { etagOf } from '../../http/write/if-match.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { EmployerAnswer } from '../answers/party.answer.js';
import { RegisterParty } from '../commands/register-party/register-party.command.js';
import { RegisterEmployerDto } from '../dto/party.dto.js';
import { PartyWrites } from '../party-writes.js';
import { EmployerOfId, Employers } from '../queries/employers/employers.query.js';

const tag = 'Werkgevers';

@Controller('v1/employers')
export class EmployerController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Registreer een werkgever',
    description: 'Waar kandidaten werken (werkgever, employer).',
  })
  register(
    @Body() body: RegisterEmployerDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: (id: Id) => `/v1/employers/${id}` };
    return this.parties.send(
      write,
      place,
      (id, asking) => new RegisterParty(id, { type: 'RegisterEmployer', ...present(body) }, asking),
    );
  }

  @Get()
  @ReadOperation({
    gives: ['reference'],
    tag,
    summary: 'De werkgevers',
    description: 'Elke werkgever (employer), dubbele registraties die zijn samengevoegd niet nog eens.',
    answer: EmployerAnswer,
    collection: true,
  })
  async list(@Query() query: PageQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const window = windowOf(query, 1);
    const after = textAfter(window);
    const found = await this.queries.execute(new Employers({ after, limit: window.limit + 1 }));
    return answerPage(reply, found, window, ({ id }) => [id]);
  }

  @Get(':id')
  @ReadOperation({
    gives: ['reference'],
    tag,
    summary: 'Eén werkgever',
    description:
      'De werkgever (employer), met wat dezelfde werkgever is of kan zijn. Een samengevoegde registratie antwoordt als die bleef.',
    answer: EmployerAnswer,
  })
  async one(
    @PathId('id', 'De werkgever.') id: Id,
    @Query() _: PositionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { employer, revision } = await this.queries.execute(new EmployerOfId(id));
    reply.header('etag', etagOf(BigInt(revision)));
    return employer;
  }
}
