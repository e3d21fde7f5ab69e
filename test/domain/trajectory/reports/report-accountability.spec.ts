import { describe, it } from '@jest/globals';
import { MUNICIPAL_2Y } from '../../../../domain/rule-sets/municipal-2y.js';
import { closeIt, id, onRunning } from '../examples.js';
import { reportIt } from './examples.js';

const reported = (terms: object = {}) => ({
  type: 'AccountabilityReported' as const,
  data: {
    reportId: reportIt.reportId,
    from: reportIt.from,
    to: reportIt.to,
    form: 'uwv' as const,
    ...terms,
  },
});

describe('accounting for a period', () => {
  it('is recorded in the form of the funder that pays, or in the one that was chosen', () => {
    onRunning().when(reportIt).thenRecords([reported()]);
    onRunning()
      .when({ ...reportIt, circumstances: { ruleSet: MUNICIPAL_2Y } })
      .thenRecords([reported({ form: 'municipality' })]);
    onRunning()
      .when({ ...reportIt, form: 'municipality' })
      .thenRecords([reported({ form: 'municipality' })]);
  });

  it('is recorded once when it is asked twice, and again under another id', () => {
    onRunning(reportIt).when(reportIt).thenNothing();
    onRunning(reportIt)
      .when({ ...reportIt, reportId: id(701) })
      .thenRecords([reported({ reportId: id(701) })]);
  });

  it('is refused for a period that runs backwards, is not over, or began before the trajectory', () => {
    onRunning()
      .when({ ...reportIt, to: '2024-01-31' })
      .thenRefuses('period.invalid', 'to');
    onRunning()
      .when({ ...reportIt, to: '2024-10-01' })
      .thenRefuses('date.in-future', 'to');
    onRunning()
      .when({ ...reportIt, from: '2023-12-31' })
      .thenRefuses('date.before-opening', 'from');
  });

  it('is possible after closure for the days up to the last one', () => {
    const closed = { ...closeIt, on: '2024-07-31' } as const;
    onRunning(closed).when(reportIt).thenRecords([reported()]);
    onRunning(closed)
      .when({ ...reportIt, to: '2024-08-01' })
      .thenRefuses('trajectory.closed', 'to');
  });
});
