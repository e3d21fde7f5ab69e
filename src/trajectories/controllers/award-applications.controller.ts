import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  AskForCompletionDto,
  CompleteApplicationDto,
  CorrectApplicationDecisionDto,
  CorrectApplicationDto,
  ReceiveApplicationDto,
  RefuseCoachingDto,
} from '../dto/award-applications.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Aanvraag en toekenning';

/** An application is read in its collection, whatever was recorded of it. */
function place(itemId?: Id) {
  return { collection: 'applications', ...(itemId && { itemId }) };
}

@Controller('v1/trajectories/:id/applications')
export class TrajectoryApplicationsController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Leg een aanvraag vast',
    description:
      'Een eerste, vervolg-, wijzigings- of verlengingsaanvraag (application) die de opdrachtgever ontving. Van een jobcoach is het een concept, dat een ander indient.',
  })
  receive(
    @PathId('id', 'Het traject.') id: Id,
    @Body() { draftId, ...body }: ReceiveApplicationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const { receivedOn: _, ...draft } = body;
    return this.trajectories.act(write, id, place(draftId), (applicationId) =>
      write.asker.role === 'coach'
        ? { type: 'DraftApplication', applicationId, ...present(draft) }
        : { type: 'ReceiveApplication', applicationId, ...present(body) },
    );
  }

  @Post(':itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een aanvraag',
    description: 'Verbetert wat is aangevraagd (application) of wanneer het is aangevuld, met een reden.',
  })
  correct(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De aanvraag.') applicationId: Id,
    @Body() { reason, ...changes }: CorrectApplicationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, place(applicationId), () => ({
      type: 'CorrectApplication',
      applicationId,
      changes: present(changes),
      reason,
    }));
  }

  @Post(':itemId/completion-requests')
  @WriteOperation({
    tag,
    summary: 'Vraag om aanvulling',
    description:
      'De opdrachtgever vraagt wat er ontbreekt aan de aanvraag (completion request): de beslistermijn staat stil tot die is aangevuld.',
  })
  askForCompletion(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De aanvraag.') applicationId: Id,
    @Body() body: AskForCompletionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, place(applicationId), () => ({
      type: 'AskForCompletion',
      applicationId,
      ...present(body),
    }));
  }

  @Post(':itemId/completions')
  @WriteOperation({
    tag,
    summary: 'Leg vast dat de aanvraag is aangevuld',
    description: 'De aanvulling (completion) is binnen: de beslistermijn loopt weer.',
  })
  complete(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De aanvraag.') applicationId: Id,
    @Body() { on }: CompleteApplicationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, place(applicationId), () => ({
      type: 'CompleteApplication',
      applicationId,
      on,
    }));
  }

  @Post(':itemId/refusals')
  @WriteOperation({
    tag,
    summary: 'Wijs een aanvraag af',
    description: 'De opdrachtgever wijst de aanvraag af (refusal), met de reden. Daarmee is op haar beslist.',
  })
  refuse(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De aanvraag.') applicationId: Id,
    @Body() body: RefuseCoachingDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, place(applicationId), () => ({
      type: 'RefuseCoaching',
      applicationId,
      ...present(body),
    }));
  }

  @Post(':itemId/decision-corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een verzoek om aanvulling of een afwijzing',
    description:
      'Verbetert wat de opdrachtgever vroeg of besliste op de aanvraag (decision), met een reden; null neemt het terug.',
  })
  correctDecision(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De aanvraag.') applicationId: Id,
    @Body() { reason, evidence, ...changes }: CorrectApplicationDecisionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, place(applicationId), () => ({
      type: 'CorrectApplicationDecision',
      applicationId,
      changes: present(changes),
      ...present({ reason, evidence }),
    }));
  }
}
