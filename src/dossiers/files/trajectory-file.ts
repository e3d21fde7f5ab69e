import type { Id } from '../../../domain/shared/ids.js';
import type {
  ContactPage,
  WrittenContact,
} from '../../../projections/employer-contacts/employer-contacts.query.js';
import type { SessionPage, WrittenSession } from '../../../projections/sessions/sessions.query.js';
import type { ItemKind } from '../../../projections/trajectory/item.js';
import type { ItemPage, TrajectoryItem } from '../../../projections/trajectory/trajectory.query.js';

/**
 * What was recorded on a trajectory, as it is now or as it was known before: the same questions to either, with the same
 * answers. Texts are sealed. Whoever asks was let through already.
 */
export interface TrajectoryFile {
  /** Items of one kind, newest first. */
  itemsPage(kind: ItemKind, page: ItemPage): Promise<readonly TrajectoryItem[]>;
  /** These items, in no fixed order; ids that are not there are left out. */
  itemsById(ids: readonly Id[]): Promise<readonly TrajectoryItem[]>;
  /** Sessions, newest first, withdrawn ones included. */
  sessionsPage(page: SessionPage): Promise<readonly WrittenSession[]>;
  /** These sessions, in no fixed order; ids that are not there are left out. */
  sessionsById(ids: readonly Id[]): Promise<readonly WrittenSession[]>;
  /** Contacts with employers, newest first. */
  contactsPage(page: ContactPage): Promise<readonly WrittenContact[]>;
  /** These contacts, in no fixed order; ids that are not there are left out. */
  contactsById(ids: readonly Id[]): Promise<readonly WrittenContact[]>;
}

/** One item of a kind; undefined when the file has none by that id. */
export async function itemOf(
  file: TrajectoryFile,
  kinds: readonly ItemKind[],
  id: Id,
): Promise<TrajectoryItem | undefined> {
  const [item] = await file.itemsById([id]);
  return item && kinds.includes(item.kind) ? item : undefined;
}
