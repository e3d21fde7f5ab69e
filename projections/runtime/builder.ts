import { applyEvents, type BatchParts, handOver, type Step, settleRows } from './batch.js';
import type { BatchWriter } from './batch-writer.js';
import { ProjectionFailed } from './errors.js';
import type { Feed, Stretch } from './feed.js';
import type { Generation } from './generation.js';
import type { Lineup } from './lineup.js';
import { applyResiliently, type RetryPolicy } from './resilient-batch.js';

/** What building needs besides. */
export interface BuilderParts extends BatchParts {
  readonly feed: Feed;
  /** The most events of a stretch. */
  readonly slice: number;
  readonly retry: RetryPolicy;
  /** Stores batches while the next ones are applied, where there is something that can: the writer of another thread. */
  readonly aside: BatchWriter | undefined;
}

/** Batches that may be handed over and not stored yet: what is still under way is kept in memory. */
const MOST_UNDER_WAY = 2;

/** Things of which what follows from them is derived in one transaction, at the end of a building. */
const DERIVED_AT_ONCE = 200;

/** A batch that was handed over. */
interface UnderWay {
  readonly step: Step;
  /** Undefined once it is stored, else why it is not. */
  readonly failure: Promise<{ readonly error: unknown } | undefined>;
}

/** Builds the generations that are behind, a stretch at a time. */
export class Builder {
  readonly #parts: BuilderParts;
  readonly #lineup: Lineup;
  #group: readonly Generation[] = [];
  /** What was handed over for the group, the oldest first. */
  #underWay: UnderWay[] = [];

  constructor(parts: BuilderParts, lineup: Lineup) {
    this.#parts = parts;
    this.#lineup = lineup;
  }

  /** True while batches are handed over that may not be stored yet. */
  get isUnderWay(): boolean {
    return this.#underWay.length > 0;
  }

  /**
   * One stretch: the generations that are furthest behind go on, never past the live ones.
   * Gives those that stand beside the live ones now and can join them. Rejects as `applyResiliently` does.
   */
  async step(): Promise<readonly Generation[]> {
    const { feed, slice } = this.#parts;
    const { behind, live } = this.#lineup;
    if (this.#underWay.length === 0) this.#group = furthestBehind(feed, behind);
    const [first] = this.#group;
    if (first === undefined) return [];
    const from = this.#underWay.at(-1)?.step.position ?? first.state.position;
    const target = nextPosition(feed, this.#lineup, from);
    if (live.length > 0 && from === target) return this.#caughtUp();
    const stretch = await this.#read(from, target, slice);
    if (!(await this.#apply(stretch, from))) return [];
    const atEnd =
      live.length > 0
        ? live[0]?.state.position === (stretch.position ?? from)
        : stretch.passed < slice && target === undefined;
    return atEnd ? this.#caughtUp() : [];
  }

  /**
   * Waits until nothing is under way. True when all of it was stored; false when part of it had to be done again, and
   * what came after it comes from the feed once more. Rejects as `applyResiliently` does.
   */
  async settle(): Promise<boolean> {
    while (this.#underWay.length > 0) if (!(await this.#confirmOldest())) return false;
    return true;
  }

  /** Waits until nothing is under way, however it ends: the books tell the next leader how far it came. */
  async close(): Promise<void> {
    for (const { failure } of this.#underWay) await failure;
    this.#underWay = [];
  }

  #read(after: string | undefined, upTo: string | undefined, limit: number): Promise<Stretch> {
    return this.#parts.feed.readAll({
      ...(after === undefined ? {} : { after }),
      ...(upTo === undefined ? {} : { upTo }),
      limit,
      types: new Set(this.#group.flatMap(({ projection }) => projection.handles)),
    });
  }

  async #caughtUp(): Promise<readonly Generation[]> {
    if (!(await this.settle())) return [];
    for (const one of this.#group) if (!one.state.served) await this.#derive(one);
    return this.#group;
  }

  /** Derives, a portion in each transaction, what was left until nothing is added to it any more. */
  async #derive(generation: Generation): Promise<void> {
    const { position } = generation.state;
    if (position === undefined) return;
    const step = { from: position, position, passed: 0 };
    try {
      for (let left = true; left; ) {
        left = await settleRows(generation, DERIVED_AT_ONCE);
        await this.#parts.writer.write(handOver(this.#parts, [generation], step, []));
        generation.committed(position, 0);
      }
    } catch (error) {
      generation.discard();
      throw error;
    }
  }

  /** Applies a stretch and hands it over. False when it was not reached, because something before it was done again. */
  async #apply(stretch: Stretch, from: string | undefined): Promise<boolean> {
    const { aside, writer } = this.#parts;
    const { events, position, passed } = stretch;
    if (position === undefined) return true;
    const step = { from, position, passed };
    try {
      await applyEvents(this.#group, events, []);
      const written = (aside ?? writer).write(handOver(this.#parts, this.#group, step, []));
      const failure = written.then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      this.#underWay.push({ step, failure });
    } catch (error) {
      if (!(await this.settle())) return false;
      await this.#again(stretch, error);
    }
    while (this.#underWay.length > (aside === undefined ? 0 : MOST_UNDER_WAY)) {
      if (!(await this.#confirmOldest())) return false;
    }
    return true;
  }

  async #confirmOldest(): Promise<boolean> {
    const oldest = this.#underWay.shift();
    const failed = await oldest?.failure;
    if (oldest === undefined) return true;
    if (failed === undefined) {
      for (const one of this.#group) one.committed(oldest.step.position, oldest.step.passed);
      return true;
    }
    // Those after it begin where it should have ended, so none of them is stored.
    await this.close();
    const { from, position, passed } = oldest.step;
    await this.#again(await this.#read(from, position, passed), failed.error);
    return false;
  }

  /** Does a stretch again that failed, by itself. */
  async #again(stretch: Stretch, error: unknown): Promise<void> {
    for (const one of this.#group) one.discard();
    if (!(error instanceof ProjectionFailed)) throw error;
    const whenPoisoned = this.#group[0]?.state.served ? 'park' : 'stop';
    await applyResiliently(this.#parts, this.#group, stretch, { ...this.#parts.retry, whenPoisoned }, error);
  }
}

/** The generations at the lowest position that share their policy for a failing event. */
function furthestBehind(feed: Feed, behind: readonly Generation[]): readonly Generation[] {
  let lowest: Generation | undefined;
  for (const one of behind) {
    if (lowest === undefined || isBefore(feed, one.state.position, lowest.state.position)) lowest = one;
  }
  return behind.filter(
    (one) => one.state.position === lowest?.state.position && one.state.served === lowest?.state.served,
  );
}

/** The nearest position above this one at which others stand; undefined when there is none, and no bound. */
function nextPosition(feed: Feed, lineup: Lineup, from: string | undefined): string | undefined {
  let next = lineup.live[0]?.state.position;
  for (const { state } of lineup.behind) {
    if (!isBefore(feed, from, state.position)) continue;
    if (next === undefined || isBefore(feed, state.position, next)) next = state.position;
  }
  return next;
}

function isBefore(feed: Feed, a: string | undefined, b: string | undefined): boolean {
  if (b === undefined) return false;
  return a === undefined || feed.comparePositions(a, b) < 0;
}
