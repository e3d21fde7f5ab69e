import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { BUSIEST_HOUR, NATIONAL_TRAJECTORIES } from './assumptions.js';
import { needOf } from './need.js';
import type { YearResult } from './year.js';

const MAIN = join(import.meta.dirname, 'main.mjs');

async function simulate(...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { printed, errors, code: Number(code) };
}

describe('the simulation of a year', () => {
  it('lives a small part of it on the real service, prints what it came to and writes it to a file', async () => {
    const folder = temporaryFolder();
    const out = join(folder.path, 'results.json');
    const args = [
      '--scale',
      '0.0002',
      '--days',
      '30',
      '--visits',
      '0.5',
      '--folder',
      folder.path,
      '--out',
      out,
    ];
    const { printed, errors, code } = await simulate(...args);
    expect({ code, errors: code === 0 ? '' : errors }).toEqual({ code: 0, errors: '' });
    for (const line of [
      /^8 of 40000 trajectories, 30 days/m,
      /^the whole country: [\d.]+ million events/m,
      /^sustained: \d+ events and \d+ reads a second/m,
      /^thread of requests, .*HTTP and its libraries \d/m,
      /^thread of read models, .*project: rows and books \d/m,
      /^thread of commits, .*log \d/m,
      /^ {2}GET caseload of UWV .* times$/m,
      /^disk, \d+ events: events\.db .*keys\.db .*read\.db /m,
      /^rebuild of all read models: [\d.]+ s/m,
    ]) {
      expect(printed).toMatch(line);
    }
    const results: YearResult & { need: object } = JSON.parse(readFileSync(out, 'utf8'));
    expect(results.tenths).toHaveLength(10);
    const writes = results.tenths.reduce((sum, tenth) => sum + tenth.writes, 0);
    // A job change is one write and several events.
    expect(results.events.inTheYear).toBeGreaterThanOrEqual(writes - sum(results.refusals));
    expect(writes).toBeGreaterThan(50);
    expect(results.need).toEqual(needOf(results));
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
    folder.remove();
  }, 300_000);

  it('tells how it is used, and which option cannot be', async () => {
    expect(await simulate('--help')).toMatchObject({ code: 0, printed: expect.stringContaining('--scale') });
    expect(await simulate('--scale', '2')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--scale 2'),
    });
    expect(await simulate('--scail', '1')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--scail'),
    });
  });
});

describe('the need of the whole country', () => {
  it('follows from a part of it: events, reads, the busiest hour and what they cost', () => {
    const answers = { 'POST T/sessions': times(100), 'GET T': times(30), 'GET T after a write': times(10) };
    const tenth = { writes: 100, reads: 40, seconds: 10, cpuSeconds: 0.28, yardstickMs: 0.1, answers };
    const result: YearResult = {
      plan: { trajectories: 1, days: 365, visits: 0.5, connections: 1, seed: 1, probes: 1, rebuild: false },
      from: '2025-01-01',
      events: { stored: 1_000, inTheYear: 200, onTheBusiestDay: 0.01 },
      trajectoryYears: 2,
      tenths: [tenth, tenth],
      refusals: {},
      before: {},
      after: { 'GET T': { ...times(1), cpuMs: 2 } },
      bytes: { 'events.db': 1_500_000 },
      memoryBytes: { atTheStart: 0, atTheEnd: 0 },
      threads: [],
      backup: { seconds: 0, cpuSeconds: 0, bytes: 0 },
      rebuild: undefined,
    };
    const need = needOf(result);
    expect(need).toMatchObject({
      eventsATrajectoryYear: 100,
      readsATrajectoryYear: 80,
      eventsAYear: 100 * NATIONAL_TRAJECTORIES,
      sustained: { events: 10, reads: 4 },
      bytesAnEvent: { 'events.db': 1_500 },
    });
    // 560 ms for 200 events and 80 reads of 2 ms each.
    expect(need.cpuMs.aRead).toBeCloseTo(2);
    expect(need.cpuMs.anEvent).toBeCloseTo(2);
    const aSecond = (100 * NATIONAL_TRAJECTORIES * 0.01 * BUSIEST_HOUR) / 3_600;
    expect(need.eventsASecond).toBeCloseTo(aSecond);
    expect(need.cores).toBeCloseTo((aSecond * 2 + aSecond * 0.8 * 2) / 1_000);
  });
});

function times(count: number) {
  return { count, p50: 1, p95: 2, p99: 3 };
}

function sum(counts: { readonly [kind: string]: number }): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
