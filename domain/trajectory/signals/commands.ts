import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { Asked, Corrections } from '../asked.js';
import type { Text } from '../stored-shapes.js';
import type {
  CoachChangeAnswered,
  CoachChangeRequested,
  ContactRhythmAgreed,
  IncidentReported,
  IncidentResolved,
  SupportNeedSignalled,
} from './events.js';

export type IncidentTerms = Omit<IncidentReported['data'], 'incidentId'>;
export type SupportNeedTerms = Omit<SupportNeedSignalled['data'], 'needId'>;
export type ContactRhythmTerms = Omit<ContactRhythmAgreed['data'], 'rhythmId'>;

export type ReportIncident = Asked<'ReportIncident', IncidentReported['data']>;
export type ResolveIncident = Asked<'ResolveIncident', IncidentResolved['data']>;
export type CorrectIncident = Asked<
  'CorrectIncident',
  {
    incidentId: Id;
    changes: Corrections<
      IncidentTerms & {
        /** The day of its resolution; null reopens it. */
        readonly resolvedOn?: CalendarDate;
      }
    > & { readonly resolution?: Text };
    reason: Text;
  }
>;
export type SignalSupportNeed = Asked<'SignalSupportNeed', SupportNeedSignalled['data']>;
export type CorrectSupportNeed = Asked<
  'CorrectSupportNeed',
  { needId: Id; changes: Corrections<SupportNeedTerms>; reason: Text }
>;
export type AgreeContactRhythm = Asked<'AgreeContactRhythm', ContactRhythmAgreed['data']>;
export type CorrectContactRhythm = Asked<
  'CorrectContactRhythm',
  { rhythmId: Id; changes: Corrections<ContactRhythmTerms>; reason: Text }
>;
/** What the candidate asks is asked today. */
export type AskForAnotherCoach = Asked<
  'AskForAnotherCoach',
  Omit<CoachChangeRequested['data'], 'requestedOn'>
>;
export type AnswerCoachChange = Asked<'AnswerCoachChange', CoachChangeAnswered['data']>;

export type SignalCommand =
  | ReportIncident
  | ResolveIncident
  | CorrectIncident
  | SignalSupportNeed
  | CorrectSupportNeed
  | AgreeContactRhythm
  | CorrectContactRhythm
  | AskForAnotherCoach
  | AnswerCoachChange;
