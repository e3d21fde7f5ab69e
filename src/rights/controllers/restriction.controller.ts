import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { refuse } from '../../../domain/candidate/refusals.js';
import type { Id } from '../../../domain/shared/ids.js';
import { CurrentReader } from '../../access/current-reader.js';
import type { Reader } from '../../access/reader.js';
import { ReadOperation, WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { answerPage, textAfter, windowOf } from '../../http/read/page.js';
import { PathId } from '../../http/read/path-id.js';
import { PageQuery } from '../../http/read/queries.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { ActOnCandidate } from '../../parties/commands/act-on-candidate/act-on-candidate.command.js';
import { listPage } from '../../parties/list-page.js';
import { PartyWrites } from '../../parties/party-writes.js';
import { RestrictionAnswer } from '../answers/rights.answer.js';
import {
  AskForRestrictionDto,
  DecideRestrictionDto,
  RestrictionsQuery,
  WithdrawErasureDto,
} from '../dto/erasure.dto.js';
import { Restrictions } from '../queries/rights-requests.query.js';

const tag = 'Rechten';

/** What is kept and not used, because the candidate asked so. */
@Controller('v1')
export class RestrictionController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post('candidates/:id/restrictions')
  @WriteOperation({
    tag,
    summary: 'Vraag om uw dossier te bewaren en niet te gebruiken',
    description: 'De kandidaat vraagt zelf om beperking van de verwerking (restriction; art. 18 AVG).',
  })
  ask(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Body() { reason }: AskForRestrictionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      placeOf(candidateId),
      (restrictionId, asking) =>
        new ActOnCandidate(candidateId, { type: 'AskForRestriction', restrictionId, reason }, asking),
    );
  }

  @Get('candidates/:id/restrictions')
  @ReadOperation({
    tag,
    summary: 'De beperkingen van een kandidaat',
    description: 'Elk verzoek om beperking (restriction) en wat ervan werd.',
    answer: RestrictionAnswer,
    gives: ['rights'],
    collection: true,
  })
  async ofCandidate(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.queries.execute(new Restrictions(reader, { candidateId, limit: 0 }));
    return listPage(reply, found, query, ({ id }) => id);
  }

  @Get('restrictions')
  @ReadOperation({
    tag,
    summary: 'Alle verzoeken om beperking',
    description: 'De verzoeken om beperking (restrictions) van kandidaten die u mag zien.',
    answer: RestrictionAnswer,
    gives: ['rights'],
    collection: true,
  })
  async all(
    @CurrentReader() reader: Reader,
    @Query() query: RestrictionsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const after = textAfter(window);
    const which = { status: query.status, after, limit: window.limit + 1 };
    const found = await this.queries.execute(new Restrictions(reader, which));
    return answerPage(reply, found, window, ({ id }) => [id]);
  }

  @Post('candidates/:id/restrictions/:itemId/decisions')
  @WriteOperation({
    tag,
    summary: 'Beslis over een beperking',
    description: 'De coördinator laat de beperking (restriction) gelden, of weigert haar, met de reden.',
  })
  decide(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @PathId('itemId', 'Het verzoek.') restrictionId: Id,
    @Body() body: DecideRestrictionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'DecideRestriction', restrictionId, ...body } as const;
    return this.parties.send(
      write,
      placeOf(candidateId, restrictionId),
      (_, asking) => new ActOnCandidate(candidateId, intent, asking),
    );
  }

  @Post('candidates/:id/restrictions/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Hef een beperking op',
    description:
      'De kandidaat trekt de beperking (restriction) in, of de coördinator heft haar met een reden op; de kandidaat hoort dat eerst (art. 18 lid 3 AVG).',
  })
  end(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @PathId('itemId', 'Het verzoek.') restrictionId: Id,
    @Body() { reason }: WithdrawErasureDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent =
      write.asker.role === 'candidate'
        ? ({ type: 'WithdrawRestriction', restrictionId } as const)
        : ({
            type: 'LiftRestriction',
            restrictionId,
            reason: reason ?? refuse('field.required', 'reason'),
          } as const);
    return this.parties.send(
      write,
      placeOf(candidateId, restrictionId),
      (_, asking) => new ActOnCandidate(candidateId, intent, asking),
    );
  }
}

function placeOf(candidateId: Id, itemId?: Id) {
  const location = () => `/v1/candidates/${candidateId}/restrictions`;
  return itemId === undefined ? { location } : { location, itemId };
}
