import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { ActOnOrganisation } from '../commands/act-on-organisation/act-on-organisation.command.js';
import { RegisterParty } from '../commands/register-party/register-party.command.js';
import { EndRecognitionDto, RecogniseDto } from '../dto/coach.dto.js';
import { RegisterOrganisationDto } from '../dto/party.dto.js';
import { PartyWrites } from '../party-writes.js';

const tag = 'Jobcoachorganisaties';

@Controller('v1/organisations')
export class OrganisationController {
  constructor(private readonly parties: PartyWrites) {}

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
}
