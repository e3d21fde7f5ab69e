import type { CalendarDate } from '../shared/calendar.js';

/** A command: what is asked, and the day in Europe/Amsterdam on which it is. */
export type Asked<Type extends string, Details> = {
  readonly type: Type;
  readonly today: CalendarDate;
} & Readonly<Details>;

/** The fields that a correction changes; null takes an optional one away, and so reopens what was ended. */
export type Corrections<Terms> = {
  readonly [Field in keyof Terms]?: undefined extends Terms[Field] ? Terms[Field] | null : Terms[Field];
};
