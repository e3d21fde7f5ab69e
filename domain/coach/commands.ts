import type { CalendarDate } from '../shared/calendar.js';
import type { RecognitionChanges } from '../shared/recognitions.js';
import type { Corrections } from '../trajectory/asked.js';
import type {
  CoachAway,
  CoachEmployed,
  CoachRecognised,
  CoachRecognitionEnded,
  CoachRegistered,
  CoachReturned,
  TieDeclared,
  TieEnded,
} from './events.js';

type Asked<Type extends string, Details> = { readonly type: Type } & Readonly<Details>;

/** The correction of a fact: what changes, and why; null takes an optional field away. */
type Correction<Type extends string, IdField extends string, Changes> = Asked<
  Type,
  { [Field in IdField]: string } & { changes: Changes; reason: string }
>;

/** Registers a coach on a stream of their own; the organisation holds from ever until the first employment. */
export type RegisterCoach = Asked<'RegisterCoach', CoachRegistered['data']>;
export type EmployCoach = Asked<'EmployCoach', CoachEmployed['data']>;
export type CorrectCoachEmployment = Correction<
  'CorrectCoachEmployment',
  'employmentId',
  Corrections<Omit<CoachEmployed['data'], 'employmentId'>>
>;
export type RecogniseCoach = Asked<'RecogniseCoach', CoachRecognised['data']>;
/** Ends a recognition before its time, or one that has no last day. */
export type EndCoachRecognition = Asked<
  'EndCoachRecognition',
  CoachRecognitionEnded['data'] & { today: CalendarDate }
>;
export type CorrectCoachRecognition = Correction<
  'CorrectCoachRecognition',
  'recognitionId',
  RecognitionChanges
>;
/** Declares what binds the coach to a candidate or to an employer; exactly one of the two. */
export type DeclareTie = Asked<'DeclareTie', TieDeclared['data']>;
export type EndTie = Asked<'EndTie', TieEnded['data'] & { today: CalendarDate }>;
export type CorrectTie = Correction<'CorrectTie', 'tieId', Corrections<Omit<TieDeclared['data'], 'tieId'>>>;
/** Says that the coach is away, possibly in days to come. */
export type ReportCoachAway = Asked<'ReportCoachAway', CoachAway['data']>;
/** Says that the coach is back, after the last day away. */
export type EndCoachAway = Asked<'EndCoachAway', CoachReturned['data'] & { today: CalendarDate }>;
export type CorrectCoachAway = Correction<
  'CorrectCoachAway',
  'absenceId',
  Corrections<Omit<CoachAway['data'], 'absenceId'>>
>;

export type CoachCommand =
  | RegisterCoach
  | EmployCoach
  | CorrectCoachEmployment
  | RecogniseCoach
  | EndCoachRecognition
  | CorrectCoachRecognition
  | DeclareTie
  | EndTie
  | CorrectTie
  | ReportCoachAway
  | EndCoachAway
  | CorrectCoachAway;
