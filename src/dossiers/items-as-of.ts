import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../domain/shared/ids.js';
import type { ItemKind } from '../../projections/trajectory/item.js';
import {
  type ItemCursor,
  itemsPage,
  type TrajectoryItem,
  trajectoryItem,
} from '../../projections/trajectory/trajectory.query.js';
import { Sealer } from '../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import type { AsOf } from './dossiers.js';
import { KnownOn } from './known-on.js';
import { newestFirst, openFields } from './open-items.js';

/** Gives the items of a trajectory as they are, or as they were known on a day; the asker was let through before. */
@Injectable()
export class ItemsAsOf {
  constructor(
    private readonly knownOn: KnownOn,
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  /** Items of one kind, newest first, at most `limit` after the cursor; of no day after `asOf.on`. */
  async page(
    trajectoryId: Id,
    kind: ItemKind,
    { after, limit }: { readonly after?: ItemCursor | undefined; readonly limit: number },
    { on, knownOn }: AsOf,
  ): Promise<readonly TrajectoryItem[]> {
    if (knownOn === undefined) {
      return itemsPage(this.readStore.reader, trajectoryId, kind, { after, until: on, limit });
    }
    const known = await this.knownOn.items(trajectoryId, kind, knownOn);
    return known
      .filter((item) => on === undefined || item.on <= on)
      .filter((item) => after === undefined || newestFirst(after, item) < 0)
      .sort(newestFirst)
      .slice(0, limit);
  }

  /** One item of a kind; undefined when there was none, on that day or known on that day. */
  async one(
    trajectoryId: Id,
    kind: ItemKind,
    itemId: Id,
    { on, knownOn }: AsOf,
  ): Promise<TrajectoryItem | undefined> {
    const item =
      knownOn === undefined
        ? await trajectoryItem(this.readStore.reader, trajectoryId, itemId)
        : (await this.knownOn.items(trajectoryId, kind, knownOn)).find(({ id }) => id === itemId);
    return item?.kind === kind && (on === undefined || item.on <= on) ? item : undefined;
  }

  /** The fields of rows opened with one look at the keys; null where the person was forgotten. */
  open(rows: readonly object[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return openFields(this.sealer, rows);
  }
}
