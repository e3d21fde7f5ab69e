import { existsSync, renameSync } from 'node:fs';
import { MasterKey, MasterKeyFault, syncFolderOf } from './master-key.js';
import { KeysInUse, type WrappedKeys } from './wrapped-keys.port.js';

/** What stands beside the master key's file: the one that is to take its place, and the one that had it. */
const NEXT = '.next';
const PREVIOUS = '.previous';

/** How a rotation ended. */
export interface RotatedMasterKey {
  /** Keys that were wrapped anew; 0 when a run that was cut off had done it. */
  readonly rewrapped: number;
  /** The file that the former master key now lies in: needed for backups from before, and for nothing else. */
  readonly previousFile: string;
}

/**
 * Gives the keys another master key. The new one is on disk before anything is wrapped with it, all keys are wrapped anew
 * in one transaction, and only then the files change places. A run that was cut off anywhere is finished by running it
 * again. `file.next` may be there beforehand: several machines then get the same one. Throws `MasterKeyFault`.
 */
export async function rotateMasterKey(file: string, keys: WrappedKeys): Promise<RotatedMasterKey> {
  const [nextFile, previousFile] = [file + NEXT, file + PREVIOUS];
  const belongsTo = await keys.masterKey();
  if (!existsSync(file) && !existsSync(nextFile)) {
    throw new MasterKeyFault(
      `Er is geen hoofdsleutel in ${file}. Zet haar daar terug, of start eerst de dienst.`,
    );
  }
  const next = MasterKey.inFile(nextFile);
  let rewrapped = 0;
  if (belongsTo !== next.fingerprint) {
    const present = MasterKey.inFile(file);
    if (belongsTo !== undefined && belongsTo !== present.fingerprint) {
      throw new MasterKeyFault(
        `De sleutels horen bij een andere hoofdsleutel dan ${file}. Zet eerst de juiste terug; er is niets veranderd.`,
      );
    }
    try {
      rewrapped = await keys.rewrap(
        (name, wrapped) => next.wrap(name, present.unwrap(name, wrapped).export()),
        next.fingerprint,
      );
    } catch (error) {
      if (!(error instanceof KeysInUse)) throw error;
      throw new MasterKeyFault(
        'De dienst draait en gebruikt de hoofdsleutel. Stop elke instantie en probeer het opnieuw; er is niets veranderd.',
      );
    }
  }
  if (existsSync(file)) renameSync(file, previousFile);
  renameSync(nextFile, file);
  syncFolderOf(file);
  return { rewrapped, previousFile };
}
