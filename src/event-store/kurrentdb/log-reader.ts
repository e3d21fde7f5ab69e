import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  FORWARDS,
  type ReadPosition,
  type ResolvedEvent,
  START,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { EventStoreClosed } from '../errors.js';
import type { RecordedEvent } from '../event-store.port.js';
import { collect } from './collect.js';
import type { Connection } from './connection.js';
import { Silence } from './failures.js';
import { Inbox } from './inbox.js';
import type { KurrentDbSettings } from './kurrentdb-settings.js';
import type { OurEvents, Resolved } from './our-events.js';

export interface StreamPage {
  readonly from?: bigint;
  /** Default all there are. */
  readonly limit?: number;
  readonly direction?: 'forwards' | 'backwards';
}

/** Reads from the node that leads, again and again while none can be reached; see `Connection.usePatiently`. */
export class LogReader {
  constructor(
    private readonly connection: Connection,
    private readonly ours: OurEvents,
    private readonly settings: KurrentDbSettings,
  ) {}

  /** A page of one stream; an empty list when there is no such stream. */
  async stream(stream: string, page: StreamPage): Promise<readonly RecordedEvent[]> {
    return (await this.#page(stream, page)).map((event) => this.ours.toRecordedEvent(event));
  }

  /** Which append stored the event at a revision, and where; undefined when there is none. */
  async storedBy(stream: string, revision: bigint): Promise<ReturnType<OurEvents['storedBy']> | undefined> {
    const [event] = await this.#page(stream, { from: revision, limit: 1 });
    return event === undefined ? undefined : this.ours.storedBy(event);
  }

  /**
   * At most `limit` events of ours after a place: what a subscription brings until it has caught up. Plain reads of the
   * whole log have no filter in this client, and most of a log that is shared, or that has projections, is not ours.
   */
  after(place: ReadPosition, limit: number): Promise<readonly Resolved[]> {
    return this.connection.usePatiently(async (client) => {
      const inbox = new Inbox(client, this.ours.prefix, place, limit);
      try {
        return await this.#untilCaughtUp(inbox, place, limit);
      } finally {
        await inbox.end();
      }
    });
  }

  /** At most `count` events of the whole log, everybody's, back from a place that is not included. */
  logBackwards(from: ReadPosition, count: number): Promise<readonly Resolved[]> {
    const options = {
      requiresLeader: true,
      direction: BACKWARDS,
      fromPosition: from,
      maxCount: count,
    } as const;
    return this.connection.usePatiently((client) =>
      this.#collect<AllStreamResolvedEvent>(client.readAll(options)),
    );
  }

  async #page(stream: string, { from, limit, direction }: StreamPage): Promise<readonly ResolvedEvent[]> {
    const backwards = direction === 'backwards';
    const edge = backwards ? END : START;
    const options = {
      requiresLeader: true,
      direction: backwards ? BACKWARDS : FORWARDS,
      fromRevision: from ?? edge,
      ...(limit === undefined ? {} : { maxCount: limit }),
    } as const;
    try {
      return await this.connection.usePatiently((client) =>
        this.#collect<ResolvedEvent>(client.readStream(this.ours.inDatabase(stream), options)),
      );
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  async #untilCaughtUp(inbox: Inbox, place: ReadPosition, limit: number): Promise<readonly Resolved[]> {
    const { readSilenceMs } = this.settings;
    const { signal } = this.connection;
    const ours: Resolved[] = [];
    let last = typeof place === 'string' ? -1n : place.commit;
    for (;;) {
      const { caughtUp } = inbox;
      const taken = inbox.take(limit - ours.length);
      for (const event of taken) {
        const commit = event.event?.position?.commit;
        if (commit === undefined || commit <= last || !this.ours.has(event)) continue;
        last = commit;
        ours.push(event);
      }
      if (ours.length === limit || (taken.length === 0 && caughtUp)) return ours;
      if (taken.length > 0) continue;
      inbox.refuseWhenBroken();
      if (await inbox.arrival(readSilenceMs, signal)) continue;
      throw signal.aborted ? new EventStoreClosed() : new Silence(readSilenceMs);
    }
  }

  #collect<T>(read: Parameters<typeof collect<T>>[0]): Promise<readonly T[]> {
    return collect(read, this.settings.readSilenceMs, this.connection.signal);
  }
}
