import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { AnswerCorrectionRequestDto, AskForCorrectionDto } from '../dto/requests.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Correctieverzoeken';
const collection = 'correction-requests';

@Controller('v1/trajectories/:id')
export class TrajectoryRequestsController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('correction-requests')
  @WriteOperation({
    tag,
    summary: 'Vraag om een verbetering',
    description:
      'De kandidaat vraagt om een gegeven te verbeteren (correction request), wat het ook is en hoe lang geleden ook.',
  })
  askForCorrection(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: AskForCorrectionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection }, (requestId) => ({
      type: 'AskForCorrection',
      requestId,
      ...present(body),
    }));
  }

  @Post('correction-requests/:itemId/answers')
  @WriteOperation({
    tag,
    summary: 'Beantwoord een correctieverzoek',
    description:
      'Legt het besluit op een correctieverzoek (correction request) vast. De verbetering zelf wordt apart vastgelegd.',
  })
  answerCorrectionRequest(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het correctieverzoek.') requestId: Id,
    @Body() body: AnswerCorrectionRequestDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection, itemId: requestId }, () => ({
      type: 'AnswerCorrectionRequest',
      requestId,
      ...present(body),
    }));
  }
}
