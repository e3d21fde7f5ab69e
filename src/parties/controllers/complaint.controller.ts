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
import { ComplaintAnswer } from '../answers/party-people.answer.js';
import { ActOnOrganisation } from '../commands/act-on-organisation/act-on-organisation.command.js';
import { CorrectComplaintDto, ReceiveComplaintDto } from '../dto/complaint.dto.js';
import { listPage } from '../list-page.js';
import { PartyWrites } from '../party-writes.js';
import { ComplaintsOfOrganisation } from '../queries/complaints/complaints.query.js';

const tag = 'Jobcoachorganisaties';

@Controller('v1/organisations/:id/complaints')
export class ComplaintController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Leg een klacht over een jobcoachorganisatie vast',
    description: 'Een klacht (complaint) van een dag. De tekst wordt versleuteld opgeslagen.',
  })
  receive(
    @PathId('id', 'De jobcoachorganisatie.') organisationId: Id,
    @Body() body: ReceiveComplaintDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/organisations/${organisationId}/complaints` };
    return this.parties.send(
      write,
      place,
      (complaintId, asking) =>
        new ActOnOrganisation(organisationId, { type: 'ReceiveComplaint', complaintId, ...body }, asking),
    );
  }

  @Post(':itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een klacht',
    description: 'Alleen wat verandert (klacht, complaint), met de reden.',
  })
  correct(
    @PathId('id', 'De jobcoachorganisatie.') organisationId: Id,
    @PathId('itemId', 'De klacht.') complaintId: Id,
    @Body() { reason, ...changes }: CorrectComplaintDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/organisations/${organisationId}/complaints`, itemId: complaintId };
    const intent = { type: 'CorrectComplaint', complaintId, changes: present(changes), reason } as const;
    return this.parties.send(
      write,
      place,
      (_, asking) => new ActOnOrganisation(organisationId, intent, asking),
    );
  }

  @Get()
  @ReadOperation({
    gives: ['complaint'],
    tag,
    summary: 'De klachten over een jobcoachorganisatie',
    description: 'Elke klacht (complaint); alleen voor de eigen coördinatoren en de beheerder.',
    answer: ComplaintAnswer,
    collection: true,
  })
  async list(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De jobcoachorganisatie.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const complaints = await this.queries.execute(new ComplaintsOfOrganisation(reader, id));
    return listPage(reply, complaints, query, (item) => item.id);
  }
}
