import {
  type EventData,
  MaxAppendSizeExceededError,
  NO_STREAM,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { pooledRandomBytes } from '../../shared/random-pool.js';
import { canonicalText, hashOfTexts } from '../canonical-hash.js';
import {
  AppendTooLarge,
  EventIdsTaken,
  EventStoreUnavailable,
  OutcomeUnknown,
  WrongExpectedRevision,
} from '../errors.js';
import type { AppendResult, Position } from '../event-store.port.js';
import { meets } from '../expected-revision.js';
import type { PreparedAppend } from '../prepared-append.js';
import { isRepetition } from '../repetition.js';
import type { Connection } from './connection.js';
import { isPassing, isTurnedAway, within } from './failures.js';
import type { KnownStream, KnownStreams } from './known-streams.js';
import type { KurrentDbSettings } from './kurrentdb-settings.js';
import type { LogReader } from './log-reader.js';
import { type LinkedEvent, type OurEvents, toEventData } from './our-events.js';
import { Pauses } from './pauses.js';

/** The database's own deadline of an append ends this much before ours, in milliseconds, so that it can still say so. */
const HEAD_START_MS = 100;
const TOKEN_BYTES = 9;

interface Parts {
  readonly connection: Connection;
  readonly reader: LogReader;
  readonly known: KnownStreams;
  readonly ours: OurEvents;
  readonly settings: KurrentDbSettings;
}

/**
 * Appends with the exact revision, always: an event's hash follows from the one before it. What the caller expects is
 * compared here, with what is known of the stream, and the exact revision has the database refuse what was not known.
 * Expects that nobody else in this process appends to the stream meanwhile; see `Turns`.
 */
export class Appender {
  constructor(private readonly parts: Parts) {}

  /** Stores an append, or finds that it was stored before; rejects as `EventStore.append` does. */
  async append(append: PreparedAppend): Promise<AppendResult> {
    const { stream, expected } = append;
    const { known: streams } = this.parts;
    let known = streams.remembered(stream);
    let fresh = known === undefined;
    known ??= await streams.read(stream);
    for (;;) {
      const taken = append.events.find(({ id }) => known?.revisions.has(id));
      const blocked = taken !== undefined || !meets(expected, known.revision);
      if (blocked && !fresh) known = await streams.read(stream);
      else if (taken !== undefined) return this.#repeat(append, known, taken.id);
      else if (blocked) throw new WrongExpectedRevision(stream, expected, known.revision);
      else {
        const position = await this.#store(append, known);
        if (position !== undefined) return { ...endOf(append, known), position, repeated: false };
        known = await this.#readMoved(append, known);
      }
      fresh = true;
    }
  }

  /** The result that these very events had the first time. */
  async #repeat(append: PreparedAppend, known: KnownStream, takenId: string): Promise<AppendResult> {
    const { stream, events, expected } = append;
    const first = known.revisions.get(events[0]?.id ?? '');
    if (first === undefined) throw new EventIdsTaken(stream, takenId);
    const there = await this.parts.reader.stream(stream, { from: BigInt(first), limit: events.length });
    const found = events.map(({ id }) => there.find((event) => event.id === id));
    const told = found.map(
      (event) => event && { ...event, revision: Number(event.revision), data: canonicalText(event.data) },
    );
    const last = there.at(-1);
    if (last === undefined || !isRepetition(append, told)) throw new EventIdsTaken(stream, takenId);
    if (meets(expected, first === 0 ? undefined : BigInt(first - 1))) {
      return { revision: last.revision, position: last.position, repeated: true };
    }
    if (meets(expected, known.revision)) throw new EventIdsTaken(stream, takenId);
    throw new WrongExpectedRevision(stream, expected, known.revision);
  }

  /** The position of the last event once all are stored as they were linked here; undefined when the stream is elsewhere. */
  async #store(append: PreparedAppend, known: KnownStream): Promise<Position | undefined> {
    const linked = link(append, known);
    const { stream } = append;
    const token = pooledRandomBytes(TOKEN_BYTES).toString('base64url');
    const sent = linked.map((event) => toEventData(event, token));
    if (!(await this.#send(stream, sent, known.revision))) return undefined;
    const there = await this.#readBack(stream, endOf(append, known).revision);
    if (there === undefined)
      throw new OutcomeUnknown(stream, { cause: new Error('acknowledged, not there') });
    // Another process may have been first with these ids: then its events are there, with its token and its hash.
    if (there.append !== token) return undefined;
    this.parts.known.add(stream, known, linked);
    return there.position;
  }

  /**
   * Sends an append until its outcome is known: true when it is acknowledged, false when the stream is elsewhere.
   * Where an answer stays away the same events are sent again with the same revision, which stores nothing twice:
   * the database compares their ids with what follows that revision.
   */
  async #send(stream: string, events: EventData[], after: bigint | undefined): Promise<boolean> {
    const { settings } = this.parts;
    const until = performance.now() + settings.resolveWithinMs;
    const pauses = new Pauses(settings);
    let unknown = false;
    for (;;) {
      try {
        await this.#try(stream, events, after);
        return true;
      } catch (error) {
        if (error instanceof WrongExpectedVersionError) return false;
        if (error instanceof MaxAppendSizeExceededError)
          throw new AppendTooLarge(`${error.maxAppendSize} bytes here`);
        if (!isPassing(error)) throw error;
        unknown ||= !isTurnedAway(error);
        if (performance.now() < until) await pauses.pause();
        else
          throw unknown
            ? new OutcomeUnknown(stream, { cause: error })
            : new EventStoreUnavailable({ cause: error });
      }
    }
  }

  #try(stream: string, events: EventData[], after: bigint | undefined): Promise<unknown> {
    const { connection, ours, settings } = this.parts;
    const options = {
      requiresLeader: true,
      expectedRevision: after ?? NO_STREAM,
      deadline: Math.max(settings.appendTimeoutMs - HEAD_START_MS, 1),
    } as const;
    return connection.use((client) =>
      within(settings.appendTimeoutMs, client.appendToStream(ours.inDatabase(stream), events, options)),
    );
  }

  async #readBack(stream: string, revision: bigint) {
    try {
      return await this.parts.reader.storedBy(stream, revision);
    } catch (error) {
      throw error instanceof EventStoreUnavailable ? new OutcomeUnknown(stream, { cause: error }) : error;
    }
  }

  /** The stream after the database found it elsewhere; an Error when it is not, so that nobody tries for ever. */
  async #readMoved({ stream, expected }: PreparedAppend, before: KnownStream): Promise<KnownStream> {
    const now = await this.parts.known.read(stream);
    if (now.revision === before.revision) throw new WrongExpectedRevision(stream, expected, now.revision);
    return now;
  }
}

/** The revision that an append ends at. */
function endOf({ events }: PreparedAppend, { revision }: KnownStream): { readonly revision: bigint } {
  return { revision: (revision ?? -1n) + BigInt(events.length) };
}

/** The events of an append, chained to the stream. */
function link({ stream, events }: PreparedAppend, known: KnownStream): readonly LinkedEvent[] {
  let revision = known.revision ?? -1n;
  let previousHash = known.hash;
  return events.map((event) => {
    revision += 1n;
    const { id, type, schemaVersion, data, metadata } = event;
    const hash = hashOfTexts({ id, type, schemaVersion, stream, revision, previousHash }, data, metadata);
    const linked = { ...event, hash, previousHash };
    previousHash = hash;
    return linked;
  });
}
