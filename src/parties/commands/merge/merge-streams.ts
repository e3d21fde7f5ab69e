import type { Id } from '../../../../domain/shared/ids.js';
import type {
  MarkedDuplicate,
  Merged,
  MergeWithdrawn,
  UnmarkedDuplicate,
} from '../../../../domain/shared/merge-events.js';
import type { MergeState } from '../../../../domain/shared/merges.js';
import type { Recorders } from '../../../recording/recorders.js';
import type { Recording } from '../../../recording/recording.js';
import type { HeldStream, Recorded } from '../../../recording/stream-lane.js';

/** The streams of candidates, or of employers, as far as merging goes. */
export interface MergeStreams {
  /** What the log has of a stream now, other processes' events included. */
  refresh(id: Id): Promise<HeldStream<MergeState>>;
  merge(id: Id, merge: Merged, recording: Recording): Promise<Recorded>;
  withdraw(id: Id, withdrawal: MergeWithdrawn, recording: Recording): Promise<Recorded>;
  mark(id: Id, mark: MarkedDuplicate, recording: Recording): Promise<Recorded>;
  unmark(id: Id, mark: UnmarkedDuplicate, recording: Recording): Promise<Recorded>;
}

export function candidateStreams({ candidates }: Recorders): MergeStreams {
  return {
    refresh: (id) => candidates.refresh(id),
    merge: (id, merge, recording) =>
      candidates.record(id, () => ({ type: 'MergeCandidate', ownId: id, ...merge }), recording),
    withdraw: (id, withdrawal, recording) =>
      candidates.record(id, () => ({ type: 'WithdrawCandidateMerge', ...withdrawal }), recording),
    mark: (id, mark, recording) =>
      candidates.record(id, () => ({ type: 'MarkCandidateDuplicate', ...mark }), recording),
    unmark: (id, mark, recording) =>
      candidates.record(id, () => ({ type: 'UnmarkCandidateDuplicate', ...mark }), recording),
  };
}

export function employerStreams({ employers }: Recorders): MergeStreams {
  return {
    refresh: (id) => employers.refresh(id),
    merge: (id, merge, recording) =>
      employers.record(id, () => ({ type: 'MergeEmployer', ownId: id, ...merge }), recording),
    withdraw: (id, withdrawal, recording) =>
      employers.record(id, () => ({ type: 'WithdrawEmployerMerge', ...withdrawal }), recording),
    mark: (id, mark, recording) =>
      employers.record(id, () => ({ type: 'MarkEmployerDuplicate', ...mark }), recording),
    unmark: (id, mark, recording) =>
      employers.record(id, () => ({ type: 'UnmarkEmployerDuplicate', ...mark }), recording),
  };
}
