import { describe, it } from '@jest/globals';
import { closeIt, OTHER_EMPLOYER, onRunning } from '../examples.js';
import { correctIncident, INCIDENT, reportIncidentIt, resolveIt } from './examples.js';

const { type: _type, today: _today, ...reported } = reportIncidentIt;
const reason = 'typefout';

describe('a trajectory that is open', () => {
  it('takes an incident, at an employer or at none', () => {
    onRunning()
      .when(reportIncidentIt)
      .thenRecords([{ type: 'IncidentReported', data: reported }]);
    const { employerId: _, ...elsewhere } = reportIncidentIt;
    const { employerId: __, ...data } = reported;
    onRunning()
      .when(elsewhere)
      .thenRecords([{ type: 'IncidentReported', data }]);
  });

  it('takes none of a day to come, from before it opened or after it closed', () => {
    onRunning()
      .when({ ...reportIncidentIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning()
      .when({ ...reportIncidentIt, on: '2024-01-09' })
      .thenRefuses('date.before-opening', 'on');
    onRunning(closeIt)
      .when({ ...reportIncidentIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
  });
});

describe('an incident', () => {
  it('is reported once, also after it was corrected', () => {
    onRunning(reportIncidentIt).when(reportIncidentIt).thenNothing();
    onRunning(reportIncidentIt, correctIncident({ on: '2024-04-09' }))
      .when(reportIncidentIt)
      .thenNothing();
    onRunning(reportIncidentIt)
      .when({ ...reportIncidentIt, initiatedBy: 'coach' })
      .thenRefuses('id.already-used');
  });

  it('is resolved, on its own day or later', () => {
    const { type: _, today: __, ...data } = resolveIt;
    onRunning(reportIncidentIt)
      .when(resolveIt)
      .thenRecords([{ type: 'IncidentResolved', data }]);
    onRunning(reportIncidentIt)
      .when({ ...resolveIt, on: '2024-04-10' })
      .thenRecords([{ type: 'IncidentResolved', data: { ...data, on: '2024-04-10' } }]);
  });

  it('is not resolved before it happened, ahead or after the closure', () => {
    onRunning(reportIncidentIt)
      .when({ ...resolveIt, on: '2024-04-09' })
      .thenRefuses('incident.resolved-before-start', 'on');
    onRunning(reportIncidentIt)
      .when({ ...resolveIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning(reportIncidentIt, closeIt)
      .when({ ...resolveIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
  });

  it('is corrected by what changes, and null takes its employer away', () => {
    onRunning(reportIncidentIt)
      .when(correctIncident({ on: '2024-04-10', initiatedBy: 'coach', employerId: null }))
      .thenRecords([
        {
          type: 'IncidentCorrected',
          data: { incidentId: INCIDENT, reason, initiatedBy: 'coach', employerId: null },
        },
      ]);
    onRunning(reportIncidentIt)
      .when(correctIncident({ employerId: reportIncidentIt.employerId as string }))
      .thenNothing();
  });

  it('is corrected to no day on which it could not have been reported', () => {
    onRunning(reportIncidentIt)
      .when(correctIncident({ on: '2024-10-01' }))
      .thenRefuses('date.in-future', 'on');
    onRunning(reportIncidentIt)
      .when(correctIncident({ on: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'on');
    onRunning(reportIncidentIt, closeIt)
      .when(correctIncident({ on: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'on');
  });

  it('is resolved by a correction only with what resolved it and when', () => {
    onRunning(reportIncidentIt)
      .when(correctIncident({ resolvedOn: '2024-04-11' }))
      .thenRefuses('incident.not-resolved', 'resolution');
    onRunning(reportIncidentIt)
      .when(correctIncident({ resolution: 'Besproken.' }))
      .thenRefuses('incident.not-resolved', 'resolvedOn');
    const changes = { resolvedOn: '2024-04-11', resolution: 'Besproken.' } as const;
    onRunning(reportIncidentIt)
      .when(correctIncident(changes))
      .thenRecords([{ type: 'IncidentCorrected', data: { incidentId: INCIDENT, reason, ...changes } }]);
  });
});

describe('a resolved incident', () => {
  const resolved = () => onRunning(reportIncidentIt, resolveIt);

  it('is resolved once', () => {
    resolved().when(resolveIt).thenNothing();
    resolved()
      .when({ ...resolveIt, on: '2024-04-13' })
      .thenRefuses('incident.already-resolved', 'on');
  });

  it('is resolved on another day by a correction, never before it happened', () => {
    resolved()
      .when(correctIncident({ resolvedOn: '2024-04-13' }))
      .thenRecords([
        { type: 'IncidentCorrected', data: { incidentId: INCIDENT, reason, resolvedOn: '2024-04-13' } },
      ]);
    resolved()
      .when(correctIncident({ resolvedOn: '2024-04-09' }))
      .thenRefuses('incident.resolved-before-start', 'resolvedOn');
    resolved()
      .when(correctIncident({ on: '2024-04-13' }))
      .thenRefuses('incident.resolved-before-start', 'on');
    resolved()
      .when(correctIncident({ resolvedOn: '2024-10-01' }))
      .thenRefuses('date.in-future', 'resolvedOn');
    onRunning(reportIncidentIt, resolveIt, closeIt)
      .when(correctIncident({ resolvedOn: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'resolvedOn');
  });

  it('that a correction reopened can be resolved anew', () => {
    const { type: _, today: __, ...data } = resolveIt;
    onRunning(reportIncidentIt, resolveIt, correctIncident({ resolvedOn: null, employerId: OTHER_EMPLOYER }))
      .when({ ...resolveIt, on: '2024-05-01' })
      .thenRecords([{ type: 'IncidentResolved', data: { ...data, on: '2024-05-01' } }]);
  });
});
