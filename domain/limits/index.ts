export { type ExplainedLimits, explainedLimits } from './explained-limits.js';
export { bindingLastDays, type LastDaySegment } from './last-days.js';
export type * from './limits.js';
export { applicationTerms, grantIsBeyondLimit, limitsOf, type ProposedGrant } from './limits-of.js';
