import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BatchParts } from './batch.js';
import type { BatchWriter } from './batch-writer.js';
import { Builder } from './builder.js';
import { errorName, ProjectionFailed } from './errors.js';
import { type Feed, stretchOf } from './feed.js';
import type { Generation, GenerationParts } from './generation.js';
import { createIndexes, dropGeneration, dropTables, switchTo } from './generation-tables.js';
import { beginGeneration, type Lineup, loadLineup } from './lineup.js';
import { LiveFeed } from './live-feed.js';
import type { ProjectedEvent, Projection } from './projection.js';
import { openRequests, type RebuildRequest, setRequestStatus } from './rebuild-requests.js';
import { applyResiliently } from './resilient-batch.js';
import type { RuntimeSettings } from './settings.js';
import type { Broadcast, Signal } from './signal.js';

export interface LeaderParts extends BatchParts {
  readonly feed: Feed;
  readonly projections: readonly Projection[];
  readonly generationParts: GenerationParts;
  /** Stores the batches of a building aside, where there is something that can. */
  readonly aside: BatchWriter | undefined;
  readonly settings: RuntimeSettings;
  /** Wakes the leader early: a batch arrived, a rebuild was asked. */
  readonly wake: Signal;
  /** Told whenever a read model moved; awaited by those who wait for a position. */
  readonly progress: Broadcast;
  /** Notified when somebody begins to wait for a position. */
  readonly hurry: Signal;
}

/** Drives every read model while this process holds the lease: live batches first, slices of buildings between. */
export class Leader {
  readonly #builder: Builder;
  #liveFeed: LiveFeed | undefined;
  /** By the time that the process has run, which no clock that is set can move. */
  #nextHeartbeat = 0;
  #steady = false;

  private constructor(
    private readonly parts: LeaderParts,
    private readonly lineup: Lineup,
  ) {
    const { slice } = parts.settings;
    this.#builder = new Builder({ ...parts, slice, retry: this.#retry() }, lineup);
  }

  static async begin(parts: LeaderParts): Promise<Leader> {
    const lineup = await parts.db.transaction().execute(async (transaction) => {
      await parts.lease.renew(transaction);
      return loadLineup(transaction, parts.projections, parts.generationParts, parts.feed);
    });
    return new Leader(parts, lineup);
  }

  /** Works until the signal aborts. Rejects with `LeaseLost`, or with what the store or the feed threw. */
  async lead(signal: AbortSignal): Promise<void> {
    const { settings, wake } = this.parts;
    try {
      while (!signal.aborted) {
        const worked = await this.#step();
        if (performance.now() >= this.#nextHeartbeat) await this.#heartbeat();
        else if (worked) await nextTurn();
        else await wake.wait(settings.heartbeatMs);
      }
    } finally {
      this.#liveFeed?.close();
      await this.#builder.close();
    }
  }

  /** True once a step and a heartbeat went well. */
  get isSteady(): boolean {
    return this.#steady;
  }

  /** Looks for rebuild requests at the next turn instead of at the next heartbeat. */
  heedRequests(): void {
    this.#nextHeartbeat = 0;
  }

  /** True when every served read model has applied the event at this position. */
  hasReached(position: string): boolean {
    const { live, behind, stale } = this.lineup;
    const served = [...live, ...behind.filter((one) => one.state.served)].map((one) => one.state);
    return [...served, ...stale].every(
      (one) => one.position !== undefined && this.parts.feed.comparePositions(one.position, position) >= 0,
    );
  }

  async #step(): Promise<boolean> {
    const { feed, settings, wake } = this.parts;
    const { live, behind } = this.lineup;
    if (live.length > 0 && this.#liveFeed === undefined) {
      const after = live[0]?.state.position;
      this.#liveFeed = new LiveFeed(feed, after, settings.liveBatch, () => wake.notify());
    }
    if (this.#liveFeed?.arrived !== undefined) await this.#gather(this.#liveFeed.arrived);
    const batch = this.#liveFeed?.take();
    if (batch !== undefined) {
      await this.#settle();
      const events = this.#unseen(batch);
      await applyResiliently(this.parts, live, stretchOf(events), { ...this.#retry(), whenPoisoned: 'park' });
      this.parts.progress.notify();
      return true;
    }
    if (behind.length === 0) return false;
    await this.#build();
    return true;
  }

  /**
   * Leaves the batch lying for a moment, so that the next one holds all that comes meanwhile: a transaction costs more
   * than an event. Not while somebody waits for a position.
   */
  async #gather(batch: readonly ProjectedEvent[]): Promise<void> {
    const { hurry, progress, settings } = this.parts;
    if (progress.awaited || batch.length >= settings.liveBatch) return;
    await hurry.wait(batch.length < settings.busyFrom ? settings.gatherMs : settings.gatherBusyMs);
  }

  /** A feed may give an event again, after a reconnection; what is behind the checkpoint was applied. */
  #unseen(batch: readonly ProjectedEvent[]): readonly ProjectedEvent[] {
    const at = this.lineup.live[0]?.state.position;
    const first = batch[0];
    const { feed } = this.parts;
    if (at === undefined || first === undefined || feed.comparePositions(first.position, at) > 0)
      return batch;
    return batch.filter((event) => feed.comparePositions(event.position, at) > 0);
  }

  #retry(): { retries: number; delayMs: number } {
    return { retries: this.parts.settings.retries, delayMs: this.parts.settings.retryDelayMs };
  }

