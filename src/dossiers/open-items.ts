import type { FileKind } from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import { isSealed } from '../../domain/shared/protected.js';
import type { ItemCursor, TrajectoryItem } from '../../projections/trajectory/trajectory.query.js';
import type { FileSight } from '../access/file-sight.js';
import type { Texts } from '../access/texts.js';
import { FORGOTTEN } from '../privacy/forgotten.js';

/** An item as it is answered: texts opened, null where the person was forgotten. */
export type OpenItem = { readonly id: Id; readonly recordedAt: string } & Readonly<Record<string, unknown>>;

/** The order of every list: by day, then by id, the last first. */
export function newestFirst(a: ItemCursor, b: ItemCursor): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** The items with their texts opened, with the fields that the reader sees of that kind of data; in the same order. */
export async function openItems(
  sight: FileSight,
  kind: FileKind,
  items: readonly TrajectoryItem[],
): Promise<readonly (OpenItem & ItemCursor)[]> {
  // What the reader does not get is not even opened.
  const rows = items.map(({ data }) => sight.narrowed(kind, data));
  const opened = await openFields(sight.texts, rows);
  return items.map(({ id, on, recordedAt }, index) => ({
    ...withoutOwnId(opened[index] ?? {}, id),
    id,
    on,
    recordedAt,
  }));
}

/** The fields of rows opened with one look at the keys; null where the person was forgotten. */
export async function openFields(
  texts: Texts,
  rows: readonly object[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const opened = await texts.openRows(rows);
  return opened.map((row) => Object.fromEntries(Object.entries(row).map(answered)));
}

/** A text of somebody who was forgotten is null; what could not be opened never leaves as it is. */
function answered([field, value]: [string, unknown]): [string, unknown] {
  return [field, value === FORGOTTEN || isSealed(value) ? null : value];
}

/** The item's id stands under `id`; under its own name it would say the same twice. */
function withoutOwnId(data: Readonly<Record<string, unknown>>, id: Id): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== id));
}
