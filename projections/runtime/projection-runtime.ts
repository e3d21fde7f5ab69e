import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type BatchWriter, LocalBatchWriter } from './batch-writer.js';
import { type Bookkeeping, createBookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';
import { CatchingUp, errorName, LeaseLost } from './errors.js';
import type { Feed } from './feed.js';
import { Leader } from './leader.js';
import { Lease } from './lease.js';
import type { BlindIndex } from './model-rows.js';
import type { Projection } from './projection.js';
import type { ReadModelKeeper } from './read-model-keeper.js';
import { askRebuild, type RebuildProgress, rebuildProgress } from './rebuild-requests.js';
import { besideRequests, type RuntimeSettings } from './settings.js';
import { Broadcast, Signal } from './signal.js';
import { type RuntimeStatus, readStatus } from './status.js';
import { whenFree } from './when-free.js';

export interface ProjectionRuntimeOptions {
  /** A connection of the runtime's own: it is in a transaction for most of the time. */
  readonly db: Kysely<unknown>;
  readonly dialect: RowDialect;
  /** Stores batches in another thread, for who does so by the settings. */
  readonly aside?: BatchWriter | undefined;
  readonly feed: Feed;
  readonly projections: readonly Projection[];
  readonly blindIndex: BlindIndex;
  readonly settings?: Partial<RuntimeSettings>;
  /** Told of every failure that it will recover from by itself. */
  readonly onFailure?: (error: unknown) => void;
}

type Served = Pick<Bookkeeping['projection_generation'], 'projection' | 'position'>;

/** How often a process that does not project looks whether a position was reached. */
const POLL_MS = 15;

const LONGEST_START_MS = 5_000;

/**
 * Keeps the read models up to the event log. One process projects at a time; every process may wait for a position,
 * ask for the status and ask for a rebuild.
 */
export class ProjectionRuntime implements ReadModelKeeper {
  readonly #options: ProjectionRuntimeOptions;
  readonly #settings: RuntimeSettings;
  readonly #db: Kysely<Bookkeeping>;
  readonly #wake = new Signal();
  readonly #hurry = new Signal();
  readonly #progress = new Broadcast();
  readonly #abort = new AbortController();
  #ready: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #looking: Promise<readonly Served[]> | undefined;
  #leader: Leader | undefined;
  #failure: string | undefined;

  constructor(options: ProjectionRuntimeOptions) {
    this.#options = options;
    this.#settings = { ...besideRequests, ...options.settings };
    this.#db = options.db.withTables<Bookkeeping>();
    checkNames(options.projections);
  }

  /**
   * Starts projecting, or standing by while another process does. Resolves when every read model can be queried
   * (it may be empty still), or after some seconds: then `status` says what is missing.
   */
  async start(): Promise<void> {
    await this.#prepare();
    this.#running ??= this.#run();
    const deadline = performance.now() + LONGEST_START_MS;
    while (!(await this.#isServed()) && performance.now() < deadline && !this.#abort.signal.aborted) {
      await this.#progress.wait(POLL_MS);
    }
  }

  /** Finishes the batch at hand and lets another process take over at once. */
  async stop(): Promise<void> {
    this.#abort.abort();
    this.#wake.notify();
    this.#hurry.notify();
    await this.#running;
  }

  /**
   * Resolves when every served read model has applied the event at this position.
   * Rejects with `CatchingUp` when that takes longer than `timeoutMs` milliseconds.
   */
  async waitFor(position: string, options: { readonly timeoutMs: number }): Promise<void> {
    const deadline = performance.now() + options.timeoutMs;
    for (;;) {
      if (await this.#hasReached(position)) return;
      const left = deadline - performance.now();
      if (left <= 0) throw new CatchingUp(position);
      const waiting = this.#progress.wait(
        Math.min(left, this.#leader === undefined ? POLL_MS : 10 * POLL_MS),
      );
      this.#hurry.notify();
      await waiting;
    }
  }

  /** How every read model is doing. */
  async status(): Promise<RuntimeStatus> {
    await this.#prepare();
    const { dialect, feed, projections } = this.#options;
    const failure = this.#leader?.isSteady ? undefined : this.#failure;
    return readStatus(this.#db, { dialect, feed, projections }, failure);
  }

  /**
   * Asks for read models (default: all) to be built anew beside the served ones, by whichever process projects.
   * Gives the request's id, for `rebuildProgress`. Rejects with `RangeError` for a name that is none.
   */
  async requestRebuild(names?: readonly string[]): Promise<string> {
    await this.#prepare();
    const known = this.#options.projections.map((projection) => projection.name);
    for (const name of names ?? []) if (!known.includes(name)) throw new RangeError(`no read model: ${name}`);
    const { dialect } = this.#options;
    const id = await whenFree(dialect, () => askRebuild(this.#db, dialect, names ?? known));
    this.#leader?.heedRequests();
    this.#wake.notify();
    return id;
  }

  /** How far a rebuild is, or undefined when there is no such request. */
  async rebuildProgress(id: string): Promise<RebuildProgress | undefined> {
    await this.#prepare();
    return rebuildProgress(this.#db, id);
  }

  #prepare(): Promise<void> {
    this.#ready ??= whenFree(this.#options.dialect, () => createBookkeeping(this.#db)).catch((error) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #isServed(): Promise<boolean> {
    const served = await this.#served();
    return this.#options.projections.every(({ name }) => served.some((line) => line.projection === name));
  }

  #served(): Promise<readonly Served[]> {
    return this.#db
      .selectFrom('projection_generation')
      .select(['projection', 'position'])
      .where('served', '=', 1)
      .execute();
  }

  /** What is served, as everybody who waits at this moment asks it together; nothing while the database is away. */
  #look(): Promise<readonly Served[]> {
    this.#looking ??= this.#prepare()
      .then(() => this.#served())
      .catch((error: unknown) => {
        if (this.#options.dialect.isOutOfReach(error)) return [];
        throw error;
      })
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #hasReached(position: string): Promise<boolean> {
    if (this.#leader !== undefined) return this.#leader.hasReached(position);
    const { feed, projections } = this.#options;
    const served = await this.#look();
    return projections.every(({ name }) => {
      const at = served.find((line) => line.projection === name)?.position;
      return at !== undefined && at !== null && feed.comparePositions(at, position) >= 0;
    });
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort;
    const lease = new Lease(randomUUID(), this.#settings.leaseMs, this.#options.dialect);
    while (!signal.aborted) {
      try {
        if (await lease.take(this.#db)) await this.#lead(lease, signal);
        else await this.#wake.wait(this.#settings.standbyMs);
      } catch (error) {
        if (!(error instanceof LeaseLost || this.#options.dialect.isBusy(error))) {
          this.#failure = errorName(error);
          this.#options.onFailure?.(error);
          await this.#wake.wait(this.#settings.failureDelayMs);
        }
      }
    }
  }

  async #lead(lease: Lease, signal: AbortSignal): Promise<void> {
    const { aside, dialect, feed, projections, blindIndex } = this.#options;
    try {
      this.#leader = await Leader.begin({
        db: this.#db,
        writer: new LocalBatchWriter(this.#db, dialect),
        aside: this.#settings.storesAside ? aside : undefined,
        lease,
        feed,
        projections,
        generationParts: { db: this.#db, dialect, blindIndex, cachedRows: this.#settings.cachedRows },
        settings: this.#settings,
        now: Date.now,
        wake: this.#wake,
        progress: this.#progress,
        hurry: this.#hurry,
      });
      await this.#leader.lead(signal);
    } finally {
      this.#leader = undefined;
      await whenFree(dialect, () => lease.release(this.#db));
    }
  }
}

/** Two read models or two tables by one name would overwrite each other's rows. */
function checkNames(projections: readonly Projection[]): void {
  const names = projections.map((projection) => projection.name);
  const tables = projections.flatMap((projection) => projection.tables.map((table) => table.name));
  for (const list of [names, tables]) {
    const twice = list.find((name, index) => list.indexOf(name) !== index);
    if (twice !== undefined) throw new TypeError(`two read models or tables are named ${twice}`);
  }
}
