import { Inject, Injectable } from '@nestjs/common';
import { refuseAccess } from '../../../domain/access/index.js';
import { addDays, type CalendarDate, startOfAmsterdamDay } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import type { TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { EventRegistry, streamName } from '../../event-store/event-registry.js';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '../../event-store/event-store.port.js';
import { READ_STORE, type ReadStore } from '../../read-store/read-store.js';
import { FoldedFile } from './folded-file.js';
import { PresentFile } from './present-file.js';
import type { TrajectoryFile } from './trajectory-file.js';

const PAGE = 1_000;
const LONGEST_CHAIN = 100;

/** Up to where a log is read: everything recorded on or before a day, or up to and including one event. */
export type LogEnd = { readonly knownOn: CalendarDate } | { readonly revision: number };

/** A file as somebody asks about it, and as it is now: one and the same unless an earlier knowledge is asked about. */
export interface FileAsOf {
  readonly file: TrajectoryFile;
  readonly now: TrajectoryFile;
}

/**
 * Gives the file of a trajectory as it is, or as it was: then it is folded anew from the trajectory's own events, a page
 * at a time, and nothing that came later is in it.
 */
@Injectable()
export class Files {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly registry: EventRegistry,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  /** The file now, and as known on a day when there is one; refuses with `trajectory.not-found` before it was known. */
  async asOf(id: Id, knownOn: CalendarDate | undefined): Promise<FileAsOf> {
    const now = this.now(id);
    if (knownOn === undefined) return { file: now, now };
    return { file: (await this.upTo(id, { knownOn })) ?? refuseAccess('trajectory.not-found'), now };
  }

  /** The file as the read models have it. */
  now(id: Id): TrajectoryFile {
    return new PresentFile(this.readStore.reader, id);
  }

  /** The file as its log had it up to there; undefined when there was no such trajectory yet. */
  async upTo(id: Id, end: LogEnd): Promise<FoldedFile | undefined> {
    const file = new FoldedFile(id);
    for await (const recorded of this.eventsUpTo(id, end)) {
      file.add({
        id: recorded.id,
        revision: Number(recorded.revision),
        recordedAt: recorded.metadata.recordedAt,
        event: { type: recorded.type, data: this.registry.upcast(recorded) } as unknown as TrajectoryEvent,
      });
    }
    return file.recordedAt === undefined ? undefined : file;
  }

  /** Refuses with `trajectory.not-found` when the trajectory was not known by the end of that day. */
  async refuseBefore(id: Id, knownOn: CalendarDate | undefined): Promise<void> {
    if (knownOn === undefined) return;
    const [opening] = await this.store.readStream(streamName('trajectory', id), { limit: 1 });
    if (opening === undefined || !withinEnd({ knownOn })(opening)) refuseAccess('trajectory.not-found');
  }

  /** The record with those that it continues as known on that day, nearest first; at most a hundred. */
  async chainOf(record: TrajectoryRecord, knownOn: CalendarDate): Promise<readonly TrajectoryRecord[]> {
    const chain = [record];
    for (let next = record.facts.continues; next !== undefined && chain.length < LONGEST_CHAIN; ) {
      const file = await this.upTo(next, { knownOn });
      const continued = file?.record();
      if (continued === undefined || chain.some(({ facts }) => facts.id === continued.facts.id)) break;
      chain.push(continued);
      next = continued.facts.continues;
    }
    return chain;
  }

  /** The events up to there, in order: what comes after the first that is beyond the end is not read. */
  private async *eventsUpTo(id: Id, end: LogEnd): AsyncIterable<RecordedEvent> {
    const isWithin = withinEnd(end);
    for (let from = 0n; ; from += BigInt(PAGE)) {
      const page = await this.store.readStream(streamName('trajectory', id), { from, limit: PAGE });
      for (const event of page) {
        if (!isWithin(event)) return;
        yield event;
      }
      if (page.length < PAGE) return;
    }
  }
}

/** Tells of an event whether the log is read that far. Prepared once, for finding a day takes longer than the rest. */
function withinEnd(end: LogEnd): (event: RecordedEvent) => boolean {
  if ('revision' in end) return ({ revision }) => revision <= BigInt(end.revision);
  const after = startOfAmsterdamDay(addDays(end.knownOn, 1));
  return ({ metadata }) => metadata.recordedAt < after;
}
