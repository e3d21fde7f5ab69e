import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { projections } from '../../projections/index.js';
import { eventCount, importInto, placeOf, run } from './import-runs.js';
import { patience } from './place.js';

jest.setTimeout(patience(120_000));

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorlopend-rebuild-'));
  await importInto(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

function readModel<Row extends object>(sql: string): Promise<readonly Row[]> {
  return placeOf(folder).query<Row>(sql);
}

describe('the command rebuild', () => {
  it('builds every read model anew, with the same rows, and says which', async () => {
    const before = await readModel('SELECT * FROM trajectory_session ORDER BY session_id');
    const generations = await readModel<{ generation: number }>(
      'SELECT generation FROM projection_generation',
    );
    const { code, stdout, stderr } = await run(folder, ['rebuild', '--json']);
    // How far it is, when it takes longer than a moment.
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^(Leesmodellen: \d+%\n)*$/)]);
    expect(JSON.parse(stdout)).toEqual({
      rebuilt: projections.map(({ name }) => name),
      events: projections.length * (await eventCount(folder)),
    });
    expect(await readModel('SELECT * FROM trajectory_session ORDER BY session_id')).toEqual(before);
    const oldest = Math.max(...generations.map(({ generation }) => generation));
    const now = await readModel<{ generation: number }>('SELECT generation FROM projection_generation');
    expect(now).toHaveLength(projections.length);
    for (const { generation } of now) expect(generation).toBeGreaterThan(oldest);
  });

  it('names a read model that is none, and those that there are', async () => {
    const { code, stderr } = await run(folder, ['rebuild', 'sessions', 'uren']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('Onbekend leesmodel: uren. Kies uit: funder,'),
    ]);
  });
});
