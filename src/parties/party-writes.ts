import { Injectable } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import type { Id } from '../../domain/shared/ids.js';
import type { WriteAnswerSchema } from '../http/openapi/schemas.js';
import type { WriteRequest } from '../http/write/write-request.js';
import { Writes } from '../http/write/writes.js';
import type { Recorded } from '../recording/stream-lane.js';
import { deriveId } from '../shared/ids.js';
import type { Asking } from './commands/asking.js';

/** Where what was written is read: a path, and the item when it is not a new one. */
export interface Place {
  readonly location: (id: Id) => string;
  /** What the write is about; default a new id, derived from the command's. */
  readonly itemId?: Id;
}

/** Sends what a request asks of a party to its handler, and answers as every write does. */
@Injectable()
export class PartyWrites {
  constructor(
    private readonly commands: CommandBus,
    private readonly writes: Writes,
  ) {}

  /** Runs the command that `commandOf` makes of an id. The id follows from the command's own, so a retry makes it again. */
  send(
    write: WriteRequest,
    place: Place,
    commandOf: (id: Id, asking: Asking) => Command<Recorded>,
  ): Promise<WriteAnswerSchema> {
    return this.writes.answer(write, async (commandId) => {
      const id = place.itemId ?? deriveId(commandId, 'item');
      const asking: Asking = { asker: write.asker, via: 'api', commandId, match: write.match };
      const { revision, position, changed } = await this.commands.execute(commandOf(id, asking));
      return { id, revision, position, created: changed, location: place.location(id) };
    });
  }
}
