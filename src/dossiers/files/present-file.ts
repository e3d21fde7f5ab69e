import type { Kysely } from 'kysely';
import type { Id } from '../../../domain/shared/ids.js';
import {
  type ContactPage,
  contactsById,
  contactsPage,
} from '../../../projections/employer-contacts/employer-contacts.query.js';
import type { ReadDatabase } from '../../../projections/read-database.js';
import {
  type SessionPage,
  sessionsById,
  sessionsPage,
} from '../../../projections/sessions/sessions.query.js';
import type { ItemKind } from '../../../projections/trajectory/item.js';
import {
  type ItemPage,
  itemsPage,
  trajectoryItems,
} from '../../../projections/trajectory/trajectory.query.js';
import type { TrajectoryFile } from './trajectory-file.js';

/** A trajectory as the read models have it now. Nothing is read before it is asked for. */
export class PresentFile implements TrajectoryFile {
  constructor(
    private readonly db: Kysely<ReadDatabase>,
    private readonly id: Id,
  ) {}

  itemsPage(kind: ItemKind, page: ItemPage) {
    return itemsPage(this.db, this.id, kind, page);
  }

  itemsById(ids: readonly Id[]) {
    return trajectoryItems(this.db, this.id, ids);
  }

  sessionsPage(page: SessionPage) {
    return sessionsPage(this.db, this.id, page);
  }

  sessionsById(ids: readonly Id[]) {
    return sessionsById(this.db, this.id, ids);
  }

  contactsPage(page: ContactPage) {
    return contactsPage(this.db, this.id, page);
  }

  contactsById(ids: readonly Id[]) {
    return contactsById(this.db, this.id, ids);
  }
}
