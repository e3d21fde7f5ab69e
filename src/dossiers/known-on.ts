import { Inject, Injectable } from '@nestjs/common';
import { amsterdamDate, type CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { markedBy } from '../../domain/trajectory/accounts/marks.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type {
  EmployerContact,
  Session,
  TrajectoryFacts,
  TrajectoryRecord,
} from '../../domain/trajectory/facts.js';
import { evolveContact, evolveFacts, evolveSession } from '../../domain/trajectory/state.js';
import { dayOf, type ItemKind } from '../../projections/trajectory/item.js';
import { itemChange } from '../../projections/trajectory/item-change.js';
import type { TrajectoryItem } from '../../projections/trajectory/trajectory.query.js';
import { EventRegistry, streamName } from '../event-store/event-registry.js';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '../event-store/event-store.port.js';

const PAGE = 1_000;
const LONGEST_CHAIN = 100;

/** What was known of a trajectory at the end of a day: its own events recorded by then, and nothing that came later. */
@Injectable()
export class KnownOn {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** The trajectory and those that it continued as known on that day, nearest first; empty when it was not known yet. */
  async chain(id: Id, knownOn: CalendarDate): Promise<readonly TrajectoryRecord[]> {
    const chain: TrajectoryRecord[] = [];
    let next: Id | undefined = id;
    while (next !== undefined && chain.length < LONGEST_CHAIN) {
      const record: TrajectoryRecord | undefined = await this.record(next, knownOn);
      if (record === undefined || chain.some(({ facts }) => facts.id === record.facts.id)) break;
      chain.push(record);
      next = record.facts.continues;
    }
    return chain;
  }

  /** One trajectory as known on that day; undefined when it was not known yet. */
  async record(id: Id, knownOn: CalendarDate): Promise<TrajectoryRecord | undefined> {
    let facts: TrajectoryFacts | undefined;
    const sessions = new Map<Id, Session>();
    const contacts = new Map<Id, EmployerContact>();
    for await (const event of this.eventsUntil(id, knownOn)) {
      switch (event.type) {
        case 'SessionRecorded':
        case 'SessionCorrected':
        case 'SessionWithdrawn': {
          const session = evolveSession(sessions.get(event.data.sessionId), event);
          if (session) sessions.set(session.id, session);
          break;
        }
        case 'EmployerContactRecorded':
        case 'EmployerContactCorrected': {
          const contact = evolveContact(contacts.get(event.data.contactId), event);
          if (contact) contacts.set(contact.id, contact);
          break;
        }
        case 'HoursApproved':
        case 'HoursApprovalCorrected':
        case 'DeclarationSubmitted':
        case 'DeclarationCorrected':
        case 'DeclarationSettled': {
          const marked = markedBy(event);
          for (const session of sessions.values()) sessions.set(session.id, marked(session));
          facts = evolveFacts(facts, event);
          break;
        }
        default:
          facts = evolveFacts(facts, event);
      }
    }
    return facts && { facts, sessions: [...sessions.values()], employerContacts: [...contacts.values()] };
  }

  /** The items of one kind as known on that day: what the read model would have held then. */
  async items(id: Id, kind: ItemKind, knownOn: CalendarDate): Promise<readonly TrajectoryItem[]> {
    const items = new Map<Id, TrajectoryItem>();
    for await (const { id: eventId, metadata, revision, ...told } of this.recordedUntil(id, knownOn)) {
      const change = itemChange(told as unknown as TrajectoryEvent, eventId, id);
      if (change?.kind !== kind) continue;
      const before = items.get(change.id);
      const data = change.apply(before?.data);
      if (data === undefined) continue;
      items.set(change.id, {
        id: change.id,
        kind,
        on: dayOf(data) as CalendarDate,
        recordedAt: before?.recordedAt ?? metadata.recordedAt,
        revision: Number(revision),
        data,
      });
    }
    return [...items.values()];
  }

  private async *eventsUntil(id: Id, knownOn: CalendarDate): AsyncIterable<TrajectoryEvent> {
    for await (const { type, data } of this.recordedUntil(id, knownOn)) {
      yield { type, data } as unknown as TrajectoryEvent;
    }
  }

  /** The recorded events, each with its data in the present shape. */
  private async *recordedUntil(id: Id, knownOn: CalendarDate): AsyncIterable<RecordedEvent> {
    let from = 0n;
    for (;;) {
      const page = await this.store.readStream(streamName('trajectory', id), { from, limit: PAGE });
      for (const event of page) {
        if (amsterdamDate(event.metadata.recordedAt) > knownOn) continue;
        yield { ...event, data: this.registry.upcast(event) };
      }
      if (page.length < PAGE) return;
      from += BigInt(PAGE);
    }
  }
}
