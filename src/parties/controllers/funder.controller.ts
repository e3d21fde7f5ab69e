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
import { FunderAnswer, RuleSetVersionAnswer } from '../answers/party.answer.js';
import { AdoptRuleSet } from '../commands/adopt-rule-set/adopt-rule-set.command.js';
import { RegisterParty } from '../commands/register-party/register-party.command.js';
import { AdoptRuleSetDto, RegisterFunderDto } from '../dto/party.dto.js';
import { ruleSetOf } from '../dto/rule-set-field.js';
import { listPage } from '../list-page.js';
import { PartyWrites } from '../party-writes.js';
import { FunderOfId, Funders, RuleSetVersions } from '../queries/funders/funders.query.js';

const tag = 'Opdrachtgevers';

@Controller('v1/funders')
export class FunderController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Registreer een opdrachtgever',
    description: 'Een gemeente of UWV die jobcoaching toekent (opdrachtgever, funder), met haar regels.',
  })
  register(
    @Body() { name, kind, ruleSet }: RegisterFunderDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: (id: Id) => `/v1/funders/${id}` };
    return this.parties.send(
      write,
      place,
      (id, asking) =>
        new RegisterParty(id, { type: 'RegisterFunder', name, kind, ruleSet: ruleSetOf(ruleSet) }, asking),
    );
  }

  @Post(':id/rule-set-versions')
  @WriteOperation({
    tag,
    summary: 'Stel nieuwe regels vast',
    description:
      'De volgende versie van de regels (regelset, rule set) van de opdrachtgever; trajecten die al lopen houden hun versie.',
  })
  adoptRuleSet(
    @PathId('id', 'De opdrachtgever.') funderId: Id,
    @Body() { effectiveOn, ruleSet }: AdoptRuleSetDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/funders/${funderId}/rule-set-versions` };
    return this.parties.send(
      write,
      place,
      (_, asking) => new AdoptRuleSet(funderId, { effectiveOn, ruleSet: ruleSetOf(ruleSet) }, asking),
    );
  }

  @Get()
  @ReadOperation({
    gives: ['reference'],
    tag,
    summary: 'De opdrachtgevers',
    description: 'Elke opdrachtgever (funder) met de regels die vandaag gelden.',
    answer: FunderAnswer,
    collection: true,
  })
  async list(@Query() query: PageQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const window = windowOf(query, 1);
    const after = textAfter(window);
    const found = await this.queries.execute(new Funders({ after, limit: window.limit + 1 }));
    return answerPage(reply, found, window, ({ id }) => [id]);
  }

  @Get(':id')
  @ReadOperation({
    gives: ['reference'],
    tag,
    summary: 'Eén opdrachtgever',
    description: 'De opdrachtgever (funder) met de regels die vandaag gelden.',
    answer: FunderAnswer,
  })
  async one(
    @PathId('id', 'De opdrachtgever.') id: Id,
    @Query() _: PositionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { funder, revision } = await this.queries.execute(new FunderOfId(id));
    reply.header('etag', etagOf(BigInt(revision)));
    return funder;
  }

  @Get(':id/rule-set-versions')
  @ReadOperation({
    gives: ['reference'],
    tag,
    summary: 'Alle versies van de regels',
    description:
      'Elke versie van de regels (regelset, rule set) van de opdrachtgever, met de dagen waarop zij geldt.',
    answer: RuleSetVersionAnswer,
    collection: true,
  })
  async ruleSetVersions(
    @PathId('id', 'De opdrachtgever.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const versions = await this.queries.execute(new RuleSetVersions(id));
    return listPage(reply, versions, query, ({ version }) => version);
  }
}
