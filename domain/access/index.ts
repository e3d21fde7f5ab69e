export type { ActingFor } from './cell-words.js';
export { mayReadConfidential, maySee } from './reading.js';
export type { AskingParty, CommandName, Recording, RecordingOutcome, Role } from './recording.js';
export { mayRecord } from './recording.js';
export { ACCESS_REFUSALS, refuseAccess } from './refusals.js';
export { ROLES } from './roles.js';
export { type Scope, type ScopeDays, trajectoryScope } from './scope.js';
