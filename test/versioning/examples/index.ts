import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import type { StreamCategory } from '../../../src/event-store/event-registry.js';
import type { Examples } from './example.js';
import { candidate, coaches, employer, funder, organisation } from './others.js';
import { plan } from './plan.js';
import { review } from './review.js';
import { trajectoryAccounts } from './trajectory-accounts.js';
import { trajectoryAward } from './trajectory-award.js';
import { trajectoryClosing } from './trajectory-closing.js';
import { trajectoryCorrections } from './trajectory-corrections.js';
import { trajectoryParties } from './trajectory-parties.js';
import { trajectoryReports } from './trajectory-reports.js';
import { trajectoryRequests } from './trajectory-requests.js';
import { trajectorySignals } from './trajectory-signals.js';
import { trajectoryWork } from './trajectory-work.js';

const trajectory: Examples<TrajectoryEvent> = {
  ...trajectoryParties,
  ...trajectoryWork,
  ...trajectoryClosing,
  ...trajectoryRequests,
  ...trajectoryAccounts,
  ...plan,
  ...review,
  ...trajectoryAward,
  ...trajectorySignals,
  ...trajectoryCorrections,
  ...trajectoryReports,
};

type AnyExamples = { readonly [type: string]: { readonly [storedVersion: number]: object } };

/** What every golden file reads as today, by stream category, event type and stored version. */
export const examples: { readonly [C in StreamCategory]: AnyExamples } = {
  trajectory,
  candidate,
  coach: coaches,
  organisation,
  employer,
  funder,
};
