import { trajectoryEvents } from '../../domain/trajectory/event-definitions.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { evolveFacts } from '../../domain/trajectory/state.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { type ItemChange, type ItemData, itemAfter } from './item.js';
import { itemChange } from './item-change.js';
import { trajectoryItemTable, trajectoryRevisionTable, trajectoryTable } from './trajectory.schema.js';

const LEAVES_FACTS: ReadonlySet<string> = new Set([
  'SessionRecorded',
  'SessionCorrected',
  'SessionWithdrawn',
  'EmployerContactRecorded',
  'EmployerContactCorrected',
] satisfies TrajectoryEvent['type'][]);

/** What is a trajectory now, and the things recorded on it? */
export const trajectoryProjection: Projection = {
  name: 'trajectory',
  version: 3,
  tables: [trajectoryTable, trajectoryRevisionTable, trajectoryItemTable],
  handles: Object.keys(trajectoryEvents),
  apply,
};

function apply(event: ProjectedEvent, rows: Rows): void | Promise<void> {
  rows.put(trajectoryRevisionTable, { trajectory_id: event.streamId, revision: event.revision });
  if (!LEAVES_FACTS.has(event.type)) return applyFact(event, rows);
}

async function applyFact(event: ProjectedEvent, rows: Rows): Promise<void> {
  const row = await rows.get(trajectoryTable, { trajectory_id: event.streamId });
  if (row !== undefined && Number(row.facts_revision) >= event.revision) return;
  const fact = domainEvent<TrajectoryEvent>(event);
  const facts = evolveFacts(row?.facts as TrajectoryFacts | undefined, fact);
  if (facts === undefined) return;
  rows.put(trajectoryTable, rowOf(facts, event.revision));
  const change = itemChange(fact, event.id, event.streamId);
  if (change !== undefined) await applyChange(change, event, rows);
}

async function applyChange(change: ItemChange, event: ProjectedEvent, rows: Rows): Promise<void> {
  const row = await rows.get(trajectoryItemTable, { item_id: change.id });
  const before = row && { data: row.data as ItemData, recordedAt: String(row.recorded_at) };
  const item = itemAfter(change, before, event);
  if (item === undefined) return;
  rows.put(trajectoryItemTable, {
    item_id: item.id,
    trajectory_id: event.streamId,
    kind: item.kind,
    on: item.on,
    recorded_at: item.recordedAt,
    revision: item.revision,
    data: item.data,
  });
}

function rowOf(facts: TrajectoryFacts, revision: number): Row {
  return {
    trajectory_id: facts.id,
    candidate_id: facts.candidateId,
    funder_id: facts.funderId,
    opened_on: facts.openedOn,
    closed_on: facts.closedOn ?? null,
    continues: facts.continues ?? null,
    facts_revision: revision,
    facts,
  };
}
