import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  CloseTrajectoryDto,
  CorrectAftercareContactDto,
  CorrectClosureDto,
  CorrectOutcomeDto,
  CorrectReopeningDto,
  MeasureOutcomeDto,
  ProposeClosureDto,
  RecordAftercareContactDto,
  ReopenTrajectoryDto,
} from '../dto/closing.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Afsluiting en daarna';

@Controller('v1/trajectories/:id')
export class TrajectoryClosingController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('closures')
  @WriteOperation({
    tag,
    summary: 'Sluit het traject',
    description:
      'Legt de laatste dag van het traject vast (closure), met reden en resultaat, en of lichte, blijvende begeleiding doorgaat.',
  })
  closeTrajectory(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: CloseTrajectoryDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'closures' }, (closureId) => ({
      type: 'CloseTrajectory',
      closureId,
      ...present(body),
    }));
  }

  @Post('closures/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter de afsluiting',
    description:
      'Verbetert de afsluiting (closure) met een reden; uitkomsten schuiven mee met de laatste dag.',
  })
  correctClosure(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De afsluiting.') closureId: Id,
    @Body() { reason, ...changes }: CorrectClosureDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'closures', itemId: closureId }, () => ({
      type: 'CorrectClosure',
      closureId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('closure-proposals')
  @WriteOperation({
    tag,
    summary: 'Stel voor om af te sluiten',
    description:
      'Een voorstel (closure proposal) aan de coördinator en de regisseur: afsluiten, heropenen of een uitkomst vastleggen.',
  })
  proposeClosure(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: ProposeClosureDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'closure-proposals' }, (proposalId) => ({
      type: 'ProposeClosure',
      proposalId,
      ...present(body),
    }));
  }

  @Post('reopenings')
  @WriteOperation({
    tag,
    summary: 'Heropen het traject',
    description:
      'Vanaf deze dag is het traject weer open (reopening); dat kan vanaf de dag na de laatste dag.',
  })
  reopenTrajectory(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: ReopenTrajectoryDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'reopenings' }, (reopeningId) => ({
      type: 'ReopenTrajectory',
      reopeningId,
      ...present(body),
    }));
  }

  @Post('reopenings/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter de heropening',
    description: 'Verbetert de dag van de heropening (reopening) met een reden.',
  })
  correctReopening(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De heropening.') reopeningId: Id,
    @Body() { reason, ...changes }: CorrectReopeningDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'reopenings', itemId: reopeningId }, () => ({
      type: 'CorrectReopening',
      reopeningId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('outcomes')
  @WriteOperation({
    tag,
    summary: 'Leg een uitkomst vast',
    description:
      'Wat er van het werk is geworden (outcome) na 6, 12, 24 of 36 maanden, gerekend vanaf de laatste dag.',
  })
  measureOutcome(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: MeasureOutcomeDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'outcomes' }, (outcomeId) => ({
      type: 'MeasureOutcome',
      outcomeId,
      ...present(body),
    }));
  }

  @Post('outcomes/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een uitkomst',
    description: 'Verbetert de uitkomst (outcome) met een reden.',
  })
  correctOutcome(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De uitkomst.') outcomeId: Id,
    @Body() { reason, ...changes }: CorrectOutcomeDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'outcomes', itemId: outcomeId }, () => ({
      type: 'CorrectOutcome',
      outcomeId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('aftercare-contacts')
  @WriteOperation({
    tag,
    summary: 'Registreer nazorg',
    description: 'Contact na de laatste dag (aftercare contact); de minuten tellen apart van de coaching.',
  })
  recordAftercareContact(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: RecordAftercareContactDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'aftercare-contacts' }, (contactId) => ({
      type: 'RecordAftercareContact',
      contactId,
      ...present(body),
    }));
  }

  @Post('aftercare-contacts/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een nazorgcontact',
    description:
      'Verbetert het nazorgcontact (aftercare contact) met een reden; null bij minutes haalt de minuten weg.',
  })
  correctAftercareContact(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het nazorgcontact.') contactId: Id,
    @Body() { reason, ...changes }: CorrectAftercareContactDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'aftercare-contacts', itemId: contactId }, () => ({
      type: 'CorrectAftercareContact',
      contactId,
      changes: present(changes),
      reason,
    }));
  }
}
