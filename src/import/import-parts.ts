import type { CommandBus } from '@nestjs/cqrs';
import type { Kysely } from 'kysely';
import type { Id } from '../../domain/shared/ids.js';
import type { ReadDatabase } from '../../projections/read-database.js';
import { OPERATOR } from '../recording/actor.js';
import type { Recorders } from '../recording/recorders.js';
import type { Recorded } from '../recording/stream-lane.js';
import type { Clock } from '../shared/clock.js';
import type { Asking } from '../trajectories/commands/act-on-trajectory/act-on-trajectory.command.js';
import { commandIdFor } from './import-ids.js';
import type { KeepUp } from './keep-up.js';

/** What an import stores with: the same commands and the same rules as the API. */
export interface ImportParts {
  readonly commands: CommandBus;
  readonly recorders: Recorders;
  /** The read models, for queries. */
  readonly db: Kysely<ReadDatabase>;
  /** What a sealed text is found by; null when there is none. */
  readonly blindIndex: (text: string) => Promise<string | null>;
  readonly clock: Clock;
  readonly keepUp: KeepUp;
}

/** How the operator's import asks for what is recorded under `id`. */
export function askingFor(id: Id): Asking {
  return { asker: OPERATOR, via: 'import', commandId: commandIdFor(id) };
}

/** Records, and says whether anything was stored; what was, the import keeps pace with. */
export async function recordOnce(keepUp: KeepUp, record: () => Promise<Recorded>): Promise<boolean> {
  const { changed, position } = await record();
  if (changed) keepUp.recorded(position);
  return changed;
}
