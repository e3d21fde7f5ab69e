import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { RegisterCandidate } from '../commands/register-candidate/register-candidate.command.js';
import { RegisterCandidateDto } from '../dto/candidate.dto.js';
import { PartyWrites } from '../party-writes.js';

const tag = 'Kandidaten';

@Controller('v1/candidates')
export class CandidateController {
  constructor(private readonly parties: PartyWrites) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Registreer een kandidaat',
    description:
      'Wie jobcoaching krijgt (kandidaat, candidate), voor de jobcoachorganisatie of de opdrachtgever van wie het token is. Wat een persoon aanwijst wordt versleuteld opgeslagen.',
  })
  register(
    @Body() { contact, ...body }: RegisterCandidateDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const details = present({ ...body, contact: contact && present(contact) });
    const place = { location: (id: Id) => `/v1/candidates/${id}` };
    return this.parties.send(write, place, (id, asking) => new RegisterCandidate(id, details, asking));
  }
}
