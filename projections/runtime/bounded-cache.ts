/**
 * A map that remembers at least the `capacity` most recently used entries and at most twice as many.
 * Two generations instead of a list of uses: a hit costs one lookup.
 */
export class BoundedCache<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  constructor(
    private readonly capacity: number,
    /** Called when entries were forgotten. */
    private readonly onForget: () => void,
  ) {}

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    this.#young.set(key, value);
    if (this.#young.size <= this.capacity) return;
    const forgotten = this.#old;
    this.#old = this.#young;
    this.#young = new Map();
    if (forgotten.size > 0) this.onForget();
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
  }

  /** Every entry once, in no order. */
  *entries(): IterableIterator<[string, Value]> {
    yield* this.#young;
    for (const entry of this.#old) if (!this.#young.has(entry[0])) yield entry;
  }
}
