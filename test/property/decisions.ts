import { fold } from '../../domain/shared/decider.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../domain/trajectory/index.js';
import type { TrajectoryState } from '../../domain/trajectory/state.js';

/** The events of a command, or why it is refused. */
export function outcome(
  command: TrajectoryCommand,
  state: TrajectoryState,
): readonly TrajectoryEvent[] | Refusal {
  try {
    return trajectoryDecider.decide(command, state);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The events of a command; none when it is refused. */
export function asked(command: TrajectoryCommand, state: TrajectoryState): readonly TrajectoryEvent[] {
  const events = outcome(command, state);
  return events instanceof Refusal ? [] : events;
}

/** The state after these commands, refused ones passed over. */
export function afterAll(
  commands: readonly TrajectoryCommand[],
  from = trajectoryDecider.initialState,
): TrajectoryState {
  return commands.reduce((state, command) => fold(trajectoryDecider, asked(command, state), state), from);
}
