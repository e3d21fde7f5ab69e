import { Module } from '@nestjs/common';
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
import { SessionRecognitions } from './queries/sessions/session-recognitions.js';
import {
  SessionOfTrajectoryHandler,
  SessionsOfTrajectoryHandler,
} from './queries/sessions/sessions.query.js';
import { TimelineOfTrajectoryHandler } from './queries/timeline/timeline.query.js';
import { OverviewOfTrajectoryHandler } from './queries/trajectory/trajectory.query.js';
import { RuledRecords } from './ruled-records.js';

const controllers = [DossiersController, TrajectoryListsController, ...collectionControllers];
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
];

/** Questions about trajectories and candidates. */
@Module({
  controllers,
  providers: [...queryHandlers, Dossiers, KnownOn, RuledRecords, PartyNames, SessionRecognitions],
  exports: [RuledRecords],
})
export class DossiersModule {}
