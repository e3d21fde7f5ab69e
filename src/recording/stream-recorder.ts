import { LRUCache } from 'lru-cache';
import type { Decider, DomainEvent } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import { type EventRegistry, type StreamCategory, streamName } from '../event-store/event-registry.js';
import type { EventStore, NewEvent } from '../event-store/event-store.port.js';
import type { Person } from '../privacy/personal-keys.port.js';
import type { Sealer } from '../privacy/sealer.js';
import { deriveId } from '../shared/ids.js';
import type { Recording } from './recording.js';
import { type HeldStream, type Recorded, StreamLane } from './stream-lane.js';

/** How many streams stay folded in memory. Least recently used ones go first and are read again when needed. */
const HELD_STREAMS = 5_000;
const PAGE = 1_000;

/** What a kind of stream needs to be recorded on. */
export interface StreamKind<State, Command, Event extends DomainEvent> {
  /** The part of the stream's name before the id: `trajectory`. */
  readonly category: StreamCategory;
  readonly decider: Decider<State, Command, Event>;
  /**
   * The person whose keys seal the protected fields, as `candidate/{id}` or `coach/{id}`; undefined where the
   * stream is about no person. `state` is the one that the events were decided on.
   */
  readonly person: (id: Id, state: State, events: readonly Event[]) => Person | undefined;
}

/** The parts that every recorder shares. */
export interface RecorderParts {
  readonly store: EventStore;
  readonly registry: EventRegistry;
  readonly sealer: Sealer;
  /** True when other processes record all the time: what is held is then brought up to date whenever it is asked for. */
  readonly shared?: boolean;
}

/**
 * Records commands on the streams of one kind: load, decide, seal, append with the exact expected revision.
 * State of recently used streams stays in memory by revision; a conflict drops it.
 */
export class StreamRecorder<State, Command, Event extends DomainEvent> {
  private readonly held = new LRUCache<Id, HeldStream<State>>({ max: HELD_STREAMS });
  private readonly lanes = new Map<Id, StreamLane<State, Command, Event>>();

  constructor(
    private readonly kind: StreamKind<State, Command, Event>,
    private readonly parts: RecorderParts,
  ) {}

  /** The name of the stream of `id`. */
  streamOf(id: Id): string {
    return streamName(this.kind.category, id);
  }

  /** The stream's state, at worst a moment old: what is held where this process alone records, else what the log has. */
  async load(id: Id): Promise<HeldStream<State>> {
    return this.parts.shared === true ? this.refresh(id) : this.lastKnown(id);
  }

  /** The stream's state with everything that the log has of it now, other processes' events included. */
  async refresh(id: Id): Promise<HeldStream<State>> {
    const read = await this.readOn(id, this.held.get(id) ?? this.nothing);
    const meanwhile = this.held.get(id);
    if (meanwhile && (meanwhile.revision ?? -1n) >= (read.revision ?? -1n)) return meanwhile;
    if (read.revision !== undefined) this.held.set(id, read);
    return read;
  }

  /**
   * Decides `command` at its turn and appends what follows.
   * Rejects with a `Refusal`, with `StaleRevision` when `recording.match` does not hold, or with the store's error.
   */
  async record(id: Id, command: (state: State) => Command, recording: Recording): Promise<Recorded> {
    return new Promise((resolve, reject) => {
      const lane = this.lane(id);
      const run = lane.enqueue({
        command,
        match: recording.match,
        onDecided: recording.onDecided,
        prepare: (events, state) => this.prepare(id, events, state, recording),
        resolve,
        reject,
        attempts: 0,
      });
      run?.then(() => {
        if (lane.idle) this.lanes.delete(id);
      });
    });
  }

  /** The stream's state as this process last knew it, read when it is not held. */
  private async lastKnown(id: Id): Promise<HeldStream<State>> {
    return this.held.get(id) ?? this.refresh(id);
  }

  private lane(id: Id): StreamLane<State, Command, Event> {
    const running = this.lanes.get(id);
    if (running) return running;
    const lane = new StreamLane<State, Command, Event>({
      stream: this.streamOf(id),
      decider: this.kind.decider,
      store: this.parts.store,
      load: () => this.lastKnown(id),
      refresh: () => this.refresh(id),
      keep: (held) => this.held.set(id, held),
      drop: () => this.held.delete(id),
    });
    this.lanes.set(id, lane);
    return lane;
  }

  private get nothing(): HeldStream<State> {
    return { state: this.kind.decider.initialState, revision: undefined, position: undefined };
  }

  /** Folds what comes after what is held. */
  private async readOn(id: Id, from: HeldStream<State>): Promise<HeldStream<State>> {
    let held = from;
    for (;;) {
      const next = held.revision === undefined ? 0n : held.revision + 1n;
      const page = await this.parts.store.readStream(this.streamOf(id), { from: next, limit: PAGE });
      for (const recorded of page) {
        const event = { type: recorded.type, data: this.parts.registry.upcast(recorded) } as unknown as Event;
        held = {
          state: this.kind.decider.evolve(held.state, event),
          revision: recorded.revision,
          position: recorded.position,
        };
      }
      if (page.length < PAGE) return held;
    }
  }

  private async prepare(
    id: Id,
    events: readonly Event[],
    state: State,
    { actor, now, commandId }: Recording,
  ): Promise<readonly NewEvent[]> {
    const person = this.kind.person(id, state, events);
    return Promise.all(
      events.map(async (event, index) => {
        const eventId = deriveId(commandId, `event-${index}`);
        const { definition } = this.parts.registry.get(event.type);
        const data = event.data as Readonly<Record<string, unknown>>;
        const occurredOn = definition.occurredOn(data);
        return {
          id: eventId,
          type: event.type,
          schemaVersion: definition.version,
          data: person ? await this.parts.sealer.seal(person, eventId, definition.protect, data) : data,
          metadata: { actor, recordedAt: now, commandId, ...(occurredOn && { occurredOn }) },
        };
      }),
    );
  }
}
