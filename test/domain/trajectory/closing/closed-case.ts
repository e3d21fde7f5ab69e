import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';

/** The last day of the trajectory, and the day after it. */
export const LAST = '2024-09-15' as const;
export const AFTER = '2024-09-16' as const;

/** What domain.md section 5 leaves on a closed trajectory, word for word; `nothing`: it does not name the command. */
type Clause =
  | 'facts dated up to its last day'
  | 'hours approval, accountability, declaration and settlement of those days'
  | 'decisions on pending applications and objections'
  | 'assessments'
  | 'aftercare'
  | 'outcomes'
  | 'corrections'
  | 'reopening'
  | 'nothing';

/** Where a command stands in that list, with examples. */
export interface Placed {
  readonly clause: Clause;
  /** What was recorded before the closure, and after it. */
  readonly before?: readonly TrajectoryCommand[];
  readonly since?: readonly TrajectoryCommand[];
  /** Taken on a closed trajectory. */
  readonly taken?: TrajectoryCommand;
  /** Refused on a closed trajectory, and taken on one that is open. */
  readonly refused?: TrajectoryCommand;
  /** Why; `trajectory.closed` when it is left out. */
  readonly code?: string;
}

/** A fact that is dated by one of its fields. */
export function dated<Command extends TrajectoryCommand>(
  command: Command,
  field: keyof Command,
  before: readonly TrajectoryCommand[] = [],
): Placed {
  const on = (day: string) => ({ ...command, [field]: day });
  return { clause: 'facts dated up to its last day', before, taken: on(LAST), refused: on(AFTER) };
}

/** Every command of a part, placed. */
export type ClosedCases<Command extends TrajectoryCommand> = { readonly [Type in Command['type']]: Placed };
