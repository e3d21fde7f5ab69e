import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const IMPURE = [
  /\bnew Date\b/,
  /\bDate\.now\b/,
  /\bMath\.random\b/,
  /\brandomUUID\b/,
  /\bTemporal\.Now\b/,
  /\bperformance\b/,
  /\bprocess\./,
];

function impureLines(path: string, text: string): string[] {
  return text
    .split('\n')
    .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
    .filter(({ line }) => IMPURE.some((pattern) => pattern.test(line)))
    .map(({ line, place }) => `${place} ${line.trim()}`);
}

describe('the domain', () => {
  it('asks no clock, no random and no process: time and identifiers arrive in the command', () => {
    const files = readdirSync('domain', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((name) => impureLines(name, readFileSync(join('domain', name), 'utf8')))).toEqual(
      [],
    );
  });

  it.each([
    'const on = new Date();',
    'Date.now()',
    'Math.random()',
    'crypto.randomUUID()',
    'Temporal.Now.instant()',
  ])('would be caught at ‘%s’', (line) => {
    expect(impureLines('x.ts', `\n${line}`)).toEqual([`x.ts:2 ${line}`]);
  });
});
