import { type Chained, verifyChain } from '../event-store/canonical-hash.js';

/** The last event of a stream. */
export type Tail = Pick<Chained, 'revision' | 'hash'>;

/** Follows the chains of many streams at once; remembers some 200 bytes per stream, and no event. */
export class StreamChains {
  readonly #tails = new Map<string, Tail>();

  /** False when an event is not the next one of its stream, or not as it was hashed; it is then not followed. */
  follow(event: Chained): boolean {
    const { stream, revision, hash } = event;
    if (!verifyChain([event], this.#tails.get(stream)).ok) return false;
    this.#tails.set(stream, { revision, hash });
    return true;
  }

  /** Each stream that was followed, with its last event. */
  get tails(): ReadonlyMap<string, Tail> {
    return this.#tails;
  }
}
