import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { openDatabase } from '../../sqlite/open-database.js';
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
import { BatchCommit } from './batch-commit.js';
import { CommitWatch } from './commit-watch.js';
import type { CommittingThread } from './committing-thread.js';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent, toRowid } from './event-row.js';
import { EventWriter } from './event-writer.js';
import { FeedScan } from './feed-scan.js';
import { GroupCommit } from './group-commit.js';
import { eventsSchema } from './schema.js';

type Select = Database.Statement<(string | number)[], EventRow>;

/** The event log in one SQLite file. Several processes may have it open at once. */
export class SqliteEventStore implements EventStore {
  readonly capabilities: EventStoreCapabilities = {
    orderedIn: 'log',
    idsUniqueIn: 'log',
    mostBytesPerAppend: undefined,
  };
  readonly #database: Database.Database;
  readonly #thread: CommittingThread | undefined;
  readonly #groupCommit: GroupCommit;
  readonly #watch: CommitWatch;
  readonly #closing = new AbortController();
  #committed: () => void = () => undefined;
  readonly #forwards: Select;
  readonly #backwards: Select;
  readonly #feed: Select;
  readonly #scan: FeedScan;
  readonly #head: Database.Statement<[], number | null>;

  private constructor(database: Database.Database, thread: CommittingThread | undefined) {
    this.#database = database;
    this.#thread = thread;
    this.#watch = new CommitWatch(database);
    const committing = thread ?? new BatchCommit(database, new EventWriter(database));
    this.#groupCommit = new GroupCommit(
      (batch) => committing.commit(batch),
      () => {
        this.#watch.notify();
        this.#committed();
      },
    );
    const select = (rest: string): Select =>
      database.prepare<(string | number)[], EventRow>(`SELECT ${EVENT_COLUMNS} FROM events ${rest}`).raw();
    this.#forwards = select('WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
    this.#backwards = select('WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?');
    this.#feed = select('WHERE position > ? ORDER BY position LIMIT ?');
    this.#scan = new FeedScan(database);
    this.#head = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck();
  }

  /**
   * Opens the log in `file`, making it when it is not there. Throws `NewerSchema` when a newer program wrote it.
   *
   * @param thread commits what is appended, and ends with the store; without one, this thread does
   */
  static open(file: string, thread?: CommittingThread): SqliteEventStore {
    return new SqliteEventStore(openDatabase(file, eventsSchema), thread);
  }

  /** 1 to 1,000 events, else `AppendTooLarge`; rejects with a RangeError or TypeError when they cannot be stored by anybody. */
  async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    this.#refuseWhenClosed();
    return this.#groupCommit.add(prepareAppend(stream, events, expected));
  }

  async readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    this.#refuseWhenClosed();
    checkLimit(options.limit);
    const rows =
      options.direction === 'backwards'
        ? this.#backwards.all(stream, Number(options.from ?? Number.MAX_SAFE_INTEGER), options.limit)
        : this.#forwards.all(stream, Number(options.from ?? 0), options.limit);
    return rows.map(toRecordedEvent);
  }

  async readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    this.#refuseWhenClosed();
    checkLimit(options.limit);
    const after = options.after === undefined ? 0 : toRowid(options.after);
    return this.#feed.all(after, options.limit).map(toRecordedEvent);
  }

  async scan(options: ScanOptions): Promise<Scan> {
    this.#refuseWhenClosed();
    checkLimit(options.limit);
    return this.#scan.page(options);
  }

  async *subscribe(options: SubscribeOptions): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    let after = options.after;
    while (!signal.aborted) {
      const commits = this.#watch.commits;
      const batch = await this.readAll({
        limit: options.batchSize,
        ...(after === undefined ? {} : { after }),
      });
      const last = batch.at(-1);
      if (last === undefined) {
        await this.#watch.past(commits, signal);
      } else {
        yield batch;
        after = last.position;
        // A long catch-up lets requests in between its pages.
        await nextTurn();
      }
    }
  }

  async head(): Promise<Position | undefined> {
    this.#refuseWhenClosed();
    const rowid = this.#head.get();
    return rowid === null || rowid === undefined ? undefined : String(rowid);
  }

  comparePositions(a: Position, b: Position): number {
    return toRowid(a) - toRowid(b);
  }

  /** Calls `listener`, the only one, after each commit of this store. */
  onCommit(listener: () => void): void {
    this.#committed = listener;
  }

  /** Looks for commits of other connections now, instead of at the next look of a subscription that waits. */
  lookForCommits(): void {
    this.#watch.look();
  }

  /** Commits what waits, ends every subscription and closes the file. Closing twice is no error. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await this.#groupCommit.drain();
    await this.#thread?.close();
    this.#database.close();
  }

  #refuseWhenClosed(): void {
    if (this.#closing.signal.aborted) throw new EventStoreClosed();
  }
}
