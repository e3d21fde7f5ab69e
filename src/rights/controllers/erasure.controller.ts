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
import { present } from '../../shared/present.js';
import { ErasureRequestAnswer } from '../answers/rights.answer.js';
import {
  AskForErasureDto,
  AssessErasureDto,
  ConfirmErasureDto,
  ErasureRequestsQuery,
  HoldFileDto,
  WithdrawErasureDto,
} from '../dto/erasure.dto.js';
import { Erasing } from '../erasing/erasing.js';
import { ErasureRequests } from '../queries/rights-requests.query.js';

const tag = 'Rechten';

/** Being forgotten: asked, decided twice, waited for, withdrawn. */
@Controller('v1')
export class ErasureController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
    private readonly erasing: Erasing,
  ) {}

  @Post('candidates/:id/erasure-requests')
  @WriteOperation({
    tag,
    summary: 'Vraag om uw gegevens te wissen',
    description:
      'De kandidaat vraagt zelf om te worden vergeten (verzoek om wissen, erasure request; art. 17 AVG).',
  })
  ask(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Body() { ground }: AskForErasureDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      placeOf(candidateId),
      (requestId, asking) =>
        new ActOnCandidate(candidateId, { type: 'AskForErasure', requestId, ground }, asking),
    );
  }

  @Get('candidates/:id/erasure-requests')
  @ReadOperation({
    tag,
    summary: 'De verzoeken om wissen van een kandidaat',
    description:
      'Elk verzoek (erasure request) met de beslissingen. Een beheerder ziet alleen nummers, geen teksten.',
    answer: ErasureRequestAnswer,
    gives: ['rights'],
    collection: true,
  })
  async ofCandidate(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.queries.execute(new ErasureRequests(reader, { candidateId, limit: 0 }));
    return listPage(reply, found, query, ({ id }) => id);
  }

  @Get('erasure-requests')
  @ReadOperation({
    tag,
    summary: 'Alle verzoeken om wissen',
    description:
      'De verzoeken (erasure requests) van kandidaten die u mag zien; een beheerder ziet alle nummers en geen teksten.',
    answer: ErasureRequestAnswer,
    gives: ['rights'],
    collection: true,
  })
  async all(
    @CurrentReader() reader: Reader,
    @Query() query: ErasureRequestsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const after = textAfter(window);
    const which = { status: query.status, after, limit: window.limit + 1 };
    const found = await this.queries.execute(new ErasureRequests(reader, which));
    return answerPage(reply, found, window, ({ id }) => [id]);
  }

  @Post('candidates/:id/erasure-requests/:itemId/assessments')
  @WriteOperation({
    tag,
    summary: 'Neem de eerste beslissing over wissen',
    description:
      'De coördinator beslist als eerste (assessment), met de grond in de wet. Een weigering geldt meteen; wissen vraagt een tweede beslissing.',
  })
  assess(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @PathId('itemId', 'Het verzoek.') requestId: Id,
    @Body() body: AssessErasureDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'DecideErasureFirst', requestId, ...present(body) } as const;
    return this.parties.send(
      write,
      placeOf(candidateId, requestId),
      (_, asking) => new ActOnCandidate(candidateId, intent, asking),
    );
  }

  @Post('candidates/:id/erasure-requests/:itemId/confirmations')
  @WriteOperation({
    tag,
    summary: 'Neem de tweede beslissing over wissen',
    description:
      'De beheerder bevestigt als tweede (confirmation), met een ander account dan de eerste. Daarna loopt de wachttijd.',
  })
  async confirm(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @PathId('itemId', 'Het verzoek.') requestId: Id,
    @Body() body: ConfirmErasureDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'DecideErasureSecond', requestId, ...present(body) } as const;
    const answer = await this.parties.send(
      write,
      placeOf(candidateId, requestId),
      (_, asking) => new ActOnCandidate(candidateId, intent, asking),
    );
    this.erasing.lookSoon(answer.position);
    return answer;
  }

  @Post('candidates/:id/erasure-requests/:itemId/withdrawals')
  @WriteOperation({
    tag,
    summary: 'Trek een verzoek om wissen in, of houd het tegen',
    description:
      'Tot het is uitgevoerd (withdrawal): door de kandidaat, of met een reden door wie erover beslist.',
  })
  withdraw(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @PathId('itemId', 'Het verzoek.') requestId: Id,
    @Body() { reason }: WithdrawErasureDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent =
      write.asker.role === 'candidate'
        ? ({ type: 'WithdrawErasure', requestId } as const)
        : ({ type: 'StopErasure', requestId, reason: reason ?? refuse('field.required', 'reason') } as const);
    return this.parties.send(
      write,
      placeOf(candidateId, requestId),
      (_, asking) => new ActOnCandidate(candidateId, intent, asking),
    );
  }

  @Post('candidates/:id/holds')
  @WriteOperation({
    tag,
    summary: 'Houd een dossier vast',
    description:
      'Tot en met een dag wordt niets gewist, ook niet als de termijn voorbij is (bewaring, hold): een geschil, een controle. De laatste geldt.',
  })
  hold(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Body() body: HoldFileDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      placeOf(candidateId),
      (holdId, asking) => new ActOnCandidate(candidateId, { type: 'HoldFile', holdId, ...body }, asking),
    );
  }
}

function placeOf(candidateId: Id, itemId?: Id) {
  const location = () => `/v1/candidates/${candidateId}/erasure-requests`;
  return itemId === undefined ? { location } : { location, itemId };
}
