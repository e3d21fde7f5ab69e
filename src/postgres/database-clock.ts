/** How often the database is asked what time it is, in milliseconds. */
const ASK_EVERY_MS = 10_000;
/** An answer that took longer than this says too little. */
const LONGEST_ANSWER_MS = 1_000;

/**
 * The database's time, as one instance follows it: asked now and then, and in between by how long this process has run,
 * which no clock that is set can move. So every instance has the same time, whatever its machine takes it for; while the
 * database is away it goes on.
 */
export class DatabaseClock {
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly ask: () => Promise<number>,
    /** What the database's time was when this process began, in milliseconds since 1970. */
    private beginning: number,
  ) {}

  /** Follows the clock that `ask` reads, in milliseconds since 1970. Rejects with what the first question threw. */
  static async follow(ask: () => Promise<number>, everyMs = ASK_EVERY_MS): Promise<DatabaseClock> {
    const { beginning } = await measure(ask);
    const clock = new DatabaseClock(ask, beginning);
    clock.#timer = setInterval(() => void clock.adjust(), everyMs).unref();
    return clock;
  }

  /** The time now, in whole milliseconds since 1970. */
  readonly epochMs = (): number => Math.floor(this.beginning + performance.now());

  /** Asks once more, and goes by the answer where it contradicts what was believed. Never rejects. */
  async adjust(): Promise<void> {
    const measured = await measure(this.ask).catch(() => undefined);
    if (measured === undefined || measured.tookMs > LONGEST_ANSWER_MS) return;
    const { beginning, tookMs } = measured;
    // Within the time that the answer took nobody knows better, and a time that wavers would run backwards.
    if (Math.abs(beginning - this.beginning) > Math.max(tookMs, 1)) this.beginning = beginning;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** The beginning as an answer has it: it was right about halfway between question and answer. */
async function measure(ask: () => Promise<number>): Promise<{ beginning: number; tookMs: number }> {
  const asked = performance.now();
  const time = await ask();
  const answered = performance.now();
  return { beginning: time - (asked + answered) / 2, tookMs: answered - asked };
}
