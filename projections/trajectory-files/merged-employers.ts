import type { EmployerEvent } from '../../domain/employer/events.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Survivors } from '../../domain/shared/survivors.js';
import type { ProjectedEvent, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import type { TrajectoryFileTables } from './trajectory-files.schema.js';

type Marking = Extract<EmployerEvent, { type: 'EmployerMarkedDuplicate' | 'EmployerUnmarkedDuplicate' }>;

/** The merges of employers, which make one term of two. */
export const EMPLOYER_MERGES: readonly Marking['type'][] = [
  'EmployerMarkedDuplicate',
  'EmployerUnmarkedDuplicate',
];

/** Notes for whom an employer stands from now on; every trajectory with a placement there changes. */
export async function applyMerge(
  event: ProjectedEvent,
  rows: Rows,
  tables: TrajectoryFileTables,
): Promise<void> {
  const employer_id = event.streamId;
  const row = await rows.get(tables.survivor, { employer_id });
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const fact = domainEvent<Marking>(event);
  const survivor_id = fact.type === 'EmployerMarkedDuplicate' ? fact.data.survivorId : null;
  rows.put(tables.survivor, { employer_id, survivor_id, revision: event.revision });
  if (survivor_id !== null) rows.put(tables.duplicate, { survivor_id, employer_id });
  await changeTrajectoriesAt(employer_id, rows, tables, new Set());
}

/** Those at the employer itself, and at whoever was ever a duplicate of it. */
async function changeTrajectoriesAt(
  employer_id: Id,
  rows: Rows,
  tables: TrajectoryFileTables,
  seen: Set<Id>,
): Promise<void> {
  if (seen.has(employer_id)) return;
  seen.add(employer_id);
  for (const { trajectory_id } of await rows.list(tables.employer, { employer_id })) {
    rows.put(tables.changed, { trajectory_id: String(trajectory_id) });
  }
  for (const duplicate of await rows.list(tables.duplicate, { survivor_id: employer_id })) {
    await changeTrajectoriesAt(String(duplicate.employer_id), rows, tables, seen);
  }
}

/** The merges that stand of these employers, and of those that they stand for. */
export async function survivorsAt(
  employerIds: readonly Id[],
  rows: Rows,
  tables: TrajectoryFileTables,
): Promise<Survivors> {
  const survivors = new Map<Id, Id>();
  const look = [...employerIds];
  for (let at = look.pop(); at !== undefined; at = look.pop()) {
    if (survivors.has(at)) continue;
    const row = await rows.get(tables.survivor, { employer_id: at });
    if (row === undefined || row.survivor_id === null) continue;
    survivors.set(at, String(row.survivor_id));
    look.push(String(row.survivor_id));
  }
  return survivors;
}
