import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Incidents, support needs, contact rhythms and the choice of a coach. */
export const trajectorySignals = {
  IncidentReported: {
    1: {
      incidentId: idOf('incident'),
      on: '2024-05-14',
      employerId: idOf('employer'),
      initiatedBy: 'employer',
      summary: sealed('IncidentReported', 'summary', 'narrative'),
    },
  },
  IncidentResolved: {
    1: {
      incidentId: idOf('incident'),
      on: '2024-05-21',
      summary: sealed('IncidentResolved', 'summary', 'narrative'),
    },
  },
  IncidentCorrected: {
    1: {
      incidentId: idOf('incident'),
      on: '2024-05-13',
      employerId: null,
      initiatedBy: 'coach',
      summary: sealed('IncidentCorrected', 'summary', 'narrative'),
      resolvedOn: '2024-05-22',
      resolution: sealed('IncidentCorrected', 'resolution', 'narrative'),
      reason: sealed('IncidentCorrected', 'reason', 'narrative'),
    },
  },
  SupportNeedSignalled: {
    1: {
      needId: idOf('support need'),
      on: '2024-06-03',
      lifeDomain: sealed('SupportNeedSignalled', 'lifeDomain', 'narrative'),
      referredTo: sealed('SupportNeedSignalled', 'referredTo', 'narrative'),
    },
  },
  SupportNeedCorrected: {
    1: {
      needId: idOf('support need'),
      on: '2024-06-04',
      lifeDomain: sealed('SupportNeedCorrected', 'lifeDomain', 'narrative'),
      referredTo: sealed('SupportNeedCorrected', 'referredTo', 'narrative'),
      reason: sealed('SupportNeedCorrected', 'reason', 'narrative'),
    },
  },
  ContactRhythmAgreed: { 1: { rhythmId: idOf('contact rhythm'), everyDays: 14, from: '2024-03-01' } },
  ContactRhythmCorrected: {
    1: {
      rhythmId: idOf('contact rhythm'),
      everyDays: 21,
      from: '2024-03-04',
      reason: sealed('ContactRhythmCorrected', 'reason', 'narrative'),
    },
  },
  CoachChangeRequested: {
    1: {
      requestId: idOf('coach-change request'),
      requestedOn: '2025-01-13',
      reason: sealed('CoachChangeRequested', 'reason', 'narrative'),
      preferredCoachId: idOf('second coach'),
    },
  },
  CoachChangeAnswered: {
    1: {
      requestId: idOf('coach-change request'),
      decision: 'granted',
      reason: sealed('CoachChangeAnswered', 'reason', 'narrative'),
      on: '2025-01-27',
    },
  },
} satisfies Partial<Examples<TrajectoryEvent>>;
