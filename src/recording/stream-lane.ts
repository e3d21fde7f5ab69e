import { setTimeout } from 'node:timers/promises';
import type { Decider, DomainEvent } from '../../domain/shared/decider.js';
import {
  AppendTooLarge,
  EventIdsTaken,
  OutcomeUnknown,
  WrongExpectedRevision,
} from '../event-store/errors.js';
import type { EventStore, NewEvent, Position } from '../event-store/event-store.port.js';
import { NO_STREAM } from '../event-store/expected-revision.js';
import { fitting } from './group-size.js';
import { type ExpectedMatch, StaleRevision } from './recording.js';

/** The folded stream as this process last knew it. */
export interface HeldStream<State> {
  readonly state: State;
  /** The revision and position of its last event; undefined while there is no stream. */
  readonly revision: bigint | undefined;
  readonly position: Position | undefined;
}

/** What a recorded command answers. */
export interface Recorded {
  readonly revision: bigint;
  readonly position: Position;
  /** False when it was so already and nothing was stored. */
  readonly changed: boolean;
}

/** One command waiting for its turn on a stream. */
export interface Job<State, Command, Event> {
  /** Builds the command at its turn, so that what it must know from elsewhere is as fresh as can be. */
  readonly command: (state: State) => Command;
  readonly match: ExpectedMatch | undefined;
  readonly onDecided: ((events: readonly Event[]) => void) | undefined;
  /** Turns the decided events into events ready to append. */
  readonly prepare: (events: readonly Event[], state: State) => Promise<readonly NewEvent[]>;
  readonly resolve: (recorded: Recorded) => void;
  readonly reject: (error: unknown) => void;
  attempts: number;
  /** True when what was appended together with others was too large for the store. */
  alone?: boolean;
}

export interface LaneOptions<State, Command, Event extends DomainEvent> {
  readonly stream: string;
  readonly decider: Decider<State, Command, Event>;
  readonly store: EventStore;
  readonly load: () => Promise<HeldStream<State>>;
  /** What is held, brought up to what other processes appended. */
  readonly refresh: () => Promise<HeldStream<State>>;
  readonly keep: (held: HeldStream<State>) => void;
  readonly drop: () => void;
}

interface Appended {
  readonly position: Position;
  readonly repeated: boolean;
}

interface Decided<State, Command, Event> {
  readonly job: Job<State, Command, Event>;
  /** The state that the command was decided on; its events follow it. */
  readonly state: State;
  readonly events: readonly Event[];
  readonly refusal?: unknown;
}

/** How many commands share one append at the most, and how often one is decided anew after a conflict. */
const GROUP = 200;
const ATTEMPTS = 20;
/** How often an append of unknown outcome is repeated. */
const ASKED_AGAIN = 5;

/**
 * The one writer of a stream within this process. While an append is under way, further commands gather; then they
 * are decided one after the other on the state that each leaves behind and appended together with the exact revision
 * that they were decided on. So a hundred concurrent commands cost a few appends, and a conflict with another process
 * drops what was held and decides them all anew.
 */
export class StreamLane<State, Command, Event extends DomainEvent> {
  private readonly waiting: Job<State, Command, Event>[] = [];
  private running = false;

  constructor(private readonly options: LaneOptions<State, Command, Event>) {}

  /** True when nothing waits or runs, so that the lane may be forgotten. */
  get idle(): boolean {
    return !this.running && this.waiting.length === 0;
  }

