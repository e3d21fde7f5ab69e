import type { EventStore } from '../event-store/event-store.port.js';
import { eventsUpTo } from './feed-pages.js';
import { MoveRefused } from './move-refused.js';
import type { CheckedExport } from './read-export.js';
import { StreamChains } from './stream-chains.js';

/**
 * Reads a whole log and verifies the chain of every stream. Gives the number of events and the chains. Throws
 * `MoveRefused` at the first event that does not fit.
 */
export async function verifyLog(
  store: EventStore,
  onEvents: (events: number) => void = () => undefined,
  onEvent: (event: {
    readonly stream: string;
    readonly revision: bigint;
    readonly hash: string;
  }) => void = () => undefined,
): Promise<number> {
  const chains = new StreamChains();
  let events = 0;
  for await (const page of eventsUpTo(store, await store.head())) {
    for (const event of page) {
      if (!chains.follow(event)) {
        throw new MoveRefused(
          'log.damaged',
          `Het logboek klopt niet: ${event.stream} is vanaf gebeurtenis ${event.revision} niet wat het was. Gebruik het niet; neem een andere kopie of begin met een leeg logboek.`,
        );
      }
      onEvent(event);
    }
    events += page.length;
    onEvents(events);
  }
  return events;
}

/**
 * Verifies a whole log, and that every event of an export is in it and the same: its hash is over all of it and all
 * before it, so for each stream the last one says so. Gives the number of events in the log. Throws `MoveRefused`.
 */
export async function verifyMoved(
  store: EventStore,
  { tails }: CheckedExport,
  onEvents?: (events: number) => void,
): Promise<number> {
  const missing = new Set(tails.keys());
  const events = await verifyLog(store, onEvents, ({ stream, revision, hash }) => {
    const tail = tails.get(stream);
    if (tail?.revision === revision && tail.hash === hash) missing.delete(stream);
  });
  const [first] = missing;
  if (first === undefined) return events;
  throw new MoveRefused(
    'log.damaged',
    `Na het overnemen staat niet alles in het logboek: ${missing.size} stromen verschillen, de eerste is ${first}. Voer dezelfde opdracht opnieuw uit.`,
  );
}
