import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { regressions } from './baseline.js';
import type { Metric } from './metrics.js';

const LAUNCHER = join(import.meta.dirname, '..', '..', 'bin', 'doorlopend.mjs');

describe('the benchmark', () => {
  it('measures the real service and rebuilds, prints the ratios and writes them to a file', async () => {
    const folder = temporaryFolder();
    const out = join(folder.path, 'results.json');
    const args = [LAUNCHER, 'bench', '--quick', '--out', out];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const [printed, errors, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    expect({ code, errors: code === 0 ? '' : errors }).toEqual({ code: 0, errors: '' });
    for (const connections of [1, 16, 64]) {
      expect(printed).toMatch(new RegExp(`sessions, ${connections} connection.*ratio \\d+\\.\\d\\d`));
    }
    expect(printed).toMatch(/rebuild of all, 3000 events: ratio \d+\.\d\d/);
    expect(printed).toContain(`written to ${out}`);
    const rate = {
      perSecond: expect.any(Number),
      cpuMicrosPerRequest: expect.any(Number),
      p50: expect.any(Number),
      p99: expect.any(Number),
    };
    const results: unknown = JSON.parse(readFileSync(out, 'utf8'));
    folder.remove();
    expect(results).toMatchObject({
      quick: true,
      sessions: [1, 16, 64, 64].map((connections) => ({
        connections,
        ratio: expect.any(Number),
        service: rate,
        grouped: rate,
        single: rate,
      })),
      rebuilds: expect.arrayContaining([
        expect.objectContaining({ readModel: 'all', events: 3_000, ratio: expect.any(Number) }),
      ]),
      baseline: { ratios: expect.any(Object) },
    });
  }, 120_000);
});

describe('a ratio against the baseline', () => {
  const baseline = { factor: 1.5, ratios: { rate: 0.3, time: 4 } };
  const rate = (ratio: number): Metric => ({ name: 'rate', ratio, better: 'higher' });
  const time = (ratio: number): Metric => ({ name: 'time', ratio, better: 'lower' });

  it('may be off by the factor, whichever way is better', () => {
    expect(regressions([rate(0.201), rate(9), time(5.99), time(0.1)], baseline)).toEqual([]);
  });

  it('is a regression beyond it, or when nobody said what it was', () => {
    expect(regressions([rate(0.19)], baseline)).toEqual([
      'rate is 0.19, it was 0.3: worse by more than a factor 1.5',
    ]);
    expect(regressions([time(6.01)], baseline)).toHaveLength(1);
    expect(regressions([{ name: 'new', ratio: 1, better: 'lower' }], baseline)).toEqual([
      'new is not in baseline.json',
    ]);
  });
});
