import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Id } from '../../domain/shared/ids.js';
import type { WriteAnswerSchema } from '../http/openapi/schemas.js';
import type { WriteRequest } from '../http/write/write-request.js';
import { type WriteResult, Writes } from '../http/write/writes.js';
import { deriveId } from '../shared/ids.js';
import {
  ActOnTrajectory,
  type TrajectoryIntent,
} from './commands/act-on-trajectory/act-on-trajectory.command.js';

/** Where a fact is read, under its trajectory: the collection's name, and the item when it is not a new one. */
export interface Place {
  readonly collection?: string;
  /** The fact that the write is about; default a new id, derived from the command's. */
  readonly itemId?: Id;
  /** What stands for the item in its address when that is not its id. */
  readonly address?: string;
}

/** Sends what a request asks of a trajectory to its handler, and answers as every write does. */
@Injectable()
export class TrajectoryWrites {
  constructor(
    private readonly commands: CommandBus,
    private readonly writes: Writes,
  ) {}

  /** Records what `intent` makes of an item's id. Ids of the command follow from its own, so a retry makes them again. */
  act(
    write: WriteRequest,
    trajectoryId: Id,
    place: Place,
    intent: (itemId: Id, derived: (label: string) => Id) => TrajectoryIntent,
  ): Promise<WriteAnswerSchema> {
    return this.writes.answer(write, async (commandId): Promise<WriteResult> => {
      const itemId = place.itemId ?? deriveId(commandId, 'item');
      const { revision, position, changed } = await this.commands.execute(
        new ActOnTrajectory(
          trajectoryId,
          intent(itemId, (label) => deriveId(commandId, label)),
          {
            asker: write.asker,
            via: 'api',
            commandId,
            match: write.match,
          },
        ),
      );
      const item = place.collection ? `/${place.collection}/${place.address ?? itemId}` : '';
      return {
        id: itemId,
        revision,
        position,
        created: changed,
        location: `/v1/trajectories/${trajectoryId}${item}`,
      };
    });
  }
}
