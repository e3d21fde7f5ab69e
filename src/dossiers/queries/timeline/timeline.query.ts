import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { TrajectoryEvent } from '../../../../domain/trajectory/events.js';
import { type TimelineEntry, timelinePage } from '../../../../projections/timeline/timeline.query.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import type { AsOf } from '../../dossiers.js';
import { Files } from '../../files/files.js';
import { PartyNames } from '../../party-names.js';
import { streamPageAsOf } from '../../stream-page.js';
import { namedIn, wordsOf } from '../../words/event-words.js';

/** One fact of the timeline, in words. */
export interface TimelineLine {
  readonly eventId: Id;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly occurredOn: CalendarDate | null;
  readonly recordedAt: string;
  /** Who recorded it: subject, role and through what; never a name. */
  readonly actor: { readonly subject: string; readonly role: string; readonly via: string };
  readonly words: string;
}

/** A page of the timeline; `next` is the revision to go on after, when there is more. */
export interface TimelineOfPage {
  readonly lines: readonly TimelineLine[];
  readonly next: number | undefined;
}

/** Every fact of a trajectory in the order of recording, in words. */
export class TimelineOfTrajectory extends Query<TimelineOfPage> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly page: { readonly afterRevision?: number | undefined; readonly limit: number },
    /** Facts that happened after this day, or were recorded after that one, are left out. */
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(TimelineOfTrajectory)
export class TimelineOfTrajectoryHandler implements IQueryHandler<TimelineOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    private readonly names: PartyNames,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ reader, trajectoryId, page, asOf }: TimelineOfTrajectory): Promise<TimelineOfPage> {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    await this.files.refuseBefore(trajectoryId, asOf.knownOn);
    const { afterRevision, limit } = page;
    const entries = await timelinePage(this.readStore.reader, trajectoryId, {
      afterRevision,
      limit: limit + 1,
    });
    const { told, next } = streamPageAsOf(entries, limit, asOf);
    return { lines: await this.inWords(told.filter((entry) => sight.isTold(entry))), next };
  }

  private async inWords(entries: readonly TimelineEntry[]): Promise<readonly TimelineLine[]> {
    const events = entries.map(({ type, data }) => ({ type, data }) as unknown as TrajectoryEvent);
    const named = events.map(namedIn);
    const names = await this.names.of(
      named.flatMap(({ coachIds }) => coachIds),
      named.flatMap(({ employerIds }) => employerIds),
    );
    return entries.map((entry, index) => ({
      eventId: entry.eventId,
      revision: entry.revision,
      position: entry.position,
      type: entry.type,
      occurredOn: entry.occurredOn,
      recordedAt: entry.recordedAt,
      actor: { subject: entry.actor.subject, role: entry.actor.role, via: entry.actor.via },
      words: wordsOf(events[index] as TrajectoryEvent, names),
    }));
  }
}
