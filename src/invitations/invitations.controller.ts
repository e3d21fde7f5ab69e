import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../domain/shared/ids.js';
import { IssueOperation } from '../http/openapi/operations.js';
import { PathId } from '../http/read/path-id.js';
import type { Asker } from '../identity/asker.js';
import { CurrentAsker } from '../identity/current-asker.js';
import { present } from '../shared/present.js';
import { InvitationAnswer } from './invitation.answer.js';
import { InviteDto, LinkEmployerDto } from './invitation.dto.js';
import { type Invitation, Invitations } from './invitations.js';

const tag = 'Aanmelden';

/** Links by which people come in. */
@Controller('v1')
export class InvitationsController {
  constructor(private readonly invitations: Invitations) {}

  @Post('invitations')
  @IssueOperation({
    tag,
    summary: 'Nodig iemand uit',
    description:
      'Een uitnodiging (invitation) voor een rol: een link van veertien dagen, die u zelf doorstuurt. Een beheerder nodigt voor elke rol uit, een coördinator jobcoaches, kandidaten en werkgevers van de eigen organisatie, een regisseur voor de eigen opdrachtgever. Nog eens vragen geeft een andere link.',
    answer: InvitationAnswer,
  })
  invite(@Body() body: InviteDto, @CurrentAsker() asker: Asker): Promise<Invitation> {
    const { name, email, ...role } = present(body);
    return this.invitations.invite(asker, { name, email }, role);
  }

  @Post('trajectories/:id/employer-links')
  @IssueOperation({
    tag,
    summary: 'Maak een link voor de werkgever van een werkplek',
    description:
      'Een link waarmee de werkgever (employer) van een werkplek (placement) het eigen deel van het plan ziet, afspraken en beoordelingen vastlegt. De link en de toegang eindigen met de laatste dag.',
    answer: InvitationAnswer,
  })
  linkEmployer(
    @PathId('id', 'Het traject.') trajectoryId: Id,
    @Body() body: LinkEmployerDto,
    @CurrentAsker() asker: Asker,
  ): Promise<Invitation> {
    return this.invitations.linkEmployer(asker, trajectoryId, body);
  }
}
