/** Values that are found once and then remembered, by one or more texts. Whoever asks meanwhile waits for the same. */
export class Remembered<Value> {
  readonly #values = new Map<string, Promise<Value>>();

  /** The value of this key, found by `find` the first time; a failure is remembered as well. */
  get(key: readonly string[], find: () => Promise<Value>): Promise<Value> {
    const name = JSON.stringify(key);
    const known = this.#values.get(name);
    if (known) return known;
    const value = find();
    this.#values.set(name, value);
    return value;
  }
}
