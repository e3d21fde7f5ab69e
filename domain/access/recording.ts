import type { Id } from '../shared/ids.js';
import { type ActingFor, CELL_WORDS, type CellMeaning } from './cell-words.js';
import { coachesNowOrOnDay, coachesOnDay, maySee } from './reading.js';
import { type CommandName, RECORDED_COMMANDS } from './recorded-commands.js';
import { RECORDING_TABLE } from './recording-table.js';
import { type AskingParty, ROLES } from './roles.js';
import type { Scope } from './scope.js';

export type { CommandName } from './recorded-commands.js';
export type { AskingParty, Role } from './roles.js';

/**
 * `allowed` · `forbidden`: in sight, but not this role's to do (403) · `hidden`: out of sight (404) · `needs-evidence`:
 * this role may only record what was signed on paper, and no evidence was given.
 */
export type RecordingOutcome = 'allowed' | 'forbidden' | 'hidden' | 'needs-evidence';

/** How it would be recorded. */
export interface Recording {
  /** True when evidence of what was signed on paper comes with it (`transcribed`). */
  readonly evidence?: boolean;
  /** For whom a plan is agreed, a score given, an agreement kept. */
  readonly actingFor?: ActingFor;
}

/** Whether `asker` may give `command` on what `scope` describes, by the table of domain.md section 9a. */
export function mayRecord(
  command: CommandName,
  asker: AskingParty,
  scope: Scope,
  recording: Recording = {},
): RecordingOutcome {
  const { role } = asker;
  if (role === 'operator') return 'allowed';
  const { row, about } = RECORDED_COMMANDS[command];
  const dossier = about === 'dossier';
  if (dossier && role !== 'administrator' && !hasInSight(asker, scope)) return 'hidden';

  const meaning = CELL_WORDS[RECORDING_TABLE[row][ROLES.indexOf(role)] ?? '–'];
  const allowed =
    (meaning.only?.includes(command) ?? true) &&
    isForOwnParty(asker, scope, dossier) &&
    isOwn(command, meaning, asker, scope) &&
    isActingFor(meaning, asker, recording) &&
    !approvesOwnHours(command, asker, scope);
  if (!allowed) return 'forbidden';
  return meaning.evidence && recording.evidence !== true ? 'needs-evidence' : 'allowed';
}

/** A former coach sees what they did, but has no business recording on the file any more. */
function hasInSight(asker: AskingParty, scope: Scope): boolean {
  return asker.role === 'coach' ? coachesNowOrOnDay(asker, scope) : maySee(asker, scope);
}

/**
 * True when it is a matter of the asker's own organisation or funder. Who only sees a trajectory because theirs
 * continues it records nothing on it. A party or an opening that names no organisation or funder is nobody else's. Who
 * asks for no organisation or funder at all has nothing that is theirs.
 */
function isForOwnParty(asker: AskingParty, scope: Scope, dossier: boolean): boolean {
  const owns = (ids: readonly Id[] | undefined, id: Id | undefined) =>
    id !== undefined && (ids === undefined ? !dossier : ids.includes(id));
  switch (asker.role) {
    case 'coordinator':
      return owns(scope.organisationIds, asker.organisationId);
    case 'case-director':
    case 'auditor':
      return owns(scope.funderIds, asker.funderId);
    default:
      return true;
  }
}

function isOwn(command: CommandName, meaning: CellMeaning, asker: AskingParty, scope: Scope): boolean {
  if (meaning.anyFor?.includes(command)) return true;
  const itself = asker.coachId !== undefined && scope.actingCoachId === asker.coachId;
  switch (meaning.own) {
    case 'organisation':
      return scope.organisationIds !== undefined;
    case 'funder':
      return scope.funderIds !== undefined;
    case 'self':
      return itself;
    case 'self-on-the-day':
      // Asking is the candidate's, and nobody answers in a case of their own.
      if (command === 'AskForCorrection' || command === 'AnswerCorrectionRequest') return false;
      // A day that is not the coach's is refused by the trajectory itself, with a code of its own; a tie has no day.
      if (command === 'RecordSession' || RECORDED_COMMANDS[command].row === 'tie') return itself;
      return (scope.actingCoachId === undefined || itself) && coachesOnDay(asker, scope);
    default:
      return true;
  }
}

function isActingFor(meaning: CellMeaning, { role }: AskingParty, { actingFor }: Recording): boolean {
  if (meaning.actingFor === undefined) return true;
  return actingFor === (meaning.actingFor === 'role' ? role : meaning.actingFor);
}

/** Nobody approves hours of their own, in whatever role they ask. */
function approvesOwnHours(command: CommandName, asker: AskingParty, scope: Scope): boolean {
  const approves = command === 'ApproveHours' || command === 'CorrectHoursApproval';
  return approves && asker.coachId !== undefined && scope.actingCoachId === asker.coachId;
}
