import { Worker } from 'node:worker_threads';
import { CatchingUp } from '../../projections/runtime/errors.js';
import type { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import type { RebuildProgress } from '../../projections/runtime/rebuild-requests.js';
import type { RuntimeStatus } from '../../projections/runtime/status.js';
import type { Config } from '../config/config.js';
import { describeFault, type Fault } from '../shared/describe-fault.js';
import { ThreadEnded } from '../threads/asked-thread.js';
import type { Answer, FromThread, ToThread } from './thread-messages.js';

const PROGRAM = new URL('./projecting.worker.js', import.meta.url);

/** How long commits are gathered before the thread is told of them: a message costs more than many of them. */
const TELL_MS = 20;
/** How long a thread that ended by itself is left alone before another one takes over. */
const RESTART_MS = 500;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function unlessEnded(error: unknown): void {
  if (!(error instanceof ThreadEnded)) throw error;
}

/**
 * Keeps the read models up in a thread of its own, so that a request never waits for a batch of theirs. A thread that
 * ends by itself is replaced; what it was asked in the meantime is refused, and the lease lets the next one go on.
 */
export class ProjectingThread implements ReadModelKeeper {
  readonly #config: Config;
  readonly #onFailure: (fault: Fault) => void;
  readonly #program: URL;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #worker: Worker | undefined;
  #ended: Promise<void> = Promise.resolve();
  #started = false;
  #stopping = false;
  #telling: NodeJS.Timeout | undefined;
  #restarting: NodeJS.Timeout | undefined;

  /** `onFailure` is told of every failure that is recovered from without help; `program` is what the thread runs. */
  constructor(config: Config, onFailure: (fault: Fault) => void, program: URL = PROGRAM) {
    this.#config = config;
    this.#onFailure = onFailure;
    this.#program = program;
  }

  async start(): Promise<void> {
    this.#begin();
    await this.#call('start');
    this.#started = true;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restarting);
    clearTimeout(this.#telling);
    // A thread that ends instead of answering has stopped all the same.
    await this.#call('stop').catch(unlessEnded);
    await this.#ended;
  }

  async waitFor(position: string, options: { readonly timeoutMs: number }): Promise<void> {
    this.#tell();
    const waiting = this.#call('waitFor', position, options);
    await waiting.catch((error: unknown) => {
      unlessEnded(error);
      throw new CatchingUp(position);
    });
  }

  async status(): Promise<RuntimeStatus> {
    return (await this.#call('status')) as RuntimeStatus;
  }

  async requestRebuild(names?: readonly string[]): Promise<string> {
    return (await this.#call('requestRebuild', names)) as string;
  }

  async rebuildProgress(id: string): Promise<RebuildProgress | undefined> {
    return (await this.#call('rebuildProgress', id)) as RebuildProgress | undefined;
  }

  /** To be called after each commit to the log: the thread would otherwise only find it at its next look. */
  committed(): void {
    this.#telling ??= setTimeout(() => this.#tell(), TELL_MS);
  }

  #tell(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#send({ kind: 'committed' });
  }

  #begin(): void {
    const worker = new Worker(this.#program, { workerData: this.#config });
    let cause: unknown;
    worker.on('message', (message: FromThread) => this.#receive(message));
    worker.on('error', (error) => {
      cause = error;
    });
    this.#worker = worker;
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#worker = undefined;
        this.#over(new ThreadEnded({ cause }));
        resolve();
      });
    });
  }

  #over(error: ThreadEnded): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    if (this.#stopping || !this.#started) return;
    this.#onFailure(describeFault(error));
    this.#restarting = setTimeout(() => {
      this.#begin();
      // When this one ends too, its own end is told of and it is replaced in turn.
      this.#call('start').catch(() => undefined);
    }, RESTART_MS);
  }

  #call(method: keyof ReadModelKeeper, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#worker === undefined) return Promise.reject(new ThreadEnded());
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ kind: 'call', id, method, args });
    });
  }

  #send(message: ToThread): void {
    this.#worker?.postMessage(message);
  }

  #receive(message: FromThread): void {
    if (message.kind === 'failure') this.#onFailure(message.fault);
    else this.#settle(message);
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('value' in answer) waiting?.resolve(answer.value);
    else if ('catchingUp' in answer) waiting?.reject(new CatchingUp(answer.catchingUp));
    else waiting?.reject(answer.error);
  }
}
