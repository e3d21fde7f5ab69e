import { LRUCache } from 'lru-cache';
import type { Id } from '../../../domain/shared/ids.js';
import { UnreadableEvent } from './failures.js';
import type { LogReader } from './log-reader.js';

/** How many event ids are remembered over all streams; about 150 bytes each. */
const MOST_IDS = 200_000;

/** A stream as far as the next append needs it. */
export interface KnownStream {
  /** The revision of its last event; undefined when there is no such stream. */
  readonly revision: bigint | undefined;
  /** The hash of its last event; null when there is none. */
  readonly hash: string | null;
  /** The revision of every event by its id. */
  readonly revisions: ReadonlyMap<Id, number>;
}

/** What a stream went on with. */
interface Addition {
  readonly id: Id;
  readonly hash: string;
}

interface Remembered extends KnownStream {
  /** Grows with the stream: copying it for each append would cost more the longer the stream is. */
  readonly revisions: Map<Id, number>;
}

const NOTHING: KnownStream = { revision: undefined, hash: null, revisions: new Map() };

/**
 * Streams that were appended to: where they end, which the chain of hashes needs, and the ids in them, which the
 * database compares only where an append begins. Right until somebody else appends; the exact expectation notices that.
 */
export class KnownStreams {
  readonly #known = new LRUCache<string, Remembered>({
    maxSize: MOST_IDS,
    sizeCalculation: ({ revisions }) => revisions.size + 1,
  });

  constructor(private readonly reader: LogReader) {}

  /** What is remembered of a stream; undefined when it has to be read. */
  remembered(stream: string): KnownStream | undefined {
    return this.#known.get(stream);
  }

  /**
   * The stream as the log has it now: what is remembered, and what came after it.
   * Rejects with `UnreadableEvent` where events are missing: nothing can be chained to what somebody took away.
   */
  async read(stream: string): Promise<KnownStream> {
    const known = this.#known.get(stream) ?? NOTHING;
    const next = (known.revision ?? -1n) + 1n;
    const news = await this.reader.stream(stream, { from: next });
    const first = news[0]?.revision ?? next;
    if (first !== next) throw new UnreadableEvent(`${stream} has lost its events before revision ${first}`);
    return this.add(stream, known, news);
  }

  /** Remembers that a stream went on after what was known. */
  add(stream: string, known: KnownStream, news: readonly Addition[]): KnownStream {
    const last = news.at(-1);
    if (last === undefined) return known;
    const revisions = this.#known.get(stream)?.revisions ?? new Map(known.revisions);
    let revision = known.revision ?? -1n;
    for (const { id } of news) {
      revision += 1n;
      revisions.set(id, Number(revision));
    }
    const now: Remembered = { revision, hash: last.hash, revisions };
    this.#known.set(stream, now);
    return now;
  }
}
