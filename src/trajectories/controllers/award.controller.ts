import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { minutesOf } from '../../http/fields.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { ApproveCoachingDuringAbsenceDto, CorrectCoachingApprovalDto } from '../dto/award-approvals.dto.js';
import {
  CorrectGrantDto,
  CorrectGrantRevisionDto,
  GrantCoachingDto,
  ReviseGrantDto,
} from '../dto/award-grants.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Aanvraag en toekenning';

@Controller('v1/trajectories/:id')
export class TrajectoryAwardController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

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
    const minutes = minutesOrNone(hours);
    return this.trajectories.act(write, id, { collection: 'grants', itemId: grantId }, () => ({
      type: 'CorrectGrant',
      grantId,
      changes: present({ ...changes, minutes }),
      ...present({ reason, evidence }),
    }));
  }

  @Post('grants/:itemId/revisions')
  @WriteOperation({
    tag,
    summary: 'Herzie een toekenning',
    description:
      'Een latere beschikking (revision) die de toekenning vervangt vanaf haar dag; wat zij niet noemt, blijft zoals het was.',
  })
  revise(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De toekenning.') grantId: Id,
    @Body() { decidedOn, reason, evidence, hours, ...changes }: ReviseGrantDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const minutes = minutesOrNone(hours);
    return this.trajectories.act(write, id, { collection: 'grant-revisions' }, (revisionId) => ({
      type: 'ReviseGrant',
      revisionId,
      grantId,
      changes: present({ ...changes, minutes }),
      ...present({ decidedOn, reason, evidence }),
    }));
  }

  @Post('grant-revisions/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een herziening',
    description:
      'Verbetert hoe de herziening van een toekenning (grant revision) is overgenomen, met een reden.',
  })
  correctRevision(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De herziening.') revisionId: Id,
    @Body() { reason, evidence, hours, ...changes }: CorrectGrantRevisionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const minutes = minutesOrNone(hours);
    const place = { collection: 'grant-revisions', itemId: revisionId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectGrantRevision',
      revisionId,
      changes: present({ ...changes, minutes }),
      ...present({ reason, evidence }),
    }));
  }

  @Post('absences/:itemId/coaching-approvals')
  @WriteOperation({
    tag,
    summary: 'Keur coaching tijdens afwezigheid goed',
    description:
      'De opdrachtgever keurt uren coaching goed terwijl de kandidaat er niet is (coaching approval).',
  })
  approveCoaching(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De afwezigheid.') absenceId: Id,
    @Body() { hours, ...body }: ApproveCoachingDuringAbsenceDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'coaching-approvals' }, (approvalId) => ({
      type: 'ApproveCoachingDuringAbsence',
      approvalId,
      absenceId,
      minutes: minutesOf(hours),
      ...present(body),
    }));
  }

  @Post('coaching-approvals/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een goedkeuring van coaching',
    description:
      'Verbetert de uren of de dag van een goedkeuring tijdens afwezigheid (coaching approval), met een reden.',
  })
  correctApproval(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De goedkeuring.') approvalId: Id,
    @Body() { reason, evidence, hours, ...changes }: CorrectCoachingApprovalDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const minutes = hours === undefined ? undefined : minutesOf(hours);
    const place = { collection: 'coaching-approvals', itemId: approvalId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectCoachingApproval',
      approvalId,
      changes: present({ ...changes, minutes }),
      ...present({ reason, evidence }),
    }));
  }
}

/** Null takes the stated hours away. */
function minutesOrNone(hours: number | null | undefined): number | null | undefined {
  return typeof hours === 'number' ? minutesOf(hours) : hours;
}
