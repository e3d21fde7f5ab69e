import type { CommandName } from './recorded-commands.js';
import type { Role } from './roles.js';

/**
 * What goes on while a file is restricted, besides what the candidate does, which is consent: putting right what is
 * wrong, and what establishes, exercises or defends a claim (GDPR art. 18(2)).
 */
const CLAIMS: readonly CommandName[] = [
  'WithdrawSession',
  'AnswerCorrectionRequest',
  'LodgeObjection',
  'DecideObjection',
  'SettleDeclaration',
];

/** True when this may be recorded on a file whose use the candidate had restricted. */
export function mayRecordWhileRestricted(command: CommandName, role: Role): boolean {
  return role === 'candidate' || command.startsWith('Correct') || CLAIMS.includes(command);
}

/** True for who still reads a file that is restricted: the candidate, and who decides on ending it. */
export function maySeeWhileRestricted(role: Role): boolean {
  return role === 'candidate' || role === 'coordinator' || role === 'operator';
}
