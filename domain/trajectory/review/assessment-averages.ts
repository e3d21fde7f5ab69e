import type { CalendarDate } from '../../shared/calendar.js';
import type { Assessment } from './facts.js';
import { ASSESSORS, type Assessor } from './lists.js';

/** Averages are shown from five scores on (domain.md section 9), so that no single score can be read from one. */
const FEWEST_SHOWN = 5;

/** The scores of one side, added up. */
export interface AssessmentSum {
  readonly by: Assessor;
  readonly count: number;
  readonly sum: number;
  /** How many of those were signed on paper and recorded by somebody else. */
  readonly onPaper: number;
}

/** The scores of one side. */
export interface AssessmentAverage {
  readonly count: number;
  readonly onPaper: number;
  /** The mean score, rounded to hundredths; null without a score, or where too few may be shown. */
  readonly average: number | null;
}

/** The scores of candidates and of employers, never taken together. */
export type AssessmentAverages = { readonly [By in Assessor]: AssessmentAverage };

type Scored = Pick<Assessment, 'by' | 'on' | 'score' | 'onPaper'>;

/** Counts the scores given up to and including `on`, those of candidates and of employers apart. */
export function assessmentAverages(assessments: readonly Scored[], on: CalendarDate): AssessmentAverages {
  return averagesOf(
    ASSESSORS.map((by) => {
      const given = assessments.filter((assessment) => assessment.by === by && assessment.on <= on);
      return {
        by,
        count: given.length,
        sum: given.reduce((total, { score }) => total + score, 0),
        onPaper: given.filter((assessment) => assessment.onPaper).length,
      };
    }),
  );
}

/** The average of each side; a side without a sum has no scores. */
export function averagesOf(sums: readonly AssessmentSum[]): AssessmentAverages {
  return eachSide((by) => {
    const { count, sum, onPaper } = sums.find((one) => one.by === by) ?? { count: 0, sum: 0, onPaper: 0 };
    return { count, onPaper, average: count === 0 ? null : Math.round((100 * sum) / count) / 100 };
  });
}

/** The averages as they are shown to who may not see every score: from five on, and below that not even how many. */
export function shownAverages(averages: AssessmentAverages): AssessmentAverages {
  return eachSide((by) =>
    averages[by].count < FEWEST_SHOWN ? { count: 0, onPaper: 0, average: null } : averages[by],
  );
}

function eachSide(averageOf: (by: Assessor) => AssessmentAverage): AssessmentAverages {
  return { candidate: averageOf('candidate'), employer: averageOf('employer') };
}
