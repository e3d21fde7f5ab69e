import type { TrajectoryRecord } from '../trajectory/facts.js';

/** The trajectories that `trajectory` continues, directly or further back, as far as `among` holds them (reading 4). */
export function continuedBy<Trajectory extends TrajectoryRecord>(
  trajectory: Trajectory,
  among: readonly Trajectory[],
): Trajectory[] {
  const continued: Trajectory[] = [];
  let current: Trajectory | undefined = trajectory;
  while (current?.facts.continues !== undefined) {
    const earlier: string = current.facts.continues;
    current = among.find(({ facts }) => facts.id === earlier);
    if (current === undefined || current === trajectory || continued.includes(current)) break;
    continued.push(current);
  }
  return continued;
}
