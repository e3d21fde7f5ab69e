import type { CandidateEvent } from '../../domain/candidate/events.js';
import type { EmployerEvent } from '../../domain/employer/events.js';
import { amsterdamDate } from '../../domain/shared/calendar.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { partyMergeTable } from './merges.schema.js';

type Marking = Extract<
  CandidateEvent | EmployerEvent,
  { type: `${string}MarkedDuplicate` | `${string}UnmarkedDuplicate` }
>;

const HANDLES: readonly Marking['type'][] = [
  'CandidateMarkedDuplicate',
  'CandidateUnmarkedDuplicate',
  'EmployerMarkedDuplicate',
  'EmployerUnmarkedDuplicate',
];

/** Which candidates and employers stand for which others, and since when was that known? */
export const mergesProjection: Projection = {
  name: 'merges',
  version: 1,
  tables: [partyMergeTable],
  handles: HANDLES,
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const fact = domainEvent<Marking>(event);
  const key = { duplicate_id: event.streamId, merge_id: fact.data.mergeId };
  const row = await rows.get(partyMergeTable, key);
  const day = amsterdamDate(event.recordedAt);
  switch (fact.type) {
    case 'CandidateMarkedDuplicate':
    case 'EmployerMarkedDuplicate': {
      if (row !== undefined) return;
      const { survivorId: survivor_id } = fact.data;
      rows.put(partyMergeTable, { ...key, survivor_id, recorded_on: day, withdrawn_on: null });
      return;
    }
    case 'CandidateUnmarkedDuplicate':
    case 'EmployerUnmarkedDuplicate':
      if (row !== undefined) rows.put(partyMergeTable, { ...row, withdrawn_on: day });
      return;
    default:
      unknownMember(fact);
  }
}
