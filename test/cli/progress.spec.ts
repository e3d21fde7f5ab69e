import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { showCount, showProgress } from '../../src/cli/progress.js';

function capture(isTTY: boolean): { stream: PassThrough & { isTTY: boolean }; shown: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80, cursorTo: () => true });
  return { stream, shown: () => String(stream.read() ?? '') };
}

describe('progress', () => {
  it('is a bar on a terminal', () => {
    const { stream, shown } = capture(true);
    const terminal = Object.assign(stream, {
      moveCursor: () => true,
      clearLine: () => true,
    });
    const progress = showProgress('Uren overnemen', 200, terminal);
    progress.at(200);
    progress.stop();
    expect(shown()).toMatch(/Uren overnemen .*100%/);
  });

  it('is a plain line every five seconds elsewhere', () => {
    const { stream, shown } = capture(false);
    let clock = 0;
    const progress = showProgress('Uren overnemen', 200, stream, () => clock);
    for (const [time, done] of [
      [1_000, 20],
      [5_000, 51],
      [9_999, 80],
      [10_000, 99],
    ] as const) {
      clock = time;
      progress.at(done);
    }
    progress.stop();
    expect(shown()).toBe('Uren overnemen: 25%\nUren overnemen: 49%\n');
  });

  it('is a plain count every five seconds where the total is not known', () => {
    const { stream, shown } = capture(true);
    let clock = 0;
    const progress = showCount('Gebeurtenissen', stream, () => clock);
    clock = 4_999;
    progress.at(10);
    clock = 5_000;
    progress.at(20);
    progress.stop();
    expect(shown()).toBe('Gebeurtenissen: 20\n');
  });

  it('says nothing elsewhere about work that is done at once', () => {
    const { stream, shown } = capture(false);
    const progress = showProgress('Uren overnemen', 0, stream, () => 0);
    progress.at(0);
    progress.stop();
    expect(shown()).toBe('');
  });
});
