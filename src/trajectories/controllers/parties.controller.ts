import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  ChangeOrganisationDto,
  MoveRuleSetDto,
  NameCaseDirectorDto,
  NameCaseManagerDto,
} from '../dto/parties.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Partijen en regels van een traject';

@Controller('v1/trajectories/:id')
export class TrajectoryPartiesController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('case-directors')
  @WriteOperation({
    tag,
    summary: 'Noem de regisseur',
    description: 'De regisseur (case director) bewaakt het plan namens de opdrachtgever.',
  })
  nameCaseDirector(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: NameCaseDirectorDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'case-directors' }, (namingId) => ({
      type: 'NameCaseDirector',
      namingId,
      ...present(body),
    }));
  }

  @Post('case-managers')
  @WriteOperation({
    tag,
    summary: 'Noem de klantmanager',
    description:
      'De klantmanager (case manager) beslist over uitkering en handhaving, en is daarom nooit de jobcoach.',
  })
  nameCaseManager(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: NameCaseManagerDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'case-managers' }, (namingId) => ({
      type: 'NameCaseManager',
      namingId,
      ...present(body),
    }));
  }

  @Post('organisation-changes')
  @WriteOperation({
    tag,
    summary: 'Ga over naar een andere jobcoachorganisatie',
    description:
      'Vanaf een dag begeleidt een andere jobcoachorganisatie (organisation change). Vanaf die dag ziet de vorige het traject niet meer; de nieuwe ziet het zodra dit is vastgelegd.',
  })
  changeOrganisation(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: ChangeOrganisationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'organisation-changes' }, (changeId) => ({
      type: 'ChangeOrganisation',
      changeId,
      ...present(body),
    }));
  }

  @Post('rule-set-moves')
  @WriteOperation({
    tag,
    summary: 'Ga over naar een andere versie van de regels',
    description:
      'Vanaf een dag valt het traject onder een andere versie van de regels van de opdrachtgever (rule-set move). Tot die dag gelden de regels waaronder het viel.',
  })
  moveRuleSet(
    @PathId('id', 'Het traject.') id: Id,
    @Body() { ruleSetVersion: version, ...body }: MoveRuleSetDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'rule-set-moves' }, (moveId) => ({
      type: 'MoveRuleSet',
      moveId,
      version,
      ...present(body),
    }));
  }
}
