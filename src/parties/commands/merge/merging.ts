import { Injectable } from '@nestjs/common';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Merged, MergeWithdrawn } from '../../../../domain/shared/merge-events.js';
import { type MergeState, mayMerge, mayWithdrawMerge } from '../../../../domain/shared/merges.js';
import { type Recording, StaleRevision } from '../../../recording/recording.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { deriveId } from '../../../shared/ids.js';
import type { MergeStreams } from './merge-streams.js';

/**
 * Merges and their withdrawals, which change two streams. The duplicate's goes first, for every answer goes by it; a
 * request that is repeated after a crash between the two finds the first done and adds the second. They go one after the
 * other, so that no two merges can each make the other's survivor a duplicate.
 */
@Injectable()
export class Merging {
  private last: Promise<unknown> = Promise.resolve();

  /** Takes the duplicate into `ownId`; refused as the table of merges says. */
  merge(streams: MergeStreams, ownId: Id, merge: Merged, recording: Recording): Promise<Recorded> {
    const { mergeId, duplicateId } = merge;
    return this.inTurn(async () => {
      mayMerge(await this.expected(streams, ownId, recording), { ownId, mergeId, duplicateId });
      await streams.mark(duplicateId, { mergeId, survivorId: ownId }, markRecording(recording));
      return streams.merge(ownId, merge, recording);
    });
  }

  /** Takes a merge into `ownId` back; `merge.not-found` when there is none. */
  withdraw(
    streams: MergeStreams,
    ownId: Id,
    withdrawal: MergeWithdrawn,
    recording: Recording,
  ): Promise<Recorded> {
    const { mergeId } = withdrawal;
    return this.inTurn(async () => {
      const state = await this.expected(streams, ownId, recording);
      mayWithdrawMerge(state, mergeId);
      const duplicateId = state.merges.get(mergeId)?.now.duplicateId ?? ownId;
      await streams.unmark(duplicateId, { mergeId }, markRecording(recording));
      return streams.withdraw(ownId, withdrawal, recording);
    });
  }

  /** The state of the one that stays, at the revision that the asker saw: checked before anything is stored. */
  private async expected(streams: MergeStreams, ownId: Id, { match }: Recording): Promise<MergeState> {
    const { state, revision } = await streams.refresh(ownId);
    if (match && !match(revision)) throw new StaleRevision();
    return state;
  }

  private inTurn(work: () => Promise<Recorded>): Promise<Recorded> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** The step on the duplicate is a command of its own: event ids follow from the command's, and are unique in the log. */
function markRecording({ match: _, ...recording }: Recording): Recording {
  return { ...recording, commandId: deriveId(recording.commandId, 'mark') };
}
