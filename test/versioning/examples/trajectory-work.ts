import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Placements, absences, fit notes, sessions and contacts. */
export const trajectoryWork = {
  PlacementStarted: {
    1: {
      placementId: idOf('placement'),
      employerId: idOf('employer'),
      kind: 'secondment',
      startsOn: '2024-02-12',
      hoursPerWeek: 27.5,
      hoursPerYear: 1380,
      plannedEnd: '2025-02-11',
      formalEmployerName: 'Werkbedrijf Zuid',
      tasks: sealed('PlacementStarted', 'tasks', 'narrative'),
      wageValuePercent: 60,
      sameWorkAs: idOf('earlier placement'),
      managerName: sealed('PlacementStarted', 'managerName', 'identity'),
    },
  },
  PlacementChanged: {
    1: {
      placementId: idOf('placement'),
      changeId: idOf('placement change'),
      from: '2024-09-01',
      hoursPerWeek: 32,
      hoursPerYear: 1600,
      plannedEnd: '2025-08-31',
      tasks: sealed('PlacementChanged', 'tasks', 'narrative'),
      wageValuePercent: 70,
      managerName: sealed('PlacementChanged', 'managerName', 'identity'),
      formalEmployerName: 'Werkbedrijf Zuid',
    },
  },
  PlacementCorrected: {
    1: {
      placementId: idOf('placement'),
      startsOn: '2024-02-13',
      hoursPerYear: null,
      endedOn: '2025-03-28',
      managerName: null,
      tasks: sealed('PlacementCorrected', 'tasks', 'narrative'),
      reason: sealed('PlacementCorrected', 'reason', 'narrative'),
    },
  },
  PlacementEnded: {
    1: {
      placementId: idOf('placement'),
      endedOn: '2025-03-31',
      reportedOn: '2025-04-02',
      reason: sealed('PlacementEnded', 'reason', 'narrative'),
      structuralWork: true,
    },
  },
  AbsenceReported: {
    1: {
      absenceId: idOf('absence'),
      from: '2024-10-07',
      until: '2024-11-01',
      kind: sealed('AbsenceReported', 'kind', 'narrative'),
    },
  },
  AbsenceEnded: { 1: { absenceId: idOf('absence'), endedOn: '2024-10-25' } },
  AbsenceCorrected: {
    1: {
      absenceId: idOf('absence'),
      from: '2024-10-08',
      until: null,
      kind: sealed('AbsenceCorrected', 'kind', 'narrative'),
      reason: sealed('AbsenceCorrected', 'reason', 'narrative'),
    },
  },
  FitLearned: {
    1: {
      fitId: idOf('fit note'),
      placementId: idOf('placement'),
      fits: sealed('FitLearned', 'fits', 'narrative'),
      doesNotFit: sealed('FitLearned', 'doesNotFit', 'narrative'),
      adjustments: sealed('FitLearned', 'adjustments', 'narrative'),
      shareWithNext: sealed('FitLearned', 'shareWithNext', 'narrative'),
    },
  },
  FitCarried: {
    1: {
      fitIds: [idOf('fit note')],
      fromPlacementId: idOf('placement'),
      toPlacementId: idOf('second placement'),
      on: '2025-04-01',
    },
  },
  SessionRecorded: {
    1: {
      sessionId: idOf('session'),
      coachId: idOf('coach'),
      on: '2024-03-14',
      minutes: 95,
      activity: 'structuring-work',
      form: 'group',
      summary: sealed('SessionRecorded', 'summary', 'narrative'),
      startsAt: '09:30',
      groupSize: 3,
      goals: sealed('SessionRecorded', 'goals', 'narrative'),
      placementId: idOf('placement'),
      confidentialNote: sealed('SessionRecorded', 'confidentialNote', 'confidential'),
      registeredOn: '2024-03-15',
    },
  },
  SessionCorrected: {
    1: {
      sessionId: idOf('session'),
      minutes: 90,
      startsAt: null,
      summary: sealed('SessionCorrected', 'summary', 'narrative'),
      confidentialNote: null,
      reason: sealed('SessionCorrected', 'reason', 'narrative'),
    },
  },
  SessionWithdrawn: {
    1: { sessionId: idOf('session'), reason: sealed('SessionWithdrawn', 'reason', 'narrative') },
  },
  EmployerContactRecorded: {
    1: {
      contactId: idOf('contact'),
      employerId: idOf('employer'),
      on: '2024-04-09',
      minutes: 20,
      kind: 'check-in',
      initiatedBy: 'employer',
      summary: sealed('EmployerContactRecorded', 'summary', 'narrative'),
    },
  },
} satisfies Partial<Examples<TrajectoryEvent>>;
