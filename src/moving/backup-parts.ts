import type { BackedUp, Manifest } from './backup-manifest.js';

export interface BackupOptions {
  readonly withSecrets: boolean;
  readonly programVersion: string;
  readonly now: Date;
  /** Told how much of a file there is: pages of a database of how many, or events, of which the number is not known. */
  readonly onProgress?: (name: BackedUp, done: number, total: number | undefined) => void;
}

/** What was copied, and the end of the log in it. */
export interface Copied extends Pick<Manifest, 'head' | 'events'> {
  readonly names: readonly BackedUp[];
}