  async #build(): Promise<void> {
    await this.#unlessStopped(async () => {
      for (const generation of await this.#builder.step()) {
        await this.#join(generation);
        await nextTurn();
      }
    });
    this.parts.progress.notify();
  }

  /** Waits for what the builder has under way: one thread at a time writes to the books. */
  async #settle(): Promise<void> {
    await this.#unlessStopped(() => this.#builder.settle());
  }

  async #unlessStopped(building: () => Promise<unknown>): Promise<void> {
    try {
      await building();
    } catch (error) {
      if (!(error instanceof ProjectionFailed)) throw error;
      await this.#abandon(error);
    }
  }

  /** The generation has caught up: it gets its indexes, becomes the served one and goes on with the live ones. */
  async #join(generation: Generation): Promise<void> {
    const { db, lease } = this.parts;
    const { live, behind, stale } = this.lineup;
    const { projection, number, state } = generation;
    await db.transaction().execute(async (transaction) => {
      await lease.renew(transaction);
      if (!state.indexed) await createIndexes(transaction, projection, number);
      if (!state.served) await switchTo(transaction, projection, number);
    });
    behind.splice(behind.indexOf(generation), 1);
    const replaced = live.findIndex((one) => one.projection.name === projection.name);
    if (replaced >= 0) live.splice(replaced, 1);
    const outdated = stale.findIndex((one) => one.projection === projection.name);
    if (outdated >= 0) stale.splice(outdated, 1);
    state.served = true;
    state.indexed = true;
    live.push(generation);
    // Whoever asked for the building hears at once that it is done.
    this.heedRequests();
  }

  /** A building met an event that it cannot apply: it stops, and the served tables stay as they are. */
  async #abandon(failure: ProjectionFailed): Promise<void> {
    const { db, lease } = this.parts;
    const { behind } = this.lineup;
    const failed = behind.find((one) => one.projection.name === failure.projection && !one.state.served);
    if (failed === undefined) throw failure;
    await db.transaction().execute(async (transaction) => {
      await lease.renew(transaction);
      await dropTables(transaction, failed.number);
      await transaction
        .updateTable('projection_generation')
        .set({ failure: errorName(failure.cause), failed_at: failure.position ?? null })
        .where('generation', '=', failed.number)
        .execute();
    });
    behind.splice(behind.indexOf(failed), 1);
  }

  async #heartbeat(): Promise<void> {
    const { db, lease } = this.parts;
    // Batches on their way renew the lease as well: they are held up only for a request.
    if (this.#builder.isUnderWay && !(await this.#isAsked())) {
      this.#beaten();
      return;
    }
    await this.#settle();
    await db.transaction().execute(async (transaction) => {
      await lease.renew(transaction);
      for (const request of await openRequests(transaction)) {
        if (request.status === 'asked') {
          for (const name of request.projections) await this.#beginRebuild(transaction, name);
          await setRequestStatus(transaction, request.id, 'running');
        } else if (!this.#isBuilding(request)) {
          await setRequestStatus(
            transaction,
            request.id,
            await this.#outcome(transaction, request.projections),
          );
        }
      }
    });
    this.#beaten();
  }

  #beaten(): void {
    this.#nextHeartbeat = performance.now() + this.parts.settings.heartbeatMs;
    this.#steady = true;
  }

  /** True when a request is to be begun, or to be told that it is done. */
  async #isAsked(): Promise<boolean> {
    const requests = await openRequests(this.parts.db);
    return requests.some((request) => request.status === 'asked' || !this.#isBuilding(request));
  }

  #isBuilding({ projections }: RebuildRequest): boolean {
    return this.lineup.behind.some((one) => projections.includes(one.projection.name));
  }

  async #beginRebuild(db: BatchParts['db'], name: string): Promise<void> {
    const { generationParts, projections } = this.parts;
    const { behind } = this.lineup;
    const projection = projections.find((one) => one.name === name);
    if (projection === undefined || behind.some((one) => one.projection === projection)) return;
    const failed = await db
      .selectFrom('projection_generation')
      .select('generation')
      .where('projection', '=', name)
      .where('served', '=', 0)
      .execute();
    for (const { generation } of failed) await dropGeneration(db, generation);
    behind.push(await beginGeneration(db, projection, generationParts, false));
  }

  async #outcome(db: BatchParts['db'], projections: readonly string[]): Promise<'done' | 'failed'> {
    const failed = await db
      .selectFrom('projection_generation')
      .select('generation')
      .where('projection', 'in', [...projections])
      .where('failure', 'is not', null)
      .executeTakeFirst();
    return failed === undefined ? 'done' : 'failed';
  }
}
