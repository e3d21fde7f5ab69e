import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Database from 'better-sqlite3';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { backUp } from '../../src/moving/backup.js';
import { restore } from '../../src/moving/restore.js';
import { writeLog } from '../bench/write-log.js';
import { startChild } from '../spec/child.js';
import { someEvent, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

jest.setTimeout(120_000);

const EVENTS = 10_000;
const OPTIONS = { withSecrets: true, programVersion: '0.1.0', now: new Date() };
const place = temporaryFolder();
const source = serviceIn('source');
const good = join(place.path, 'good');
let folder: string;
let target: ReturnType<typeof serviceIn>;

function serviceIn(name: string) {
  const dataFolder = join(place.path, name);
  const secret = (file: string) => join(dataFolder, 'secrets', file);
  return {
    profile: 'embedded' as const,
    dataFolder,
    masterKeyFile: secret('master.key'),
    signingKeyFile: secret('signing.key'),
  };
}

beforeAll(async () => {
  await writeLog(source.dataFolder, EVENTS);
  mkdirSync(join(source.dataFolder, 'secrets'));
  cpSync(join(source.dataFolder, 'master.key'), source.masterKeyFile);
  await backUp(source, good, OPTIONS);
});

beforeEach(() => {
  folder = join(place.path, 'folder');
  target = serviceIn('target');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(target.dataFolder, { recursive: true, force: true });
});

afterAll(() => place.remove());

describe('a backup', () => {
  it('is the log as it was at one moment, while another process appends all the time', async () => {
    const file = join(source.dataFolder, 'events.db');
    const [appender, steps] = [
      startChild('test/faults/event-store-appender.child.ts', [file, someStream(), someStream()]),
      [] as number[],
    ];
    await new Promise((appended) => appender.stdout.once('data', appended));
    const manifest = await backUp(source, folder, {
      ...OPTIONS,
      onProgress: (name, copied) => void (name === 'events.db' && steps.push(copied)),
    });
    appender.kill('SIGKILL');
    expect(steps.length).toBeGreaterThan(2);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(manifest.events).toBeGreaterThan(EVENTS);
    const restored = await restore(folder, target);
    expect(restored).toMatchObject({ events: manifest.events, head: manifest.head, masterKeyThere: true });
    const store = SqliteEventStore.open(file);
    expect(Number(await store.head())).toBeGreaterThan(Number(manifest.head));
    await store.close();
  });

  it('goes into no folder that holds something, and is made of no folder without a log', async () => {
    await expect(backUp(source, good, OPTIONS)).rejects.toMatchObject({ code: 'folder.not-empty' });
    await expect(backUp(target, folder, OPTIONS)).rejects.toMatchObject({ code: 'log.absent' });
    expect(existsSync(folder)).toBe(false);
  });
});

/** A copy of the good backup with something done to it. */
function changed(change: (folder: string) => void): string {
  cpSync(good, folder, { recursive: true });
  change(folder);
  return folder;
}

function changeManifest(from: string | RegExp, to: string): (folder: string) => void {
  return (folder) => {
    const path = join(folder, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
}

const DAMAGED: readonly (readonly [string, string, (folder: string) => void])[] = [
  ['that was not finished', 'file.unreadable', (path) => rmSync(join(path, 'manifest.json'))],
  ['with a manifest that is none', 'file.unreadable', changeManifest('{', '[')],
  ['of a form to come', 'file.unknown-version', changeManifest('"version": 1', '"version": 2')],
  ['with a file that leads elsewhere', 'file.unreadable', changeManifest('keys.db', '../keys.db')],
  ['without one of its files', 'file.damaged', (path) => rmSync(join(path, 'keys.db'))],
  ['that was cut', 'file.damaged', (path) => truncateSync(join(path, 'events.db'), 8_192)],
  [
    'of which something was written over',
    'file.damaged',
    (path) => writeFileSync(join(path, 'secrets/master.key'), Buffer.alloc(32)),
  ],
  ['that holds fewer events than it says', 'log.damaged', changeManifest(/"events": \d+/, '"events": 1')],
];

describe('restoring', () => {
  it.each(DAMAGED)('a backup %s is refused, and nothing is put back', async (_, code, change) => {
    await expect(restore(changed(change), target)).rejects.toMatchObject({ name: 'MoveRefused', code });
    expect(existsSync(target.dataFolder) ? readdirSync(target.dataFolder) : []).toEqual([]);
  });

  it('a log whose chain was broken before the backup is refused', async () => {
    const broken = serviceIn('broken');
    mkdirSync(broken.dataFolder);
    const store = SqliteEventStore.open(join(broken.dataFolder, 'events.db'));
    await store.append(someStream(), [someEvent()], 'no-stream');
    await store.close();
    const database = new Database(join(broken.dataFolder, 'events.db'));
    database.exec('DROP TRIGGER events_are_not_updated');
    database.exec(`UPDATE events SET data = replace(data, '"minutes":90', '"minutes":900')`);
    database.close();
    await backUp(broken, folder, OPTIONS);
    await expect(restore(folder, target)).rejects.toMatchObject({ code: 'log.damaged' });
  });

  it('a backup of another profile is refused with what to do instead, before anything is opened', async () => {
    const addresses = {
      kurrentDbUrl: 'kurrentdb://127.0.0.1:9',
      kurrentDbNamespace: '',
      databaseUrl: 'postgres://127.0.0.1:9/none',
    };
    const instances = { ...target, ...addresses, profile: 'distributed' as const };
    await expect(restore(good, instances)).rejects.toMatchObject({
      code: 'profile.other',
      message: expect.stringContaining('doorlopend export --with-keys'),
    });
    const there = changed(changeManifest('"profile": "embedded"', '"profile": "distributed"'));
    await expect(restore(there, target)).rejects.toMatchObject({ code: 'file.unreadable' });
  });

  it('takes the place of nothing, and goes beside secrets that are the same', async () => {
    mkdirSync(join(target.dataFolder, 'secrets'), { recursive: true });
    cpSync(source.masterKeyFile, target.masterKeyFile);
    expect(await restore(good, target)).toMatchObject({ events: EVENTS, masterKeyThere: true });
    expect(readdirSync(target.dataFolder).sort()).toEqual(['events.db', 'keys.db', 'secrets']);
    await expect(restore(good, target)).rejects.toMatchObject({ code: 'folder.not-empty' });
  });

  it('is refused where another master key lies, with the secrets and without', async () => {
    mkdirSync(join(target.dataFolder, 'secrets'), { recursive: true });
    writeFileSync(target.masterKeyFile, Buffer.alloc(32, 7), { mode: 0o600 });
    await expect(restore(good, target)).rejects.toMatchObject({ code: 'secret.differs' });
    await backUp(source, folder, { ...OPTIONS, withSecrets: false });
    await expect(restore(folder, target)).rejects.toMatchObject({ code: 'key.other-master-key' });
    expect(readdirSync(target.dataFolder)).toEqual(['secrets']);
  });
});
