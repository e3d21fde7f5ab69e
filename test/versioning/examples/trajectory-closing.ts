import type { ClosingEvent } from '../../../domain/trajectory/closing/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Closures, reopenings, outcomes and aftercare. */
export const trajectoryClosing: Examples<ClosingEvent> = {
  TrajectoryClosed: {
    1: {
      on: '2025-12-31',
      reason: sealed('TrajectoryClosed', 'reason', 'narrative'),
      result: sealed('TrajectoryClosed', 'result', 'narrative'),
      structuralSupport: false,
    },
    2: {
      closureId: idOf('closure'),
      on: '2026-02-28',
      reason: sealed('TrajectoryClosed', 'reason', 'narrative'),
      result: sealed('TrajectoryClosed', 'result', 'narrative'),
      resultCode: 2,
      structuralSupport: true,
    },
  },
  ClosureCorrected: {
    1: {
      closureId: idOf('closure'),
      on: '2026-02-27',
      result: sealed('ClosureCorrected', 'result', 'narrative'),
      resultCode: null,
      structuralSupport: false,
      reason: sealed('ClosureCorrected', 'reason', 'narrative'),
    },
  },
  ClosureProposed: {
    1: {
      proposalId: idOf('closure proposal'),
      proposes: 'closure',
      on: '2026-02-28',
      reason: sealed('ClosureProposed', 'reason', 'narrative'),
    },
  },
  TrajectoryReopened: {
    1: {
      reopeningId: idOf('reopening'),
      on: '2026-05-01',
      reason: sealed('TrajectoryReopened', 'reason', 'narrative'),
    },
  },
  ReopeningCorrected: {
    1: {
      reopeningId: idOf('reopening'),
      on: '2026-05-04',
      reason: sealed('ReopeningCorrected', 'reason', 'narrative'),
    },
  },
  OutcomeMeasured: {
    1: {
      outcomeId: idOf('outcome'),
      closureId: idOf('closure'),
      measuredOn: '2027-02-28',
      afterMonths: 12,
      state: 'paid-without-coach',
      permanentContract: true,
    },
  },
  OutcomeCorrected: {
    1: {
      outcomeId: idOf('outcome'),
      afterMonths: 24,
      measuredOn: '2028-02-28',
      state: 'no-work',
      permanentContract: null,
      reason: sealed('OutcomeCorrected', 'reason', 'narrative'),
    },
  },
  AftercareContactRecorded: {
    1: {
      contactId: idOf('aftercare contact'),
      on: '2026-04-09',
      with: 'employer',
      summary: sealed('AftercareContactRecorded', 'summary', 'narrative'),
      minutes: 20,
    },
  },
  AftercareContactCorrected: {
    1: {
      contactId: idOf('aftercare contact'),
      on: '2026-04-10',
      with: 'relative',
      summary: sealed('AftercareContactCorrected', 'summary', 'narrative'),
      minutes: null,
      reason: sealed('AftercareContactCorrected', 'reason', 'narrative'),
    },
  },
};
