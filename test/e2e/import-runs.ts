import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { openSpreadsheet } from '../../src/import/spreadsheet.js';
import { Place } from './place.js';

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

const places = new Map<string, Place>();

/** Where the data of `folder` are, in its subfolder or in servers. */
export function placeOf(folder: string): Place {
  const place = places.get(folder) ?? Place.in(join(folder, 'data'));
  places.set(folder, place);
  return place;
}

/** Starts `doorlopend` as a process of its own, on the data in `folder`/data and with `folder` as working folder. */
export function start(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [resolve('bin/doorlopend.mjs'), ...args], {
    cwd: folder,
    env: { ...process.env, ...env, ...placeOf(folder).env },
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
export async function storedFacts(folder: string): Promise<readonly StoredFact[]> {
  const facts = (await placeOf(folder).events()).map(({ id, stream, type, data }) => ({
    id,
    stream,
    type,
    data: JSON.parse(JSON.stringify(data), (field, value) => (field === 'box' ? 'sealed' : value)),
  }));
  return facts.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** How many events the log of `folder` holds. */
export function eventCount(folder: string): Promise<number> {
  return placeOf(folder).count();
}
