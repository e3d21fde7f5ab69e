import type { Id } from '../../../domain/shared/ids.js';
import type { Merged, MergeWithdrawn } from '../../../domain/shared/merge-events.js';
import { idOf, sealed } from './example.js';

/** The four events of a merge, which candidates and employers have alike. */
export function mergeExamples(type: 'Candidate' | 'Employer', survivor: string, survivorId: Id) {
  const mergeId = idOf(`${type} merge`);
  const duplicateId = idOf(`other ${type}`);
  const reasonOf = (event: string) => sealed(event, 'reason', 'narrative', survivor);
  const merged: Merged = { mergeId, duplicateId, reason: reasonOf(`${type}Merged`) };
  const withdrawn: MergeWithdrawn = { mergeId, reason: reasonOf(`${type}MergeWithdrawn`) };
  return { merged, withdrawn, marked: { mergeId, survivorId }, unmarked: { mergeId } };
}
