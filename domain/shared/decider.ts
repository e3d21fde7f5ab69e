/** A fact as a decision yields it: a stored type name and its data. The envelope is added when it is recorded. */
export interface DomainEvent<Type extends string = string, Data = object> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * How one kind of stream decides. Pure: no clock, no random, no I/O; time and identifiers arrive in the command,
 * and what must be known from elsewhere arrives as the command's circumstances.
 *
 * `decide` returns the events to record, none when the command asks for what is already so (the same command twice
 * writes nothing new), or throws a `Refusal`. `evolve` never fails on an event that was once recorded.
 */
export interface Decider<State, Command, Event extends DomainEvent> {
  readonly initialState: State;
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** The state after `events`, from `state` (default: the initial state). */
export function fold<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  events: readonly Event[],
  state: State = decider.initialState,
): State {
  return events.reduce((folded, event) => decider.evolve(folded, event), state);
}

/** Ends a switch over a closed union: an unknown member does not compile, and at run time it is an error. */
export function unknownMember(member: never): never {
  throw new TypeError(`unknown member: ${JSON.stringify(member)}`);
}
