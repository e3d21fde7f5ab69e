import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { byId, type Id } from '../../../domain/shared/ids.js';
import type { OrganisationView } from '../../../projections/organisation/organisation.query.js';
import { ReadOperation, WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { answerPage, textAfter, windowOf } from '../../http/read/page.js';
import { PathId } from '../../http/read/path-id.js';
import { PageQuery, PositionQuery } from '../../http/read/queries.js';
import { etagOf } from '../../http/write/if-match.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { OrganisationAnswer, RecognitionAnswer } from '../answers/party.answer.js';
import { ActOnOrganisation } from '../commands/act-on-organisation/act-on-organisation.command.js';
import { RegisterParty } from '../commands/register-party/register-party.command.js';
import { CorrectRecognitionDto, EndRecognitionDto, RecogniseDto } from '../dto/coach.dto.js';
import { RegisterOrganisationDto } from '../dto/party.dto.js';
import { listPage } from '../list-page.js';
import { PartyWrites } from '../party-writes.js';
import { OrganisationOfId, Organisations } from '../queries/organisations/organisations.query.js';

const tag = 'Jobcoachorganisaties';

@Controller('v1/organisations')
export class OrganisationController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Registreer een jobcoachorganisatie',
    description: 'Een organisatie waar jobcoaches werken (jobcoachorganisatie, organisation).',
  })
  register(
    @Body() body: RegisterOrganisationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: (id: Id) => `/v1/organisations/${id}` };
    return this.parties.send(
      write,
      place,
      (id, asking) => new RegisterParty(id, { type: 'RegisterOrganisation', ...present(body) }, asking),
    );
  }

  @Post(':id/recognitions')
  @WriteOperation({
    tag,
    summary: 'Leg een erkenning van een jobcoachorganisatie vast',
    description: 'Een erkenning (recognition) met de dagen waarop zij geldt.',
  })
  recognise(
    @PathId('id', 'De jobcoachorganisatie.') organisationId: Id,
    @Body() body: RecogniseDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/organisations/${organisationId}/recognitions` };
    return this.parties.send(
      write,
      place,
      (recognitionId, asking) =>
        new ActOnOrganisation(
          organisationId,
          { type: 'RecogniseOrganisation', recognitionId, ...present(body) },
          asking,
        ),
    );
  }

  @Post(':id/recognitions/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Beëindig een erkenning van een jobcoachorganisatie',
    description: 'Legt de laatste dag van de erkenning (recognition) vast, met de reden.',
  })
  endRecognition(
    @PathId('id', 'De jobcoachorganisatie.') organisationId: Id,
    @PathId('itemId', 'De erkenning.') recognitionId: Id,
    @Body() body: EndRecognitionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const location = () => `/v1/organisations/${organisationId}/recognitions`;
    return this.parties.send(
      write,
      { location, itemId: recognitionId },
      (_, asking) =>
        new ActOnOrganisation(
          organisationId,
          { type: 'EndOrganisationRecognition', recognitionId, ...present(body) },
          asking,
        ),
    );
  }

  @Post(':id/recognitions/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een erkenning van een jobcoachorganisatie',
    description: 'Alleen wat verandert (erkenning, recognition), met de reden; null neemt een einde weg.',
  })
  correctRecognition(
    @PathId('id', 'De jobcoachorganisatie.') organisationId: Id,
    @PathId('itemId', 'De erkenning.') recognitionId: Id,
    @Body() { reason, ...changes }: CorrectRecognitionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = {
      location: () => `/v1/organisations/${organisationId}/recognitions`,
      itemId: recognitionId,
    };
    const intent = {
      type: 'CorrectOrganisationRecognition',
      recognitionId,
      changes: present(changes),
      reason,
    } as const;
    return this.parties.send(
      write,
      place,
      (_, asking) => new ActOnOrganisation(organisationId, intent, asking),
    );
  }

  @Get()
  @ReadOperation({
    gives: ['reference'],
    tag,
    summary: 'De jobcoachorganisaties',
    description: 'Elke jobcoachorganisatie (organisation).',
    answer: OrganisationAnswer,
    collection: true,
  })
  async list(@Query() query: PageQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const window = windowOf(query, 1);
    const after = textAfter(window);
    const found = await this.queries.execute(new Organisations({ after, limit: window.limit + 1 }));
    return answerPage(reply, found.map(answerOf), window, ({ id }) => [id]);
  }

  @Get(':id')
  @ReadOperation({
    gives: ['reference'],
    tag,
    summary: 'Eén jobcoachorganisatie',
    description: 'De jobcoachorganisatie (organisation).',
    answer: OrganisationAnswer,
  })
  async one(
    @PathId('id', 'De jobcoachorganisatie.') id: Id,
    @Query() _: PositionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const organisation = await this.queries.execute(new OrganisationOfId(id));
    reply.header('etag', etagOf(BigInt(organisation.revision)));
    return answerOf(organisation);
  }

  @Get(':id/recognitions')
  @ReadOperation({
    gives: ['reference'],
    tag,
    summary: 'De erkenningen van een jobcoachorganisatie',
    description: 'Elke erkenning (recognition) met de dagen waarop zij geldt.',
    answer: RecognitionAnswer,
    collection: true,
  })
  async recognitions(
    @PathId('id', 'De jobcoachorganisatie.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { recognitions } = await this.queries.execute(new OrganisationOfId(id));
    return listPage(reply, [...recognitions].sort(byId), query, (recognition) => recognition.id);
  }
}

function answerOf({ id, name, kvkNumber }: OrganisationView): OrganisationAnswer {
  return { id, name, kvkNumber };
}
