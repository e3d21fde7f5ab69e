import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { RegisterParty } from '../commands/register-party/register-party.command.js';
import { RegisterEmployerDto } from '../dto/party.dto.js';
import { PartyWrites } from '../party-writes.js';

const tag = 'Werkgevers';

@Controller('v1/employers')
export class EmployerController {
  constructor(private readonly parties: PartyWrites) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Registreer een werkgever',
    description: 'Waar kandidaten werken (werkgever, employer).',
  })
  register(
    @Body() body: RegisterEmployerDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: (id: Id) => `/v1/employers/${id}` };
    return this.parties.send(
      write,
      place,
      (id, asking) => new RegisterParty(id, { type: 'RegisterEmployer', ...present(body) }, asking),
    );
  }
}
