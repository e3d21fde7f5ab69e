export { mayReadConfidential, maySee, maySeeIncident } from './reading.js';
export type { AskingParty, CommandName, RecordingOutcome, Role } from './recording.js';
export { mayRecord } from './recording.js';
export { ACCESS_REFUSALS, refuseAccess } from './refusals.js';
export { mayRecordWhileRestricted, maySeeWhileRestricted } from './restricted.js';
export { isInSightOfFormerEmployer, type Scope, trajectoryScope } from './scope.js';
