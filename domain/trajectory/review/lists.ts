/** The closed lists of reviews. Their members are stored: they are never renamed. */

export const EVALUATION_KINDS = ['interim', 'half-year', 'final'] as const;
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

/**
 * What coaching led to (UWV 2014 A.6): 1 works without guidance, 2 lighter regime next, 3 same regime, 4 higher regime,
 * 5 guided by the employer, 6 no longer working.
 */
export const RESULT_CODES = [1, 2, 3, 4, 5, 6] as const;
export type ResultCode = (typeof RESULT_CODES)[number];

/** Who gives an assessment. */
export const ASSESSORS = ['candidate', 'employer'] as const;
export type Assessor = (typeof ASSESSORS)[number];