  enqueue(job: Job<State, Command, Event>): Promise<void> | undefined {
    this.waiting.push(job);
    return this.running ? undefined : this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.waiting.length > 0)
        await this.turn(this.waiting.splice(0, this.waiting[0]?.alone ? 1 : GROUP));
    } finally {
      this.running = false;
    }
  }

  private async turn(gathered: readonly Job<State, Command, Event>[]): Promise<void> {
    let jobs = gathered;
    try {
      const { held, decided, state } = await this.decideOnWhatIs(jobs);
      const prepared = await Promise.all(decided.map((one) => this.prepare(one)));
      const count = fitting(prepared, this.options.store.capabilities.mostBytesPerAppend);
      // What does not fit any more is decided again at the next turn, on what this one leaves behind.
      this.waiting.unshift(...jobs.slice(count));
      jobs = jobs.slice(0, count);
      const taken = decided.slice(0, count);
      const events = prepared.slice(0, count).flat();
      if (events.length === 0) return this.settle(taken, held.revision, held.position, false);
      const { position, repeated } = await this.appendSurely(events, held.revision);
      const revision = (held.revision ?? -1n) + BigInt(events.length);
      this.options.keep({ state: decided[count]?.state ?? state, revision, position });
      this.settle(taken, held.revision, position, !repeated);
    } catch (error) {
      this.options.drop();
      this.retryOrReject(jobs, error);
    }
  }

  /** Appends; where the outcome is unknown the same events again, which stores nothing twice and tells. */
  private async appendSurely(events: readonly NewEvent[], after: bigint | undefined): Promise<Appended> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await this.options.store.append(this.options.stream, events, after ?? NO_STREAM);
        // Found there at the first try it was another process that recorded this very command.
        return { position: result.position, repeated: result.repeated && attempt === 1 };
      } catch (error) {
        if (!(error instanceof OutcomeUnknown) || attempt === ASKED_AGAIN) throw error;
        await setTimeout(attempt * 50);
      }
    }
  }

  /**
   * Decides on what is held; where that leads to nothing to store, which no append would catch, on what the log has.
   * A refusal because another process was not heard yet would be wrong.
   */
  private async decideOnWhatIs(jobs: readonly Job<State, Command, Event>[]) {
    const held = await this.options.load();
    const first = this.decideAll(jobs, held);
    if (first.decided.every(({ events }) => events.length > 0)) return { held, ...first };
    const fresh = await this.options.refresh();
    if (fresh.revision === held.revision) return { held, ...first };
    return { held: fresh, ...this.decideAll(jobs, fresh) };
  }

  private decideAll(jobs: readonly Job<State, Command, Event>[], held: HeldStream<State>) {
    const { decider } = this.options;
    let { state, revision } = held;
    const decided: Decided<State, Command, Event>[] = [];
    for (const job of jobs) {
      try {
        if (job.match && !job.match(revision)) throw new StaleRevision();
        const events = decider.decide(job.command(state), state);
        job.onDecided?.(events);
        decided.push({ job, state, events });
        for (const event of events) state = decider.evolve(state, event);
        if (events.length > 0) revision = (revision ?? -1n) + BigInt(events.length);
      } catch (refusal) {
        decided.push({ job, state, events: [], refusal });
      }
    }
    return { decided, state, revision };
  }

  private async prepare({
    job,
    events,
    state,
  }: Decided<State, Command, Event>): Promise<readonly NewEvent[]> {
    return events.length === 0 ? [] : job.prepare(events, state);
  }

  /** Answers every command, refusals too: what they were refused on is now on disk. */
  private settle(
    decided: readonly Decided<State, Command, Event>[],
    before: bigint | undefined,
    position: Position | undefined,
    stored: boolean,
  ): void {
    let revision = before;
    for (const { job, events, refusal } of decided) {
      if (refusal !== undefined) {
        job.reject(refusal);
        continue;
      }
      if (events.length > 0) revision = (revision ?? -1n) + BigInt(events.length);
      if (revision === undefined || position === undefined) {
        job.reject(
          new Error(`${this.options.stream}: a command on a stream that is not there changed nothing`),
        );
      } else job.resolve({ revision, position, changed: stored && events.length > 0 });
    }
  }

  private retryOrReject(jobs: readonly Job<State, Command, Event>[], error: unknown): void {
    const again: Job<State, Command, Event>[] = [];
    const isTogetherTooLarge = error instanceof AppendTooLarge && jobs.length > 1;
    for (const job of jobs) {
      job.attempts += 1;
      job.alone ||= isTogetherTooLarge;
      if ((isTogetherTooLarge || isConflict(error)) && job.attempts < ATTEMPTS) again.push(job);
      else job.reject(error);
    }
    this.waiting.unshift(...again);
  }
}

/** Another process was first: decided anew on what the log has now, the same command may have nothing left to store. */
function isConflict(error: unknown): boolean {
  return error instanceof WrongExpectedRevision || error instanceof EventIdsTaken;
}
