import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../domain/access/index.js';
import { PURPOSES, type Purpose } from '../../../domain/access/purposes.js';
import type { CandidateEvent } from '../../../domain/candidate/events.js';
import type { CalendarDate, Instant } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { isSealed, type Sealed } from '../../../domain/shared/protected.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { trajectoriesOfCandidates } from '../../../projections/candidate/candidate.query.js';
import { ReadGate } from '../../access/read-gate.js';
import type { Reader } from '../../access/reader.js';
import { PartyNames } from '../../dossiers/party-names.js';
import { namedIn, wordsOf } from '../../dossiers/words/event-words.js';
import { EventRegistry, streamName } from '../../event-store/event-registry.js';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '../../event-store/event-store.port.js';
import { CandidateSight } from '../../parties/queries/candidates/candidate-sight.js';
import { FORGOTTEN } from '../../privacy/forgotten.js';
import { Sealer } from '../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../read-store/read-store.js';
import { SERVICE_STORE, type ServiceStore } from '../../service-store/service-store.js';
import { CLOCK, type Clock } from '../../shared/clock.js';
import { CANDIDATE_WORDS } from './copy-words.js';

/** Events that are read at once. */
const PAGE = 1_000;

/** One event about the person, in words and with everything that it says, opened; null where it was forgotten. */
export interface CopiedFact {
  readonly eventId: Id;
  /** The trajectory; null for what is about the person apart from any. */
  readonly trajectoryId: Id | null;
  readonly type: string;
  readonly words: string;
  readonly occurredOn: CalendarDate | null;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The fields of the data that lie encrypted. */
  readonly protectedFields: readonly string[];
}

/** Somebody else than the own coach looked into the file. */
export interface CopiedReading {
  readonly readAt: Instant;
  readonly role: string;
  readonly subject: string;
  readonly purpose: string;
  readonly kinds: readonly string[];
  readonly trajectoryId: Id | null;
}

/** Everything that is known of a person. */
export interface Copy {
  readonly candidateId: Id;
  readonly madeAt: Instant;
  /** Of the person first, then of each trajectory by its opening, each in the order of recording. */
  readonly facts: readonly CopiedFact[];
  readonly readings: readonly CopiedReading[];
}

/** What is recorded of me, and who looked? For the candidate alone; refuses with `candidate.not-found`. */
export class CopyOfCandidate extends Query<Copy> {
  constructor(
    readonly reader: Reader,
    readonly candidateId: Id,
  ) {
    super();
  }
}

@QueryHandler(CopyOfCandidate)
export class CopyOfCandidateHandler implements IQueryHandler<CopyOfCandidate> {
  constructor(
    private readonly gate: ReadGate,
    private readonly sight: CandidateSight,
    private readonly sealer: Sealer,
    private readonly registry: EventRegistry,
    private readonly names: PartyNames,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(SERVICE_STORE) private readonly serviceStore: ServiceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reader, candidateId }: CopyOfCandidate): Promise<Copy> {
    const [seen] = await this.sight.seen(reader, [candidateId]);
    if (seen === undefined) return refuseAccess('candidate.not-found');
    const ids = seen.registrations.map(({ id }) => id);
    const trajectories = await trajectoriesOfCandidates(this.readStore.reader, ids);
    const facts: CopiedFact[] = [];
    for (const id of ids) facts.push(...(await this.factsOf(streamName('candidate', id), null, () => true)));
    for (const { id } of trajectories) {
      const sight = await this.gate.trajectory(reader, id);
      facts.push(...(await this.factsOf(streamName('trajectory', id), id, (event) => sight.isTold(event))));
    }
    return { candidateId, madeAt: this.clock.now(), facts, readings: await this.readingsOf(ids) };
  }

  private async factsOf(
    stream: string,
    trajectoryId: Id | null,
    isTold: (event: RecordedEvent) => boolean,
  ): Promise<readonly CopiedFact[]> {
    const facts: CopiedFact[] = [];
    for (let from = 0n; ; from += BigInt(PAGE)) {
      const page = await this.store.readStream(stream, { from, limit: PAGE });
      facts.push(...(await this.opened(page.filter(isTold), trajectoryId)));
      if (page.length < PAGE) return facts;
    }
  }

  private async opened(
    events: readonly RecordedEvent[],
    trajectoryId: Id | null,
  ): Promise<readonly CopiedFact[]> {
    const data = events.map((event) => this.registry.upcast(event));
    const sealed = data.flatMap((fields) => Object.values(fields).filter(isSealed));
    const texts = new Map<Sealed, unknown>();
    for (const [index, text] of (await this.sealer.openAll<unknown>(sealed)).entries()) {
      texts.set(sealed[index] as Sealed, text === FORGOTTEN ? null : text);
    }
    const words = await this.inWords(events, data, trajectoryId);
    return events.map(({ id, type, metadata }, index) => {
      const fields = Object.entries(data[index] ?? {});
      return {
        eventId: id,
        trajectoryId,
        type,
        words: words[index] ?? type,
        occurredOn: metadata.occurredOn ?? null,
        recordedAt: metadata.recordedAt,
        role: metadata.actor.role,
        subject: metadata.actor.subject,
        data: Object.fromEntries(
          fields.map(([field, value]) => [field, isSealed(value) ? texts.get(value) : value]),
        ),
        protectedFields: fields.flatMap(([field, value]) => (isSealed(value) ? [field] : [])),
      };
    });
  }

  private async inWords(
    events: readonly RecordedEvent[],
    data: readonly object[],
    trajectoryId: Id | null,
  ): Promise<readonly string[]> {
    if (trajectoryId === null) {
      return events.map(({ type }) => CANDIDATE_WORDS[type as CandidateEvent['type']]);
    }
    const facts = events.map(
      ({ type }, index) => ({ type, data: data[index] }) as unknown as TrajectoryEvent,
    );
    const named = facts.map(namedIn);
    const names = await this.names.of(
      named.flatMap(({ coachIds }) => coachIds),
      named.flatMap(({ employerIds }) => employerIds),
    );
    return facts.map((fact) => wordsOf(fact, names));
  }

  private async readingsOf(ids: readonly Id[]): Promise<readonly CopiedReading[]> {
    const rows = await this.serviceStore.db
      .selectFrom('reading')
      .selectAll()
      .where('candidate_id', 'in', [...ids])
      .orderBy('reading_id')
      .execute();
    return rows.map((row) => ({
      readAt: row.read_at,
      role: row.role,
      subject: row.subject,
      purpose: PURPOSES[row.purpose as Purpose]?.words ?? row.purpose,
      kinds: JSON.parse(row.kinds) as readonly string[],
      trajectoryId: row.trajectory_id,
    }));
  }
}
