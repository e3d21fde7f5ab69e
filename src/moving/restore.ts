import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { MasterKey } from '../privacy/master-key.js';
import { SqliteWrappedKeys } from '../privacy/sqlite/sqlite-wrapped-keys.js';
import { type BackupSource, otherProfile, secretFile } from './backup.js';
import {
  type BackedUp,
  checkFiles,
  DATABASES,
  type Manifest,
  readManifest,
  SECRETS,
} from './backup-manifest.js';
import { copyDurably, flush, namesIn } from './durable-files.js';
import {
  bringErasures,
  destroyErasedKeys,
  erasuresIn,
  readErasureList,
  type StoredErasure,
} from './erasures.js';
import { MoveRefused } from './move-refused.js';
import { verifyLog } from './verify-moved.js';

/** Where a backup is made ready, in the data folder: the same disk, so that it takes its place at once. */
const DRAFT = '.restoring';
/** What may be in a data folder that counts as empty. */
const MAY_BE_THERE: readonly string[] = ['secrets', DRAFT];

/** What was put back. */
export interface Restored extends Pick<Manifest, 'head' | 'events' | 'madeAt'> {
  readonly files: readonly BackedUp[];
  /** False when the master key still has to be put in its place before the service starts. */
  readonly masterKeyThere: boolean;
  /** Keys of people who were forgotten since, destroyed before anything was put in place. */
  readonly keysDestroyed: number;
}

export interface RestoreOptions {
  /** A list of erasures that may be later than the backup. */
  readonly erased?: string;
  readonly onVerified?: (events: number) => void;
}

/**
 * Puts a backup back in a data folder that is empty, or holds secrets alone. The files are compared with the manifest,
 * and every chain of the log is verified, before anything takes its place; so are the keys of whoever was forgotten
 * destroyed. Rejects with `MoveRefused`.
 */
export async function restore(
  folder: string,
  target: BackupSource,
  { erased, onVerified }: RestoreOptions = {},
): Promise<Restored> {
  if (target.profile !== 'embedded') throw otherProfile();
  const manifest = await readManifest(folder);
  const later = erased === undefined ? [] : await readErasureList(erased);
  const names = manifest.files.map(({ name }) => name);
  await refuseFull(target);
  await checkFiles(folder, manifest.files);
  const draft = join(target.dataFolder, DRAFT);
  await rm(draft, { recursive: true, force: true });
  try {
    for (const name of names) await copyDurably(join(folder, name), join(draft, name));
    await checkFiles(draft, manifest.files);
    await checkSecrets(draft, target);
    await checkMasterKey(draft, target);
    await checkLog(draft, manifest, onVerified);
    const keysDestroyed = await forgetAgain(draft, later);
    await putInPlace(draft, names, target);
    await flush(target.dataFolder);
    const { head, events, madeAt } = manifest;
    const masterKeyThere = existsSync(target.masterKeyFile);
    return { head, events, madeAt, files: names, masterKeyThere, keysDestroyed };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Whoever was forgotten by the log of the backup, or later by the list, is forgotten in what is put back: a backup from
 * before brings nobody back. Gives how many keys there still were.
 */
async function forgetAgain(draft: string, later: readonly StoredErasure[]): Promise<number> {
  const store = SqliteEventStore.open(join(draft, 'events.db'));
  try {
    await bringErasures(store, later);
    const keysFile = join(draft, 'keys.db');
    if (!existsSync(keysFile)) return 0;
    const keys = SqliteWrappedKeys.open(keysFile);
    try {
      return await destroyErasedKeys(await erasuresIn(store), keys, new Date());
    } finally {
      await keys.close();
    }
  } finally {
    await store.close();
  }
}

async function refuseFull({ dataFolder }: BackupSource): Promise<void> {
  const there = (await namesIn(dataFolder)).filter((name) => !MAY_BE_THERE.includes(name));
  if (there.length === 0) return;
  throw new MoveRefused(
    'folder.not-empty',
    `${dataFolder} is niet leeg. Zet met DOORLOPEND_DATA een lege map, of zet eerst weg wat er staat; er wordt niets overschreven.`,
  );
}

/** A secret that is there already is left alone, and must be the same. */
async function checkSecrets(draft: string, target: BackupSource): Promise<void> {
  for (const name of SECRETS) {
    const [from, to] = [join(draft, name), secretFile(target, name)];
    if (!existsSync(from) || !existsSync(to)) continue;
    if ((await readFile(from)).equals(await readFile(to))) continue;
    throw new MoveRefused(
      'secret.differs',
      `${to} is een andere sleutel dan die in de backup. Er is niets teruggezet; zet een van beide weg.`,
    );
  }
}

/** The keys must belong to the master key that will be there; when there will be none, they say so at the start. */
async function checkMasterKey(draft: string, target: BackupSource): Promise<void> {
  const keysFile = join(draft, 'keys.db');
  const files = [join(draft, 'secrets/master.key'), target.masterKeyFile];
  const masterKeyFile = files.find((file) => existsSync(file));
  if (masterKeyFile === undefined || !existsSync(keysFile)) return;
  const keys = SqliteWrappedKeys.open(keysFile);
  try {
    const fingerprint = await keys.masterKey();
    if (fingerprint === undefined || fingerprint === MasterKey.inFile(masterKeyFile).fingerprint) return;
  } finally {
    await keys.close();
  }
  throw new MoveRefused(
    'key.other-master-key',
    `De sleutels in de backup horen bij een andere hoofdsleutel dan ${masterKeyFile}. Er is niets teruggezet; zet eerst de juiste hoofdsleutel op zijn plaats.`,
  );
}

async function checkLog(
  draft: string,
  { head, events }: Manifest,
  onVerified?: (events: number) => void,
): Promise<void> {
  const store = SqliteEventStore.open(join(draft, 'events.db'));
  try {
    const found = await verifyLog(store, onVerified);
    if (found === events && ((await store.head()) ?? null) === head) return;
  } finally {
    await store.close();
  }
  throw new MoveRefused(
    'log.damaged',
    'Het logboek in de backup is een ander dan het manifest zegt. Er is niets teruggezet; neem een andere backup.',
  );
}

/** The log last: without it nobody takes the folder for a whole one. */
async function putInPlace(draft: string, names: readonly BackedUp[], target: BackupSource): Promise<void> {
  for (const name of SECRETS) {
    const to = secretFile(target, name);
    if (!names.includes(name) || existsSync(to)) continue;
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyDurably(join(draft, name), to);
  }
  for (const name of DATABASES.toReversed()) {
    if (names.includes(name)) await rename(join(draft, name), join(target.dataFolder, name));
  }
}
