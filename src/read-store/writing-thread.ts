import { Worker } from 'node:worker_threads';
import type { BatchChanges } from '../../projections/runtime/batch-changes.js';
import type { BatchWriter } from '../../projections/runtime/batch-writer.js';
import { fromSent, type WriteOrder, type Written } from './writing-messages.js';

const PROGRAM = new URL('./writing.worker.js', import.meta.url);

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores batches in a thread of its own, which begins with the first of them. When it ends by itself, what it had not
 * answered is rejected, and the next batch begins another one.
 */
export class WritingThread implements BatchWriter {
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;
  #worker: Worker | undefined;
  #ended: Promise<void> = Promise.resolve();

  /** `file` is the read database; `program` is what the thread runs. */
  constructor(
    private readonly file: string,
    private readonly program: URL = PROGRAM,
  ) {}

  write(changes: BatchChanges): Promise<void> {
    this.#worker ??= this.#begin();
    this.#orders += 1;
    const order: WriteOrder = { id: this.#orders, changes };
    const written = new Promise<void>((resolve, reject) => this.#waiting.set(order.id, { resolve, reject }));
    this.#worker.postMessage(order);
    return written;
  }

  /** Ends the thread once it has written what it was given. */
  async close(): Promise<void> {
    this.#worker?.postMessage('end');
    await this.#ended;
  }

  #begin(): Worker {
    const worker = new Worker(this.program, { workerData: this.file });
    let cause: unknown;
    worker.on('message', (written: Written) => this.#settle(written));
    worker.on('error', (error) => {
      cause = error;
    });
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#worker = undefined;
        for (const { reject } of this.#waiting.values()) {
          reject(new Error('the thread that stores read models has ended', { cause }));
        }
        this.#waiting.clear();
        resolve();
      });
    });
    return worker;
  }

  #settle({ id, failure }: Written): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure === undefined) waiting?.resolve();
    else waiting?.reject(fromSent(failure));
  }
}
