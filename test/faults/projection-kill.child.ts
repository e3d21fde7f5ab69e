import { projections } from '../../projections/index.js';
import { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { openReadStore } from '../../src/read-store/read-store.js';
import { EventFeed } from '../../src/storage/event-feed.js';

/* Projects a log in small batches, stored by this thread or `aside`, until it is killed. Prints a line once it has started. */

const [log = '', folder = '', where = ''] = process.argv.slice(2);
const store = openReadStore(folder);
const feed = new EventFeed(SqliteEventStore.open(log), new EventRegistry('test'));
const runtime = new ProjectionRuntime({
  db: store.writer,
  dialect: store.dialect,
  aside: store.aside,
  feed,
  projections,
  blindIndex: async () => 'blind',
  settings: { slice: 7, liveBatch: 7, leaseMs: 150, standbyMs: 10, storesAside: where === 'aside' },
});
await runtime.start();
console.log('started');
