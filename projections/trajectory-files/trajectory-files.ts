import type { FunderEvent, RuleSetAdopted } from '../../domain/funder/events.js';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Survivors } from '../../domain/shared/survivors.js';
import { trajectoryEvents } from '../../domain/trajectory/event-definitions.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { RuleSetReference, TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { employersIn } from '../../domain/trajectory/merged-employers.js';
import { evolveFacts } from '../../domain/trajectory/state.js';
import type { ProjectedEvent, Rows, Table } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { applyMerge, EMPLOYER_MERGES, survivorsAt } from './merged-employers.js';
import { type TrajectoryFileTables, trajectoryFileTables } from './trajectory-files.schema.js';

/** What a read model computes one trajectory from; employers are as they were recorded. */
export interface TrajectoryFile {
  readonly facts: TrajectoryFacts;
  /** The trajectories that it continues, nearest first. */
  readonly continued: readonly TrajectoryFacts[];
  /** The rule set of each version that it is ever under. */
  readonly ruleSets: ReadonlyMap<number, RuleSet>;
}

/** The versions of the funder's rules that the trajectory is ever under, each once. */
function versionsOf({ ruleSet, ruleSetMoves }: TrajectoryFacts): readonly RuleSetReference['version'][] {
  return [...new Set([ruleSet, ...ruleSetMoves.map((move) => move.ruleSet)].map(({ version }) => version))];
}

/**
 * The files of trajectories as a read model keeps them, to compute anew whatever changed in a batch, once each: the
 * facts, the rules and the merges of employers. Events of the types in `leave` change nothing that it computes.
 */
export class TrajectoryFiles {
  readonly #tables: TrajectoryFileTables;
  readonly tables: readonly Table[];
  /** The event types that it applies. */
  readonly handles: readonly string[];

  constructor(readModel: string, leave: readonly string[]) {
    this.#tables = trajectoryFileTables(readModel);
    this.tables = Object.values(this.#tables);
    this.handles = [
      'RuleSetAdopted' satisfies FunderEvent['type'],
      ...EMPLOYER_MERGES,
      ...Object.keys(trajectoryEvents).filter((type) => !leave.includes(type)),
    ];
  }

  async apply(event: ProjectedEvent, rows: Rows): Promise<void> {
    if (event.type === 'RuleSetAdopted') {
      const { version, ruleSet } = domainEvent<RuleSetAdopted>(event).data;
      rows.put(this.#tables.ruleSet, { funder_id: event.streamId, version, rule_set: ruleSet });
      return;
    }
    if (EMPLOYER_MERGES.some((type) => type === event.type)) return applyMerge(event, rows, this.#tables);
    const key = { trajectory_id: event.streamId };
    const row = await rows.get(this.#tables.facts, key);
    if (row !== undefined && Number(row.revision) >= event.revision) return;
    const before = row?.facts as TrajectoryFacts | undefined;
    const facts = evolveFacts(before, domainEvent<TrajectoryEvent>(event));
    if (facts === undefined || facts === before) return;
    rows.put(this.#tables.facts, { ...key, revision: event.revision, facts });
    this.change(event.streamId, rows);
    if (facts.placements !== before?.placements) {
      for (const employer of employersIn(facts)) this.noteEmployer(employer, event.streamId, rows);
    }
    if (before === undefined && facts.continues !== undefined) {
      rows.put(this.#tables.continuation, { continued_id: facts.continues, ...key });
    }
  }

  /** Notes that the trajectory has to do with the employer: a merge of that one then changes it. */
  noteEmployer(employer_id: Id, trajectory_id: Id, rows: Rows): void {
    rows.put(this.#tables.employer, { employer_id, trajectory_id });
  }

  /** Has the trajectory computed anew at the end of the batch. */
  change(id: Id, rows: Rows): void {
    rows.put(this.#tables.changed, { trajectory_id: id });
  }

  /**
   * Computes at most `most` of the trajectories that changed, and those that continue them, once each. True when others
   * are left.
   */
  async settle(rows: Rows, most: number, compute: (id: Id, rows: Rows) => Promise<void>): Promise<boolean> {
    const changed = await rows.list(this.#tables.changed, {});
    const reached = new Set<Id>();
    for (const row of changed.slice(0, most)) {
      const trajectory_id = String(row.trajectory_id);
      await this.#reach(trajectory_id, rows, reached);
      rows.remove(this.#tables.changed, { trajectory_id });
    }
    for (const id of reached) await compute(id, rows);
    return changed.length > most;
  }

  /** The file of one trajectory; undefined when it was not opened. */
  async file(id: Id, rows: Rows): Promise<TrajectoryFile | undefined> {
    const [facts, ...continued] = await this.#chainFrom(id, rows);
    return facts && { facts, continued, ruleSets: await this.#ruleSetsOf(facts, rows) };
  }

  /** The merges that stand of these employers. */
  survivors(employerIds: readonly Id[], rows: Rows): Promise<Survivors> {
    return survivorsAt(employerIds, rows, this.#tables);
  }

  async #reach(id: Id, rows: Rows, reached: Set<Id>): Promise<void> {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of await rows.list(this.#tables.continuation, { continued_id: id })) {
      await this.#reach(String(next.trajectory_id), rows, reached);
    }
  }

  async #chainFrom(id: Id, rows: Rows): Promise<readonly TrajectoryFacts[]> {
    const chain: TrajectoryFacts[] = [];
    for (let next: Id | undefined = id; next !== undefined; ) {
      const row = await rows.get(this.#tables.facts, { trajectory_id: next });
      const facts = row?.facts as TrajectoryFacts | undefined;
      if (facts === undefined || chain.includes(facts)) break;
      chain.push(facts);
      next = facts.continues;
    }
    return chain;
  }

  async #ruleSetsOf(facts: TrajectoryFacts, rows: Rows): Promise<ReadonlyMap<number, RuleSet>> {
    const ruleSets = new Map<number, RuleSet>();
    for (const version of versionsOf(facts)) {
      const row = await rows.get(this.#tables.ruleSet, { funder_id: facts.funderId, version });
      if (row !== undefined) ruleSets.set(version, row.rule_set as RuleSet);
    }
    return ruleSets;
  }
}
