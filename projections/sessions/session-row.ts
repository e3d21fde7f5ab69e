import { withoutUndefined } from '../../domain/shared/fields.js';
import type { Session } from '../../domain/trajectory/facts.js';
import type { ColumnValue, Row } from '../runtime/projection.js';

/** A query gives the value as text, a batch as it was put. */
export function jsonOf(value: ColumnValue | undefined): unknown {
  return typeof value === 'string' ? JSON.parse(value) : (value ?? undefined);
}

/** The session that a row holds, whether it comes from a batch or from a query. */
export function sessionFromRow(row: Row): Session {
  return withoutUndefined({
    id: row.session_id,
    coachId: row.coach_id,
    on: row.on,
    startsAt: row.starts_at ?? undefined,
    minutes: row.minutes,
    groupSize: row.group_size,
    activity: row.activity,
    form: row.form,
    placementId: row.placement_id ?? undefined,
    registeredOn: row.registered_on ?? undefined,
    withdrawn: Boolean(row.withdrawn),
    approvedBy: jsonOf(row.approved_by),
    declaredIn: jsonOf(row.declared_in),
  }) as Session;
}
