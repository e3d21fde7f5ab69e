import { Worker } from 'node:worker_threads';
import type { Answered, Asked } from './messages.js';

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread is not there, or ended before it answered: whether it did what it was asked is not known. */
export class ThreadEnded extends Error {
  constructor(options?: { readonly cause: unknown }) {
    super('the thread has ended before it answered', options);
    this.name = 'ThreadEnded';
  }
}

/**
 * A thread that does what it is asked, one thing after the other; its program runs `answerOrders`. It begins with the
 * first question. When it ends by itself, what it had not answered rejects with `ThreadEnded`, and the next question
 * begins another one.
 */
export class AskedThread<Order, Answer> {
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #asked = 0;
  #worker: Worker | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly program: URL,
    private readonly workerData: unknown,
  ) {}

  ask(order: Order): Promise<Answer> {
    this.#worker ??= this.#begin();
    this.#asked += 1;
    const asked: Asked<Order> = { id: this.#asked, order };
    const answer = new Promise<Answer>((resolve, reject) => this.#waiting.set(asked.id, { resolve, reject }));
    this.#worker.postMessage(asked);
    return answer;
  }

  /** Ends the thread once it has done what it was asked. */
  async close(): Promise<void> {
    this.#worker?.postMessage('end');
    await this.#ended;
  }

  #begin(): Worker {
    const worker = new Worker(this.program, { workerData: this.workerData });
    let cause: unknown;
    worker.on('message', ({ id, answer }: Answered<Answer>) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      waiting?.resolve(answer);
    });
    worker.on('error', (error) => {
      cause = error;
    });
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#worker = undefined;
        for (const { reject } of this.#waiting.values()) reject(new ThreadEnded({ cause }));
        this.#waiting.clear();
        resolve();
      });
    });
    return worker;
  }
}
