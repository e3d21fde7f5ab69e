import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { AccountsCommand } from './accounts/commands.js';
import type { Asked, Corrections } from './asked.js';
import type { AwardCommand } from './award/commands.js';
import type {
  CoachCircumstances,
  OrganisationCircumstances,
  RuleSetCircumstances,
  SessionCircumstances,
} from './circumstances.js';
import type { ClosingCommand } from './closing/commands.js';
import type { FactCorrectionCommand } from './corrected-facts/commands.js';
import type {
  AbsenceReported,
  CaseDirectorNamed,
  CaseManagerNamed,
  CoachAssigned,
  CoachSubstituted,
  EmployerContactRecorded,
  FitLearned,
  OrganisationChanged,
  PlacementChanged,
  PlacementEnded,
  PlacementStarted,
  RuleSetMoved,
  SessionRecorded,
  TrajectoryOpened,
} from './events.js';
import type { PlanCommand } from './plan/commands.js';
import type { RequestCommand } from './requests/commands.js';
import type { ReviewCommand } from './review/commands.js';

export type * from './award/commands.js';

import type { ReportsCommand } from './reports/commands.js';
import type { SignalCommand } from './signals/commands.js';

/*
 * What can be asked of a trajectory. Identifiers of new facts are made outside; dates exist in the calendar (the edge
 * saw to that); texts arrive plain and are sealed after the decision. `today` is the day in Europe/Amsterdam.
 */

export type PlacementTerms = Omit<PlacementStarted['data'], 'placementId'>;
export type SessionTerms = Omit<SessionRecorded['data'], 'sessionId'>;
export type AssignmentTerms = Omit<CoachAssigned['data'], 'assignmentId'>;
export type AbsenceTerms = Omit<AbsenceReported['data'], 'absenceId'>;

/** How a placement ended; `endedOn` is the last day at work. */
export type PlacementEnding = Pick<PlacementEnded['data'], 'endedOn' | 'reason' | 'structuralWork'>;

export type OpenTrajectory = Asked<
  'OpenTrajectory',
  TrajectoryOpened['data'] & { circumstances: { readonly organisation: OrganisationCircumstances } }
>;

type WithCoach = { circumstances: { readonly coach: CoachCircumstances } };

export type AssignCoach = Asked<'AssignCoach', CoachAssigned['data'] & WithCoach>;
export type CorrectCoachAssignment = Asked<
  'CorrectCoachAssignment',
  /** `assignmentId` may be the id of a handover, which is an assignment too. */
  { assignmentId: Id; changes: Corrections<AssignmentTerms>; reason: string } & WithCoach
>;
export type SubstituteCoach = Asked<'SubstituteCoach', CoachSubstituted['data'] & WithCoach>;
export type EndSubstitution = Asked<'EndSubstitution', { substitutionId: Id; endedOn: CalendarDate }>;
export type HandOverCoach = Asked<
  'HandOverCoach',
  {
    handoverId: Id;
    /** The coach who takes over. */
    coachId: Id;
    /** The new coach's first day. */
    on: CalendarDate;
    reason: string;
    candidateAgreed: boolean;
  } & WithCoach
>;
export type NameCaseDirector = Asked<'NameCaseDirector', CaseDirectorNamed['data']>;
export type NameCaseManager = Asked<'NameCaseManager', CaseManagerNamed['data']>;
export type ChangeOrganisation = Asked<
  'ChangeOrganisation',
  OrganisationChanged['data'] & { circumstances: { readonly organisation: OrganisationCircumstances } }
>;
export type MoveRuleSet = Asked<
  'MoveRuleSet',
  Omit<RuleSetMoved['data'], 'ruleSet'> & {
    /** The version of the funder's rules that it moves to, and in `circumstances` those rules. */
    version: number;
    circumstances: RuleSetCircumstances;
  }
>;

export type StartPlacement = Asked<
  'StartPlacement',
  PlacementTerms & {
    placementId: Id;
    /** A stay that is over already is recorded with its end, in one decision. */
    ended?: PlacementEnding;
    circumstances: RuleSetCircumstances;
  }
>;
export type ChangePlacement = Asked<
  'ChangePlacement',
  PlacementChanged['data'] & { circumstances: RuleSetCircumstances }
>;
export type EndPlacement = Asked<
  'EndPlacement',
  PlacementEnding & { placementId: Id; circumstances: RuleSetCircumstances }
>;
export type CorrectPlacement = Asked<
  'CorrectPlacement',
  {
    placementId: Id;
    changes: Corrections<PlacementTerms & { readonly endedOn?: CalendarDate }>;
    reason: string;
    circumstances: RuleSetCircumstances;
  }
>;
/** One command for a new job: the old placement ends, the next starts, the coach stays (domain.md section 7). */
export type ChangeJob = Asked<
  'ChangeJob',
  PlacementEnding & {
    /** The placement that ends; it may be left out while only one runs. */
    placementId?: Id;
    next: PlacementTerms & { readonly placementId: Id };
    /** The id for the follow-up application that is drafted. */
    applicationId: Id;
    circumstances: RuleSetCircumstances;
  }
>;
export type ReportAbsence = Asked<'ReportAbsence', AbsenceReported['data']>;
export type EndAbsence = Asked<'EndAbsence', { absenceId: Id; endedOn: CalendarDate }>;
export type CorrectAbsence = Asked<
  'CorrectAbsence',
  { absenceId: Id; changes: Corrections<AbsenceTerms>; reason: string }
>;
export type LearnFit = Asked<'LearnFit', FitLearned['data']>;

export type RecordSession = Asked<
  'RecordSession',
  Omit<SessionRecorded['data'], 'groupSize'> & {
    /** 1 when it is left out. */
    groupSize?: number;
    circumstances: SessionCircumstances;
  }
>;
export type CorrectSession = Asked<
  'CorrectSession',
  { sessionId: Id; changes: Corrections<SessionTerms>; reason: string; circumstances: SessionCircumstances }
>;
export type WithdrawSession = Asked<'WithdrawSession', { sessionId: Id; reason: string }>;
export type RecordEmployerContact = Asked<'RecordEmployerContact', EmployerContactRecorded['data']>;

export type TrajectoryCommand =
  | OpenTrajectory
  | AssignCoach
  | CorrectCoachAssignment
  | SubstituteCoach
  | EndSubstitution
  | HandOverCoach
  | NameCaseDirector
  | NameCaseManager
  | ChangeOrganisation
  | MoveRuleSet
  | StartPlacement
  | ChangePlacement
  | EndPlacement
  | CorrectPlacement
  | ChangeJob
  | ReportAbsence
  | EndAbsence
  | CorrectAbsence
  | LearnFit
  | AwardCommand
  | RecordSession
  | CorrectSession
  | WithdrawSession
  | RecordEmployerContact
  | RequestCommand
  | AccountsCommand
  | PlanCommand
  | ReviewCommand
  | SignalCommand
  | FactCorrectionCommand
  | ReportsCommand
  | ClosingCommand;
