import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { awardControllers } from './award.controller.js';
import { CoachesAway } from './coaches-away.js';
import { DossiersController } from './dossiers.controller.js';
import { Dossiers } from './dossiers.js';
import { ExportsController } from './exports.controller.js';
import { Files } from './files/files.js';
import { collectionControllers, TrajectoryListsController } from './lists.controller.js';
import { PartyNames } from './party-names.js';
import { TrajectoryPlansController } from './plans.controller.js';
import {
  AwardItemOfTrajectoryHandler,
  AwardItemsOfTrajectoryHandler,
} from './queries/award/award-items.query.js';
import { ApplicationCompletenessHandler } from './queries/award/completeness.query.js';
import { ExtensionSetHandler } from './queries/award/extension-set.query.js';
import { CaseloadHandler } from './queries/caseload/caseload.query.js';
import { ContinuityOfCandidateHandler } from './queries/continuity/continuity.query.js';
import {
  DeclarationOfTrajectoryHandler,
  DeclarationsOfTrajectoryHandler,
} from './queries/declarations/declarations.query.js';
import {
  EmployerContactOfTrajectoryHandler,
  EmployerContactsOfTrajectoryHandler,
} from './queries/employer-contacts/employer-contacts.query.js';
import { EventsOfTrajectoryHandler } from './queries/events/events.query.js';
import { HoursOfTrajectoryHandler } from './queries/hours/hours.query.js';
import {
  HoursApprovalOfTrajectoryHandler,
  HoursApprovalsOfTrajectoryHandler,
} from './queries/hours-approvals/hours-approvals.query.js';
import { ItemOfTrajectoryHandler, ItemsOfTrajectoryHandler } from './queries/items/items.query.js';
import { JobChangeOfTrajectoryHandler } from './queries/job-change/job-change.query.js';
import { LanesOfTrajectoryHandler } from './queries/lanes/lanes.query.js';
import { LimitsOfTrajectoryHandler } from './queries/limits/limits.query.js';
import { OpenPlans } from './queries/plans/open-plans.js';
import { PlanOfTrajectoryHandler, PlansOfTrajectoryHandler } from './queries/plans/plans.query.js';
import { ReachableOfTrajectoryHandler } from './queries/reachable/reachable.query.js';
import { OpenSessions } from './queries/sessions/open-sessions.js';
import { SessionRecognitions } from './queries/sessions/session-recognitions.js';
import {
  SessionOfTrajectoryHandler,
  SessionsOfTrajectoryHandler,
} from './queries/sessions/sessions.query.js';
import { SignalViews } from './queries/signals/signal-views.js';
import { SignalOfTrajectoryHandler, SignalsOfTrajectoryHandler } from './queries/signals/signals.query.js';
import { StatisticsOfFunderHandler } from './queries/statistics/statistics.query.js';
import { TasksHandler } from './queries/tasks/tasks.query.js';
import { TimelineOfTrajectoryHandler } from './queries/timeline/timeline.query.js';
import { OverviewOfTrajectoryHandler } from './queries/trajectory/trajectory.query.js';
import { RuledRecords } from './ruled-records.js';
import { signalControllers } from './signals.controller.js';
import { TasksController } from './tasks.controller.js';

const controllers = [
  DossiersController,
  TrajectoryListsController,
  ...collectionControllers,
  AccountsController,
  ExportsController,
  TrajectoryPlansController,
  ...awardControllers,
  ...signalControllers,
  TasksController,
];
const queryHandlers = [
  ApplicationCompletenessHandler,
  AwardItemOfTrajectoryHandler,
  AwardItemsOfTrajectoryHandler,
  CaseloadHandler,
  ContinuityOfCandidateHandler,
  EmployerContactOfTrajectoryHandler,
  EmployerContactsOfTrajectoryHandler,
  EventsOfTrajectoryHandler,
  ExtensionSetHandler,
  ItemOfTrajectoryHandler,
  ItemsOfTrajectoryHandler,
  JobChangeOfTrajectoryHandler,
  LanesOfTrajectoryHandler,
  LimitsOfTrajectoryHandler,
  OverviewOfTrajectoryHandler,
  PlanOfTrajectoryHandler,
  PlansOfTrajectoryHandler,
  SessionOfTrajectoryHandler,
  SessionsOfTrajectoryHandler,
  TimelineOfTrajectoryHandler,
  DeclarationOfTrajectoryHandler,
  DeclarationsOfTrajectoryHandler,
  HoursApprovalOfTrajectoryHandler,
  HoursApprovalsOfTrajectoryHandler,
  HoursOfTrajectoryHandler,
  StatisticsOfFunderHandler,
  ReachableOfTrajectoryHandler,
  SignalOfTrajectoryHandler,
  SignalsOfTrajectoryHandler,
  TasksHandler,
];

/** Questions about trajectories and candidates. */
@Module({
  controllers,
  providers: [
    ...queryHandlers,
    Dossiers,
    Files,
    RuledRecords,
    PartyNames,
    OpenPlans,
    CoachesAway,
    SignalViews,
    SessionRecognitions,
    OpenSessions,
  ],
  exports: [Files, PartyNames, RuledRecords],
})
export class DossiersModule {}
