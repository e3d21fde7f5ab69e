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
import { ContactPersonAnswer, PreferredCoachAnswer } from '../answers/party-people.answer.js';
import { ActOnEmployer } from '../commands/act-on-employer/act-on-employer.command.js';
import { EndDto } from '../dto/coach.dto.js';
import {
  CorrectCoachPreferenceDto,
  CorrectContactPersonDto,
  NameContactPersonDto,
  PreferCoachDto,
} from '../dto/employer.dto.js';
import { listPage } from '../list-page.js';
import { PartyWrites, type Place } from '../party-writes.js';
import { DetailsOfEmployer } from '../queries/employer-details/employer-details.query.js';

const tag = 'Werkgevers';

/** Who is reached at an employer, and which coach it wants. */
@Controller('v1/employers/:id')
export class EmployerPeopleController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

  @Post('contact-persons')
  @WriteOperation({
    tag,
    summary: 'Leg vast wie u bij een werkgever kunt bellen',
    description:
      'Een contactpersoon (contact person) vanaf een dag. Naam en nummers worden versleuteld opgeslagen.',
  })
  nameContactPerson(
    @PathId('id', 'De werkgever.') employerId: Id,
    @Body() body: NameContactPersonDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      at(employerId, 'contact-persons'),
      (contactPersonId, asking) =>
        new ActOnEmployer(
          employerId,
          { type: 'NameContactPerson', contactPersonId, ...present(body) },
          asking,
        ),
    );
  }

  @Post('contact-persons/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Leg vast dat een contactpersoon vertrekt',
    description: 'De laatste dag waarop u deze contactpersoon (contact person) kunt bellen.',
  })
  endContactPerson(
    @PathId('id', 'De werkgever.') employerId: Id,
    @PathId('itemId', 'De contactpersoon.') contactPersonId: Id,
    @Body() { endedOn }: EndDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'EndContactPerson', contactPersonId, endedOn } as const;
    return this.parties.send(
      write,
      at(employerId, 'contact-persons', contactPersonId),
      (_, asking) => new ActOnEmployer(employerId, intent, asking),
    );
  }

  @Post('contact-persons/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een contactpersoon',
    description: 'Alleen wat verandert (contactpersoon, contact person), met de reden; null neemt iets weg.',
  })
  correctContactPerson(
    @PathId('id', 'De werkgever.') employerId: Id,
    @PathId('itemId', 'De contactpersoon.') contactPersonId: Id,
    @Body() { reason, ...changes }: CorrectContactPersonDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = {
      type: 'CorrectContactPerson',
      contactPersonId,
      changes: present(changes),
      reason,
    } as const;
    return this.parties.send(
      write,
      at(employerId, 'contact-persons', contactPersonId),
      (_, asking) => new ActOnEmployer(employerId, intent, asking),
    );
  }

  @Get('contact-persons')
  @ReadOperation({
    gives: ['employer-people'],
    tag,
    summary: 'Wie u bij een werkgever kunt bellen',
    description: 'De contactpersonen (contact persons) met de dagen waarop zij dat zijn.',
    answer: ContactPersonAnswer,
    collection: true,
  })
  async contactPersons(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De werkgever.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { contactPersons } = await this.queries.execute(new DetailsOfEmployer(reader, id));
    return listPage(reply, contactPersons, query, (item) => item.id);
  }

  @Post('preferred-coaches')
  @WriteOperation({
    tag,
    summary: 'Leg vast welke jobcoach een werkgever het liefst heeft',
    description:
      'De ene jobcoach die de werkgever voor al zijn kandidaten wil (voorkeursjobcoach, preferred coach); de laatste geldt.',
  })
  preferCoach(
    @PathId('id', 'De werkgever.') employerId: Id,
    @Body() body: PreferCoachDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      at(employerId, 'preferred-coaches'),
      (preferenceId, asking) =>
        new ActOnEmployer(employerId, { type: 'PreferCoach', preferenceId, ...present(body) }, asking),
    );
  }

  @Post('preferred-coaches/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Beëindig de voorkeur voor een jobcoach',
    description: 'De laatste dag waarop de voorkeur (preferred coach) geldt.',
  })
  endPreference(
    @PathId('id', 'De werkgever.') employerId: Id,
    @PathId('itemId', 'De voorkeur.') preferenceId: Id,
    @Body() { endedOn }: EndDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'EndCoachPreference', preferenceId, endedOn } as const;
    return this.parties.send(
      write,
      at(employerId, 'preferred-coaches', preferenceId),
      (_, asking) => new ActOnEmployer(employerId, intent, asking),
    );
  }

  @Post('preferred-coaches/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter de voorkeur voor een jobcoach',
    description: 'Alleen wat verandert (voorkeur, preferred coach), met de reden; null neemt het einde weg.',
  })
  correctPreference(
    @PathId('id', 'De werkgever.') employerId: Id,
    @PathId('itemId', 'De voorkeur.') preferenceId: Id,
    @Body() { reason, ...changes }: CorrectCoachPreferenceDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = {
      type: 'CorrectCoachPreference',
      preferenceId,
      changes: present(changes),
      reason,
    } as const;
    return this.parties.send(
      write,
      at(employerId, 'preferred-coaches', preferenceId),
      (_, asking) => new ActOnEmployer(employerId, intent, asking),
    );
  }

  @Get('preferred-coaches')
  @ReadOperation({
    gives: ['employer-people'],
    tag,
    summary: 'Welke jobcoach een werkgever het liefst heeft',
    description: 'Elke voorkeur (preferred coach) met de dagen waarop zij geldt; de laatst begonnene geldt.',
    answer: PreferredCoachAnswer,
    collection: true,
  })
  async preferredCoaches(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De werkgever.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { preferredCoaches } = await this.queries.execute(new DetailsOfEmployer(reader, id));
    return listPage(reply, preferredCoaches, query, (item) => item.id);
  }
}

function at(employerId: Id, collection: string, itemId?: Id): Place {
  return { location: () => `/v1/employers/${employerId}/${collection}`, ...(itemId && { itemId }) };
}
