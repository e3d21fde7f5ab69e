import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { ReportAccountabilityDto } from '../dto/reports.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

@Controller('v1/trajectories/:id')
export class TrajectoryReportsController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('accountability-reports')
  @WriteOperation({
    tag: 'Verantwoording',
    summary: 'Leg verantwoording af over een periode',
    description:
      'Legt vast dat de jobcoachorganisatie over deze dagen verantwoording aflegt. De verantwoordingsrapportage (accountability report) wordt samengesteld uit wat op dat moment is vastgelegd, en blijft zo.',
  })
  report(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: ReportAccountabilityDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'accountability-reports' }, (reportId) => ({
      type: 'ReportAccountability',
      reportId,
      ...present(body),
    }));
  }
}
