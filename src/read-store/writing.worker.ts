import { workerData } from 'node:worker_threads';
import type { BatchChanges } from '../../projections/runtime/batch-changes.js';
import { LocalBatchWriter } from '../../projections/runtime/batch-writer.js';
import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { sqliteRows } from '../../projections/runtime/dialect.js';
import { answerOrders } from '../threads/answer-orders.js';
import { connect } from './connect.js';
import { toFailure, type WriteFailure } from './writing-messages.js';

/* The thread that stores the batches of a building, with a connection of its own. It is started with the name of the file. */
const db = connect<Bookkeeping>(workerData);
const writer = new LocalBatchWriter(db, sqliteRows);

answerOrders<BatchChanges, WriteFailure | undefined>(
  (changes) => writer.write(changes).then(() => undefined, toFailure),
  () => db.destroy(),
);
