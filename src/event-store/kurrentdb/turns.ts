/** Lets what is done to one stream happen one after the other, in the order in which it was asked for. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does `work` when everything before it on this stream has ended, and gives what it gives. */
  take<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(stream) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#last.set(stream, turn);
    const leave = (): void => {
      if (this.#last.get(stream) === turn) this.#last.delete(stream);
    };
    turn.then(leave, leave);
    return turn;
  }

  /** Resolves when everything that was asked for has ended. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }
}
