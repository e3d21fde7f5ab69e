import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Id } from '../../../domain/shared/ids.js';
import { CurrentReader } from '../../access/current-reader.js';
import type { Reader } from '../../access/reader.js';
import { ReadOperation, WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { PositionQuery } from '../../http/read/queries.js';
import { etagOf } from '../../http/write/if-match.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { CandidateAnswer } from '../answers/party.answer.js';
import { RegisterCandidate } from '../commands/register-candidate/register-candidate.command.js';
import { CandidatesQuery, RegisterCandidateDto } from '../dto/candidate.dto.js';
import { listPage } from '../list-page.js';
import { PartyWrites } from '../party-writes.js';
import { CandidateOfId, CandidatesOfReference } from '../queries/candidates/candidates.query.js';

const tag = 'Kandidaten';

@Controller('v1/candidates')
export class CandidateController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Registreer een kandidaat',
    description:
      'Wie jobcoaching krijgt (kandidaat, candidate), voor de jobcoachorganisatie of de opdrachtgever van wie het token is. Wat een persoon aanwijst wordt versleuteld opgeslagen.',
  })
  register(
    @Body() { contact, ...body }: RegisterCandidateDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const details = present({ ...body, contact: contact && present(contact) });
    const place = { location: (id: Id) => `/v1/candidates/${id}` };
    return this.parties.send(write, place, (id, asking) => new RegisterCandidate(id, details, asking));
  }

  @Get()
  @ReadOperation({
    gives: ['identity'],
    tag,
    summary: 'Zoek kandidaten op hun kenmerk',
    description:
      'De kandidaten (candidates) met dit kenmerk die u mag zien, met hun trajecten die u mag zien.',
    answer: CandidateAnswer,
    collection: true,
  })
  async ofReference(
    @CurrentReader() reader: Reader,
    @Query() query: CandidatesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.queries.execute(new CandidatesOfReference(reader, query.reference));
    return listPage(reply, found, query, ({ id }) => id);
  }

  @Get(':id')
  @ReadOperation({
    gives: ['identity'],
    tag,
    summary: 'Eén kandidaat',
    description: 'De kandidaat (candidate) met de trajecten die u mag zien.',
    answer: CandidateAnswer,
  })
  async one(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') id: Id,
    @Query() _: PositionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { candidate, revision } = await this.queries.execute(new CandidateOfId(reader, id));
    reply.header('etag', etagOf(BigInt(revision)));
    return candidate;
  }
}
