import type { EventDefinitions } from '../shared/event-definition.js';
import { accountsEvents } from './accounts/event-definitions.js';
import { awardEvents } from './award/event-definitions.js';
import { closingEvents } from './closing/event-definitions.js';
import { factCorrectionEvents } from './corrected-facts/event-definitions.js';
import type { TrajectoryEvent } from './events.js';
import { planEvents } from './plan/event-definitions.js';
import { reportsEvents } from './reports/event-definitions.js';
import { requestEvents } from './requests/event-definitions.js';
import { reviewEvents } from './review/event-definitions.js';
import { signalEvents } from './signals/event-definitions.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see events.ts. */

const first = { version: 1, upcasters: {} } as const;
const reason = { reason: 'narrative' } as const;
const evidence = { evidence: 'narrative' } as const;
const sessionTexts = { summary: 'narrative', goals: 'narrative', confidentialNote: 'confidential' } as const;
const placementTexts = { tasks: 'narrative', managerName: 'identity' } as const;

/** Every event of a trajectory as the log stores it. */
export const trajectoryEvents: EventDefinitions<TrajectoryEvent> = {
  TrajectoryOpened: { ...first, occurredOn: (data) => data.openedOn, protect: {} },
  CoachAssigned: { ...first, occurredOn: (data) => data.from, protect: {} },
  CoachAssignmentCorrected: { ...first, occurredOn: () => undefined, protect: reason },
  CoachSubstituted: { ...first, occurredOn: (data) => data.from, protect: reason },
  SubstitutionEnded: { ...first, occurredOn: (data) => data.endedOn, protect: {} },
  CoachHandedOver: { ...first, occurredOn: (data) => data.on, protect: reason },
  CaseDirectorNamed: {
    ...first,
    occurredOn: (data) => data.from,
    protect: { name: 'identity', ...evidence },
  },
  CaseManagerNamed: { ...first, occurredOn: (data) => data.from, protect: { name: 'identity', ...evidence } },
  OrganisationChanged: { ...first, occurredOn: (data) => data.on, protect: { ...reason, ...evidence } },
  RuleSetMoved: { ...first, occurredOn: (data) => data.on, protect: { ...reason, ...evidence } },
  PlacementStarted: { ...first, occurredOn: (data) => data.startsOn, protect: placementTexts },
  PlacementChanged: { ...first, occurredOn: (data) => data.from, protect: placementTexts },
  PlacementEnded: { ...first, occurredOn: (data) => data.endedOn, protect: reason },
  PlacementCorrected: { ...first, occurredOn: () => undefined, protect: { ...placementTexts, ...reason } },
  AbsenceReported: { ...first, occurredOn: (data) => data.from, protect: { kind: 'narrative' } },
  AbsenceEnded: { ...first, occurredOn: (data) => data.endedOn, protect: {} },
  AbsenceCorrected: { ...first, occurredOn: () => undefined, protect: { kind: 'narrative', ...reason } },
  FitLearned: {
    ...first,
    occurredOn: () => undefined,
    protect: {
      fits: 'narrative',
      doesNotFit: 'narrative',
      adjustments: 'narrative',
      shareWithNext: 'narrative',
    },
  },
  FitCarried: { ...first, occurredOn: (data) => data.on, protect: {} },
  ...awardEvents,
  SessionRecorded: { ...first, occurredOn: (data) => data.on, protect: sessionTexts },
  SessionCorrected: { ...first, occurredOn: () => undefined, protect: { ...sessionTexts, ...reason } },
  SessionWithdrawn: { ...first, occurredOn: () => undefined, protect: reason },
  EmployerContactRecorded: { ...first, occurredOn: (data) => data.on, protect: { summary: 'narrative' } },
  ...requestEvents,
  ...closingEvents,
  ...accountsEvents,
  ...planEvents,
  ...reviewEvents,
  ...signalEvents,
  ...factCorrectionEvents,
  ...reportsEvents,
};
