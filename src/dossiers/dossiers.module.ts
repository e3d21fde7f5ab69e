import { Module } from '@nestjs/common';
import { CoachesAway } from './coaches-away.js';
import { DossierItems } from './dossier-items.js';
import { DossiersController } from './dossiers.controller.js';
import { Dossiers } from './dossiers.js';
import { KnownOn } from './known-on.js';
import { collectionControllers, TrajectoryListsController } from './lists.controller.js';
import { PartyNames } from './party-names.js';
import { CaseloadHandler } from './queries/caseload/caseload.query.js';
import { ContinuityOfCandidateHandler } from './queries/continuity/continuity.query.js';
import {
  EmployerContactOfTrajectoryHandler,
  EmployerContactsOfTrajectoryHandler,
} from './queries/employer-contacts/employer-contacts.query.js';
import { EventsOfTrajectoryHandler } from './queries/events/events.query.js';
import { ItemOfTrajectoryHandler, ItemsOfTrajectoryHandler } from './queries/items/items.query.js';
import { JobChangeOfTrajectoryHandler } from './queries/job-change/job-change.query.js';
import { LanesOfTrajectoryHandler } from './queries/lanes/lanes.query.js';
import { LimitsOfTrajectoryHandler } from './queries/limits/limits.query.js';
import { ReachableOfTrajectoryHandler } from './queries/reachable/reachable.query.js';
import {
  SessionOfTrajectoryHandler,
  SessionsOfTrajectoryHandler,
} from './queries/sessions/sessions.query.js';
import { SignalViews } from './queries/signals/signal-views.js';
import { SignalOfTrajectoryHandler, SignalsOfTrajectoryHandler } from './queries/signals/signals.query.js';
import { TimelineOfTrajectoryHandler } from './queries/timeline/timeline.query.js';
import { OverviewOfTrajectoryHandler } from './queries/trajectory/trajectory.query.js';
import { RuledRecords } from './ruled-records.js';
import { signalControllers } from './signals.controller.js';

const controllers = [
  DossiersController,
  TrajectoryListsController,
  ...collectionControllers,
  ...signalControllers,
];
const queryHandlers = [
  CaseloadHandler,
  ContinuityOfCandidateHandler,
  EmployerContactOfTrajectoryHandler,
  EmployerContactsOfTrajectoryHandler,
  EventsOfTrajectoryHandler,
  ItemOfTrajectoryHandler,
  ItemsOfTrajectoryHandler,
  JobChangeOfTrajectoryHandler,
  LanesOfTrajectoryHandler,
  LimitsOfTrajectoryHandler,
  OverviewOfTrajectoryHandler,
  SessionOfTrajectoryHandler,
  SessionsOfTrajectoryHandler,
  TimelineOfTrajectoryHandler,
  ReachableOfTrajectoryHandler,
  SignalOfTrajectoryHandler,
  SignalsOfTrajectoryHandler,
];

/** Questions about trajectories and candidates. */
@Module({
  controllers,
  providers: [
    ...queryHandlers,
    Dossiers,
    DossierItems,
    KnownOn,
    RuledRecords,
    PartyNames,
    CoachesAway,
    SignalViews,
  ],
  exports: [RuledRecords],
})
export class DossiersModule {}
