export { type CoachAbsences, coachesOf, coverGaps } from './cover-gaps.js';
export { type Reachable, reachableOn } from './reachable.js';
