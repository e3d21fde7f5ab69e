import type { AfterMonths } from '../../../../domain/shared/lists.js';
import type {
  CorrectAftercareContact,
  CorrectClosure,
  CorrectOutcome,
} from '../../../../domain/trajectory/closing/commands.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { given } from '../../../spec/given.js';
import { after, CLOSURE, closeIt, id, running, TODAY } from '../examples.js';

export const NEXT_CLOSURE = id(401);
export const REOPENING = id(410);
export const PROPOSAL = id(420);
export const OUTCOME = id(430);
export const AFTERCARE = id(440);

/** Closes so early that six months have gone by on the day on which the examples are asked. */
export const closeEarly = { ...closeIt, on: '2024-03-30' } as const;
export const reopenIt = {
  type: 'ReopenTrajectory',
  today: TODAY,
  reopeningId: REOPENING,
  on: '2024-06-01',
  reason: 'Terugval op het werk.',
} as const;
export const closeAgain = { ...closeIt, closureId: NEXT_CLOSURE, on: '2024-08-31' } as const;
export const proposeIt = {
  type: 'ProposeClosure',
  today: TODAY,
  proposalId: PROPOSAL,
  proposes: 'closure',
  on: '2024-09-15',
  reason: 'De doelen zijn bereikt.',
} as const;
export const measureIt = {
  type: 'MeasureOutcome',
  today: TODAY,
  outcomeId: OUTCOME,
  afterMonths: 6 as AfterMonths,
  state: 'paid-without-coach',
  permanentContract: true,
} as const;
export const aftercareIt = {
  type: 'RecordAftercareContact',
  today: TODAY,
  contactId: AFTERCARE,
  on: '2024-05-14',
  with: 'candidate',
  summary: 'Het gaat goed op het werk.',
  minutes: 15,
} as const;

export function correctClosure(changes: CorrectClosure['changes'], closureId = CLOSURE): CorrectClosure {
  return { type: 'CorrectClosure', today: TODAY, closureId, changes, reason: 'typefout' };
}

export function correctReopening(on: CorrectClosure['today']) {
  const changes = { on };
  return {
    type: 'CorrectReopening',
    today: TODAY,
    reopeningId: REOPENING,
    changes,
    reason: 'typefout',
  } as const;
}

export function correctOutcome(changes: CorrectOutcome['changes']): CorrectOutcome {
  return { type: 'CorrectOutcome', today: TODAY, outcomeId: OUTCOME, changes, reason: 'typefout' };
}

export function correctAftercare(changes: CorrectAftercareContact['changes']): CorrectAftercareContact {
  return { type: 'CorrectAftercareContact', today: TODAY, contactId: AFTERCARE, changes, reason: 'typefout' };
}

/** Given a trajectory with a coach and a job that was closed early, and what was asked after that. */
export function onClosed(...more: readonly TrajectoryCommand[]) {
  return given(trajectoryDecider, after(...running, closeEarly, ...more));
}
