import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  AssignCoachDto,
  CorrectCoachAssignmentDto,
  EndSubstitutionDto,
  HandOverCoachDto,
  SubstituteCoachDto,
} from '../dto/coaching-parties.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Jobcoach van een traject';

@Controller('v1/trajectories/:id')
export class TrajectoryCoachesController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('coach-assignments')
  @WriteOperation({
    tag,
    summary: 'Koppel een jobcoach',
    description: 'Koppelt een jobcoach (coach) aan het traject vanaf een dag, en zegt wie de jobcoach koos.',
  })
  assign(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: AssignCoachDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'coach-assignments' }, (assignmentId) => ({
      type: 'AssignCoach',
      assignmentId,
      ...present(body),
    }));
  }

  @Post('coach-assignments/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een koppeling van een jobcoach',
    description: 'Verbetert de koppeling (coach assignment) met een reden; wat er stond blijft zichtbaar.',
  })
  correctAssignment(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De koppeling.') assignmentId: Id,
    @Body() { reason, ...changes }: CorrectCoachAssignmentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(
      write,
      id,
      { collection: 'coach-assignments', itemId: assignmentId },
      () => ({
        type: 'CorrectCoachAssignment',
        assignmentId,
        changes: present(changes),
        reason,
      }),
    );
  }

  @Post('substitutions')
  @WriteOperation({
    tag,
    summary: 'Laat een jobcoach vervangen',
    description: 'Een andere jobcoach staat tijdelijk in (vervanging, substitution).',
  })
  substitute(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: SubstituteCoachDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'substitutions' }, (substitutionId) => ({
      type: 'SubstituteCoach',
      substitutionId,
      ...present(body),
    }));
  }

  @Post('substitutions/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Beëindig een vervanging',
    description: 'Legt de laatste dag van de vervanging (substitution) vast.',
  })
  endSubstitution(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De vervanging.') substitutionId: Id,
    @Body() body: EndSubstitutionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'substitutions', itemId: substitutionId }, () => ({
      type: 'EndSubstitution',
      substitutionId,
      ...present(body),
    }));
  }

  @Post('handovers')
  @WriteOperation({
    tag,
    summary: 'Draag over aan een andere jobcoach',
    description: 'Een andere jobcoach neemt het blijvend over (overdracht, handover).',
  })
  handOver(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: HandOverCoachDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'coach-assignments' }, (handoverId) => ({
      type: 'HandOverCoach',
      handoverId,
      ...present(body),
    }));
  }
}
