import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import type { Config } from '../../config/config.js';
import type { ServiceStore } from '../../service-store/service-store.js';
import { compactFiles } from './compact-files.js';

const PROGRAM = new URL('./compacting.worker.js', import.meta.url);

/** Leaves nothing on disk of keys and rows that were deleted, as far as the profile's databases let us. */
export async function leaveNothing(config: Config, { db }: ServiceStore): Promise<void> {
  if (config.profile === 'distributed') {
    // A dead row stays in its page until somebody writes over it; these tables are small.
    await sql`vacuum full personal_key`.execute(db);
    return;
  }
  // A service keeps answering meanwhile: the work of minutes is another thread's.
  if (config.commitsEvents === 'in-own-thread') {
    const worker = new Worker(PROGRAM, { workerData: config.dataFolder });
    await once(worker, 'exit');
    return;
  }
  await compactFiles(config.dataFolder);
}
