import { Inject, Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ItemData, ItemKind } from '../../projections/trajectory/item.js';
import {
  type ItemCursor,
  itemsPage,
  type TrajectoryItem,
  trajectoryItem,
} from '../../projections/trajectory/trajectory.query.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { KnownOn } from './known-on.js';
import { newestFirst } from './open-items.js';

/** Part of a list that is newest first. */
interface Page {
  readonly after?: ItemCursor | undefined;
  readonly limit: number;
}

/** How an item stands on the day asked about; undefined when it had not come about by then (reading 6). */
export type ItemView = (data: ItemData, id: Id) => ItemData | undefined;

/** Reads the items of a trajectory as they are now, or as they were known on a day. */
@Injectable()
export class DossierItems {
  constructor(
    private readonly knownOn: KnownOn,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  /** Items of one kind as `view` has them, newest first; those that it leaves out take no place on the page. */
  async page(
    trajectoryId: Id,
    kind: ItemKind,
    knownOn: CalendarDate | undefined,
    { after, limit }: Page,
    view: ItemView,
  ): Promise<readonly TrajectoryItem[]> {
    if (knownOn !== undefined) {
      const known = [...(await this.knownOn.items(trajectoryId, kind, knownOn))].sort(newestFirst);
      const rest = after === undefined ? known : known.filter((item) => newestFirst(after, item) < 0);
      return viewed(rest, view).slice(0, limit);
    }
    const found: TrajectoryItem[] = [];
    let cursor = after;
    for (;;) {
      const items = await itemsPage(this.readStore.reader, trajectoryId, kind, { after: cursor, limit });
      found.push(...viewed(items, view));
      cursor = items.at(-1);
      if (items.length < limit || found.length >= limit) return found.slice(0, limit);
    }
  }

  /** One item of a kind; undefined when the trajectory has none by that id. */
  async one(
    trajectoryId: Id,
    kind: ItemKind,
    knownOn: CalendarDate | undefined,
    itemId: Id,
  ): Promise<TrajectoryItem | undefined> {
    if (knownOn !== undefined) {
      return (await this.knownOn.items(trajectoryId, kind, knownOn)).find(({ id }) => id === itemId);
    }
    const item = await trajectoryItem(this.readStore.reader, trajectoryId, itemId);
    return item?.kind === kind ? item : undefined;
  }
}

function viewed(items: readonly TrajectoryItem[], view: ItemView): TrajectoryItem[] {
  return items.flatMap((item) => {
    const data = view(item.data, item.id);
    return data === undefined ? [] : [{ ...item, data }];
  });
}
