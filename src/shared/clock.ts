import { Temporal } from 'temporal-polyfill';
import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';

/** What time it is. The only source of time in the service, so that a test can set it. */
export interface Clock {
  /** This moment in UTC, to the millisecond. */
  now(): Instant;
  /** Today's date in Europe/Amsterdam. */
  today(): CalendarDate;
}

/** The injection token of the clock. */
export const CLOCK = Symbol('CLOCK');

/**
 * A clock over milliseconds since 1970, the machine's own unless another is given. Today's date is computed once a day: a
 * time zone costs more than the rest of a validation.
 */
export class SystemClock implements Clock {
  private date: CalendarDate = '1970-01-01';
  private dateStartsAt = 0;
  private dateEndsAt = 0;

  constructor(private readonly epochMs: () => number = () => Date.now()) {}

  now(): Instant {
    return new Date(this.epochMs()).toISOString();
  }

  today(): CalendarDate {
    const now = this.epochMs();
    if (now < this.dateStartsAt || now >= this.dateEndsAt) this.turnTo(now);
    return this.date;
  }

  private turnTo(epochMs: number): void {
    const midnight = Temporal.Instant.fromEpochMilliseconds(epochMs)
      .toZonedDateTimeISO('Europe/Amsterdam')
      .startOfDay();
    this.date = midnight.toPlainDate().toString() as CalendarDate;
    this.dateStartsAt = midnight.epochMilliseconds;
    this.dateEndsAt = midnight.add({ days: 1 }).startOfDay().epochMilliseconds;
  }
}
