import type { CalendarDate } from '../../shared/calendar.js';
import type { Assessment } from './facts.js';
import { ASSESSORS, type Assessor } from './lists.js';

/** Averages are shown from five scores on (domain.md section 9), so that no single score can be read from one. */
const FEWEST_SHOWN = 5;

/** The scores of one side. */
export interface AssessmentAverage {
  readonly count: number;
  /** How many of those were signed on paper and recorded by somebody else. */
  readonly onPaper: number;
  /** The mean score, rounded to hundredths; null without a score, or where too few may be shown. */
  readonly average: number | null;
}

/** The scores of candidates and of employers, never taken together. */
export type AssessmentAverages = { readonly [By in Assessor]: AssessmentAverage };

/** Counts the scores given up to and including `on`, those of candidates and of employers apart. */
export function assessmentAverages(
  assessments: readonly Pick<Assessment, 'by' | 'on' | 'score' | 'onPaper'>[],
  on: CalendarDate,
): AssessmentAverages {
  const averages = ASSESSORS.map((by) => {
    const given = assessments.filter((assessment) => assessment.by === by && assessment.on <= on);
    const sum = given.reduce((total, { score }) => total + score, 0);
    const average = given.length === 0 ? null : Math.round((100 * sum) / given.length) / 100;
    const onPaper = given.filter((assessment) => assessment.onPaper).length;
    return [by, { count: given.length, onPaper, average }] as const;
  });
  return Object.fromEntries(averages) as AssessmentAverages;
}

/** The averages as they are shown to who may not see every score: from five on, and below that not even how many. */
export function shownAverages(averages: AssessmentAverages): AssessmentAverages {
  const shown = ASSESSORS.map((by) => {
    const { count } = averages[by];
    return [by, count < FEWEST_SHOWN ? { count: 0, onPaper: 0, average: null } : averages[by]] as const;
  });
  return Object.fromEntries(shown) as AssessmentAverages;
}
