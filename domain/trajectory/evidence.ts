import type { CalendarDate } from '../shared/calendar.js';

/** What somebody else signed, kept with what is recorded on their behalf (domain.md section 5); shown as *op papier*. */
export interface Evidence {
  /** What it is: a decision, a letter, a mail. */
  readonly kind: string;
  readonly reference: string;
  readonly signedOn: CalendarDate;
}
