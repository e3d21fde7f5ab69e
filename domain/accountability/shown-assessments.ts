import type { Accountability, Assessments } from './accountability.js';

/** A mean of fewer would give away a single score (domain.md section 9). */
const FEWEST_SHOWN = 5;

/** Of whom somebody may read each opinion by itself. */
export type OpinionsSeen = 'all' | 'of-candidate' | 'none';

/**
 * The report with the opinions that its reader may see one by one; of the others only their mean, from five on, and
 * below that nothing: not even that they were given (domain.md section 9).
 */
export function withOpinionsSeen(report: Accountability, seen: OpinionsSeen): Accountability {
  if (seen === 'all') return report;
  const { candidateAssessments, employerAssessments, missing } = report;
  return {
    ...report,
    candidateAssessments: seen === 'of-candidate' ? candidateAssessments : meanOnly(candidateAssessments),
    employerAssessments: meanOnly(employerAssessments),
    missing: missing.filter(
      (what) =>
        what !== 'employer-assessment' && (what !== 'candidate-assessment' || seen === 'of-candidate'),
    ),
  };
}

function meanOnly({ given, meanTenths }: Assessments): Assessments {
  return { given: [], meanTenths: given.length < FEWEST_SHOWN ? null : meanTenths };
}
