import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { LoggedEvent } from './double-log.js';
import { admit, type DoubleNode, meetFault } from './double-node.js';
import type { Fault } from './faults.js';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  notFoundMessage,
  streamNameIn,
} from './messages.js';
import { unavailable } from './refusals.js';

type Read = IStreamsServer['read'];
type ReadCall = Parameters<Read>[0];
type Options = streams.ReadReq.Options;

/** The number of events that a filtered subscription looks at before it may tell a checkpoint, when none is asked for. */
const SEARCH_WINDOW = 32;

/** Reads of a stream and of `$all`, both ways, and subscriptions to `$all` (`streams.proto`, ReadReq.Options). */
export function readCall(node: DoubleNode): Read {
  return (call) => {
    void serve(node, call);
  };
}

async function serve(node: DoubleNode, call: ReadCall): Promise<void> {
  const denied = admit(node, 'read', call.metadata);
  const options = call.request.getOptions();
  if (denied !== undefined || options === undefined) return void call.emit('error', denied ?? unavailable());
  const { fault, refusal } = await meetFault(node, 'read');
  if (refusal !== undefined) return void call.emit('error', refusal);
  if (fault?.kind === 'silence') return;
  const delivery = new Delivery(call, fault, node.seen.delivered);
  if (options.hasSubscription()) return follow(node, options, delivery);
  const events = options.hasStream() ? ofStream(node, options) : ofAll(node, options);
  if (events === undefined) {
    await delivery.tell(notFoundMessage(streamNameIn(options.getStream()?.getStreamIdentifier())));
  } else {
    for (const event of events.slice(0, Number(options.getCount()))) await delivery.give(event);
  }
  delivery.end();
}

/** The events of a stream from a revision on, itself included; backwards from beyond the end is from the end. */
function ofStream(node: DoubleNode, options: Options): readonly LoggedEvent[] | undefined {
  const from = options.getStream();
  const events = node.log.stream(streamNameIn(from?.getStreamIdentifier()));
  if (events === undefined || from === undefined) return undefined;
  const revision = from.hasRevision() ? BigInt(from.getRevision()) : undefined;
  if (isBackwards(options)) {
    const upTo = revision === undefined ? events : events.filter((event) => event.revision <= revision);
    return upTo.toReversed();
  }
  return from.hasEnd() ? [] : events.filter((event) => event.revision >= (revision ?? 0n));
}

/** The events of `$all` from a position on, itself included when read forwards, not when read backwards. */
function ofAll(node: DoubleNode, options: Options): readonly LoggedEvent[] {
  const from = options.getAll();
  const position = from?.hasPosition() ? BigInt(from.getPosition()?.getCommitPosition() ?? 0) : undefined;
  const { events } = node.log;
  if (isBackwards(options)) {
    const before = position === undefined ? events : events.filter((event) => event.position < position);
    return before.toReversed();
  }
  if (from?.hasEnd()) return [];
  return position === undefined ? events : events.slice(indexOf(events, position));
}

function isBackwards(options: Options): boolean {
  return options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
}

/** The index of the first event at a position or after it. */
function indexOf(events: readonly LoggedEvent[], position: bigint): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as LoggedEvent).position < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A subscription to `$all`: confirmed, then everything after its position, then caught up, then what comes. */
async function follow({ log, seen }: DoubleNode, options: Options, delivery: Delivery): Promise<void> {
  const wanted = filterOf(options);
  const window = options.getFilter()?.getMax() || SEARCH_WINDOW;
  const checkpointEvery = window * (options.getFilter()?.getCheckpointintervalmultiplier() || 1);
  await delivery.tell(confirmationMessage(randomUUID()));
  const after = options.getAll()?.getPosition()?.getCommitPosition();
  seen.subscribedAfter.push(after === undefined ? undefined : BigInt(after));
  let next = firstOf(log.events, options);
  let caughtUp = false;
  while (delivery.open) {
    for (; next < log.events.length && delivery.open; next++) {
      const event = log.events[next] as LoggedEvent;
      if (wanted(event)) await delivery.give(event);
      if ((next + 1) % checkpointEvery === 0) await delivery.tell(checkpointMessage(event.position));
    }
    if (!caughtUp && delivery.open) {
      caughtUp = true;
      await delivery.tell(caughtUpMessage());
    }
    if (next === log.events.length) await delivery.orClosed((wake) => log.onCommit(wake));
  }
}

/** The first event that a subscription gives: a subscription's position is one that it has had. */
function firstOf(events: readonly LoggedEvent[], options: Options): number {
  const from = options.getAll();
  if (from?.hasEnd()) return events.length;
  const position = from?.getPosition()?.getCommitPosition();
  return position === undefined ? 0 : indexOf(events, BigInt(position) + 1n);
}

/** `streams.proto`, FilterOptions: prefixes, or else a regular expression, over the stream's name or the type. */
function filterOf(options: Options): (event: LoggedEvent) => boolean {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = new RegExp(expression?.getRegex() ?? '');
  const matches = (text: string): boolean =>
    prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  return (event) => matches(filter.hasStreamIdentifier() ? event.stream : event.type);
}

/** Writes to one call, at the pace of the one who reads it, with the fault that the call met. */
class Delivery {
  #given = 0;
  #stalled = false;

  constructor(
    private readonly call: ReadCall,
    private readonly fault: Fault | undefined,
    private readonly delivered: string[],
  ) {}

  get open(): boolean {
    return !this.call.cancelled && !this.call.destroyed && !this.call.writableEnded;
  }

  async give(event: LoggedEvent): Promise<void> {
    if (this.fault !== undefined && 'after' in this.fault && this.#given >= this.fault.after) this.#fail();
    await this.tell(eventMessage(event));
    if (this.fault?.kind === 'duplicates') await this.tell(eventMessage(event));
    this.#given += 1;
    this.delivered.push(event.stream);
  }

  async tell(message: streams.ReadResp): Promise<void> {
    if (!this.open || this.#stalled) return;
    if (this.call.write(message)) return;
    await this.orClosed((wake) => {
      this.call.once('drain', wake);
      return () => this.call.off('drain', wake);
    });
  }

  end(): void {
    if (this.open && !this.#stalled) this.call.end();
  }

  /** Waits for what `listen` calls, or for the end of the call. */
  async orClosed(listen: (wake: () => void) => () => unknown): Promise<void> {
    const settled = new AbortController();
    const ends = ['cancelled', 'close'].map((event) => once(this.call, event, { signal: settled.signal }));
    const woken = new Promise<void>((resolve) => {
      const stop = listen(resolve);
      settled.signal.addEventListener('abort', stop, { once: true });
    });
    await Promise.race([woken, ...ends]);
    settled.abort();
    await Promise.allSettled(ends);
  }

  #fail(): void {
    if (this.fault?.kind === 'break') this.call.emit('error', unavailable());
    else if (this.fault?.kind === 'end') this.call.end();
    else this.#stalled = true;
  }
}
