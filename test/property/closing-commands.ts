import fc from 'fast-check';
import {
  AFTER_MONTHS,
  AFTERCARE_PARTIES,
  CLOSING_STEPS,
  OUTCOME_STATES,
  REQUEST_DECISIONS,
  RESULT_CODES,
} from '../../domain/shared/lists.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import { aDay, maybe, oneOf, TODAY } from './arbitraries.js';

const reason = 'reden';
const asked = { today: TODAY };

const closureTerms = {
  on: aDay,
  resultCode: fc.constantFrom(...RESULT_CODES),
  structuralSupport: fc.boolean(),
};
const outcomeTerms = {
  // The later ones often lie after the day of asking.
  afterMonths: fc.constantFrom(6 as const, 6 as const, ...AFTER_MONTHS),
  state: fc.constantFrom(...OUTCOME_STATES),
  permanentContract: fc.boolean(),
};
const aftercareTerms = {
  on: aDay,
  with: fc.constantFrom(...AFTERCARE_PARTIES),
  minutes: fc.integer({ min: 1, max: 120 }),
};

/** Closes the trajectory after an arbitrary day. */
export const closeIt = maybe({ ...closureTerms, closureId: oneOf('closure', 3) }, [
  'resultCode',
  'structuralSupport',
]).map((terms) => ({ type: 'CloseTrajectory', ...asked, ...terms, reason, result: reason }) as const);
/** Reopens it on an arbitrary day. */
export const reopenIt = fc
  .record({ reopeningId: oneOf('reopening', 2), on: aDay })
  .map((terms) => ({ type: 'ReopenTrajectory', ...asked, ...terms, reason }) as const);
/** Measures an outcome, mostly of the last closure. */
export const measureIt = maybe(
  { ...outcomeTerms, outcomeId: oneOf('outcome', 3), closureId: oneOf('closure', 3) },
  ['permanentContract', 'closureId'],
).map((terms) => ({ type: 'MeasureOutcome', ...asked, ...terms }) as const);
/** Records contact after the last day. */
export const aftercareIt = maybe({ ...aftercareTerms, contactId: oneOf('aftercare') }, ['minutes']).map(
  (terms) => ({ type: 'RecordAftercareContact', ...asked, ...terms, summary: 'verslag' }) as const,
);

/** Whatever can be asked about the end of a trajectory. Corrections change no text, for that is always recorded. */
export const closingCommands: fc.Arbitrary<TrajectoryCommand> = fc.oneof(
  closeIt,
  reopenIt,
  { arbitrary: measureIt, weight: 3 },
  aftercareIt,
  fc
    .record({ proposalId: oneOf('proposal', 2), proposes: fc.constantFrom(...CLOSING_STEPS), on: aDay })
    .map((terms) => ({ type: 'ProposeClosure', ...asked, ...terms, reason }) as const),
  fc
    .tuple(
      oneOf('closure', 3),
      maybe({ ...closureTerms, resultCode: fc.option(closureTerms.resultCode) }, [
        'on',
        'resultCode',
        'structuralSupport',
      ]),
    )
    .map(
      ([closureId, changes]) => ({ type: 'CorrectClosure', ...asked, closureId, changes, reason }) as const,
    ),
  fc
    .tuple(oneOf('reopening', 2), fc.record({ on: aDay }))
    .map(
      ([reopeningId, changes]) =>
        ({ type: 'CorrectReopening', ...asked, reopeningId, changes, reason }) as const,
    ),
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        oneOf('outcome', 3),
        maybe({ ...outcomeTerms, permanentContract: fc.option(fc.boolean()) }, [
          'afterMonths',
          'state',
          'permanentContract',
        ]),
      )
      .map(
        ([outcomeId, changes]) => ({ type: 'CorrectOutcome', ...asked, outcomeId, changes, reason }) as const,
      ),
  },
  fc
    .tuple(
      oneOf('aftercare'),
      maybe({ ...aftercareTerms, minutes: fc.option(aftercareTerms.minutes) }, ['on', 'with', 'minutes']),
    )
    .map(
      ([contactId, changes]) =>
        ({ type: 'CorrectAftercareContact', ...asked, contactId, changes, reason }) as const,
    ),
);

/** Requests to correct and their answers. */
export const requestCommands: fc.Arbitrary<TrajectoryCommand> = fc.oneof(
  fc
    .record({ requestId: oneOf('request', 2), about: fc.oneof(oneOf('placement'), oneOf('session', 6)) })
    .map((terms) => ({ type: 'AskForCorrection', ...asked, ...terms, text: 'verzoek' }) as const),
  fc
    .record({ requestId: oneOf('request', 2), decision: fc.constantFrom(...REQUEST_DECISIONS) })
    .map((terms) => ({ type: 'AnswerCorrectionRequest', ...asked, ...terms, reason }) as const),
);
