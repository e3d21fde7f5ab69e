import { END, type Position as LogPosition, type ReadPosition, START } from '@eventstore/db-client';
import type { Position, ReadAllOptions, RecordedEvent, Scan, ScanOptions } from '../event-store.port.js';
import type { LogReader } from './log-reader.js';
import { type OurEvents, positionOf, type Resolved } from './our-events.js';
import { toLogPosition, toNumber } from './positions.js';

/** How many events are looked at in one read backwards for the last one of ours, first and at the most. */
const FIRST_LOOK = 16;
const LARGEST_LOOK = 1_024;

/** The feed in pages: the whole log, without system events and those of others. */
export class PagedFeed {
  /** Up to where in the log the last event of ours is known, and its position. */
  #looked: { readonly end: bigint; readonly head: Position | undefined } = { end: -1n, head: undefined };

  constructor(
    private readonly reader: LogReader,
    private readonly ours: OurEvents,
  ) {}

  async page(options: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    return (await this.#after(options)).map((event) => this.ours.toRecordedEvent(event));
  }

  async scan({ without, upTo, ...page }: ScanOptions): Promise<Scan> {
    const last = upTo === undefined ? undefined : toNumber(upTo);
    const ours = await this.#after(page);
    const passed = last === undefined ? ours : ours.filter((event) => toNumber(positionOf(event)) <= last);
    const unwanted = new Set(without.map(({ type, schemaVersion }) => `${type} ${schemaVersion}`));
    const wanted = passed.filter((event) => !unwanted.has(this.ours.shapeOf(event)));
    const end = passed.at(-1);
    return {
      events: wanted.map((event) => this.ours.toStoredEvent(event)),
      position: end === undefined ? undefined : positionOf(end),
      passed: passed.length,
    };
  }

  /** Looks back from the end, no further than it looked before: others may write much between two events of ours. */
  async head(): Promise<Position | undefined> {
    const { end, head } = this.#looked;
    let from: ReadPosition = END;
    let newEnd: LogPosition | undefined;
    for (let count = FIRST_LOOK; ; count = Math.min(count * 4, LARGEST_LOOK)) {
      const events = await this.reader.logBackwards(from, count);
      newEnd ??= events[0]?.event?.position;
      const last = events.find((event) => this.ours.has(event));
      const next = events.at(-1)?.event?.position;
      const nothingNew = next === undefined || events.length < count || next.commit <= end;
      const found = last === undefined ? head : positionOf(last);
      if (last !== undefined || nothingNew || (await this.#isNone(head, count))) {
        this.#looked = { end: newEnd?.commit ?? end, head: found };
        return found;
      }
      from = next;
    }
  }

  /** True when there is an event of ours after a place. */
  async hasMore(place: ReadPosition): Promise<boolean> {
    return (await this.reader.after(place, 1)).length > 0;
  }

  /** True when looking back further would lead to the start of a log in which nothing is ours. */
  async #isNone(head: Position | undefined, looked: number): Promise<boolean> {
    return head === undefined && looked === LARGEST_LOOK && !(await this.hasMore(START));
  }

  #after({ after, limit }: ReadAllOptions): Promise<readonly Resolved[]> {
    return this.reader.after(after === undefined ? START : toLogPosition(after), limit);
  }
}
