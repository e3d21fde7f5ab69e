import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../../../domain/shared/refusal.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { decisionOf } from '../../../spec/given.js';
import { accountsClosed } from '../accounts/closed-cases.js';
import { awardClosed } from '../award/closed-cases.js';
import { factCorrectionsClosed } from '../corrected-facts/closed-cases.js';
import * as example from '../examples.js';
import { planClosed } from '../plan/closed-cases.js';
import { reportsClosed } from '../reports/closed-cases.js';
import { answerIt, askIt } from '../requests/examples.js';
import { reviewClosed } from '../review/closed-cases.js';
import { signalsClosed } from '../signals/closed-cases.js';
import { AFTER, dated, LAST, type Placed } from './closed-case.js';
import * as closing from './examples.js';

const { WITH_COACH, TODAY } = example;
const reason = 'typefout';
const { assignIt, substituteIt, handOverIt, nameIt, nameManagerIt, startIt, endIt, changeIt } = example;
const { changeJobIt, reportIt, learnIt, recordIt, contactIt, withdrawIt } = example;
const another = { ...startIt, placementId: example.id(43), employerId: example.id(22) };
const nextOn = (startsOn: typeof LAST | typeof AFTER) => ({
  ...changeJobIt,
  next: { ...changeJobIt.next, startsOn },
});
const endSubstitution = (endedOn: typeof LAST | typeof AFTER) => ({
  type: 'EndSubstitution' as const,
  today: TODAY,
  substitutionId: example.SUBSTITUTION,
  endedOn,
});
const endAbsence = (endedOn: typeof LAST | typeof AFTER) => ({
  type: 'EndAbsence' as const,
  today: TODAY,
  absenceId: example.ABSENCE,
  endedOn,
});
const correctAbsence = (from: typeof LAST | typeof AFTER) => ({
  type: 'CorrectAbsence' as const,
  today: TODAY,
  absenceId: example.ABSENCE,
  changes: { from },
  reason,
});
const correctAssignment = (from: typeof LAST | typeof AFTER) => ({
  type: 'CorrectCoachAssignment' as const,
  today: TODAY,
  assignmentId: example.ASSIGNMENT,
  changes: { from },
  reason,
  ...WITH_COACH,
});
const inSixMonths = { today: '2025-03-15' } as const;

