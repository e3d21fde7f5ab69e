import { type CalendarDate, daysBetween } from '../../../domain/shared/calendar.js';
import { DateField } from '../../http/fields.js';
import { inputProblem } from '../../http/problem/problem.js';
import { PositionQuery } from '../../http/read/queries.js';

/** The most days that are asked for at once: a leap year. */
const MOST_DAYS = 366;

export class CoachDaysQuery extends PositionQuery {
  @DateField({ description: 'De eerste dag.', example: '2026-03-01' })
  readonly from: CalendarDate;

  @DateField({ description: `De laatste dag; ten hoogste ${MOST_DAYS} dagen samen.`, example: '2026-03-31' })
  readonly to: CalendarDate;
}

/** The period of the query; a 400 when it runs backwards or is too long. */
export function checkedPeriod({ from, to }: CoachDaysQuery): {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
} {
  if (to < from) {
    const detail = 'De laatste dag ligt voor de eerste dag. Controleer de twee datums.';
    throw inputProblem([{ field: 'to', code: 'period.invalid', detail }]);
  }
  if (daysBetween(from, to) >= MOST_DAYS) {
    const detail = `Vraag ten hoogste ${MOST_DAYS} dagen tegelijk.`;
    throw inputProblem([{ field: 'to', code: 'period.too-long', detail }]);
  }
  return { from, to };
}
