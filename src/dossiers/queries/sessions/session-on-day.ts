import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import { withoutUndefined } from '../../../../domain/shared/fields.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Session, TrajectoryFacts } from '../../../../domain/trajectory/facts.js';

/** A session as it stands on a day: what was approved or declared later does not mark it yet (reading 6). */
export function sessionOnDay(
  session: Session,
  { hoursApprovals, declarations }: Pick<TrajectoryFacts, 'hoursApprovals' | 'declarations'>,
  on: CalendarDate | undefined,
): Session {
  if (on === undefined) return session;
  const later = new Set<Id>([
    ...hoursApprovals.filter((approval) => approval.on > on).map(({ id }) => id),
    ...declarations.filter(({ submittedOn }) => submittedOn > on).map(({ id }) => id),
  ]);
  const approvedBy = session.approvedBy?.filter((id) => !later.has(id));
  const declaredIn = session.declaredIn?.filter(({ declarationId }) => !later.has(declarationId));
  return withoutUndefined({
    ...session,
    approvedBy: approvedBy?.length ? approvedBy : undefined,
    declaredIn: declaredIn?.length ? declaredIn : undefined,
  }) as Session;
}
