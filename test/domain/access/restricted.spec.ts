import { describe, expect, it } from '@jest/globals';
import { mayRecordWhileRestricted, maySeeWhileRestricted } from '../../../domain/access/index.js';
import { type CommandName, RECORDED_COMMANDS } from '../../../domain/access/recorded-commands.js';
import { ROLES } from '../../../domain/access/roles.js';

const commands = Object.keys(RECORDED_COMMANDS) as CommandName[];

describe('while the use of a file is restricted (GDPR art. 18(2))', () => {
  it('it is seen by the candidate and by who decides on ending it', () => {
    expect(ROLES.filter(maySeeWhileRestricted)).toEqual(['coordinator', 'candidate']);
  });

  it('the candidate records what the candidate may', () => {
    expect(commands.every((command) => mayRecordWhileRestricted(command, 'candidate'))).toBe(true);
  });

  it('others put right and defend claims, and nothing else', () => {
    const allowed = commands.filter((command) => mayRecordWhileRestricted(command, 'coordinator'));
    expect(allowed.filter((command) => !command.startsWith('Correct')).sort()).toEqual([
      'AnswerCorrectionRequest',
      'DecideObjection',
      'LodgeObjection',
      'SettleDeclaration',
      'WithdrawSession',
    ]);
    for (const command of ['RecordSession', 'StartPlacement', 'OpenTrajectory', 'CloseTrajectory'] as const) {
      expect(mayRecordWhileRestricted(command, 'coach')).toBe(false);
    }
  });
});
