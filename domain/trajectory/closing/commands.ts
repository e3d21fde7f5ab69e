import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { Asked, Corrections } from '../asked.js';
import type {
  AftercareContactRecorded,
  ClosureProposed,
  OutcomeMeasured,
  TrajectoryClosed,
  TrajectoryReopened,
} from './events.js';

/* What can be asked about the end of a trajectory; see ../commands.ts. */

type ClosureTerms = Omit<TrajectoryClosed['data'], 'closureId' | 'reason'>;
type OutcomeTerms = Omit<OutcomeMeasured['data'], 'outcomeId' | 'closureId' | 'measuredOn'>;
type AftercareTerms = Omit<AftercareContactRecorded['data'], 'contactId'>;

export type CloseTrajectory = Asked<
  'CloseTrajectory',
  Omit<TrajectoryClosed['data'], 'closureId' | 'structuralSupport'> & {
    closureId: Id;
    /** False when it is left out. */
    structuralSupport?: boolean;
  }
>;
export type CorrectClosure = Asked<
  'CorrectClosure',
  { closureId: Id; changes: Corrections<ClosureTerms>; reason: string }
>;
export type ProposeClosure = Asked<'ProposeClosure', ClosureProposed['data']>;
export type ReopenTrajectory = Asked<'ReopenTrajectory', TrajectoryReopened['data']>;
export type CorrectReopening = Asked<
  'CorrectReopening',
  { reopeningId: Id; changes: Corrections<{ on: CalendarDate }>; reason: string }
>;
export type MeasureOutcome = Asked<
  'MeasureOutcome',
  OutcomeTerms & {
    outcomeId: Id;
    /** The closure that it is counted from; the last one when it is left out. */
    closureId?: Id;
  }
>;
export type CorrectOutcome = Asked<
  'CorrectOutcome',
  { outcomeId: Id; changes: Corrections<OutcomeTerms>; reason: string }
>;
export type RecordAftercareContact = Asked<'RecordAftercareContact', AftercareContactRecorded['data']>;
export type CorrectAftercareContact = Asked<
  'CorrectAftercareContact',
  { contactId: Id; changes: Corrections<AftercareTerms>; reason: string }
>;

export type ClosingCommand =
  | CloseTrajectory
  | CorrectClosure
  | ProposeClosure
  | ReopenTrajectory
  | CorrectReopening
  | MeasureOutcome
  | CorrectOutcome
  | RecordAftercareContact
  | CorrectAftercareContact;
