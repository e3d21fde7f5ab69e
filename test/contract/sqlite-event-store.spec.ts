import { inThreadLog, sqliteLog } from '../spec/event-logs.js';
import { eventStoreContract } from './event-store.contract.js';

const CAPABILITIES = { orderedIn: 'log', idsUniqueIn: 'log', mostBytesPerAppend: undefined } as const;

eventStoreContract('SQLite', sqliteLog, CAPABILITIES);
eventStoreContract('SQLite that commits in a thread of its own', inThreadLog, CAPABILITIES);
