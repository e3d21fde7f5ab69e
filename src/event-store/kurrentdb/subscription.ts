import { type Position as LogPosition, START } from '@eventstore/db-client';
import type { RecordedEvent, SubscribeOptions } from '../event-store.port.js';
import type { Connection } from './connection.js';
import { isPassing, Silence } from './failures.js';
import type { PagedFeed } from './feed.js';
import { Inbox } from './inbox.js';
import type { KurrentDbSettings } from './kurrentdb-settings.js';
import type { OurEvents, Resolved } from './our-events.js';
import { Pauses } from './pauses.js';
import { toLogPosition } from './positions.js';

interface Parts {
  readonly connection: Connection;
  readonly feed: PagedFeed;
  readonly ours: OurEvents;
}

type Batch = readonly RecordedEvent[];

/**
 * Follows the log through the database's own subscription, which the database filters to the streams of this service.
 * One that breaks, ends or falls silent is begun again where it was, after a pause; what then comes a second time is
 * dropped.
 */
export class Subscription {
  /** The last event that was given, or a later place up to which there is none for us: where the next one begins. */
  #place: LogPosition | undefined;
  readonly #signal: AbortSignal;
  readonly #pauses: Pauses;

  /** Throws a RangeError for a position that is none. */
  constructor(
    private readonly parts: Parts,
    private readonly settings: KurrentDbSettings,
    private readonly options: SubscribeOptions,
  ) {
    this.#place = options.after === undefined ? undefined : toLogPosition(options.after);
    this.#signal = AbortSignal.any([options.signal, parts.connection.signal]);
    this.#pauses = new Pauses(settings);
  }

  /** Batches until the signal aborts or the store is closed. Rejects with what no other try would mend. */
  async *batches(): AsyncGenerator<Batch, void, undefined> {
    while (!this.#signal.aborted) {
      try {
        yield* this.#follow();
      } catch (error) {
        if (this.#signal.aborted) return;
        if (!isPassing(error)) throw error;
        await this.#pauses.pause(this.#signal);
      }
    }
  }

  async *#follow(): AsyncGenerator<Batch, void, undefined> {
    const { connection, ours } = this.parts;
    const lease = connection.take();
    const inbox = new Inbox(lease.client, ours.prefix, this.#place ?? START, this.options.batchSize);
    let failure: unknown;
    try {
      while (!this.#signal.aborted) {
        const batch = this.#take(inbox);
        if (batch !== undefined && batch.length > 0) yield batch;
        if (batch !== undefined) continue;
        inbox.refuseWhenBroken();
        await this.#wait(inbox);
      }
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      await inbox.end();
      connection.give(lease, failure);
    }
  }

  /** What came and was not given before; undefined when nothing came. */
  #take(inbox: Inbox): Batch | undefined {
    const { checkpoint } = inbox;
    const taken = inbox.take(this.options.batchSize);
    if (taken.length > 0) {
      this.#pauses.reset();
      return taken
        .filter((event) => this.#isNews(event))
        .map((event) => this.parts.ours.toRecordedEvent(event));
    }
    // Only now has all that came before the checkpoint been taken.
    if (checkpoint !== undefined) this.#advance(checkpoint);
    return undefined;
  }

  /** True for an event of ours that lies further than all before. */
  #isNews(event: Resolved): boolean {
    const place = event.event?.position;
    return place !== undefined && this.parts.ours.has(event) && this.#advance(place);
  }

  /** True when this place lies further than all before. */
  #advance(place: LogPosition): boolean {
    if (this.#place !== undefined && place.commit <= this.#place.commit) return false;
    this.#place = place;
    return true;
  }

  /** Waits for something to come; rejects with a `Silence` when there is something that does not come. */
  async #wait(inbox: Inbox): Promise<void> {
    const { subscriptionSilenceMs } = this.settings;
    if (await inbox.arrival(subscriptionSilenceMs, this.#signal)) return;
    if (this.#signal.aborted || !(await this.parts.feed.hasMore(this.#place ?? START))) return;
    // It may have come while we looked.
    if (!(await inbox.arrival(0, this.#signal))) throw new Silence(subscriptionSilenceMs);
  }
}
