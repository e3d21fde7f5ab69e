import { kurrentDbLog } from '../spec/event-logs.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('KurrentDB', kurrentDbLog, {
  orderedIn: 'stream',
  idsUniqueIn: 'stream',
  mostBytesPerAppend: 1_048_576,
});
