import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

/** An event as it was proposed: what the client sent, not looked into. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly customMetadata: Uint8Array;
  readonly data: Uint8Array;
}

/** An event as the log holds it. */
export interface LoggedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  /** Commit and prepare position in one: they are equal for what is appended over gRPC (KurrentDB pull request 3459). */
  readonly position: bigint;
  /** 100-nanosecond ticks since 1970, as text (`convertGrpcEvent.js`, convertCreatedToDate). */
  readonly created: string;
}

/** What an append may expect of its stream (`streams.proto`, AppendReq.Options.expected_stream_revision). */
export type Expected = 'any' | 'no-stream' | 'stream-exists' | bigint;

export type AppendOutcome =
  | { readonly kind: 'stored'; readonly revision: bigint; readonly position: bigint }
  | { readonly kind: 'wrong-expected-version'; readonly current: bigint | undefined }
  | { readonly kind: 'too-large'; readonly most: number };

/** The server's own default of `MaxAppendSize`, in bytes. */
export const MOST_BYTES_PER_APPEND = 1_048_576;

/** How many ids an append without an exact expectation is compared with: the server remembers a bounded number. */
const REMEMBERED_IDS = 100;

/**
 * The log that the nodes of a double share. Its rules are those of the server's `IndexWriter.CheckCommit` and
 * `StorageWriterService`: exact expectations are idempotent by the ids at those revisions, ANY and STREAM_EXISTS only
 * by the ids that are remembered, and an id may be in several streams.
 */
export class DoubleLog {
  readonly events: LoggedEvent[] = [];
  readonly #streams = new Map<string, LoggedEvent[]>();
  readonly #deleted = new Set<string>();
  readonly #truncated = new Map<string, bigint>();
  readonly #commits = new EventEmitter().setMaxListeners(0);
  #end = 0n;

  /**
   * `keep` is given each commit before anybody hears of it; `kept` is what it was given before; `most` is the server's
   * `MaxAppendSize`.
   */
  constructor(
    kept: readonly LoggedEvent[] = [],
    private readonly keep: (events: readonly LoggedEvent[]) => void = () => undefined,
    private readonly most = MOST_BYTES_PER_APPEND,
  ) {
    this.#add(kept);
  }

  /** The events of a stream; undefined when there is none, or none any more. */
  stream(name: string): readonly LoggedEvent[] | undefined {
    const first = this.#truncated.get(name) ?? 0n;
    const events = this.#streams.get(name)?.filter(({ revision }) => revision >= first);
    return this.#deleted.has(name) ? undefined : events;
  }

  append(stream: string, proposed: readonly ProposedEvent[], expected: Expected): AppendOutcome {
    const there = this.#streams.get(stream) ?? [];
    const last = there.at(-1);
    if (sizeOf(proposed) > this.most) return { kind: 'too-large', most: this.most };
    if (expected === 'stream-exists' && last === undefined) return wrong(last);
    if (expected === 'any' || expected === 'stream-exists') {
      return rememberedRepetition(there, proposed) ?? this.#commit(stream, proposed);
    }
    const after = expected === 'no-stream' ? -1n : expected;
    if (after === (last?.revision ?? -1n)) return this.#commit(stream, proposed);
    const repeated = there.slice(Number(after) + 1, Number(after) + 1 + proposed.length);
    const isRepetition =
      repeated.length === proposed.length && repeated.every(({ id }, index) => id === proposed[index]?.id);
    return isRepetition ? stored(repeated) : wrong(last);
  }

  /** Takes what is before a revision out of the reads of a stream, as metadata of the stream (`$tb`) does. */
  truncate(stream: string, before: bigint): void {
    this.#truncated.set(stream, before);
  }

  /** Takes a stream out of the reads of it; its events stay in `$all`, as after a soft delete. */
  softDelete(stream: string): void {
    this.#deleted.add(stream);
  }

  /** An event that another application, or the server itself, keeps in the same log. */
  appendForeign(stream: string, type: string): void {
    const text = new TextEncoder().encode('{"of":"somebody else"}');
    this.#commit(stream, [
      {
        id: randomUUID(),
        type,
        contentType: 'application/json',
        customMetadata: new Uint8Array(),
        data: text,
      },
    ]);
  }

  /** Calls `listener` after each commit, until what it returns is called. */
  onCommit(listener: () => void): () => void {
    this.#commits.on('commit', listener);
    return () => this.#commits.off('commit', listener);
  }

  #commit(stream: string, proposed: readonly ProposedEvent[]): AppendOutcome {
    const there = this.#streams.get(stream) ?? [];
    const created = String(BigInt(Date.now()) * 10_000n);
    let position = this.#end;
    const added = proposed.map((event, index) => {
      const logged = { ...event, stream, created, position, revision: BigInt(there.length + index) };
      position += sizeInLog(logged);
      return logged;
    });
    this.keep(added);
    this.#add(added);
    this.#commits.emit('commit');
    return stored(added);
  }

  #add(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      const stream = this.#streams.get(event.stream) ?? [];
      stream.push(event);
      this.#streams.set(event.stream, stream);
      this.events.push(event);
      this.#end = event.position + sizeInLog(event);
    }
  }
}

function stored(events: readonly LoggedEvent[]): AppendOutcome {
  const { revision, position } = events.at(-1) as LoggedEvent;
  return { kind: 'stored', revision, position };
}

function wrong(last: LoggedEvent | undefined): AppendOutcome {
  return { kind: 'wrong-expected-version', current: last?.revision };
}

function rememberedRepetition(
  there: readonly LoggedEvent[],
  proposed: readonly ProposedEvent[],
): AppendOutcome | undefined {
  const remembered = there.slice(-REMEMBERED_IDS);
  const found = proposed.map(({ id }) => remembered.find((event) => event.id === id));
  if (found[0] === undefined) return undefined;
  return found.every((event) => event !== undefined) ? stored(found) : wrong(there.at(-1));
}

/** How much further in the log the next event stands. */
function sizeInLog(event: LoggedEvent): bigint {
  return BigInt(sizeOf([event]) + event.stream.length);
}

/** Bytes as the server counts them against its limit: what the caller gave, and the envelope of a record. */
function sizeOf(events: readonly ProposedEvent[]): number {
  return events.reduce(
    (sum, { type, data, customMetadata }) => sum + type.length + data.length + customMetadata.length + 64,
    0,
  );
}
