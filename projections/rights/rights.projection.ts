import { type RightsEvent, rightsEvents } from '../../domain/candidate/rights/events.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { erasedCandidateTable, erasureTable, fileHoldTable, restrictionTable } from './rights.schema.js';

/** Who asked to be forgotten or restricted, and what became of it? */
export const rightsProjection: Projection = {
  name: 'rights',
  version: 1,
  tables: [erasureTable, erasedCandidateTable, restrictionTable, fileHoldTable],
  handles: Object.keys(rightsEvents),
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const fact = domainEvent<RightsEvent>(event);
  const { streamId: candidate_id, revision } = event;
  switch (fact.type) {
    case 'ErasureAsked':
    case 'RetentionApproved':
      return begun(fact, candidate_id, revision, rows);
    case 'ErasureAssessed': {
      const { requestId, decision, parts, exception = null, reason, decidedBy: first_by } = fact.data;
      const status = decision === 'refused' ? 'refused' : 'assessed';
      const after = { status, decision, parts, exception, reason, first_by };
      return erasureChanged(requestId, after, revision, rows);
    }
    case 'ErasureConfirmed': {
      const { requestId, reason = null, decidedBy: second_by, carryOutFrom } = fact.data;
      const after: Row =
        carryOutFrom === undefined
          ? { status: 'asked', second_by, later_reason: reason, decision: null, parts: [], exception: null }
          : { status: 'confirmed', second_by, later_reason: reason, carry_out_from: carryOutFrom };
      return erasureChanged(requestId, after, revision, rows);
    }
    case 'ErasureWithdrawn': {
      const { requestId, reason } = fact.data;
      const why: Row = reason === undefined ? {} : { later_reason: reason };
      return erasureChanged(requestId, { ...why, status: 'withdrawn' }, revision, rows);
    }
    case 'CandidateErased': {
      const { requestId, parts, keys } = fact.data;
      const { recordedAt: recorded_at, position } = event;
      const erased = { candidate_id, request_id: requestId, parts, keys, recorded_at, position };
      rows.put(erasedCandidateTable, erased);
      return erasureChanged(requestId, { status: 'carried-out' }, revision, rows, candidate_id);
    }
    case 'RestrictionAsked': {
      const { restrictionId: restriction_id, reason, on } = fact.data;
      if ((await rows.get(restrictionTable, { restriction_id })) !== undefined) return;
      rows.put(restrictionTable, {
        restriction_id,
        candidate_id,
        status: 'asked',
        on,
        reason,
        decision_reason: null,
        decided_by: null,
        end_reason: null,
        ended_by: null,
        revision,
      });
      return;
    }
    case 'RestrictionDecided': {
      const { restrictionId, decision: status, reason: decision_reason, decidedBy: decided_by } = fact.data;
      return restrictionChanged(restrictionId, { status, decision_reason, decided_by }, revision, rows);
    }
    case 'RestrictionEnded': {
      const { restrictionId, reason: end_reason = null, endedBy: ended_by } = fact.data;
      return restrictionChanged(restrictionId, { status: 'ended', end_reason, ended_by }, revision, rows);
    }
    case 'FileHeld': {
      const { holdId: hold_id, until, reason, heldBy: held_by } = fact.data;
      const row = await rows.get(fileHoldTable, { candidate_id });
      if (row !== undefined && Number(row.revision) >= revision) return;
      rows.put(fileHoldTable, { candidate_id, hold_id, until, reason, held_by, revision });
      return;
    }
    default:
      return unknownMember(fact);
  }
}

async function begun(
  fact: Extract<RightsEvent, { type: 'ErasureAsked' | 'RetentionApproved' }>,
  candidate_id: Id,
  revision: number,
  rows: Rows,
): Promise<void> {
  const { requestId: request_id, on } = fact.data;
  if ((await rows.get(erasureTable, { request_id })) !== undefined) return;
  const asked = fact.type === 'ErasureAsked';
  rows.put(erasureTable, {
    request_id,
    candidate_id,
    basis: asked ? 'request' : 'retention',
    ground: asked ? fact.data.ground : null,
    status: asked ? 'asked' : 'assessed',
    on,
    decision: asked ? null : 'granted',
    parts: asked ? [] : ['identity', 'narrative', 'confidential'],
    exception: null,
    reason: null,
    first_by: asked ? null : fact.data.decidedBy,
    later_reason: null,
    second_by: null,
    carry_out_from: null,
    revision,
  });
}

/** The row belongs to the stream that the request is on; another registration of the person leaves it alone. */
async function erasureChanged(
  request_id: Id,
  after: Row,
  revision: number,
  rows: Rows,
  onlyOf?: Id,
): Promise<void> {
  const row = await rows.get(erasureTable, { request_id });
  if (row === undefined || Number(row.revision) >= revision) return;
  if (onlyOf !== undefined && row.candidate_id !== onlyOf) return;
  rows.put(erasureTable, { ...row, ...after, revision });
}

async function restrictionChanged(
  restriction_id: Id,
  after: Row,
  revision: number,
  rows: Rows,
): Promise<void> {
  const row = await rows.get(restrictionTable, { restriction_id });
  if (row === undefined || Number(row.revision) >= revision) return;
  rows.put(restrictionTable, { ...row, ...after, revision });
}
