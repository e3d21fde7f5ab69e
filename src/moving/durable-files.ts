import { chmod, constants, copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../import/text-file.js';

/** Has a file, or the names in a folder, on disk before this resolves. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Copies a file, durably, to where none is; it and folders that are made are the owner's alone. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to, constants.COPYFILE_EXCL);
  // A copy has the mode of what it was copied from.
  await chmod(to, 0o600);
  await flush(to);
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
