import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { ItemCursor } from '../../projections/trajectory/trajectory.query.js';
import type { PageWindow } from '../http/read/page.js';

/** The place after an item in a list that is newest first. */
export function itemAfter({ after }: PageWindow): ItemCursor | undefined {
  return after && { on: after[0] as CalendarDate, id: String(after[1]) };
}
