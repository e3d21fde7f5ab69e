import type { CalendarDate } from '../shared/calendar.js';
import type {
  CoachAway,
  CoachEmployed,
  CoachRecognised,
  CoachRecognitionEnded,
  CoachRegistered,
  TieDeclared,
} from './events.js';

type Asked<Type extends string, Details> = { readonly type: Type } & Readonly<Details>;

/** Registers a coach on a stream of their own; the organisation holds from ever until the first employment. */
export type RegisterCoach = Asked<'RegisterCoach', CoachRegistered['data']>;
export type EmployCoach = Asked<'EmployCoach', CoachEmployed['data']>;
export type RecogniseCoach = Asked<'RecogniseCoach', CoachRecognised['data']>;
/** Ends a recognition before its time, or one that has no last day. */
export type EndCoachRecognition = Asked<
  'EndCoachRecognition',
  CoachRecognitionEnded['data'] & { today: CalendarDate }
>;
/** Declares what binds the coach to a candidate or to an employer; exactly one of the two. */
export type DeclareTie = Asked<'DeclareTie', TieDeclared['data']>;
/** Says that the coach is away, possibly in days to come. */
export type ReportCoachAway = Asked<'ReportCoachAway', CoachAway['data']>;

export type CoachCommand =
  | RegisterCoach
  | EmployCoach
  | RecogniseCoach
  | EndCoachRecognition
  | DeclareTie
  | ReportCoachAway;
