import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  CorrectObjectionDecisionDto,
  CorrectObjectionDto,
  DecideObjectionDto,
  LodgeObjectionDto,
} from '../dto/award-objections.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Bezwaar';

function place(itemId?: Id) {
  return { collection: 'objections', ...(itemId && { itemId }) };
}

@Controller('v1/trajectories/:id/objections')
export class TrajectoryObjectionsController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Maak bezwaar',
    description:
      'De kandidaat of de werkgever maakt bezwaar (objection) tegen een toekenning of tegen een aanvraag waarop is beslist.',
  })
  lodge(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: LodgeObjectionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const { role, employerId } = write.asker;
    const objector = role === 'employer' ? { by: role, employerId } : { by: 'candidate' as const };
    return this.trajectories.act(write, id, place(), (objectionId) => ({
      type: 'LodgeObjection',
      objectionId,
      ...present({ ...body, ...objector }),
    }));
  }

  @Post(':itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een bezwaar',
    description: 'Verbetert het bezwaar (objection), door wie het maakte, met een reden.',
  })
  correct(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het bezwaar.') objectionId: Id,
    @Body() { reason, ...changes }: CorrectObjectionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, place(objectionId), () => ({
      type: 'CorrectObjection',
      objectionId,
      changes: present(changes),
      reason,
    }));
  }

  @Post(':itemId/decisions')
  @WriteOperation({
    tag,
    summary: 'Beslis op een bezwaar',
    description:
      'Het besluit op bezwaar (objection decision): gegrond, ongegrond of ingetrokken, met de reden.',
  })
  decide(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het bezwaar.') objectionId: Id,
    @Body() body: DecideObjectionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, place(objectionId), () => ({
      type: 'DecideObjection',
      objectionId,
      ...present(body),
    }));
  }

  @Post(':itemId/decision-corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een besluit op bezwaar',
    description:
      'Verbetert het besluit op bezwaar (objection decision), met een reden; null bij decidedOn laat het bezwaar onbeslist.',
  })
  correctDecision(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het bezwaar.') objectionId: Id,
    @Body() { reason, evidence, ...changes }: CorrectObjectionDecisionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, place(objectionId), () => ({
      type: 'CorrectObjectionDecision',
      objectionId,
      changes: present(changes),
      ...present({ reason, evidence }),
    }));
  }
}
