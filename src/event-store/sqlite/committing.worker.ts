import { workerData } from 'node:worker_threads';
import { openDatabase } from '../../sqlite/open-database.js';
import { answerOrders } from '../../threads/answer-orders.js';
import type { PreparedAppend } from '../prepared-append.js';
import { BatchCommit } from './batch-commit.js';
import { type SentOutcome, toSent } from './commit-messages.js';
import { EventWriter } from './event-writer.js';
import { eventsSchema } from './schema.js';

/* The thread that commits to the log, with a connection of its own. It is started with the name of the file. */
const database = openDatabase(workerData, eventsSchema);
const batches = new BatchCommit(database, new EventWriter(database));

answerOrders<readonly PreparedAppend[], readonly SentOutcome[]>(
  (batch) => batches.commit(batch).map(toSent),
  () => {
    database.close();
  },
);
