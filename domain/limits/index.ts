export { type ExplainedLimits, explainedLimits, ruleOfDeadline } from './explained-limits.js';
export { bindingLastDays, type LastDaySegment } from './last-days.js';
export type * from './limits.js';
export {
  applicationTerms,
  awardDeadlinesOf,
  grantIsBeyondLimit,
  limitsOf,
  type ProposedGrant,
} from './limits-of.js';
