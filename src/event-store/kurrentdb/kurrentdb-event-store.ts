import { isId } from '../../../domain/shared/ids.js';
import { EventStoreClosed } from '../errors.js';
import type {
  AppendResult,
  EventStore,
  EventStoreCapabilities,
  NewEvent,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedEvent,
  Scan,
  ScanOptions,
  SubscribeOptions,
} from '../event-store.port.js';
import type { ExpectedRevision } from '../expected-revision.js';
import { checkLimit, prepareAppend } from '../prepared-append.js';
import { Appender } from './appender.js';
import { Connection } from './connection.js';
import { PagedFeed } from './feed.js';
import { KnownStreams } from './known-streams.js';
import { parseAddress } from './kurrentdb-address.js';
import { DEFAULT_SETTINGS, type KurrentDbSettings } from './kurrentdb-settings.js';
import { LogReader } from './log-reader.js';
import { OurEvents } from './our-events.js';
import { toNumber } from './positions.js';
import { Subscription } from './subscription.js';
import { Turns } from './turns.js';

/** The event log in KurrentDB. Many processes may have it open at once. */
export class KurrentDbEventStore implements EventStore {
  /** The most bytes are a server's default, `MaxAppendSize`. */
  readonly capabilities: EventStoreCapabilities = {
    orderedIn: 'stream',
    idsUniqueIn: 'stream',
    mostBytesPerAppend: 1_048_576,
  };
  readonly #settings: KurrentDbSettings;
  readonly #connection: Connection;
  readonly #ours: OurEvents;
  readonly #reader: LogReader;
  readonly #feed: PagedFeed;
  readonly #appender: Appender;
  readonly #turns = new Turns();
  #closed = false;

  private constructor(address: string, settings: KurrentDbSettings) {
    this.#settings = settings;
    this.#connection = new Connection(parseAddress(address), settings);
    const ours = new OurEvents(settings.namespace);
    const reader = new LogReader(this.#connection, ours, settings);
    this.#ours = ours;
    this.#reader = reader;
    this.#feed = new PagedFeed(reader, ours);
    const known = new KnownStreams(reader);
    this.#appender = new Appender({ connection: this.#connection, reader, known, ours, settings });
  }

  /**
   * The log at an address as `parseAddress` reads it; it is reached for when it is first used, and again whenever that
   * is needed. Throws an `AddressFault`, or a RangeError for a namespace that cannot be.
   */
  static open(address: string, settings: Partial<KurrentDbSettings> = {}): KurrentDbEventStore {
    return new KurrentDbEventStore(address, { ...DEFAULT_SETTINGS, ...settings });
  }

  /**
   * 1 to 1,000 events, together within the database's own limit, else `AppendTooLarge`; rejects with a RangeError
   * or TypeError for what nobody could store.
   */
  async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    this.#refuseWhenClosed();
    const append = prepareAppend(stream, events, expected);
    const strange = events.find(({ id }) => !isId(id));
    if (strange !== undefined) throw new RangeError(`not a UUID in lower case: ${strange.id}`);
    return this.#turns.take(stream, () => this.#appender.append(append));
  }

  async readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    this.#refuseWhenClosed();
    checkLimit(options.limit);
    return this.#reader.stream(stream, options);
  }

  async readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    this.#refuseWhenClosed();
    checkLimit(options.limit);
    return this.#feed.page(options);
  }

  async scan(options: ScanOptions): Promise<Scan> {
    this.#refuseWhenClosed();
    checkLimit(options.limit);
    return this.#feed.scan(options);
  }

  async *subscribe(options: SubscribeOptions): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
    const parts = { connection: this.#connection, feed: this.#feed, ours: this.#ours };
    yield* new Subscription(parts, this.#settings, options).batches();
  }

  async head(): Promise<Position | undefined> {
    this.#refuseWhenClosed();
    return this.#feed.head();
  }

  comparePositions(a: Position, b: Position): number {
    const [first, second] = [toNumber(a), toNumber(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  }

  /** Waits for the outcome of what is being appended, then ends everything else. Closing twice is no error. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#turns.ended();
    await this.#connection.close();
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new EventStoreClosed();
  }
}
