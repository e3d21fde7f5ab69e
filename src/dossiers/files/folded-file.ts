import type { CalendarDate, Instant } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { Protected } from '../../../domain/shared/protected.js';
import type { AccountsEvent } from '../../../domain/trajectory/accounts/events.js';
import { markedBy } from '../../../domain/trajectory/accounts/marks.js';
import type { EmployerContactCorrected } from '../../../domain/trajectory/corrected-facts/events.js';
import type { EmployerContactRecorded, TrajectoryEvent } from '../../../domain/trajectory/events.js';
import type { TrajectoryFacts, TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { evolveContact, evolveFacts, evolveSession } from '../../../domain/trajectory/state.js';
import type {
  ContactPage,
  WrittenContact,
} from '../../../projections/employer-contacts/employer-contacts.query.js';
import { NO_TEXTS, type SessionEvent, textsAfter } from '../../../projections/sessions/session-texts.js';
import type { SessionPage, WrittenSession } from '../../../projections/sessions/sessions.query.js';
import { type ItemKind, itemAfter } from '../../../projections/trajectory/item.js';
import { itemChange } from '../../../projections/trajectory/item-change.js';
import type {
  ItemCursor,
  ItemPage,
  TrajectoryItem,
} from '../../../projections/trajectory/trajectory.query.js';
import { newestFirst } from '../open-items.js';
import type { TrajectoryFile } from './trajectory-file.js';

/** An event of a trajectory in the present shape of its data, with its place in the stream. */
export interface ToldEvent {
  readonly id: Id;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly event: TrajectoryEvent;
}

type ContactEvent = EmployerContactRecorded | EmployerContactCorrected;

/**
 * A trajectory as its own events have it so far, one added after the other: what the read models held when the last of
 * them was recorded. It keeps what is on the trajectory and no events.
 */
export class FoldedFile implements TrajectoryFile {
  private facts: TrajectoryFacts | undefined;
  private last: Instant | undefined;
  private readonly sessions = new Map<Id, WrittenSession>();
  private readonly contacts = new Map<Id, WrittenContact>();
  private readonly items = new Map<Id, TrajectoryItem>();

  constructor(private readonly trajectoryId: Id) {}

  /** Adds the event that comes next in the stream. */
  add(told: ToldEvent): void {
    const { event } = told;
    this.last = told.recordedAt;
    switch (event.type) {
      case 'SessionRecorded':
      case 'SessionCorrected':
      case 'SessionWithdrawn':
        this.tellSession(event, told);
        return;
      case 'EmployerContactRecorded':
      case 'EmployerContactCorrected':
        this.tellContact(event, told);
        return;
      case 'HoursApproved':
      case 'HoursApprovalCorrected':
      case 'DeclarationSubmitted':
      case 'DeclarationCorrected':
      case 'DeclarationSettled':
        this.mark(event, told);
        this.tellFact(told);
        return;
      default:
        this.tellFact(told);
    }
  }

  /** Everything that is computed from, sessions and contacts by day; undefined when nothing was added. */
  record(): TrajectoryRecord | undefined {
    const { facts } = this;
    if (facts === undefined) return undefined;
    return {
      facts,
      sessions: this.writtenSessions().map(({ session }) => session),
      employerContacts: this.writtenContacts().map(({ contact }) => contact),
    };
  }

  /** When the last event was recorded; undefined when none was added. */
  get recordedAt(): Instant | undefined {
    return this.last;
  }

  async itemsPage(kind: ItemKind, page: ItemPage): Promise<readonly TrajectoryItem[]> {
    return pageOf(
      [...this.items.values()].filter((item) => item.kind === kind),
      (item) => item,
      page,
    );
  }

  async itemsById(ids: readonly Id[]): Promise<readonly TrajectoryItem[]> {
    return ids.map((id) => this.items.get(id)).filter((item) => item !== undefined);
  }

  async sessionsPage(page: SessionPage): Promise<readonly WrittenSession[]> {
    return pageOf([...this.sessions.values()], ({ session }) => session, page);
  }

  async sessionsById(ids: readonly Id[]): Promise<readonly WrittenSession[]> {
    return ids.map((id) => this.sessions.get(id)).filter((session) => session !== undefined);
  }

  async contactsPage(page: ContactPage): Promise<readonly WrittenContact[]> {
    return pageOf([...this.contacts.values()], ({ contact }) => contact, page);
  }

  async contactsById(ids: readonly Id[]): Promise<readonly WrittenContact[]> {
    return ids.map((id) => this.contacts.get(id)).filter((contact) => contact !== undefined);
  }

  private tellSession(event: SessionEvent, { revision, recordedAt }: ToldEvent): void {
    const before = this.sessions.get(event.data.sessionId);
    const session = evolveSession(before?.session, event);
    if (session === undefined) return;
    const texts = textsAfter(event, before ?? NO_TEXTS);
    this.sessions.set(session.id, {
      trajectoryId: this.trajectoryId,
      session,
      recordedAt: before?.recordedAt ?? recordedAt,
      revision,
      summary: texts.summary as Protected<string>,
      goals: texts.goals as WrittenSession['goals'],
      confidentialNote: texts.confidentialNote as WrittenSession['confidentialNote'],
    });
  }

  private tellContact(event: ContactEvent, { revision, recordedAt }: ToldEvent): void {
    const before = this.contacts.get(event.data.contactId);
    const contact = evolveContact(before?.contact, event);
    const summary = event.data.summary ?? before?.summary;
    if (contact === undefined || summary === undefined) return;
    const known = { contact, recordedAt: before?.recordedAt ?? recordedAt, revision, summary };
    this.contacts.set(contact.id, known);
  }

  private mark(event: AccountsEvent, { revision }: ToldEvent): void {
    const marked = markedBy(event);
    for (const written of this.sessions.values()) {
      const session = marked(written.session);
      if (session !== written.session) this.sessions.set(session.id, { ...written, session, revision });
    }
  }

  private tellFact({ id, event, revision, recordedAt }: ToldEvent): void {
    this.facts = evolveFacts(this.facts, event);
    const change = itemChange(event, id, this.trajectoryId);
    const item = change && itemAfter(change, this.items.get(change.id), { revision, recordedAt });
    if (item !== undefined) this.items.set(item.id, item);
  }

  private writtenSessions(): readonly WrittenSession[] {
    return [...this.sessions.values()].sort((a, b) => newestFirst(b.session, a.session));
  }

  private writtenContacts(): readonly WrittenContact[] {
    return [...this.contacts.values()].sort((a, b) => newestFirst(b.contact, a.contact));
  }
}

/** The part of a list, newest first, that a query of the read models would give. */
function pageOf<Item>(
  all: readonly Item[],
  cursorOf: (item: Item) => ItemCursor,
  {
    after,
    until,
    limit,
  }: { after?: ItemCursor | undefined; until?: CalendarDate | undefined; limit: number },
): readonly Item[] {
  return all
    .filter((item) => until === undefined || cursorOf(item).on <= until)
    .filter((item) => after === undefined || newestFirst(after, cursorOf(item)) < 0)
    .sort((a, b) => newestFirst(cursorOf(a), cursorOf(b)))
    .slice(0, limit);
}
