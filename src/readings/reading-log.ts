import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../domain/shared/ids.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { entryOf, firstIdAt, type ReadingEntry, type RecordedReading, rowOf } from './reading-entry.js';

/** Rows that go into the store, or out of it, in one statement. */
const AT_ONCE = 500;

/** Entries that wait to be written, and whoever waits for them. */
interface Waiting {
  readonly entries: readonly ReadingEntry[];
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/** Whose looks, and of which trajectories and parties. */
export interface ReadingsOf {
  /** Every registration of one person. */
  readonly candidateIds: readonly Id[];
  /** Only what was about these trajectories, or about the candidate and by somebody of these parties. */
  readonly within?: { readonly trajectoryIds: readonly Id[]; readonly partyIds: readonly Id[] } | undefined;
}

/** From the first moment up to but not including the second; milliseconds since 1970. */
export interface Stretch {
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

/** Who looked into which file, in the service store: the same for every instance. */
@Injectable()
export class ReadingLog {
  readonly #db: ServiceStore['db'];
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(@Inject(SERVICE_STORE) store: ServiceStore) {
    this.#db = store.db;
  }

  /**
   * Resolves once the entries are on disk, and rejects when they cannot be written. What comes in one turn of the event
   * loop, or while something is written, is written together.
   */
  record(entries: readonly ReadingEntry[]): Promise<void> {
    return new Promise((done, fail) => {
      this.#waiting.push({ entries, done, fail });
      if (this.#waiting.length === 1 && !this.#isWriting) this.#writeSoon();
    });
  }

  /** A person's, the newest first, those before `before`; `limit` of them at the most. */
  async page(
    { candidateIds, within }: ReadingsOf,
    { before, limit }: { readonly before?: Id | undefined; readonly limit: number },
  ): Promise<readonly RecordedReading[]> {
    if (candidateIds.length === 0) return [];
    let query = this.#db
      .selectFrom('reading')
      .selectAll()
      .where('candidate_id', 'in', candidateIds)
      .orderBy('reading_id', 'desc')
      .limit(limit);
    if (before !== undefined) query = query.where('reading_id', '<', before);
    if (within !== undefined) {
      const { trajectoryIds, partyIds } = within;
      // A list of nothing is no SQL.
      query = query.where((eb) =>
        eb.or([
          eb('trajectory_id', 'in', ['', ...trajectoryIds]),
          eb.and([eb('trajectory_id', 'is', null), eb('party_id', 'in', ['', ...partyIds])]),
        ]),
      );
    }
    return (await query.execute()).map(entryOf);
  }

  /** Every one of a stretch, the oldest first. */
  async *all({ from, until }: Stretch): AsyncGenerator<RecordedReading> {
    let after: Id | undefined;
    for (;;) {
      let query = this.#db.selectFrom('reading').selectAll().orderBy('reading_id').limit(AT_ONCE);
      if (after !== undefined) query = query.where('reading_id', '>', after);
      else if (from !== undefined) query = query.where('reading_id', '>=', firstIdAt(from));
      if (until !== undefined) query = query.where('reading_id', '<', firstIdAt(until));
      const rows = await query.execute();
      yield* rows.map(entryOf);
      if (rows.length < AT_ONCE) return;
      after = rows.at(-1)?.reading_id;
    }
  }

  /** Removes what is of before this moment (milliseconds since 1970), and gives how many that were. */
  async removeBefore(epochMs: number): Promise<number> {
    for (let removed = 0; ; ) {
      const { numDeletedRows } = await this.#db
        .deleteFrom('reading')
        .where('reading_id', 'in', (eb) =>
          eb
            .selectFrom('reading')
            .select('reading_id')
            .where('reading_id', '<', firstIdAt(epochMs))
            .orderBy('reading_id')
            .limit(AT_ONCE),
        )
        .executeTakeFirstOrThrow();
      removed += Number(numDeletedRows);
      if (numDeletedRows < AT_ONCE) return removed;
    }
  }

  #writeSoon(): void {
    setImmediate(() => void this.#write());
  }

  async #write(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    this.#isWriting = true;
    try {
      await this.#insert(group.flatMap(({ entries }) => entries));
      for (const { done } of group) done();
    } catch (error) {
      for (const { fail } of group) fail(error);
    } finally {
      this.#isWriting = false;
      if (this.#waiting.length > 0) this.#writeSoon();
    }
  }

  async #insert(entries: readonly ReadingEntry[]): Promise<void> {
    const rows = entries.map(rowOf);
    if (rows.length <= AT_ONCE) {
      await this.#db.insertInto('reading').values(rows).execute();
      return;
    }
    await this.#db.transaction().execute(async (transaction) => {
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        await transaction
          .insertInto('reading')
          .values(rows.slice(at, at + AT_ONCE))
          .execute();
      }
    });
  }
}
