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

/** The same for a file whose existence is itself a secret: out of sight it is refused as `notFound` (404). */
export function permitOnDossier(
  command: CommandName,
  asker: AskingParty,
  scope: Scope,
  notFound: Parameters<typeof refuseAccess>[0],
): void {
  const outcome = mayRecord(command, asker, scope);
  if (outcome === 'hidden') refuseAccess(notFound);
  if (outcome !== 'allowed') refuseAccess('role.may-not');
}
