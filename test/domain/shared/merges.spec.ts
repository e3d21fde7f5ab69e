import { describe, it } from '@jest/globals';
import type { CandidateEvent } from '../../../domain/candidate/events.js';
import { candidateDecider } from '../../../domain/candidate/index.js';
import type { EmployerEvent } from '../../../domain/employer/events.js';
import { employerDecider } from '../../../domain/employer/index.js';
import { given } from '../../spec/given.js';

const reason = 'Tweemaal ingevoerd.';
const merge = { mergeId: 'm-1', duplicateId: 'two', reason };
const mark = { mergeId: 'm-1', survivorId: 'one' };

const employer: EmployerEvent = { type: 'EmployerRegistered', data: { name: 'Bakkerij De Halm' } };
const candidate: CandidateEvent = { type: 'CandidateRegistered', data: { name: 'J.', reference: 'K-1' } };

const ofEmployers = {
  nothing: given(employerDecider, []),
  registered: (...events: readonly EmployerEvent[]) => given(employerDecider, [employer, ...events]),
};

describe('a merge of employers', () => {
  const merged: EmployerEvent = { type: 'EmployerMerged', data: merge };
  const marked: EmployerEvent = { type: 'EmployerMarkedDuplicate', data: mark };
  const withdrawn: EmployerEvent = {
    type: 'EmployerMergeWithdrawn',
    data: { mergeId: 'm-1', reason: 'Fout.' },
  };
  const unmarked: EmployerEvent = { type: 'EmployerUnmarkedDuplicate', data: { mergeId: 'm-1' } };
  const ask = { type: 'MergeEmployer', ownId: 'one', ...merge } as const;
  const askMark = { type: 'MarkEmployerDuplicate', ...mark } as const;
  const askWithdrawal = { type: 'WithdrawEmployerMerge', mergeId: 'm-1', reason: 'Fout.' } as const;
  const askUnmark = { type: 'UnmarkEmployerDuplicate', mergeId: 'm-1' } as const;
  const { registered, nothing } = ofEmployers;

  it('is recorded on both, and once', () => {
    registered().when(ask).thenRecords([merged]);
    registered().when(askMark).thenRecords([marked]);
    registered(merged).when(ask).thenNothing();
    registered(merged)
      .when({ ...ask, duplicateId: 'three' })
      .thenRefuses('id.already-used');
    registered(marked).when(askMark).thenNothing();
    nothing.when(ask).thenRefuses('employer.not-found');
    nothing.when(askMark).thenRefuses('employer.not-found');
  });

  it('is never one with itself, nor into a duplicate, so that no merges go round in a circle', () => {
    registered()
      .when({ ...ask, duplicateId: 'one' })
      .thenRefuses('merge.with-itself', 'duplicateId');
    registered(marked)
      .when({ ...ask, mergeId: 'm-2' })
      .thenRefuses('merge.into-duplicate');
  });

  it('takes no duplicate that is one of another already', () => {
    registered(marked)
      .when({ ...askMark, mergeId: 'm-2', survivorId: 'three' })
      .thenRefuses('merge.already-merged', 'duplicateId');
  });

  it('is taken back once, and both are free again', () => {
    registered(merged).when(askWithdrawal).thenRecords([withdrawn]);
    registered(merged, withdrawn).when(askWithdrawal).thenNothing();
    registered().when(askWithdrawal).thenRefuses('merge.not-found');
    registered(marked).when(askUnmark).thenRecords([unmarked]);
    registered(marked, unmarked).when(askUnmark).thenNothing();
    registered(marked, unmarked).when(askMark).thenNothing();
    const again = { ...mark, mergeId: 'm-2' };
    registered(marked, unmarked)
      .when({ type: 'MarkEmployerDuplicate', ...again })
      .thenRecords([{ type: 'EmployerMarkedDuplicate', data: again }]);
    registered(marked, unmarked)
      .when({ ...ask, mergeId: 'm-3' })
      .thenRecords([{ type: 'EmployerMerged', data: { ...merge, mergeId: 'm-3' } }]);
  });
});

describe('a merge of candidates', () => {
  const registered = (...events: readonly CandidateEvent[]) =>
    given(candidateDecider, [candidate, ...events]);
  const merged: CandidateEvent = { type: 'CandidateMerged', data: merge };
  const marked: CandidateEvent = { type: 'CandidateMarkedDuplicate', data: mark };

  it('goes by the same rules', () => {
    const ask = { type: 'MergeCandidate', ownId: 'one', ...merge } as const;
    registered().when(ask).thenRecords([merged]);
    registered(merged).when(ask).thenNothing();
    registered(marked).when(ask).thenRefuses('merge.into-duplicate');
    registered()
      .when({ ...ask, duplicateId: 'one' })
      .thenRefuses('merge.with-itself');
    registered()
      .when({ type: 'MarkCandidateDuplicate', ...mark })
      .thenRecords([marked]);
    registered(marked)
      .when({ type: 'UnmarkCandidateDuplicate', mergeId: 'm-1' })
      .thenRecords([{ type: 'CandidateUnmarkedDuplicate', data: { mergeId: 'm-1' } }]);
    registered(merged)
      .when({ type: 'WithdrawCandidateMerge', mergeId: 'm-1', reason: 'Fout.' })
      .thenRecords([{ type: 'CandidateMergeWithdrawn', data: { mergeId: 'm-1', reason: 'Fout.' } }]);
    given(candidateDecider, []).when(ask).thenRefuses('candidate.not-found');
  });
});
