import { AskedThread } from '../../threads/asked-thread.js';
import { OutcomeUnknown } from '../errors.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { Outcome } from './batch-commit.js';
import { fromSent, type SentOutcome } from './commit-messages.js';

const PROGRAM = new URL('./committing.worker.js', import.meta.url);

/** Commits to the log in a thread of its own, so that nothing else waits for the disk. */
export class CommittingThread {
  readonly #thread: AskedThread<readonly PreparedAppend[], readonly SentOutcome[]>;

  /** `file` is the log; `program` is what the thread runs. */
  constructor(file: string, program: URL = PROGRAM) {
    this.#thread = new AskedThread(program, file);
  }

  /** The outcome of each append; when the thread ends before it answers, none of them is known. */
  async commit(batch: readonly PreparedAppend[]): Promise<readonly Outcome[]> {
    try {
      return (await this.#thread.ask(batch)).map(fromSent);
    } catch (cause) {
      return batch.map(({ stream }) => ({ error: new OutcomeUnknown(stream, { cause }) }));
    }
  }

  /** Ends the thread once it has committed what it was given. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
