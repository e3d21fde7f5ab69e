export { type ApplicationStanding, applicationStandings } from './application-standings.js';
export { type AppliedFor, type Completeness, completenessOf } from './completeness.js';
export { type ExtensionSet, extensionSet } from './extension-set.js';
export { type GrantStanding, grantStandings } from './grant-standings.js';
export type { CheckedRequirement, Lack, Proven, Requirement } from './requirements.js';
