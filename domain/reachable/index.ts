export { type CoachAbsences, coachesOf, coverGaps } from './cover-gaps.js';
export { reachableOn } from './reachable.js';
