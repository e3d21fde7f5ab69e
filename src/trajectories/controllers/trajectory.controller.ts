import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { Writes } from '../../http/write/writes.js';
import { deriveId } from '../../shared/ids.js';
import { present } from '../../shared/present.js';
import { OpenTrajectory } from '../commands/open-trajectory/open-trajectory.command.js';
import { OpenTrajectoryDto } from '../dto/trajectory.dto.js';

const tag = 'Trajecten';

@Controller('v1/trajectories')
export class TrajectoryController {
  constructor(
    private readonly commands: CommandBus,
    private readonly writes: Writes,
  ) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Open een traject',
    description:
      'Een traject (trajectory) is de jobcoaching van één kandidaat voor één opdrachtgever, over werkgevers heen.',
  })
  open(@Body() body: OpenTrajectoryDto, @CurrentWrite() write: WriteRequest): Promise<WriteAnswerSchema> {
    return this.writes.answer(write, async (commandId) => {
      const trajectoryId = deriveId(commandId, 'item');
      const { revision, position, changed } = await this.commands.execute(
        new OpenTrajectory(
          { trajectoryId, ...present(body) },
          { asker: write.asker, via: 'api', commandId, match: write.match },
        ),
      );
      return {
        id: trajectoryId,
        revision,
        position,
        created: changed,
        location: `/v1/trajectories/${trajectoryId}`,
      };
    });
  }
}
