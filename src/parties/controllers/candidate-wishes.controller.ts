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
import { present } from '../../shared/present.js';
import { ConsentAnswer, ContactPreferenceAnswer } from '../answers/party-people.answer.js';
import { ActOnCandidate } from '../commands/act-on-candidate/act-on-candidate.command.js';
import { CorrectConsentDto, GiveConsentDto, PreferContactDto } from '../dto/candidate-wishes.dto.js';
import { listPage } from '../list-page.js';
import { PartyWrites } from '../party-writes.js';
import { DetailsOfCandidate } from '../queries/candidate-details/candidate-details.query.js';

const tag = 'Kandidaten';

/** What candidates state of themselves. */
@Controller('v1/candidates/:id')
export class CandidateWishesController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post('consents')
  @WriteOperation({
    tag,
    summary: 'Geef toestemming, of trek haar in',
    description: 'De kandidaat geeft zelf toestemming (consent) voor een doel, of trekt haar in.',
  })
  giveConsent(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Body() body: GiveConsentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/candidates/${candidateId}/consents` };
    return this.parties.send(
      write,
      place,
      (consentId, asking) =>
        new ActOnCandidate(candidateId, { type: 'GiveConsent', consentId, ...body }, asking),
    );
  }

  @Post('consents/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een toestemming',
    description: 'Alleen wat verandert (toestemming, consent), met de reden.',
  })
  correctConsent(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @PathId('itemId', 'De toestemming.') consentId: Id,
    @Body() { reason, ...changes }: CorrectConsentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/candidates/${candidateId}/consents`, itemId: consentId };
    const intent = { type: 'CorrectConsent', consentId, changes: present(changes), reason } as const;
    return this.parties.send(write, place, (_, asking) => new ActOnCandidate(candidateId, intent, asking));
  }

  @Get('consents')
  @ReadOperation({
    gives: ['wishes'],
    tag,
    summary: 'De toestemmingen van een kandidaat',
    description: 'Elke toestemming (consent), gegeven of ingetrokken.',
    answer: ConsentAnswer,
    collection: true,
  })
  async consents(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { consents } = await this.queries.execute(new DetailsOfCandidate(reader, id));
    return listPage(reply, consents, query, (item) => item.id);
  }

  @Post('contact-preferences')
  @WriteOperation({
    tag,
    summary: 'Zeg hoe u het liefst wordt bereikt',
    description: 'De voorkeur voor contact (contact preference) van de kandidaat; de laatste geldt.',
  })
  preferContact(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Body() { channel }: PreferContactDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/candidates/${candidateId}/contact-preferences` };
    return this.parties.send(
      write,
      place,
      (preferenceId, asking) =>
        new ActOnCandidate(candidateId, { type: 'PreferContact', preferenceId, channel }, asking),
    );
  }

  @Get('contact-preferences')
  @ReadOperation({
    gives: ['wishes'],
    tag,
    summary: 'Hoe een kandidaat het liefst wordt bereikt',
    description: 'De voorkeur voor contact (contact preference) die nu geldt; leeg als die niet is gezegd.',
    answer: ContactPreferenceAnswer,
    collection: true,
  })
  async contactPreferences(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { contactChannel: channel } = await this.queries.execute(new DetailsOfCandidate(reader, id));
    return listPage(reply, channel === null ? [] : [{ channel }], query, (item) => item.channel);
  }
}
