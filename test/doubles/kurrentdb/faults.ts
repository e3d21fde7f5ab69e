/** Where a node can be told to misbehave. */
export type FaultyCall = 'append' | 'batchAppend' | 'read' | 'gossip';

/** What a node does instead of what it should; each is undone after the number of calls that it was asked for. */
export type Fault =
  /** Answers, so many milliseconds late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Takes the call and is never heard of again; nothing is committed. */
  | { readonly kind: 'silence' }
  /** Refuses the call with UNAVAILABLE, as a node that is starting or shutting down. */
  | { readonly kind: 'unavailable' }
  /** Gives so many events of a read, then breaks the call off with UNAVAILABLE. */
  | { readonly kind: 'break'; readonly after: number }
  /** Gives so many events of a read, then none, without ending it. */
  | { readonly kind: 'stall'; readonly after: number }
  /** Gives so many events of a read, then ends it as if that were all. */
  | { readonly kind: 'end'; readonly after: number }
  /** Commits an append, then breaks the call off instead of acknowledging it. */
  | { readonly kind: 'lost-acknowledgement' }
  /** Commits an append, and never answers. */
  | { readonly kind: 'silent-commit' }
  /** Commits an append, and is killed before it can say so: the whole process, with SIGKILL. */
  | { readonly kind: 'death' }
  /** Commits an append, and says so twice (only a batch append can). */
  | { readonly kind: 'double-acknowledgement' }
  /** Delivers every event of a read twice. */
  | { readonly kind: 'duplicates' };

/** The faults of one node, in the order in which they were asked for. */
export class Faults {
  readonly #pending = new Map<FaultyCall, Fault[]>();

  /** The next `times` calls of this kind go wrong like this. */
  next(call: FaultyCall, fault: Fault, times = 1): void {
    this.#pending.set(call, [...(this.#pending.get(call) ?? []), ...Array<Fault>(times).fill(fault)]);
  }

  /** Calls go well again. */
  clear(): void {
    this.#pending.clear();
  }

  /** The fault that this call meets, which is used up. */
  take(call: FaultyCall): Fault | undefined {
    return this.#pending.get(call)?.shift();
  }
}
