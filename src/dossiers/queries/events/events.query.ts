import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import { streamName } from '../../../event-store/event-registry.js';
import { type Actor, EVENT_STORE, type EventStore } from '../../../event-store/event-store.port.js';
import type { AsOf } from '../../dossiers.js';
import { Files } from '../../files/files.js';
import { streamPageAsOf } from '../../stream-page.js';

/** An event as the log holds it: protected fields stay sealed, for everybody. */
export interface RawEvent {
  readonly id: Id;
  readonly type: string;
  readonly schemaVersion: number;
  readonly revision: number;
  readonly position: string;
  readonly occurredOn: CalendarDate | null;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly commandId: Id;
  /** Null where this reader may not read the event's data; its place in the chain is shown all the same. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly hash: string;
  readonly previousHash: string | null;
}

export interface RawEventsPage {
  readonly events: readonly RawEvent[];
  readonly next: number | undefined;
}

/** The events of a trajectory as the log holds them, each with its place in the chain. */
export class EventsOfTrajectory extends Query<RawEventsPage> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly page: { readonly afterRevision?: number | undefined; readonly limit: number },
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(EventsOfTrajectory)
export class EventsOfTrajectoryHandler implements IQueryHandler<EventsOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ reader, trajectoryId, page, asOf }: EventsOfTrajectory): Promise<RawEventsPage> {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    await this.files.refuseBefore(trajectoryId, asOf.knownOn);
    const from = page.afterRevision === undefined ? 0n : BigInt(page.afterRevision) + 1n;
    const read = await this.store.readStream(streamName('trajectory', trajectoryId), {
      from,
      limit: page.limit + 1,
    });
    const events = read.map(
      ({ id, type, schemaVersion, revision, position, metadata, data, hash, previousHash }): RawEvent => ({
        id,
        type,
        schemaVersion,
        revision: Number(revision),
        position,
        occurredOn: metadata.occurredOn ?? null,
        recordedAt: metadata.recordedAt,
        actor: metadata.actor,
        commandId: metadata.commandId,
        data: sight.isTold({ type, data }) ? data : null,
        hash,
        previousHash,
      }),
    );
    const { told, next } = streamPageAsOf(events, page.limit, asOf);
    return { events: told, next };
  }
}
