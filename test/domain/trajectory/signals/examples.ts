import type { CorrectIncident, ReportIncident } from '../../../../domain/trajectory/signals/commands.js';
import { EMPLOYER, id, OTHER_COACH, TODAY } from '../examples.js';

/** What is asked about incidents, support needs, contact rhythms and the choice of a coach. */

export const INCIDENT = id(170);
export const NEED = id(180);
export const RHYTHM = id(190);
export const REQUEST = id(200);

export const reportIncidentIt: ReportIncident = {
  type: 'ReportIncident',
  today: TODAY,
  incidentId: INCIDENT,
  on: '2024-04-10',
  employerId: EMPLOYER,
  initiatedBy: 'employer',
  summary: 'Liep boos weg na een opmerking.',
};
export const resolveIt = {
  type: 'ResolveIncident',
  today: TODAY,
  incidentId: INCIDENT,
  on: '2024-04-12',
  summary: 'Met zijn drieën besproken.',
} as const;
export const signalIt = {
  type: 'SignalSupportNeed',
  today: TODAY,
  needId: NEED,
  on: '2024-04-15',
  lifeDomain: 'finances',
  referredTo: 'De Kredietbank',
} as const;
export const rhythmIt = {
  type: 'AgreeContactRhythm',
  today: TODAY,
  rhythmId: RHYTHM,
  everyDays: 14,
  from: '2024-02-01',
} as const;
export const askIt = {
  type: 'AskForAnotherCoach',
  today: TODAY,
  requestId: REQUEST,
  reason: 'Het klikt niet.',
  preferredCoachId: OTHER_COACH,
} as const;
export const answerIt = {
  type: 'AnswerCoachChange',
  today: TODAY,
  requestId: REQUEST,
  decision: 'granted',
  reason: 'De andere jobcoach heeft plaats.',
  on: TODAY,
} as const;

export function correctIncident(changes: CorrectIncident['changes']): CorrectIncident {
  return { type: 'CorrectIncident', today: TODAY, incidentId: INCIDENT, changes, reason: 'typefout' };
}

export function correctNeed(changes: { on?: '2024-01-09' | '2024-04-16'; referredTo?: string }) {
  return { type: 'CorrectSupportNeed', today: TODAY, needId: NEED, changes, reason: 'typefout' } as const;
}

export function correctRhythm(changes: { everyDays?: number; from?: '2024-02-05' | '2024-06-01' }) {
  return {
    type: 'CorrectContactRhythm',
    today: TODAY,
    rhythmId: RHYTHM,
    changes,
    reason: 'typefout',
  } as const;
}
