import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { minutesOf } from '../../http/fields.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  ApproveHoursDto,
  CorrectDeclarationDto,
  CorrectHoursApprovalDto,
  SettleDeclarationDto,
  SubmitDeclarationDto,
} from '../dto/accounts.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Uren en declaraties';

@Controller('v1/trajectories/:id')
export class TrajectoryAccountsController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('hours-approvals')
  @WriteOperation({
    tag,
    summary: 'Keur uren goed',
    description:
      'De jobcoachorganisatie keurt de uren goed die op deze dagen zijn geregistreerd (goedkeuring van uren, hours approval), nooit meer dan er zijn toegekend. Wat later wordt geregistreerd of verbeterd, is niet goedgekeurd.',
  })
  approve(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: ApproveHoursDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'hours-approvals' }, (approvalId) => ({
      type: 'ApproveHours',
      approvalId,
      ...body,
    }));
  }

  @Post('hours-approvals/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een goedkeuring van uren',
    description:
      'Verbetert de dagen van een goedkeuring (hours approval), of trekt haar in, met een reden. Uren die zijn gedeclareerd blijven goedgekeurd.',
  })
  correctApproval(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De goedkeuring van uren.') approvalId: Id,
    @Body() { reason, ...changes }: CorrectHoursApprovalDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'hours-approvals', itemId: approvalId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectHoursApproval',
      approvalId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('declarations')
  @WriteOperation({
    tag,
    summary: 'Dien een declaratie in',
    description:
      'Uren en geld die voor deze dagen worden gevraagd (declaratie, declaration): geregistreerd, goedgekeurd en toegekend, tegen het tarief van de regels. Zonder gepubliceerd tarief is het bedrag nodig.',
  })
  declare(
    @PathId('id', 'Het traject.') id: Id,
    @Body() { hours, amount, ...days }: SubmitDeclarationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'declarations' }, (declarationId) => ({
      type: 'SubmitDeclaration',
      declarationId,
      ...days,
      minutes: minutesOf(hours),
      ...present({ amountCents: amount }),
    }));
  }

  @Post('declarations/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een declaratie',
    description:
      'Verbetert een declaratie (declaration) die nog niet is afgerekend, of trekt haar in, met een reden.',
  })
  correctDeclaration(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De declaratie.') declarationId: Id,
    @Body() { reason, hours, amount, ...changes }: CorrectDeclarationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const minutes = hours === undefined ? undefined : minutesOf(hours);
    const place = { collection: 'declarations', itemId: declarationId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectDeclaration',
      declarationId,
      changes: present({ ...changes, minutes, amountCents: amount }),
      reason,
    }));
  }

  @Post('declarations/:itemId/settlements')
  @WriteOperation({
    tag,
    summary: 'Reken een declaratie af',
    description:
      'Wat de opdrachtgever voor een declaratie betaalt (afrekening, settlement). Opnieuw afrekenen neemt de plaats in van wat eerder is afgerekend.',
  })
  settle(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De declaratie.') declarationId: Id,
    @Body() { hours, amount, ...body }: SettleDeclarationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'declarations', itemId: declarationId };
    return this.trajectories.act(write, id, place, (_itemId, derived) => ({
      type: 'SettleDeclaration',
      declarationId,
      settlementId: derived('settlement'),
      minutes: minutesOf(hours),
      amountCents: amount,
      ...present(body),
    }));
  }
}