/** Every command there is, placed in the list of section 5: a new command does not compile until it is placed. */
const placed: { readonly [Type in TrajectoryCommand['type']]: Placed } = {
  OpenTrajectory: {
    clause: 'nothing',
    refused: { ...example.openIt, openedOn: '2024-10-01' },
    code: 'id.already-used',
  },
  AssignCoach: dated({ ...assignIt, assignmentId: example.id(31) }, 'from'),
  CorrectCoachAssignment: {
    clause: 'corrections',
    taken: correctAssignment(LAST),
    refused: correctAssignment(AFTER),
  },
  SubstituteCoach: dated(substituteIt, 'from'),
  EndSubstitution: {
    clause: 'facts dated up to its last day',
    before: [substituteIt],
    taken: endSubstitution(LAST),
    refused: endSubstitution(AFTER),
  },
  HandOverCoach: dated(handOverIt, 'on'),
  NameCaseDirector: dated(nameIt, 'from'),
  NameCaseManager: dated(nameManagerIt, 'from'),
  ChangeOrganisation: dated(example.changeOrganisationIt, 'on'),
  MoveRuleSet: dated(example.moveIt, 'on'),
  StartPlacement: dated(another, 'startsOn'),
  ChangePlacement: dated(changeIt, 'from'),
  EndPlacement: dated(endIt, 'endedOn'),
  CorrectPlacement: {
    clause: 'corrections',
    taken: example.correctPlacement({ endedOn: LAST }),
    refused: example.correctPlacement({ endedOn: AFTER }),
  },
  ChangeJob: { clause: 'facts dated up to its last day', taken: nextOn(LAST), refused: nextOn(AFTER) },
  ReportAbsence: dated(reportIt, 'from'),
  EndAbsence: {
    clause: 'facts dated up to its last day',
    before: [reportIt],
    taken: endAbsence(LAST),
    refused: endAbsence(AFTER),
  },
  CorrectAbsence: {
    clause: 'corrections',
    before: [reportIt],
    taken: correctAbsence(LAST),
    refused: correctAbsence(AFTER),
  },
  LearnFit: dated(learnIt, 'today'),
  ...awardClosed,
  ...signalsClosed,
  ...factCorrectionsClosed,
  RecordSession: dated(recordIt, 'on'),
  CorrectSession: {
    clause: 'corrections',
    before: [recordIt],
    taken: example.correctSession({ on: LAST }),
    refused: example.correctSession({ on: AFTER }),
  },
  WithdrawSession: { clause: 'corrections', before: [recordIt], taken: withdrawIt },
  RecordEmployerContact: dated(contactIt, 'on'),
  AskForCorrection: { clause: 'corrections', before: [recordIt], taken: askIt },
  AnswerCorrectionRequest: { clause: 'corrections', before: [recordIt, askIt], taken: answerIt },
  ...accountsClosed,
  ...reportsClosed,
  ...planClosed,
  ...reviewClosed,
  CloseTrajectory: {
    clause: 'nothing',
    refused: { ...closing.closeAgain, on: LAST },
    code: 'closure.already-closed',
  },
  CorrectClosure: { clause: 'corrections', taken: closing.correctClosure({ on: '2024-08-31' }) },
  ProposeClosure: {
    clause: 'reopening',
    taken: { ...closing.proposeIt, proposes: 'reopening', on: AFTER },
    refused: closing.proposeIt,
    code: 'closure.already-closed',
  },
  ReopenTrajectory: { clause: 'reopening', taken: { ...closing.reopenIt, on: AFTER } },
  CorrectReopening: {
    clause: 'corrections',
    since: [
      { ...closing.reopenIt, on: AFTER },
      { ...closing.closeAgain, on: '2024-09-30' },
    ],
    taken: closing.correctReopening('2024-09-20'),
  },
  MeasureOutcome: { clause: 'outcomes', taken: { ...closing.measureIt, ...inSixMonths } },
  CorrectOutcome: {
    clause: 'corrections',
    since: [{ ...closing.measureIt, ...inSixMonths }],
    taken: { ...closing.correctOutcome({ permanentContract: null }), ...inSixMonths },
  },
  RecordAftercareContact: { clause: 'aftercare', taken: { ...closing.aftercareIt, on: AFTER } },
  CorrectAftercareContact: {
    clause: 'corrections',
    since: [{ ...closing.aftercareIt, on: AFTER }],
    taken: closing.correctAftercare({ minutes: 20 }),
  },
};

describe('on a closed trajectory, of what domain.md section 5 names and no more,', () => {
  for (const [type, { clause, before = [], since = [], taken, refused, code }] of Object.entries(placed)) {
    const open = [...example.running, ...before];
    const closed = example.after(...open, example.closeIt, ...since);

    if (taken) {
      it(`${type} is taken (${clause})`, () => {
        const decision = decisionOf(trajectoryDecider, closed, taken);
        expect(decision).not.toBeInstanceOf(Refusal);
        expect(decision).not.toEqual([]);
      });
    }
    if (refused) {
      it(`${type} is refused ${taken ? 'otherwise' : 'always'}`, () => {
        expect(decisionOf(trajectoryDecider, closed, refused)).toMatchObject({
          code: code ?? 'trajectory.closed',
        });
        if (code === undefined) {
          expect(decisionOf(trajectoryDecider, example.after(...open), refused)).not.toBeInstanceOf(Refusal);
        }
      });
    }
  }

  it('every command is tried', () => {
    for (const { taken, refused, clause } of Object.values(placed)) {
      expect(taken ?? refused).toBeDefined();
      if (clause === 'facts dated up to its last day') expect([taken, refused]).not.toContain(undefined);
    }
  });
});
