import type { EventStore, Position, RecordedEvent } from '../event-store/event-store.port.js';

/** Events in memory at once; on KurrentDB each page costs a call. */
const PAGE = 2_000;

/** Every event of a log in the order of its feed, in pages, up to and with the one at `head` (undefined: none). */
export async function* eventsUpTo(
  store: EventStore,
  head: Position | undefined,
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  if (head === undefined) return;
  for (let after: Position | undefined; after === undefined || store.comparePositions(after, head) < 0; ) {
    const page: readonly RecordedEvent[] = await store.readAll({
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    after = page.at(-1)?.position;
    if (after === undefined) return;
    yield store.comparePositions(after, head) <= 0
      ? page
      : page.filter(({ position }) => store.comparePositions(position, head) <= 0);
  }
}
