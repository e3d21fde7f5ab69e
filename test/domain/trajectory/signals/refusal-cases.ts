import type { signalRefusals } from '../../../../domain/trajectory/signals/refusals.js';
import { COACH, id, running } from '../examples.js';
import type { RefusalCase } from '../refusal-case.js';
import {
  answerIt,
  askIt,
  correctIncident,
  correctNeed,
  correctRhythm,
  reportIncidentIt,
  resolveIt,
  rhythmIt,
  signalIt,
} from './examples.js';

/** A case for every refusal of incidents, support needs, contact rhythms and the choice of a coach. */
export const signalCases: Record<keyof typeof signalRefusals, RefusalCase> = {
  'incident.not-found': { before: running, refused: resolveIt, allowed: reportIncidentIt },
  'incident.already-resolved': {
    before: [...running, reportIncidentIt, resolveIt],
    refused: { ...resolveIt, on: '2024-04-13' },
    allowed: correctIncident({ resolvedOn: '2024-04-13' }),
  },
  'incident.not-resolved': {
    before: [...running, reportIncidentIt],
    refused: correctIncident({ resolution: 'Besproken.' }),
    allowed: correctIncident({ resolution: 'Besproken.', resolvedOn: '2024-04-10' }),
  },
  'incident.resolved-before-start': {
    before: [...running, reportIncidentIt],
    refused: { ...resolveIt, on: '2024-04-09' },
    allowed: { ...resolveIt, on: '2024-04-10' },
  },
  'support-need.not-found': {
    before: running,
    refused: correctNeed({ on: '2024-04-16' }),
    allowed: signalIt,
  },
  'contact-rhythm.not-found': {
    before: running,
    refused: correctRhythm({ everyDays: 7 }),
    allowed: rhythmIt,
  },
  'contact-rhythm.interval-invalid': {
    before: running,
    refused: { ...rhythmIt, everyDays: 93 },
    allowed: { ...rhythmIt, everyDays: 92 },
  },
  'contact-rhythm.same-first-day': {
    before: [...running, rhythmIt],
    refused: { ...rhythmIt, rhythmId: id(191) },
    allowed: { ...rhythmIt, rhythmId: id(191), from: '2024-02-02' },
  },
  'coach-change-request.not-found': { before: running, refused: answerIt, allowed: askIt },
  'coach-change-request.same-coach': {
    before: running,
    refused: { ...askIt, preferredCoachId: COACH },
    allowed: askIt,
  },
  'coach-change-request.already-answered': {
    before: [...running, askIt, answerIt],
    refused: { ...answerIt, decision: 'refused' },
    allowed: { ...askIt, requestId: id(201) },
  },
  'coach-change-request.answered-before-asked': {
    before: [...running, askIt],
    refused: { ...answerIt, on: '2024-09-29' },
    allowed: answerIt,
  },
};
