import { parentPort, workerData } from 'node:worker_threads';
import { LocalBatchWriter } from '../../projections/runtime/batch-writer.js';
import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { sqliteRows } from '../../projections/runtime/dialect.js';
import { connect } from './connect.js';
import { toSent, type WriteOrder, type Written } from './writing-messages.js';

/*
 * The thread that stores the batches of a building, one after the other, with a connection of its own. It is started
 * with the name of the file, and ends when it is told so.
 */
if (parentPort === null) throw new Error('this file is the program of a thread');
const port = parentPort;
const db = connect<Bookkeeping>(workerData);
const writer = new LocalBatchWriter(db, sqliteRows);
let writing = Promise.resolve();

port.on('message', (message: WriteOrder | 'end') => {
  writing = writing.then(() => (message === 'end' ? end() : write(message)));
});

async function write({ id, changes }: WriteOrder): Promise<void> {
  const written = await writer.write(changes).then(
    (): Written => ({ id }),
    (error: unknown): Written => ({ id, failure: toSent(error) }),
  );
  port.postMessage(written);
}

async function end(): Promise<void> {
  await db.destroy();
  port.close();
}
