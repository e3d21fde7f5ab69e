import { sqliteLog } from '../spec/event-logs.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('SQLite', sqliteLog, {
  orderedIn: 'log',
  idsUniqueIn: 'log',
  mostBytesPerAppend: undefined,
});
