import { Inject, Injectable } from '@nestjs/common';
import { PURPOSES } from '../../domain/access/index.js';
import type { JobChange } from '../../domain/continuity/continuity.js';
import { continuityOf } from '../../domain/continuity/index.js';
import { type ClockReading, limitsOf } from '../../domain/limits/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import {
  type CandidateView,
  candidatesById,
  candidatesPage,
} from '../../projections/candidate/candidate.query.js';
import { familiesOf } from '../../projections/merges/merges.query.js';
import { recordsOfCandidates } from '../../projections/trajectory/trajectory.query.js';
import { type RuledRecord, RuledRecords } from '../dossiers/ruled-records.js';
import { FORGOTTEN } from '../privacy/forgotten.js';
import { Sealer } from '../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import type { ReadingEntry } from '../readings/reading-entry.js';
import { ReadingLog } from '../readings/reading-log.js';
import { newSpanId, newTrace } from '../readings/trace-context.js';
import { CLOCK, type Clock } from '../shared/clock.js';

/** Candidates that are read together. */
const PAGE = 100;

/** What the operator of the machine sees of one candidate. */
export interface OverviewLine {
  /** The organisation's own number; null when the candidate was forgotten. */
  readonly reference: string | null;
  readonly candidateId: Id;
  readonly on: CalendarDate;
  readonly trajectories: readonly { readonly trajectoryId: Id; readonly clocks: readonly ClockReading[] }[];
  readonly jobChanges: readonly JobChange[];
}

/** Both limits and the continuity of every candidate, for the operator of the machine. */
@Injectable()
export class Overview {
  constructor(
    private readonly ruled: RuledRecords,
    private readonly sealer: Sealer,
    private readonly readings: ReadingLog,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A line per candidate who has a trajectory, merged registrations together; with `reference` only those of that number.
   * That the operator looked is recorded before a line is given.
   */
  async *lines(
    asked: { readonly on?: CalendarDate | undefined; readonly reference?: string | undefined } = {},
  ): AsyncIterable<OverviewLine> {
    const on = asked.on ?? this.clock.today();
    let after: Id | undefined;
    for (;;) {
      const candidates = await candidatesPage(this.readStore.reader, { after, limit: PAGE });
      const lines = await this.linesOf(candidates, on, asked.reference);
      await this.recordLooks(lines);
      yield* lines;
      if (candidates.length < PAGE) return;
      after = candidates.at(-1)?.id;
    }
  }

  private async recordLooks(lines: readonly OverviewLine[]): Promise<void> {
    const now = Date.parse(this.clock.now());
    const trace = newTrace();
    const entries = lines.map(
      ({ candidateId }): ReadingEntry => ({
        candidateId,
        trajectoryId: undefined,
        startedAt: now,
        readAt: now,
        subject: 'operator',
        role: 'operator',
        partyId: undefined,
        purpose: 'run-service',
        purposeVersion: PURPOSES['run-service'].version,
        kinds: ['identity', 'award', 'course'],
        route: 'doorlopend limits',
        trace,
        spanId: newSpanId(),
      }),
    );
    if (entries.length > 0) await this.readings.record(entries);
  }

  private async linesOf(
    candidates: readonly CandidateView[],
    on: CalendarDate,
    wanted: string | undefined,
  ): Promise<readonly OverviewLine[]> {
    const db = this.readStore.reader;
    const families = await familiesOf(
      db,
      candidates.map(({ id }) => id),
    );
    const asked = [...families].filter(([id, { survivorId }]) => id === survivorId);
    const ids = asked.flatMap(([, family]) => family.ids);
    const references = await this.referencesOf(await candidatesById(db, ids));
    const records = await this.ruled.underRules(await recordsOfCandidates(db, ids), { on });
    return asked.flatMap(([candidateId, family]) => {
      const known = family.ids.map((id) => references.get(id) ?? null);
      if (wanted !== undefined && !known.includes(wanted)) return [];
      const trajectories = records.filter(({ facts }) => family.ids.includes(facts.candidateId));
      return trajectories.length > 0 ? [lineOf(candidateId, known[0] ?? null, trajectories, on)] : [];
    });
  }

  /** The organisation's own number of each candidate; one that was erased has none. */
  private async referencesOf(candidates: readonly CandidateView[]): Promise<ReadonlyMap<Id, string>> {
    const opened = await this.sealer.openAll<string>(candidates.map(({ reference }) => reference));
    return new Map(
      candidates.flatMap(({ id }, index) => {
        const reference = opened[index];
        return reference === undefined || reference === FORGOTTEN ? [] : [[id, reference] as const];
      }),
    );
  }
}

function lineOf(
  candidateId: Id,
  reference: string | null,
  records: readonly RuledRecord[],
  on: CalendarDate,
): OverviewLine {
  return {
    reference,
    candidateId,
    on,
    trajectories: records.map((trajectory) => {
      const continued = continuedBy(trajectory, records);
      const { clocks } = limitsOf({ on, trajectory, continued, ruleSet: trajectory.ruleSet });
      return { trajectoryId: trajectory.facts.id, clocks };
    }),
    jobChanges: continuityOf({ on, trajectories: records }).jobChanges,
  };
}

function continuedBy({ facts }: RuledRecord, records: readonly RuledRecord[]): readonly RuledRecord[] {
  const chain: RuledRecord[] = [];
  let next = facts.continues;
  while (next !== undefined) {
    const earlier = records.find((record) => record.facts.id === next);
    if (earlier === undefined || chain.includes(earlier)) break;
    chain.push(earlier);
    next = earlier.facts.continues;
  }
  return chain;
}
