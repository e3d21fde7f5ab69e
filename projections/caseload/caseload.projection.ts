import type { FunderEvent, RuleSetAdopted } from '../../domain/funder/events.js';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import type { Id } from '../../domain/shared/ids.js';
import { accountsEvents } from '../../domain/trajectory/accounts/event-definitions.js';
import { trajectoryEvents } from '../../domain/trajectory/event-definitions.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { withOneEmployer } from '../../domain/trajectory/merged-employers.js';
import { planEvents } from '../../domain/trajectory/plan/event-definitions.js';
import { reviewEvents } from '../../domain/trajectory/review/event-definitions.js';
import { evolveFacts } from '../../domain/trajectory/state.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import {
  caseloadChangedTable,
  caseloadContinuationTable,
  caseloadDuplicateTable,
  caseloadEmployerTable,
  caseloadFactsTable,
  caseloadRuleSetTable,
  caseloadSurvivorTable,
  caseloadTable,
} from './caseload.schema.js';
import { applyMerge, EMPLOYER_MERGES, noteEmployers, survivorsIn } from './caseload-employers.js';
import { caseloadRows, versionsOf } from './caseload-rows.js';

/** None of them changes a last day, and sessions and contacts are by far the most. */
const LEAVES_FACTS: readonly string[] = [
  ...Object.keys(accountsEvents),
  ...Object.keys(planEvents),
  ...Object.keys(reviewEvents),
  ...([
    'SessionRecorded',
    'SessionCorrected',
    'SessionWithdrawn',
    'EmployerContactRecorded',
    'EmployerContactCorrected',
  ] satisfies TrajectoryEvent['type'][]),
];

/** Who reaches a limit first? */
export const caseloadProjection: Projection = {
  name: 'caseload',
  version: 2,
  tables: [
    caseloadTable,
    caseloadFactsTable,
    caseloadContinuationTable,
    caseloadRuleSetTable,
    caseloadChangedTable,
    caseloadEmployerTable,
    caseloadSurvivorTable,
    caseloadDuplicateTable,
  ],
  handles: [
    'RuleSetAdopted' satisfies FunderEvent['type'],
    ...EMPLOYER_MERGES,
    ...Object.keys(trajectoryEvents).filter((type) => !LEAVES_FACTS.includes(type)),
  ],
  apply,
  settle,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  if (event.type === 'RuleSetAdopted') {
    const { version, ruleSet } = domainEvent<RuleSetAdopted>(event).data;
    rows.put(caseloadRuleSetTable, { funder_id: event.streamId, version, rule_set: ruleSet });
    return;
  }
  if (EMPLOYER_MERGES.some((type) => type === event.type)) return applyMerge(event, rows);
  const key = { trajectory_id: event.streamId };
  const row = await rows.get(caseloadFactsTable, key);
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const before = row?.facts as TrajectoryFacts | undefined;
  const facts = evolveFacts(before, domainEvent<TrajectoryEvent>(event));
  if (facts === undefined || facts === before) return;
  rows.put(caseloadFactsTable, { ...key, revision: event.revision, facts });
  rows.put(caseloadChangedTable, key);
  if (facts.placements !== before?.placements) noteEmployers(facts, rows);
  if (before === undefined && facts.continues !== undefined) {
    rows.put(caseloadContinuationTable, { continued_id: facts.continues, ...key });
  }
}

/** Computes the rows of every trajectory that changed in the batch, and of those that continue it, once each. */
async function settle(rows: Rows): Promise<void> {
  const changed = await rows.list(caseloadChangedTable, {});
  const reached = new Set<Id>();
  for (const { trajectory_id } of changed) {
    await reach(String(trajectory_id), rows, reached);
    rows.remove(caseloadChangedTable, { trajectory_id: String(trajectory_id) });
  }
  for (const id of reached) await recompute(id, rows);
}

async function reach(id: Id, rows: Rows, reached: Set<Id>): Promise<void> {
  if (reached.has(id)) return;
  reached.add(id);
  for (const next of await rows.list(caseloadContinuationTable, { continued_id: id })) {
    await reach(String(next.trajectory_id), rows, reached);
  }
}

async function recompute(id: Id, rows: Rows): Promise<void> {
  const chain = await chainFrom(id, rows);
  const survivors = await survivorsIn(chain, rows);
  const [facts, ...continued] = chain.map((one) => withOneEmployer(one, survivors));
  if (facts === undefined) return;
  const now = caseloadRows(facts, continued, await ruleSetsOf(facts, rows));
  const kept = new Set(now.map((row) => row.valid_from));
  for (const { valid_from } of await rows.list(caseloadTable, { trajectory_id: id })) {
    if (!kept.has(valid_from)) {
      rows.remove(caseloadTable, { trajectory_id: id, valid_from: String(valid_from) });
    }
  }
  for (const row of now) rows.put(caseloadTable, row);
}

/** The rule set of each version that the trajectory is ever under. */
async function ruleSetsOf(facts: TrajectoryFacts, rows: Rows): Promise<ReadonlyMap<number, RuleSet>> {
  const ruleSets = new Map<number, RuleSet>();
  for (const version of versionsOf(facts)) {
    const row = await rows.get(caseloadRuleSetTable, { funder_id: facts.funderId, version });
    if (row !== undefined) ruleSets.set(version, row.rule_set as RuleSet);
  }
  return ruleSets;
}

/** The facts of the trajectory and of those that it continues, nearest first. */
async function chainFrom(id: Id, rows: Rows): Promise<readonly TrajectoryFacts[]> {
  const chain: TrajectoryFacts[] = [];
  for (let next: Id | undefined = id; next !== undefined; ) {
    const row = await rows.get(caseloadFactsTable, { trajectory_id: next });
    const facts = row?.facts as TrajectoryFacts | undefined;
    if (facts === undefined || chain.includes(facts)) break;
    chain.push(facts);
    next = facts.continues;
  }
  return chain;
}
