import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Protected } from '../../domain/shared/protected.js';
import { markedBy } from '../../domain/trajectory/accounts/marks.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { EmployerContact, Session, TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { evolveContact, evolveFacts, evolveSession } from '../../domain/trajectory/state.js';
import type { ItemData, ItemKind } from '../../projections/trajectory/item.js';
import { itemChange } from '../../projections/trajectory/item-change.js';
import { EventRegistry, streamName } from '../event-store/event-registry.js';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '../event-store/event-store.port.js';

const PAGE = 1_000;

/** What was written of a session, sealed. */
export interface SessionTexts {
  readonly summary: Protected<string> | null;
  readonly goals: Protected<readonly string[]> | null;
}

/** A thing recorded on a trajectory: a goal's plan, an evaluation, a declaration. Protected values are sealed. */
export interface FileItem {
  readonly kind: ItemKind;
  readonly data: ItemData;
}

/** A trajectory with everything on it as the log had it up to one of its events. */
export interface FileAtRevision {
  readonly facts: TrajectoryFacts;
  readonly sessions: readonly Session[];
  readonly sessionTexts: ReadonlyMap<Id, SessionTexts>;
  readonly employerContacts: readonly EmployerContact[];
  readonly items: ReadonlyMap<Id, FileItem>;
  /** When the last of those events was recorded. */
  readonly recordedAt: Instant;
}

/** Reads a file as it was: for what must never change because of what came later. */
@Injectable()
export class FilesAtRevision {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** The file up to and including the event at `revision`; undefined when there is no such trajectory. */
  async read(trajectoryId: Id, revision: number): Promise<FileAtRevision | undefined> {
    const file = new Folding(trajectoryId);
    for (let from = 0n; from <= BigInt(revision); from += BigInt(PAGE)) {
      const page = await this.store.readStream(streamName('trajectory', trajectoryId), { from, limit: PAGE });
      for (const recorded of page) {
        if (recorded.revision > BigInt(revision)) break;
        file.add(recorded, this.eventOf(recorded));
      }
      if (page.length < PAGE) break;
    }
    return file.whole();
  }

  private eventOf(recorded: RecordedEvent): TrajectoryEvent {
    return { type: recorded.type, data: this.registry.upcast(recorded) } as unknown as TrajectoryEvent;
  }
}

/** A file in the making. */
class Folding {
  private facts: TrajectoryFacts | undefined;
  private readonly sessions = new Map<Id, Session>();
  private readonly sessionTexts = new Map<Id, SessionTexts>();
  private readonly contacts = new Map<Id, EmployerContact>();
  private readonly items = new Map<Id, FileItem>();
  private recordedAt: Instant = '';

  constructor(private readonly trajectoryId: Id) {}

  add({ id, metadata }: RecordedEvent, event: TrajectoryEvent): void {
    this.recordedAt = metadata.recordedAt;
    switch (event.type) {
      case 'SessionRecorded':
      case 'SessionCorrected':
      case 'SessionWithdrawn': {
        const { sessionId } = event.data;
        const session = evolveSession(this.sessions.get(sessionId), event);
        if (session) this.sessions.set(sessionId, session);
        if (event.type !== 'SessionWithdrawn') this.write(sessionId, event.data);
        return;
      }
      case 'HoursApproved':
      case 'HoursApprovalCorrected':
      case 'DeclarationSubmitted':
      case 'DeclarationCorrected':
      case 'DeclarationSettled': {
        const marked = markedBy(event);
        for (const session of this.sessions.values()) this.sessions.set(session.id, marked(session));
        this.facts = evolveFacts(this.facts, event);
        this.change(event, id);
        return;
      }
      default: {
        this.facts = evolveFacts(this.facts, event);
        const contactId = 'contactId' in event.data ? event.data.contactId : undefined;
        if (contactId !== undefined) {
          const contact = evolveContact(this.contacts.get(contactId), event);
          if (contact) this.contacts.set(contactId, contact);
        }
        this.change(event, id);
      }
    }
  }

  whole(): FileAtRevision | undefined {
    const { facts, sessionTexts, items, recordedAt } = this;
    if (facts === undefined) return undefined;
    const sessions = [...this.sessions.values()];
    return {
      facts,
      sessions,
      sessionTexts,
      employerContacts: [...this.contacts.values()],
      items,
      recordedAt,
    };
  }

  /** Texts that are not there leave what there was; null takes it away. */
  private write(sessionId: Id, texts: Partial<SessionTexts>): void {
    const before = this.sessionTexts.get(sessionId) ?? { summary: null, goals: null };
    const { summary = before.summary, goals = before.goals } = texts;
    this.sessionTexts.set(sessionId, { summary, goals });
  }

  private change(event: TrajectoryEvent, eventId: Id): void {
    const change = itemChange(event, eventId, this.trajectoryId);
    const data = change?.apply(this.items.get(change.id)?.data);
    if (change && data) this.items.set(change.id, { kind: change.kind, data });
  }
}
