import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { minutesOf } from '../../http/fields.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { CorrectGrantDto, GrantCoachingDto, ReceiveApplicationDto } from '../dto/award.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Aanvraag en toekenning';

@Controller('v1/trajectories/:id')
export class TrajectoryAwardController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('applications')
  @WriteOperation({
    tag,
    summary: 'Leg een aanvraag vast',
    description:
      'Een eerste, vervolg-, wijzigings- of verlengingsaanvraag (application) die de opdrachtgever ontving.',
  })
  receiveApplication(
    @PathId('id', 'Het traject.') id: Id,
    @Body() { draftId, ...body }: ReceiveApplicationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'applications', ...(draftId && { itemId: draftId }) };
    return this.trajectories.act(write, id, place, (applicationId) => ({
      type: 'ReceiveApplication',
      applicationId,
      ...present(body),
    }));
  }

  @Post('grants')
  @WriteOperation({
    tag,
    summary: 'Leg een toekenning vast',
    description:
      'Wat een beschikking geeft (toekenning, grant): een periode, een regime en uren. Voorbij de maximale duur alleen met een motivering.',
  })
  grant(
    @PathId('id', 'Het traject.') id: Id,
    @Body() { hours, ...body }: GrantCoachingDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const minutes = hours === undefined ? undefined : minutesOf(hours);
    return this.trajectories.act(write, id, { collection: 'grants' }, (grantId) => ({
      type: 'GrantCoaching',
      grantId,
      ...present({ ...body, minutes }),
    }));
  }

  @Post('grants/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een toekenning',
    description: 'Verbetert hoe de toekenning (grant) is overgenomen, met een reden.',
  })
  correctGrant(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De toekenning.') grantId: Id,
    @Body() { reason, hours, evidence, ...changes }: CorrectGrantDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const minutes = typeof hours === 'number' ? minutesOf(hours) : hours;
    return this.trajectories.act(write, id, { collection: 'grants', itemId: grantId }, () => ({
      type: 'CorrectGrant',
      grantId,
      changes: present({ ...changes, minutes }),
      ...present({ reason, evidence }),
    }));
  }
}
