import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  CorrectEmployerContactDto,
  CorrectFitNoteDto,
  CorrectNamingDto,
  CorrectOrganisationChangeDto,
  CorrectRuleSetMoveDto,
  CorrectSubstitutionDto,
} from '../dto/corrections.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Verbeteren';
const STAYS = 'wat er stond blijft zichtbaar.';

@Controller('v1/trajectories/:id')
export class TrajectoryCorrectionsController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('employer-contacts/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een werkgeverscontact',
    description: `Verbetert het werkgeverscontact (employer contact) met een reden; ${STAYS}`,
  })
  correctEmployerContact(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het werkgeverscontact.') contactId: Id,
    @Body() { reason, ...changes }: CorrectEmployerContactDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'employer-contacts', itemId: contactId }, () => ({
      type: 'CorrectEmployerContact',
      contactId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('substitutions/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een vervanging',
    description: `Verbetert de vervanging (substitution) of haar einde met een reden; ${STAYS}`,
  })
  correctSubstitution(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De vervanging.') substitutionId: Id,
    @Body() { reason, ...changes }: CorrectSubstitutionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'substitutions', itemId: substitutionId }, () => ({
      type: 'CorrectSubstitution',
      substitutionId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('case-directors/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter wie de regisseur is',
    description: `Verbetert de naam of de eerste dag van de regisseur (case director) met een reden; ${STAYS}`,
  })
  correctCaseDirector(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De regisseur.') namingId: Id,
    @Body() { reason, evidence, ...changes }: CorrectNamingDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'case-directors', itemId: namingId }, () => ({
      type: 'CorrectCaseDirector',
      namingId,
      changes: present(changes),
      ...present({ reason, evidence }),
    }));
  }

  @Post('case-managers/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter wie de klantmanager is',
    description: `Verbetert de naam of de eerste dag van de klantmanager (case manager) met een reden; ${STAYS}`,
  })
  correctCaseManager(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De klantmanager.') namingId: Id,
    @Body() { reason, evidence, ...changes }: CorrectNamingDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'case-managers', itemId: namingId }, () => ({
      type: 'CorrectCaseManager',
      namingId,
      changes: present(changes),
      ...present({ reason, evidence }),
    }));
  }

  @Post('organisation-changes/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een overgang naar een andere jobcoachorganisatie',
    description: `Verbetert de overgang (organisation change) met een reden; ${STAYS} Wie het traject ziet, volgt de verbetering.`,
  })
  correctOrganisationChange(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De overgang.') changeId: Id,
    @Body() { reason, evidence, ...changes }: CorrectOrganisationChangeDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'organisation-changes', itemId: changeId }, () => ({
      type: 'CorrectOrganisationChange',
      changeId,
      changes: present(changes),
      ...present({ reason, evidence }),
    }));
  }

  @Post('rule-set-moves/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een overgang naar andere regels',
    description: `Verbetert de overgang naar een andere versie van de regels (rule-set move) met een reden; ${STAYS}`,
  })
  correctRuleSetMove(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De overgang.') moveId: Id,
    @Body() { reason, evidence, ruleSetVersion: version, on }: CorrectRuleSetMoveDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'rule-set-moves', itemId: moveId }, () => ({
      type: 'CorrectRuleSetMove',
      moveId,
      changes: present({ version, on }),
      ...present({ reason, evidence }),
    }));
  }

  @Post('fit-notes/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter wat past en wat niet',
    description: `Verbetert de notitie over wat past (fit note) met een reden; ${STAYS}`,
  })
  correctFitNote(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De notitie.') fitId: Id,
    @Body() { reason, ...changes }: CorrectFitNoteDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'fit-notes', itemId: fitId }, () => ({
      type: 'CorrectFitNote',
      fitId,
      changes: present(changes),
      reason,
    }));
  }
}
