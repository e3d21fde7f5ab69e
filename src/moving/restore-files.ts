import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { SqliteWrappedKeys } from '../privacy/sqlite/sqlite-wrapped-keys.js';
import { checkFiles, DATABASES, type Manifest } from './backup-manifest.js';
import { copyDurably, flush, namesIn } from './durable-files.js';
import { bringErasures, destroyErasedKeys, erasuresIn, type StoredErasure } from './erasures.js';
import { MoveRefused } from './move-refused.js';
import type { EmbeddedPlace } from './places.js';
import { checkBackup, checkMasterKey, placeSecrets, type Restoring } from './restore-checks.js';
import { verifyLog } from './verify-moved.js';

/** Where a backup is made ready, in the data folder: the same disk, so that it takes its place at once. */
const DRAFT = '.restoring';
/** What may be in a data folder that counts as empty. */
const MAY_BE_THERE: readonly string[] = ['secrets', DRAFT];

/**
 * Puts the databases of a backup in a data folder, all of them once the log in them is verified. Gives how many keys of
 * people who were forgotten it destroyed.
 */
export async function restoreFiles(
  { folder, manifest, erasures, onProgress }: Restoring,
  place: EmbeddedPlace,
): Promise<number> {
  await refuseFull(place);
  await checkBackup(folder, manifest, place);
  const draft = join(place.dataFolder, DRAFT);
  await rm(draft, { recursive: true, force: true });
  try {
    for (const { name } of manifest.files) await copyDurably(join(folder, name), join(draft, name));
    await checkFiles(draft, manifest.files);
    checkMasterKey(draft, await fingerprintIn(draft), place);
    await checkLog(draft, manifest, (events) => onProgress('verify', events));
    const keysDestroyed = await forgetAgain(draft, erasures);
    await placeSecrets(draft, manifest, place);
    await putInPlace(draft, manifest, place);
    await flush(place.dataFolder);
    return keysDestroyed;
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

async function refuseFull({ dataFolder }: EmbeddedPlace): Promise<void> {
  const there = (await namesIn(dataFolder)).filter((name) => !MAY_BE_THERE.includes(name));
  if (there.length === 0) return;
  throw new MoveRefused(
    'folder.not-empty',
    `${dataFolder} is niet leeg. Zet met DOORLOPEND_DATA een lege map, of zet eerst weg wat er staat; er wordt niets overschreven.`,
  );
}

async function fingerprintIn(draft: string): Promise<string | null> {
  const file = join(draft, 'keys.db');
  if (!existsSync(file)) return null;
  const keys = SqliteWrappedKeys.open(file);
  try {
    return (await keys.masterKey()) ?? null;
  } finally {
    await keys.close();
  }
}

async function checkLog(
  draft: string,
  { head, events }: Manifest,
  onVerified: (events: number) => void,
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
async function putInPlace(draft: string, { files }: Manifest, { dataFolder }: EmbeddedPlace): Promise<void> {
  for (const name of DATABASES.toReversed()) {
    if (files.some((file) => file.name === name)) await rename(join(draft, name), join(dataFolder, name));
  }
}
