import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { openSpreadsheet } from '../../src/import/spreadsheet.js';

/** How a command line ended. */
export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

export const DOSSIERS = resolve('test/fixtures/import/dossiers.csv');
export const SESSIONS = resolve('test/fixtures/import/uren.csv');

/** Starts `doorlopend` as a process of its own, on the data in `folder`/data and with `folder` as working folder. */
export function start(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [resolve('bin/doorlopend.mjs'), ...args], {
    cwd: folder,
    env: { ...process.env, ...env, DOORLOPEND_DATA: join(folder, 'data') },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
  return { process: child, ended };
}

/** Runs `doorlopend` to its end. */
export function run(folder: string, args: readonly string[]): Promise<Ended> {
  return start(folder, args).ended;
}

/** What `doorlopend import --json` prints last. */
export interface ImportCounts {
  readonly dossiers: Counts;
  readonly sessions: Counts;
  readonly refusedFile: string | null;
}
export interface Counts {
  readonly rows: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: Readonly<Record<string, number>>;
}

/** The counts that an import ended with; fails with what it said when it did not end well. */
export function countsOf({ code, stdout, stderr }: Ended): ImportCounts {
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`the import ended with ${code}: ${stderr}`);
  return JSON.parse(last) as ImportCounts;
}

/** Imports the example spreadsheets, or two others, and gives the counts. */
export async function importInto(
  folder: string,
  dossiers: string = DOSSIERS,
  sessions: string = SESSIONS,
): Promise<ImportCounts> {
  return countsOf(await run(folder, ['import', dossiers, sessions, '--json']));
}

/** The refused rows of one source in a file of refused rows: the line and the code of each, in order. */
export async function refusedLines(
  path: string,
  source: string,
): Promise<readonly { readonly line: number; readonly code: string; readonly reason: string }[]> {
  const required = ['Bestand', 'Regelnummer', 'Code', 'Reden'] as const;
  const sheet = await openSpreadsheet(path, { kind: 'refused', required, optional: [] });
  const refused = [];
  for await (const row of sheet.rows()) {
    if (row.cell('Bestand') !== source) continue;
    refused.push({
      line: Number(row.cell('Regelnummer')),
      code: row.cell('Code'),
      reason: row.cell('Reden'),
    });
  }
  return refused;
}

/** An event without what differs from run to run: when it was recorded, and the random part of what is sealed. */
export interface StoredFact {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
}

/** Every event in the log of `folder`, by id; none when there is no log yet. */
export function storedFacts(folder: string): readonly StoredFact[] {
  const sql = 'SELECT id, stream, type, data FROM events ORDER BY id';
  return query<StoredFact & { readonly data: string }>(folder, sql).map((row) => ({
    ...row,
    data: JSON.parse(row.data, (field, value) => (field === 'box' ? 'sealed' : value)),
  }));
}

/** How many events the log of `folder` holds. */
export function eventCount(folder: string): number {
  return query<{ readonly count: number }>(folder, 'SELECT count(*) AS count FROM events')[0]?.count ?? 0;
}

function query<Row>(folder: string, sql: string): readonly Row[] {
  const file = join(folder, 'data', 'events.db');
  if (!existsSync(file)) return [];
  const database = new Database(file, { readonly: true, timeout: 5_000 });
  try {
    const isThere = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'events'").get();
    return isThere ? database.prepare<[], Row>(sql).all() : [];
  } finally {
    database.close();
  }
}
