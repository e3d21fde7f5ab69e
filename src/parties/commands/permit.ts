import {
  type AskingParty,
  type CommandName,
  mayRecord,
  refuseAccess,
  type Scope,
} from '../../../domain/access/index.js';

/** Refuses what this asker may not record here (403), by the table of domain.md section 9a. */
export function permit(command: CommandName, asker: AskingParty, scope: Scope): void {
  if (mayRecord(command, asker, scope) !== 'allowed') refuseAccess('role.may-not');
}
