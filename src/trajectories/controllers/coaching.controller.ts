import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  CorrectSessionDto,
  RecordEmployerContactDto,
  RecordSessionDto,
  WithdrawSessionDto,
} from '../dto/session.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Coachen';

@Controller('v1/trajectories/:id')
export class TrajectoryCoachingController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('sessions')
  @WriteOperation({
    tag,
    summary: 'Leg een coachsessie vast',
    description: 'Tijd die een jobcoach aan de kandidaat besteedde (coachsessie, session).',
  })
  recordSession(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: RecordSessionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'sessions' }, (sessionId) => ({
      type: 'RecordSession',
      sessionId,
      ...present(body),
    }));
  }

  @Post('sessions/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een coachsessie',
    description: 'Verbetert de coachsessie (session) met een reden; wat er stond blijft zichtbaar.',
  })
  correctSession(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De coachsessie.') sessionId: Id,
    @Body() { reason, ...changes }: CorrectSessionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'sessions', itemId: sessionId }, () => ({
      type: 'CorrectSession',
      sessionId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('sessions/:itemId/withdrawals')
  @WriteOperation({
    tag,
    summary: 'Trek een coachsessie in',
    description: 'De coachsessie (session) telt nergens meer mee; ze blijft zichtbaar.',
  })
  withdrawSession(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De coachsessie.') sessionId: Id,
    @Body() { reason }: WithdrawSessionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'sessions', itemId: sessionId }, () => ({
      type: 'WithdrawSession',
      sessionId,
      reason,
    }));
  }

  @Post('employer-contacts')
  @WriteOperation({
    tag,
    summary: 'Leg een werkgeverscontact vast',
    description: 'Advies, vinger aan de pols, afspraak of incident met de werkgever (employer contact).',
  })
  recordContact(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: RecordEmployerContactDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'employer-contacts' }, (contactId) => ({
      type: 'RecordEmployerContact',
      contactId,
      ...present(body),
    }));
  }
}
