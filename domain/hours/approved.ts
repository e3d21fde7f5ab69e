import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { HoursApproval } from '../trajectory/accounts/facts.js';
import type { TrajectoryRecord } from '../trajectory/facts.js';

/** An approval with what it still approves. */
export interface ApprovalFigures extends HoursApproval {
  /** The sessions that it approves as they now stand, by day; those corrected or withdrawn since are not in it. */
  readonly sessionIds: readonly Id[];
  /** What those count for, in minutes: below `minutes` when sessions are to be approved anew. */
  readonly stillApprovedMinutes: number;
}

/** The approvals made by `on`, the newest first; those that were taken back are among them and approve nothing. */
export function approvalsBy(
  { facts, sessions }: TrajectoryRecord,
  on: CalendarDate,
): readonly ApprovalFigures[] {
  const figures = new Map(
    facts.hoursApprovals
      .filter((approval) => approval.on <= on)
      .map((approval) => [approval.id, { approval, sessionIds: [] as Id[], minutes: 0 }]),
  );
  const inOrder = [...sessions].sort((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1));
  for (const { id, approvedBy = [], withdrawn, minutes, groupSize } of inOrder) {
    if (withdrawn) continue;
    for (const approvalId of approvedBy) {
      const of = figures.get(approvalId);
      of?.sessionIds.push(id);
      if (of) of.minutes += Math.floor(minutes / groupSize);
    }
  }
  return [...figures.values()]
    .map(({ approval, sessionIds, minutes }) => ({ ...approval, sessionIds, stillApprovedMinutes: minutes }))
    .sort(newestFirst);
}

/** By day, the latest first, then by id. */
export function newestFirst<Item extends { readonly on: CalendarDate; readonly id: Id }>(
  a: Item,
  b: Item,
): number {
  return a.on + a.id > b.on + b.id ? -1 : 1;
}
