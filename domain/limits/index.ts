export { dateOf, durationOf } from './days.js';
export { bindingLastDays, type LastDaySegment } from './last-days.js';
export type * from './limits.js';
export { clocksFor, grantIsBeyondLimit, limitsOf, type ProposedGrant } from './limits-of.js';
export { earliestGrantDay, firstApplicationReach, followOnReach, type Reach } from './reach.js';
