import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type { RequestDecision } from '../../shared/lists.js';
import type { Text } from '../stored-shapes.js';

/* STORAGE. The names and shapes in this file are what the log holds, for ever; see ../events.ts. */

/** The candidate asks that something recorded about them is put right. */
export type CorrectionRequested = DomainEvent<
  'CorrectionRequested',
  {
    readonly requestId: Id;
    /** The id of the fact that is wrong, of whatever kind. */
    readonly about: Id;
    readonly text: Text;
    /** The day on which it was asked, in Amsterdam. */
    readonly requestedOn: CalendarDate;
  }
>;
/** What is decided about the request; the correction itself is a fact of its own. */
export type CorrectionRequestAnswered = DomainEvent<
  'CorrectionRequestAnswered',
  {
    readonly requestId: Id;
    readonly decision: RequestDecision;
    readonly reason: Text;
    /** The day on which it was answered, in Amsterdam. */
    readonly answeredOn: CalendarDate;
  }
>;

export type RequestEvent = CorrectionRequested | CorrectionRequestAnswered;
