import { type CalendarDate, parseCalendarDate } from '../shared/calendar.js';

/** Every calendar date that a value holds, each once: as a text of its own, or in any list or field, however deep. */
export function datesIn(value: unknown): ReadonlySet<CalendarDate> {
  const dates = new Set<CalendarDate>();
  const look: unknown[] = [value];
  while (look.length > 0) {
    const part = look.pop();
    if (typeof part === 'object' && part !== null) {
      for (const inner of Object.values(part)) look.push(inner);
      continue;
    }
    const date = parseCalendarDate(part);
    if (date !== undefined) dates.add(date);
  }
  return dates;
}
