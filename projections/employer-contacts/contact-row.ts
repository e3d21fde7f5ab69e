import { withoutUndefined } from '../../domain/shared/fields.js';
import type { EmployerContact } from '../../domain/trajectory/facts.js';
import type { Row } from '../runtime/projection.js';

/** The contact that a row holds, whether it comes from a batch or from a query. */
export function contactFromRow(row: Row): EmployerContact {
  return withoutUndefined({
    id: row.contact_id,
    employerId: row.employer_id,
    on: row.on,
    minutes: row.minutes,
    kind: row.kind,
    initiatedBy: row.initiated_by ?? undefined,
  }) as EmployerContact;
}
