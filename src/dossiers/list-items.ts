import type { Id } from '../../domain/shared/ids.js';
import type { ItemData, ItemKind } from '../../projections/trajectory/item.js';
import type { ItemPage, TrajectoryItem } from '../../projections/trajectory/trajectory.query.js';
import type { FileAsOf } from './files/files.js';
import { itemOf } from './files/trajectory-file.js';
import { filledPage } from './filled-page.js';

/** What somebody gets of the items of a file. */
export interface ItemSight {
  /** Whether the asker may read the item at all. */
  readonly isSeen?: (item: TrajectoryItem) => boolean;
  /** How it stands on the day asked about; undefined when it had not come about by then (reading 6). */
  readonly view?: (item: TrajectoryItem) => ItemData | undefined;
}

/** Items of one kind, newest first, at most `page.limit`; those that are not shown take no place on the page. */
export function listItems(
  files: FileAsOf,
  kind: ItemKind,
  { after, until, limit }: ItemPage,
  sight: ItemSight,
): Promise<readonly TrajectoryItem[]> {
  return filledPage(
    { after, limit },
    (part) => files.file.itemsPage(kind, { ...part, until }),
    (items) => shown(files, items, sight),
    (item) => item,
  );
}

/** One item of these kinds; undefined when there is none by that id, or it is not shown. */
export async function oneItem(
  files: FileAsOf,
  kinds: readonly ItemKind[],
  id: Id,
  sight: ItemSight,
): Promise<TrajectoryItem | undefined> {
  const item = await itemOf(files.file, kinds, id);
  const [found] = item ? await shown(files, [item], sight) : [];
  return found;
}

/** What is out of sight now is so in every earlier knowledge: an item must be seen as it was, and as it is. */
async function shown(
  { file, now }: FileAsOf,
  items: readonly TrajectoryItem[],
  { isSeen, view }: ItemSight,
): Promise<readonly TrajectoryItem[]> {
  const seen = isSeen === undefined ? items : items.filter(isSeen);
  const kept = isSeen === undefined || file === now ? seen : await seenNow(now, seen, isSeen);
  if (view === undefined) return kept;
  return kept.flatMap((item) => {
    const data = view(item);
    return data === undefined ? [] : [{ ...item, data }];
  });
}

async function seenNow(
  now: FileAsOf['now'],
  items: readonly TrajectoryItem[],
  isSeen: (item: TrajectoryItem) => boolean,
): Promise<readonly TrajectoryItem[]> {
  const present = await now.itemsById(items.map(({ id }) => id));
  const ids = new Set(present.filter(isSeen).map(({ id }) => id));
  return items.filter(({ id }) => ids.has(id));
}
