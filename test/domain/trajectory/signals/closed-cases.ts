import type { SignalCommand } from '../../../../domain/trajectory/signals/commands.js';
import { type ClosedCases, dated, LAST } from '../closing/closed-case.js';
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

const askedInTime = { ...askIt, today: LAST } as const;

/** What stays possible around the coaching of a closed trajectory. */
export const signalsClosed: ClosedCases<SignalCommand> = {
  ReportIncident: dated(reportIncidentIt, 'on'),
  ResolveIncident: dated(resolveIt, 'on', [reportIncidentIt]),
  CorrectIncident: {
    clause: 'corrections',
    before: [reportIncidentIt],
    taken: correctIncident({ on: '2024-04-11' }),
  },
  SignalSupportNeed: dated(signalIt, 'on'),
  CorrectSupportNeed: { clause: 'corrections', before: [signalIt], taken: correctNeed({ on: '2024-04-16' }) },
  AgreeContactRhythm: dated(rhythmIt, 'from'),
  CorrectContactRhythm: {
    clause: 'corrections',
    before: [rhythmIt],
    taken: correctRhythm({ everyDays: 21 }),
  },
  AskForAnotherCoach: dated(askIt, 'today'),
  AnswerCoachChange: dated(answerIt, 'on', [askedInTime]),
};
