import type { EventStoreCapabilities } from '../../src/event-store/event-store.port.js';
import type { MakeEventLog } from '../spec/event-logs.js';
import { appendContract } from './append.contract.js';
import { feedContract } from './feed.contract.js';
import { repetitionContract } from './repetition.contract.js';
import { type MakeStore, storeUnderTest } from './store-under-test.js';
import { streamContract } from './stream.contract.js';
import { subscriptionContract } from './subscription.contract.js';

/**
 * Every promise of the event store port, to be run over each adapter. `makeLog` gives a log for one test;
 * `capabilities` is what this adapter declares to be able to.
 */
export function eventStoreContract(
  name: string,
  makeLog: MakeEventLog,
  capabilities: EventStoreCapabilities,
): void {
  const makeStore: MakeStore = async () => storeUnderTest(await makeLog());
  appendContract(name, makeStore, capabilities);
  repetitionContract(name, makeStore, capabilities);
  streamContract(name, makeStore);
  feedContract(name, makeStore);
  subscriptionContract(name, makeStore);
}
