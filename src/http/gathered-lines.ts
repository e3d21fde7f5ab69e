import { type DestinationStream, pino } from 'pino';

/** From this level on a line is out before anything else is done. */
const AT_ONCE = pino.levels.values.warn ?? 0;

/**
 * Log lines as they come, written together at the end of a turn of the event loop: a line that only says that a request
 * was answered costs a system call each otherwise. A warning or worse is written at once, with what waits before it.
 */
export class GatheredLines implements DestinationStream {
  /** Asks pino to say at which level each line is. */
  readonly [pino.symbols.needsMetadataGsym] = true;
  /** Set by pino before each line. */
  lastLevel = 0;
  #lines = '';

  /** `destination` gets whole lines, one or more at a time. */
  constructor(private readonly destination: DestinationStream) {
    process.once('exit', () => this.flush());
  }

  write(line: string): void {
    if (this.#lines === '' && this.lastLevel < AT_ONCE) setImmediate(() => this.flush());
    this.#lines += line;
    if (this.lastLevel >= AT_ONCE) this.flush();
  }

  /** Writes what waits. */
  flush(): void {
    if (this.#lines === '') return;
    const lines = this.#lines;
    this.#lines = '';
    this.destination.write(lines);
  }
}
