import type { BatchChanges } from '../../projections/runtime/batch-changes.js';
import type { BatchWriter } from '../../projections/runtime/batch-writer.js';
import { AskedThread } from '../threads/asked-thread.js';
import { fromFailure, type WriteFailure } from './writing-messages.js';

const PROGRAM = new URL('./writing.worker.js', import.meta.url);

/** Stores batches in a thread of its own, which begins with the first of them. */
export class WritingThread implements BatchWriter {
  readonly #thread: AskedThread<BatchChanges, WriteFailure | undefined>;

  /** `file` is the read database; `program` is what the thread runs. */
  constructor(file: string, program: URL = PROGRAM) {
    this.#thread = new AskedThread(program, file);
  }

  async write(changes: BatchChanges): Promise<void> {
    const failure = await this.#thread.ask(changes);
    if (failure !== undefined) throw fromFailure(failure);
  }

  /** Ends the thread once it has written what it was given. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
