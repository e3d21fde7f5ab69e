import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type { ReportForm } from './report-form.js';

/* STORAGE. What accounting for a period adds to the log; see ../events.ts. */

/**
 * The organisation accounted for a period. The report itself is not stored: it is assembled from what the log held when
 * this was recorded, so it is the same for ever.
 */
export type AccountabilityReported = DomainEvent<
  'AccountabilityReported',
  {
    readonly reportId: Id;
    /** The days that are accounted for, both included. */
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly form: ReportForm;
  }
>;

export type ReportsEvent = AccountabilityReported;
