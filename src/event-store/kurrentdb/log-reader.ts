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
import type { RecordedEvent } from '../event-store.port.js';
import { collect } from './collect.js';
import type { Connection } from './connection.js';
import type { KurrentDbSettings } from './kurrentdb-settings.js';
import type { Resolved, StreamNames } from './stored-event.js';

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
    private readonly names: StreamNames,
    private readonly settings: KurrentDbSettings,
  ) {}

  /** A page of one stream; an empty list when there is no such stream. */
  async stream(stream: string, { from, limit, direction }: StreamPage): Promise<readonly RecordedEvent[]> {
    const backwards = direction === 'backwards';
    const edge = backwards ? END : START;
    const options = {
      requiresLeader: true,
      direction: backwards ? BACKWARDS : FORWARDS,
      fromRevision: from ?? edge,
      ...(limit === undefined ? {} : { maxCount: limit }),
    } as const;
    try {
      const events = await this.connection.usePatiently((client) =>
        this.#collect<ResolvedEvent>(client.readStream(this.names.inDatabase(stream), options)),
      );
      return events.map((event) => this.names.toRecordedEvent(event));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  /** At most `count` events of the whole log, everybody's, from a place on: forwards with that place, backwards without. */
  log(from: ReadPosition, count: number, direction: 'forwards' | 'backwards'): Promise<readonly Resolved[]> {
    const options = {
      requiresLeader: true,
      direction: direction === 'backwards' ? BACKWARDS : FORWARDS,
      fromPosition: from,
      maxCount: count,
    } as const;
    return this.connection.usePatiently((client) =>
      this.#collect<AllStreamResolvedEvent>(client.readAll(options)),
    );
  }

  #collect<T>(read: Parameters<typeof collect<T>>[0]): Promise<readonly T[]> {
    return collect(read, this.settings.readSilenceMs, this.connection.signal);
  }
}
