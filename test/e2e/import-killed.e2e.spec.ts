import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  countsOf,
  DOSSIERS,
  eventCount,
  importInto,
  run,
  SESSIONS,
  type StoredFact,
  start,
  storedFacts,
} from './import-runs.js';
import { patience } from './place.js';

jest.setTimeout(patience(180_000));

const folders: string[] = [];
let undisturbed: readonly StoredFact[];

beforeAll(async () => {
  const folder = newFolder();
  await importInto(folder);
  undisturbed = await storedFacts(folder);
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorlopend-killed-'));
  folders.push(folder);
  return folder;
}

/** Starts an import and kills it, so that it can clean nothing up, once the log holds more than `events`. */
async function killedAfter(folder: string, events: number): Promise<number> {
  const importing = start(folder, ['import', DOSSIERS, SESSIONS, '--json']);
  while ((await eventCount(folder)) <= events && importing.process.exitCode === null) await sleep(1);
  importing.process.kill('SIGKILL');
  await importing.ended;
  return eventCount(folder);
}

describe('an import that is killed', () => {
  it.each([0, 300, 1_000])(
    'after %i events and started again ends as one that was not disturbed',
    async (events) => {
      const folder = newFolder();
      const held = await killedAfter(folder, events);
      expect(held).toBeGreaterThan(events);
      expect(held).toBeLessThan(undisturbed.length);
      const { dossiers, sessions } = await importInto(folder);
      expect(dossiers.accepted + dossiers.repeated).toBe(270);
      expect(sessions.accepted + sessions.repeated).toBe(1655);
      expect(await storedFacts(folder)).toEqual(undisturbed);
    },
  );

  it('again and again gets further every time, and ends the same', async () => {
    const folder = newFolder();
    let held = 0;
    for (const events of [10, 200, 600, 1_200]) held = await killedAfter(folder, Math.max(held, events));
    expect(held).toBeLessThan(undisturbed.length);
    await importInto(folder);
    expect(await storedFacts(folder)).toEqual(undisturbed);
  });
});

describe('two imports of the same spreadsheets at once', () => {
  it('store every fact once, and both end well', async () => {
    const folder = newFolder();
    const both = await Promise.all([
      run(folder, ['import', DOSSIERS, SESSIONS, '--json', '--refused', 'een.csv']),
      run(folder, ['import', DOSSIERS, SESSIONS, '--json', '--refused', 'twee.csv']),
    ]);
    for (const { dossiers, sessions } of both.map(countsOf)) {
      expect([dossiers.accepted + dossiers.repeated, dossiers.refused]).toEqual([270, {}]);
      expect(sessions.accepted + sessions.repeated).toBe(1655);
    }
    expect(await storedFacts(folder)).toEqual(undisturbed);
  });
});
