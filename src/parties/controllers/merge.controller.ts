import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Id } from '../../../domain/shared/ids.js';
import { CurrentReader } from '../../access/current-reader.js';
import type { Reader } from '../../access/reader.js';
import { ReadOperation, WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { PageQuery } from '../../http/read/queries.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { MergeAnswer } from '../answers/party-people.answer.js';
import { Merge, type Mergeable, WithdrawMerge } from '../commands/merge/merge.command.js';
import { MergeDto, WithdrawMergeDto } from '../dto/merge.dto.js';
import { listPage } from '../list-page.js';
import { PartyWrites } from '../party-writes.js';
import { DetailsOfCandidate } from '../queries/candidate-details/candidate-details.query.js';
import { DetailsOfEmployer } from '../queries/employer-details/employer-details.query.js';

/** Two registrations of one candidate or one employer. */
@Controller('v1')
export class MergeController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post('candidates/:id/merges')
  @WriteOperation({
    tag: 'Kandidaten',
    summary: 'Voeg een dubbele kandidaat samen met deze',
    description:
      'Wie tweemaal is geregistreerd wordt één (samenvoeging, merge): elke vraag over een van beide geldt voor beide. Wat is vastgelegd blijft zoals het was.',
  })
  mergeCandidates(
    @PathId('id', 'De kandidaat die blijft.') candidateId: Id,
    @Body() body: MergeDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.merge(write, 'candidate', candidateId, body);
  }

  @Post('candidates/:id/merges/:itemId/withdrawals')
  @WriteOperation({
    tag: 'Kandidaten',
    summary: 'Trek een samenvoeging van kandidaten in',
    description: 'De samenvoeging (merge) was verkeerd: beide kandidaten staan weer op zichzelf.',
  })
  withdrawCandidates(
    @PathId('id', 'De kandidaat die bleef.') candidateId: Id,
    @PathId('itemId', 'De samenvoeging.') mergeId: Id,
    @Body() { reason }: WithdrawMergeDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.withdraw(write, 'candidate', candidateId, { mergeId, reason });
  }

  @Get('candidates/:id/merges')
  @ReadOperation({
    gives: ['wishes'],
    tag: 'Kandidaten',
    summary: 'Wat met een kandidaat is samengevoegd',
    description: 'Elke samenvoeging (merge), ook die zijn ingetrokken.',
    answer: MergeAnswer,
    collection: true,
  })
  async ofCandidate(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { merges } = await this.queries.execute(new DetailsOfCandidate(reader, id));
    return listPage(reply, merges, query, (item) => item.id);
  }

  @Post('employers/:id/merges')
  @WriteOperation({
    tag: 'Werkgevers',
    summary: 'Voeg een dubbele werkgever samen met deze',
    description:
      'Twee registraties van één werkgever tellen als één (samenvoeging, merge), in elke termijn, toekenning en wisseling van werk. Wat is vastgelegd blijft zoals het was.',
  })
  mergeEmployers(
    @PathId('id', 'De werkgever die blijft.') employerId: Id,
    @Body() body: MergeDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.merge(write, 'employer', employerId, body);
  }

  @Post('employers/:id/merges/:itemId/withdrawals')
  @WriteOperation({
    tag: 'Werkgevers',
    summary: 'Trek een samenvoeging van werkgevers in',
    description: 'De samenvoeging (merge) was verkeerd: beide werkgevers staan weer op zichzelf.',
  })
  withdrawEmployers(
    @PathId('id', 'De werkgever die bleef.') employerId: Id,
    @PathId('itemId', 'De samenvoeging.') mergeId: Id,
    @Body() { reason }: WithdrawMergeDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.withdraw(write, 'employer', employerId, { mergeId, reason });
  }

  @Get('employers/:id/merges')
  @ReadOperation({
    gives: ['employer-people'],
    tag: 'Werkgevers',
    summary: 'Wat met een werkgever is samengevoegd',
    description: 'Elke samenvoeging (merge), ook die zijn ingetrokken.',
    answer: MergeAnswer,
    collection: true,
  })
  async ofEmployer(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De werkgever.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { merges } = await this.queries.execute(new DetailsOfEmployer(reader, id));
    return listPage(reply, merges, query, (item) => item.id);
  }

  private merge(
    write: WriteRequest,
    kind: Mergeable,
    survivorId: Id,
    { duplicateId, reason }: MergeDto,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/${kind}s/${survivorId}/merges` };
    return this.parties.send(
      write,
      place,
      (mergeId, asking) => new Merge(kind, survivorId, { mergeId, duplicateId, reason }, asking),
    );
  }

  private withdraw(
    write: WriteRequest,
    kind: Mergeable,
    survivorId: Id,
    withdrawal: { readonly mergeId: Id; readonly reason: string },
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/${kind}s/${survivorId}/merges`, itemId: withdrawal.mergeId };
    return this.parties.send(
      write,
      place,
      (_, asking) => new WithdrawMerge(kind, survivorId, withdrawal, asking),
    );
  }
}
