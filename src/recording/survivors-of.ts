import type { Id } from '../../domain/shared/ids.js';
import type { MergeState } from '../../domain/shared/merges.js';
import type { Survivors } from '../../domain/shared/survivors.js';

/** Whatever holds the streams of candidates or of employers. */
interface Mergeable {
  load(id: Id): Promise<{ readonly state: Pick<MergeState, 'mark'> }>;
}

/** The merges that stand by which any of `ids` is a duplicate, from their own streams: what a decision goes by. */
export async function survivorsOf(streams: Mergeable, ids: Iterable<Id>): Promise<Survivors> {
  const survivors = new Map<Id, Id>();
  for (let look = [...new Set(ids)]; look.length > 0; ) {
    const found = await Promise.all(look.map((id) => streams.load(id)));
    const next = new Set<Id>();
    for (const [index, { state }] of found.entries()) {
      if (state.mark === undefined) continue;
      survivors.set(look[index] as Id, state.mark.survivorId);
      next.add(state.mark.survivorId);
    }
    look = [...next].filter((id) => !survivors.has(id));
  }
  return survivors;
}
