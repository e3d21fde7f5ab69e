/** Work on one item that waits for earlier items of the same key. */
export interface Piece<Result> {
  /** Items of one key are worked on strictly one after another; an item without a key waits for none. */
  readonly key: string | undefined;
  readonly run: () => Promise<Result>;
}

export interface InOrderOptions<Item, Result> {
  /** The most items that are under way at once. */
  readonly width: number;
  /** Called for each item in order, as soon as there is room. */
  readonly begin: (item: Item) => Piece<Result>;
  /** Called with each result in the order of the items. */
  readonly settle: (item: Item, result: Result) => Promise<void>;
}

/**
 * Works on many items at once, so that their commits share the disk's flush, as if they were taken one by one: what
 * depends on each other has one key. The first error stops the rest, once what is under way has ended.
 */
export async function inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  { width, begin, settle }: InOrderOptions<Item, Result>,
): Promise<void> {
  const underWay: { readonly item: Item; readonly result: Promise<Result> }[] = [];
  const lastOfKey = new Map<string, Promise<unknown>>();
  const settleFirst = async (): Promise<void> => {
    const first = underWay[0];
    if (first === undefined) return;
    const result = await first.result;
    underWay.shift();
    await settle(first.item, result);
  };
  try {
    for await (const item of items) {
      underWay.push({ item, result: started(begin(item), lastOfKey) });
      if (underWay.length >= width) await settleFirst();
    }
    while (underWay.length > 0) await settleFirst();
  } finally {
    await Promise.allSettled(underWay.map(({ result }) => result));
  }
}

function started<Result>(
  { key, run }: Piece<Result>,
  lastOfKey: Map<string, Promise<unknown>>,
): Promise<Result> {
  const before = key === undefined ? undefined : lastOfKey.get(key);
  const result = before === undefined ? run() : before.then(run);
  // Whoever settles it meets the error; until then nobody else has to.
  result.catch(() => undefined);
  if (key === undefined) return result;
  lastOfKey.set(key, result);
  const forget = (): void => {
    if (lastOfKey.get(key) === result) lastOfKey.delete(key);
  };
  result.then(forget, forget);
  return result;
}
