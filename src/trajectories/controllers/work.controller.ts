import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { CorrectAbsenceDto, EndAbsenceDto, ReportAbsenceDto } from '../dto/absence.dto.js';
import {
  ChangeJobDto,
  ChangePlacementDto,
  CorrectPlacementDto,
  EndPlacementDto,
  LearnFitDto,
  StartPlacementDto,
} from '../dto/placement.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Werk';

@Controller('v1/trajectories/:id')
export class TrajectoryWorkController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('placements')
  @WriteOperation({
    tag,
    summary: 'Begin een werkplek',
    description: 'Legt een werkplek (placement) bij een werkgever vast.',
  })
  startPlacement(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: StartPlacementDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'placements' }, (placementId) => ({
      type: 'StartPlacement',
      placementId,
      ...present(body),
    }));
  }

  @Post('placements/:itemId/changes')
  @WriteOperation({
    tag,
    summary: 'Wijzig een werkplek',
    description:
      'Wat er vanaf een dag anders is aan de werkplek (placement), zoals het aantal uren per week.',
  })
  changePlacement(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De werkplek.') placementId: Id,
    @Body() body: ChangePlacementDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(
      write,
      id,
      { collection: 'placements', itemId: placementId },
      (_, derived) => ({
        type: 'ChangePlacement',
        placementId,
        changeId: derived('change'),
        ...present(body),
      }),
    );
  }

  @Post('placements/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Beëindig een werkplek',
    description: 'Legt de laatste dag op de werkplek (placement) vast, met de reden.',
  })
  endPlacement(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De werkplek.') placementId: Id,
    @Body() body: EndPlacementDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'placements', itemId: placementId }, () => ({
      type: 'EndPlacement',
      placementId,
      ...present(body),
    }));
  }

  @Post('placements/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een werkplek',
    description:
      'Verbetert de werkplek (placement) met een reden; null bij endedOn heropent haar. Alles wordt berekend alsof het meteen goed stond.',
  })
  correctPlacement(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De werkplek.') placementId: Id,
    @Body() { reason, ...changes }: CorrectPlacementDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'placements', itemId: placementId }, () => ({
      type: 'CorrectPlacement',
      placementId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('job-changes')
  @WriteOperation({
    tag,
    summary: 'Naar een nieuwe werkgever',
    description:
      'In één keer: de oude werkplek eindigt, de nieuwe begint, de jobcoach blijft, wat is geleerd gaat mee en de vervolgaanvraag staat klaar.',
  })
  changeJob(
    @PathId('id', 'Het traject.') id: Id,
    @Body() { next, ...ending }: ChangeJobDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'placements' }, (placementId, derived) => ({
      type: 'ChangeJob',
      ...present(ending),
      next: { placementId, ...present(next) },
      applicationId: derived('application'),
    }));
  }

  @Post('absences')
  @WriteOperation({
    tag,
    summary: 'Meld afwezigheid',
    description: 'Legt vast dat de kandidaat er niet is (absence): ziekte of verlof, nooit wat iemand heeft.',
  })
  reportAbsence(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: ReportAbsenceDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'absences' }, (absenceId) => ({
      type: 'ReportAbsence',
      absenceId,
      ...present(body),
    }));
  }

  @Post('absences/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Beëindig afwezigheid',
    description: 'Legt de laatste dag van de afwezigheid (absence) vast.',
  })
  endAbsence(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De afwezigheid.') absenceId: Id,
    @Body() body: EndAbsenceDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'absences', itemId: absenceId }, () => ({
      type: 'EndAbsence',
      absenceId,
      ...present(body),
    }));
  }

  @Post('absences/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een afwezigheid',
    description: 'Verbetert de afwezigheid (absence) met een reden; null bij until heropent haar.',
  })
  correctAbsence(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De afwezigheid.') absenceId: Id,
    @Body() { reason, ...changes }: CorrectAbsenceDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'absences', itemId: absenceId }, () => ({
      type: 'CorrectAbsence',
      absenceId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('fit-notes')
  @WriteOperation({
    tag,
    summary: 'Leg vast wat past',
    description:
      'Wat past, wat niet past en welke aanpassingen helpen (fit note); dit gaat mee naar een volgende werkplek.',
  })
  learnFit(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: LearnFitDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'fit-notes' }, (fitId) => ({
      type: 'LearnFit',
      fitId,
      ...present(body),
    }));
  }
}
