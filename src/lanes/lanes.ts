import type { CalendarDate } from '../../domain/shared/calendar.js';

/** One stretch in a lane; both days included, without `to` it goes on. */
export interface LaneStretch {
  readonly label: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** `plain`: the ordinary fact · `light`: a trial, or a substitute · `hatched`: absence. */
  readonly look: 'plain' | 'light' | 'hatched';
}

export interface Lane {
  readonly name: string;
  readonly tone: 'employer' | 'coach' | 'grant' | 'absence';
  readonly stretches: readonly LaneStretch[];
}

/** A day that stands over all lanes. */
export interface Mark {
  readonly label: string;
  readonly on: CalendarDate;
  readonly look: 'today' | 'limit' | 'job-change';
}

/** What a picture of lanes shows: employers, coaches and grants on one time axis, with today and the limits. */
export interface Lanes {
  readonly title: string;
  /** The same in a sentence or two, for who does not see it. */
  readonly description: string;
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
}
