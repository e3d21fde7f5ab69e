import type { EventStore } from '../event-store/event-store.port.js';
import { inOrder } from '../import/in-order.js';
import { eventsUpTo } from './feed-pages.js';
import { MoveRefused } from './move-refused.js';
import { type CheckedExport, eventsOf } from './read-export.js';
import type { Tail } from './stream-chains.js';

/** Streams that are looked up at once. */
const WIDTH = 64;

/**
 * The last revision of each stream of an export that a store holds already, as far as the file goes. An event's hash is
 * over all before it, so one equal hash says that they are the same events. Throws `MoveRefused` before anything is
 * stored when they are not.
 */
export async function streamsThere(
  store: EventStore,
  file: CheckedExport,
): Promise<ReadonlyMap<string, bigint>> {
  const there = new Map<string, Tail>();
  if ((await store.head()) === undefined) return new Map();
  await inOrder(streams(), {
    width: WIDTH,
    begin: ([stream, tail]) => ({ key: undefined, run: () => tailWithin(store, stream, tail.revision) }),
    settle: async ([stream], tail) => {
      if (tail !== undefined) there.set(stream, tail);
    },
  });
  if (there.size > 0) await compare(file, there);
  return new Map([...there].map(([stream, { revision }]) => [stream, revision]));

  async function* streams(): AsyncGenerator<[string, Tail], void, undefined> {
    yield* file.tails;
  }
}

/** Throws `MoveRefused` when a store holds a stream, or the end of one, that an export does not. */
export async function refuseOthers(store: EventStore, { tails }: CheckedExport): Promise<void> {
  for await (const page of eventsUpTo(store, await store.head())) {
    const other = page.find(({ stream, revision }) => revision > (tails.get(stream)?.revision ?? -1n));
    if (other === undefined) continue;
    throw new MoveRefused(
      'log.not-empty',
      `In dit logboek staan al gebeurtenissen die niet in de backup zitten, zoals in ${other.stream}. Er is niets teruggezet; geef met KURRENTDB_URL een leeg logboek.`,
    );
  }
}

/** The event at a revision, or else the last one before it; undefined where there is no such stream. */
async function tailWithin(store: EventStore, stream: string, revision: bigint): Promise<Tail | undefined> {
  const [last] = await store.readStream(stream, { from: revision, limit: 1, direction: 'backwards' });
  return last;
}

async function compare({ path }: CheckedExport, there: ReadonlyMap<string, Tail>): Promise<void> {
  for await (const { stream, revision, hash } of eventsOf(path)) {
    const tail = there.get(stream);
    if (tail?.revision !== revision || tail.hash === hash) continue;
    throw new MoveRefused(
      'stream.diverged',
      `Dit logboek heeft in ${stream} andere gebeurtenissen dan het bestand. Er is niets overgenomen; begin met een leeg logboek.`,
    );
  }
}
