/** What something takes of a row, from `left` to `right`, in units of the picture. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Two things fit on one row when neither their bodies nor their labels touch. A mark is its label alone. */
export interface Labelled {
  readonly label: Extent;
  readonly body?: Extent;
}

/**
 * Deals things over as few rows as keep their labels `gap` apart and their bodies beside each other, each in the first
 * row with room, from left to right. Things that start together keep their order.
 */
export function packRows<Thing extends Labelled>(
  things: readonly Thing[],
  gap: number,
): readonly (readonly Thing[])[] {
  const rows: Thing[][] = [];
  for (const thing of [...things].sort((a, b) => startOf(a) - startOf(b))) {
    const row = rows.find((one) => one.every((other) => areApart(other, thing, gap)));
    if (row) row.push(thing);
    else rows.push([thing]);
  }
  return rows;
}

function startOf({ label, body = label }: Labelled): number {
  return Math.min(label.left, body.left);
}

function areApart(one: Labelled, other: Labelled, gap: number): boolean {
  const bodies = one.body === undefined || other.body === undefined || isBeside(one.body, other.body, 0);
  return bodies && isBeside(one.label, other.label, gap);
}

function isBeside(one: Extent, other: Extent, gap: number): boolean {
  return one.right + gap <= other.left || other.right + gap <= one.left;
}

/**
 * Where a label of `width` goes that belongs to what begins at `left`: from there, or as far back as the picture's
 * right edge asks.
 */
export function labelExtent(left: number, width: number, edges: Extent): Extent {
  const start = Math.max(edges.left, Math.min(left, edges.right - width));
  return { left: start, right: start + width };
}
