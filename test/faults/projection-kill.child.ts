import { projections } from '../../projections/index.js';
import { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { openReadStore } from '../../src/read-store/read-store.js';
import { EventFeed } from '../../src/storage/event-feed.js';

/* Projects a log in small batches until it is killed. Prints a line at each position that it reached. */

const [log = '', folder = ''] = process.argv.slice(2);
const store = openReadStore(folder);
const feed = new EventFeed(SqliteEventStore.open(log), new EventRegistry('test'));
const runtime = new ProjectionRuntime({
  db: store.writer,
  dialect: store.dialect,
  feed,
  projections,
  blindIndex: async () => 'blind',
  settings: { slice: 7, liveBatch: 7, leaseMs: 150, standbyMs: 10 },
});
await runtime.start();
console.log('started');
