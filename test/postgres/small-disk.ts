import { spawnSync } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHUNK = Buffer.alloc(64 * 1024);

/** A file system of its own that can be filled to the last byte; making one needs the right to mount. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Undefined where this process may not mount. */
  static mount(
    megabytes: number,
    owner?: { readonly uid: number; readonly gid: number },
  ): SmallDisk | undefined {
    const folder = mkdtempSync(join(tmpdir(), 'doorlopend-disk-'));
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder]);
    if (status !== 0) {
      rmSync(folder, { recursive: true });
      return undefined;
    }
    if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
    return new SmallDisk(folder);
  }

  /** Takes all the room that is left. */
  fill(): void {
    const file = openSync(this.#ballast, 'a');
    try {
      for (;;) writeSync(file, CHUNK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  /** Gives the room back. */
  makeRoom(): void {
    rmSync(this.#ballast, { force: true });
  }

  remove(): void {
    spawnSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #ballast(): string {
    return join(this.folder, 'ballast');
  }
}
