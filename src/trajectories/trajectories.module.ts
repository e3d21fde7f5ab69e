import { Module } from '@nestjs/common';
import { Circumstances } from './circumstances/circumstances.js';
import { CoachDays } from './circumstances/coach-days.js';
import { Rules } from './circumstances/rules.js';
import { SessionCircumstancesReader } from './circumstances/session-circumstances.js';
import { ActOnTrajectoryHandler } from './commands/act-on-trajectory/act-on-trajectory.handler.js';
import { OpenTrajectoryHandler } from './commands/open-trajectory/open-trajectory.handler.js';
import { TrajectoryAccountsController } from './controllers/accounts.controller.js';
import { TrajectoryAwardController } from './controllers/award.controller.js';
import { TrajectoryApplicationsController } from './controllers/award-applications.controller.js';
import { TrajectoryObjectionsController } from './controllers/award-objections.controller.js';
import { TrajectoryClosingController } from './controllers/closing.controller.js';
import { TrajectoryCoachesController } from './controllers/coaches.controller.js';
import { TrajectoryCoachingController } from './controllers/coaching.controller.js';
import { TrajectoryCorrectionsController } from './controllers/corrections.controller.js';
import { TrajectoryPartiesController } from './controllers/parties.controller.js';
import { TrajectoryPlanController } from './controllers/plan.controller.js';
import { TrajectoryReportsController } from './controllers/reports.controller.js';
import { TrajectoryRequestsController } from './controllers/requests.controller.js';
import { TrajectoryReviewController } from './controllers/review.controller.js';
import { TrajectorySignalsController } from './controllers/signals.controller.js';
import { TrajectoryController } from './controllers/trajectory.controller.js';
import { TrajectoryWorkController } from './controllers/work.controller.js';
import { TrajectoryWrites } from './trajectory-writes.js';

const controllers = [
  TrajectoryController,
  TrajectoryCoachesController,
  TrajectoryPartiesController,
  TrajectoryWorkController,
  TrajectoryAwardController,
  TrajectoryApplicationsController,
  TrajectoryObjectionsController,
  TrajectoryCoachingController,
  TrajectoryClosingController,
  TrajectoryRequestsController,
  TrajectoryAccountsController,
  TrajectoryPlanController,
  TrajectoryReviewController,
  TrajectorySignalsController,
  TrajectoryCorrectionsController,
  TrajectoryReportsController,
];
const commandHandlers = [OpenTrajectoryHandler, ActOnTrajectoryHandler];

/** Recording on trajectories. */
@Module({
  controllers,
  providers: [
    ...commandHandlers,
    Circumstances,
    SessionCircumstancesReader,
    Rules,
    CoachDays,
    TrajectoryWrites,
  ],
})
export class TrajectoriesModule {}
