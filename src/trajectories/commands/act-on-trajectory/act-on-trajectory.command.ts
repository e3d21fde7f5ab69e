import { Command } from '@nestjs/cqrs';
import type { Id } from '../../../../domain/shared/ids.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import type { RecordingAsker } from '../../../recording/actor.js';
import type { ExpectedMatch } from '../../../recording/recording.js';
import type { Recorded } from '../../../recording/stream-lane.js';

type WithoutWhatIsKnown<Command> = Command extends TrajectoryCommand
  ? Omit<Command, 'today' | 'circumstances'>
  : never;

/** What somebody asks of a trajectory; the day and what must be known from elsewhere are added by the handler. */
export type TrajectoryIntent = WithoutWhatIsKnown<TrajectoryCommand>;

/** Who asks, through what, and what identifies the command. */
export interface Asking {
  readonly asker: RecordingAsker;
  readonly via: 'api' | 'page' | 'import' | 'cli';
  readonly commandId: Id;
  readonly match?: ExpectedMatch | undefined;
}

/** One command on one trajectory. */
export class ActOnTrajectory extends Command<Recorded> {
  constructor(
    readonly trajectoryId: Id,
    readonly intent: TrajectoryIntent,
    readonly asking: Asking,
  ) {
    super();
  }
}
