import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import {
  assessmentAverages,
  shownAverages,
} from '../../../../domain/trajectory/review/assessment-averages.js';
import {
  after,
  closeIt,
  EMPLOYER,
  EVIDENCE,
  id,
  OTHER_EMPLOYER,
  onRunning,
  running,
  startIt,
  TODAY,
} from '../examples.js';
import { ASSESSMENT, assessIt, correctAssessment } from './examples.js';

function factsAfter(...commands: readonly TrajectoryCommand[]) {
  return fold(trajectoryDecider, after(...running, ...commands)).facts;
}

const { type: _type, today: _today, ...given } = assessIt;
const byEmployer = { ...assessIt, by: 'employer' } as const;
const secondJob = { ...startIt, placementId: id(43), employerId: OTHER_EMPLOYER };

describe('an assessment', () => {
  it('is a score by the candidate, or by the employer where the candidate works that day', () => {
    onRunning()
      .when(assessIt)
      .thenRecords([{ type: 'AssessmentGiven', data: given }]);
    onRunning()
      .when(byEmployer)
      .thenRecords([{ type: 'AssessmentGiven', data: { ...given, by: 'employer', employerId: EMPLOYER } }]);
    onRunning(secondJob).when(byEmployer).thenRefuses('employer.unclear', 'employerId');
    expect(factsAfter(secondJob, { ...byEmployer, employerId: OTHER_EMPLOYER })?.assessments).toEqual([
      {
        id: ASSESSMENT,
        by: 'employer',
        on: '2024-06-03',
        score: 8,
        employerId: OTHER_EMPLOYER,
        onPaper: false,
      },
    ]);
  });

  it('is given once by one command, also when there are more employers by then', () => {
    onRunning(assessIt).when(assessIt).thenNothing();
    onRunning(byEmployer, secondJob).when(byEmployer).thenNothing();
    onRunning(assessIt)
      .when({ ...assessIt, score: 7 })
      .thenRefuses('id.already-used');
  });

  it('is given after the closure too, on a day that has come, from the opening on', () => {
    expect(factsAfter(closeIt, { ...assessIt, on: TODAY })?.assessments).toHaveLength(1);
    onRunning()
      .when({ ...assessIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning()
      .when({ ...assessIt, on: '2024-01-09' })
      .thenRefuses('date.before-opening', 'on');
    onRunning(assessIt)
      .when(correctAssessment({ on: '2024-10-01' }))
      .thenRefuses('date.in-future', 'on');
    onRunning(assessIt)
      .when(correctAssessment({ on: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'on');
  });

  it.each([0, 11, 7.5])('is no score of %s', (score) => {
    onRunning()
      .when({ ...assessIt, score })
      .thenRefuses('score.invalid', 'score');
    onRunning(assessIt).when(correctAssessment({ score })).thenRefuses('score.invalid', 'score');
  });

  it('that was signed on paper says so', () => {
    expect(factsAfter({ ...byEmployer, evidence: EVIDENCE })?.assessments).toMatchObject([{ onPaper: true }]);
    const evidence = { ...EVIDENCE, signedOn: '2024-10-01' } as const;
    onRunning()
      .when({ ...byEmployer, evidence })
      .thenRefuses('date.in-future', 'evidence.signedOn');
  });

  it('is corrected by what changes; whose it is stays', () => {
    onRunning(assessIt)
      .when(correctAssessment({ score: 7, on: '2024-06-03', employerId: EMPLOYER }))
      .thenRecords([
        {
          type: 'AssessmentCorrected',
          data: { assessmentId: ASSESSMENT, by: 'candidate', score: 7, reason: 'typefout' },
        },
      ]);
    onRunning(assessIt)
      .when(correctAssessment({ score: 8 }))
      .thenNothing();
    onRunning(byEmployer)
      .when(correctAssessment({ employerId: OTHER_EMPLOYER }))
      .thenRefuses('employer.not-involved', 'employerId');
    expect(
      factsAfter(
        secondJob,
        { ...byEmployer, employerId: EMPLOYER },
        correctAssessment({ employerId: OTHER_EMPLOYER }),
      )?.assessments,
    ).toMatchObject([{ employerId: OTHER_EMPLOYER }]);
  });
});

describe('the averages of assessments', () => {
  const score = (
    by: 'candidate' | 'employer',
    value: number,
    on: '2024-06-03' | '2024-06-04' = '2024-06-03',
  ) => ({
    by,
    score: value,
    on,
    onPaper: value === 6,
  });

  it('are of candidate and employer apart, up to the day, in hundredths', () => {
    const scores = [
      score('candidate', 8),
      score('candidate', 7),
      score('candidate', 7),
      score('employer', 6),
    ];
    expect(assessmentAverages([...scores, score('employer', 9, '2024-06-04')], '2024-06-03')).toEqual({
      candidate: { count: 3, onPaper: 0, average: 7.33 },
      employer: { count: 1, onPaper: 1, average: 6 },
    });
    expect(assessmentAverages([], '2024-06-03').candidate).toEqual({ count: 0, onPaper: 0, average: null });
  });

  it('are shown from five scores on to who may not see each of them (domain.md section 9)', () => {
    const five = [6, 7, 8, 9, 10].map((value) => score('candidate', value));
    const four = five.slice(1).map((it) => ({ ...it, by: 'employer' as const }));
    expect(shownAverages(assessmentAverages([...five, ...four], '2024-06-03'))).toEqual({
      candidate: { count: 5, onPaper: 1, average: 8 },
      employer: { count: 0, onPaper: 0, average: null },
    });
  });
});
