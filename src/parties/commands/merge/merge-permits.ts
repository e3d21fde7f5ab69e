import { Injectable } from '@nestjs/common';
import { mayRecord, refuseAccess } from '../../../../domain/access/index.js';
import { unknownMember } from '../../../../domain/shared/decider.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { RecordingAsker } from '../../../recording/actor.js';
import { refuseUnknown } from '../../../recording/party-refusals.js';
import { Recorders } from '../../../recording/recorders.js';
import { CandidateScopes } from '../candidate-scopes.js';
import { permit, permitOnDossier } from '../permit.js';
import type { Mergeable } from './merge.command.js';

/**
 * Who may merge (domain.md section 9a). Candidates: a coordinator or case director to whom both belong, for who cannot
 * see one of them cannot know that they are one. Employers: an administrator, because it changes how everybody counts.
 */
@Injectable()
export class MergePermits {
  constructor(
    private readonly recorders: Recorders,
    private readonly scopes: CandidateScopes,
  ) {}

  /** Refuses what this asker may not merge, or names what is not there. */
  async merge(kind: Mergeable, survivorId: Id, duplicateId: Id, asker: RecordingAsker): Promise<void> {
    switch (kind) {
      case 'employer': {
        await this.employer(survivorId);
        permit('MergeEmployer', asker, {});
        if (!(await this.isRegistered('employers', duplicateId))) {
          refuseUnknown('employer.unknown', 'duplicateId');
        }
        return;
      }
      case 'candidate':
        await this.candidate('MergeCandidate', survivorId, asker);
        return this.duplicate(duplicateId, asker);
      default:
        return unknownMember(kind);
    }
  }

  /** Refuses what this asker may not take back. */
  async withdrawal(kind: Mergeable, survivorId: Id, asker: RecordingAsker): Promise<void> {
    if (kind === 'candidate') return this.candidate('WithdrawCandidateMerge', survivorId, asker);
    await this.employer(survivorId);
    permit('WithdrawEmployerMerge', asker, {});
  }

  private async employer(id: Id): Promise<void> {
    if (!(await this.isRegistered('employers', id))) refuseAccess('employer.not-found');
  }

  private async candidate(
    command: 'MergeCandidate' | 'WithdrawCandidateMerge',
    id: Id,
    asker: RecordingAsker,
  ): Promise<void> {
    if (!(await this.isRegistered('candidates', id))) refuseAccess('candidate.not-found');
    permitOnDossier(command, asker, await this.scopes.of(id), 'candidate.not-found');
  }

  /** A duplicate out of sight is refused as one that nobody registered. */
  private async duplicate(id: Id, asker: RecordingAsker): Promise<void> {
    const outcome = (await this.isRegistered('candidates', id))
      ? mayRecord('MergeCandidate', asker, await this.scopes.of(id))
      : 'hidden';
    if (outcome === 'hidden') refuseUnknown('candidate.unknown', 'duplicateId');
    if (outcome !== 'allowed') refuseAccess('role.may-not');
  }

  private async isRegistered(streams: 'candidates' | 'employers', id: Id): Promise<boolean> {
    return (await this.recorders[streams].load(id)).revision !== undefined;
  }
}
