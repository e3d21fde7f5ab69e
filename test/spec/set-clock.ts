import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Clock } from '../../src/shared/clock.js';

/** A clock that stands still until it is moved. */
export class SetClock implements Clock {
  #epochMs: number;

  constructor(at = '2026-03-02T09:00:00.000Z') {
    this.#epochMs = Date.parse(at);
  }

  now(): string {
    return new Date(this.#epochMs).toISOString();
  }

  today(): CalendarDate {
    return this.now().slice(0, 10) as CalendarDate;
  }

  /** Moves on by this many seconds. */
  pass(seconds: number): void {
    this.#epochMs += seconds * 1_000;
  }

  /** The instant this many seconds ahead. */
  ahead(seconds: number): string {
    return new Date(this.#epochMs + seconds * 1_000).toISOString();
  }
}
