import { describe, expect, it } from '@jest/globals';
import type { CandidateEvent } from '../../../domain/candidate/events.js';
import { candidateDecider } from '../../../domain/candidate/index.js';
import { isErased } from '../../../domain/candidate/rights/state.js';
import { fold } from '../../../domain/shared/decider.js';
import { PROTECTIONS } from '../../../domain/shared/protected.js';
import { given } from '../../spec/given.js';

const today = '2026-03-02';
const around = { today, by: 'candidate-1' } as const;
const coordinator = { today, by: 'coordinator-1' } as const;
const administrator = { today, by: 'administrator-1' } as const;
const reason = 'De begeleiding is voorbij.';
const requestId = 'r-1';

const registered: CandidateEvent = { type: 'CandidateRegistered', data: { name: 'J.', reference: 'K-1' } };
const ask = { type: 'AskForErasure', requestId, ground: 'consent-withdrawn', ...around } as const;
const asked: CandidateEvent = {
  type: 'ErasureAsked',
  data: { requestId, ground: 'consent-withdrawn', on: today },
};
const grant = { type: 'DecideErasureFirst', requestId, decision: 'granted', reason, ...coordinator } as const;
const granted: CandidateEvent = {
  type: 'ErasureAssessed',
  data: { requestId, decision: 'granted', parts: PROTECTIONS, reason, decidedBy: 'coordinator-1' },
};
const confirm = {
  type: 'DecideErasureSecond',
  requestId,
  decision: 'confirmed',
  waitingDays: 14,
  ...administrator,
} as const;
const confirmed: CandidateEvent = {
  type: 'ErasureConfirmed',
  data: { requestId, decision: 'confirmed', decidedBy: 'administrator-1', carryOutFrom: '2026-03-16' },
};
const keys = [{ name: 'candidate/c/identity/1', fingerprint: 'f' }];
const carryOut = { type: 'CarryOutErasure', requestId, keys, today: '2026-03-16' } as const;
const erased: CandidateEvent = {
  type: 'CandidateErased',
  data: {
    requestId,
    basis: 'request',
    ground: 'consent-withdrawn',
    parts: PROTECTIONS,
    firstBy: 'coordinator-1',
    secondBy: 'administrator-1',
    keys,
  },
};

const start = given(candidateDecider, [registered]);
const afterAsking = given(candidateDecider, [registered, asked]);
const afterGrant = given(candidateDecider, [registered, asked, granted]);
const afterConfirmation = given(candidateDecider, [registered, asked, granted, confirmed]);
const afterErasure = given(candidateDecider, [registered, asked, granted, confirmed, erased]);

describe('asking to be forgotten', () => {
  it('is asked once, and another time when the first is over', () => {
    start.when(ask).thenRecords([asked]);
    afterAsking.when(ask).thenNothing();
    afterAsking.when({ ...ask, ground: 'unlawful' }).thenRefuses('id.already-used');
    afterGrant.when({ ...ask, requestId: 'r-2' }).thenRefuses('erasure.already-asked');
    const withdrawn: CandidateEvent = {
      type: 'ErasureWithdrawn',
      data: { requestId, withdrawnBy: 'candidate-1' },
    };
    given(candidateDecider, [registered, asked, withdrawn])
      .when({ ...ask, requestId: 'r-2' })
      .thenRecords([{ ...asked, data: { ...asked.data, requestId: 'r-2' } } as CandidateEvent]);
    given(candidateDecider, []).when(ask).thenRefuses('candidate.not-found');
  });

  it('is withdrawn by the candidate, or stopped with a reason, until it is carried out', () => {
    const withdraw = { type: 'WithdrawErasure', requestId, ...around } as const;
    for (const before of [afterAsking, afterGrant, afterConfirmation]) {
      before
        .when(withdraw)
        .thenRecords([{ type: 'ErasureWithdrawn', data: { requestId, withdrawnBy: 'candidate-1' } }]);
    }
    afterConfirmation
      .when({ type: 'StopErasure', requestId, reason, ...administrator })
      .thenRecords([
        { type: 'ErasureWithdrawn', data: { requestId, reason, withdrawnBy: 'administrator-1' } },
      ]);
    afterErasure.when(withdraw).thenRefuses('candidate.erased');
    start.when(withdraw).thenRefuses('erasure.not-found');
  });
});

describe('the first decision', () => {
  it('grants all, or names the exception for what stays', () => {
    afterAsking.when(grant).thenRecords([granted]);
    afterGrant.when(grant).thenNothing();
    afterGrant.when({ ...grant, by: 'coordinator-2' }).thenRefuses('erasure.already-decided');
    const refuse = { ...grant, decision: 'refused' } as const;
    afterAsking.when(refuse).thenRefuses('erasure.exception-invalid', 'exception');
    afterAsking
      .when({ ...grant, exception: 'archiving' })
      .thenRefuses('erasure.exception-invalid', 'exception');
    const refused: CandidateEvent = {
      type: 'ErasureAssessed',
      data: {
        requestId,
        decision: 'refused',
        parts: [],
        exception: 'legal-duty',
        reason,
        decidedBy: 'coordinator-1',
      },
    };
    afterAsking.when({ ...refuse, exception: 'legal-duty' }).thenRecords([refused]);
    const after = given(candidateDecider, [registered, asked, refused]);
    after.when(confirm).thenRefuses('erasure.over');
    after.when({ type: 'WithdrawErasure', requestId, ...around }).thenRefuses('erasure.over');
  });

  it('lets some of it go, and says which', () => {
    const partly = { ...grant, decision: 'partly', exception: 'legal-claims' } as const;
    afterAsking.when(partly).thenRefuses('erasure.parts-invalid', 'parts');
    afterAsking.when({ ...partly, parts: PROTECTIONS }).thenRefuses('erasure.parts-invalid', 'parts');
    afterAsking.when({ ...grant, parts: ['narrative'] }).thenRefuses('erasure.parts-invalid', 'parts');
    afterAsking.when({ ...partly, parts: ['confidential', 'narrative'] }).thenRecords([
      {
        type: 'ErasureAssessed',
        data: {
          requestId,
          decision: 'partly',
          parts: ['narrative', 'confidential'],
          exception: 'legal-claims',
          reason,
          decidedBy: 'coordinator-1',
        },
      },
    ]);
  });
});

describe('the second decision', () => {
  it('is another account’s, and starts the waiting', () => {
    afterAsking.when(confirm).thenRefuses('erasure.not-assessed');
    afterGrant.when({ ...confirm, by: 'coordinator-1' }).thenRefuses('erasure.four-eyes');
    afterGrant.when(confirm).thenRecords([confirmed]);
    afterConfirmation.when(confirm).thenNothing();
    afterConfirmation.when({ ...confirm, decision: 'returned' }).thenRefuses('erasure.already-decided');
  });

  it('may send it back, to be decided anew', () => {
    const returned: CandidateEvent = {
      type: 'ErasureConfirmed',
      data: { requestId, decision: 'returned', reason, decidedBy: 'administrator-1' },
    };
    afterGrant.when({ ...confirm, decision: 'returned', reason }).thenRecords([returned]);
    const before = given(candidateDecider, [registered, asked, granted, returned]);
    before.when(confirm).thenRefuses('erasure.not-assessed');
    before.when(grant).thenRecords([granted]);
  });
});

describe('the carrying out', () => {
  it('waits for its day, and leaves a proof', () => {
    afterConfirmation.when({ ...carryOut, today: '2026-03-15' }).thenRefuses('erasure.not-due');
    afterGrant.when(carryOut).thenRefuses('erasure.not-due');
    afterConfirmation.when(carryOut).thenRecords([erased]);
    afterErasure.when(carryOut).thenNothing();
  });

  it('waits as long as the file is held', () => {
    const hold = { type: 'HoldFile', holdId: 'h-1', until: '2026-04-01', reason, ...coordinator } as const;
    const held: CandidateEvent = {
      type: 'FileHeld',
      data: { holdId: 'h-1', until: '2026-04-01', reason, heldBy: 'coordinator-1' },
    };
    afterConfirmation.when(hold).thenRecords([held]);
    const before = given(candidateDecider, [registered, asked, granted, confirmed, held]);
    before.when(hold).thenNothing();
    before.when({ ...hold, until: '2026-05-01' }).thenRefuses('id.already-used');
    before.when({ ...carryOut, today: '2026-04-01' }).thenRefuses('erasure.held');
    before.when({ ...carryOut, today: '2026-04-02' }).thenRecords([erased]);
  });

  it('ends everything: nothing is recorded of the candidate any more', () => {
    const consent = {
      type: 'GiveConsent',
      consentId: 'c-1',
      purpose: 'x',
      given: true,
      on: today,
      today,
    } as const;
    afterErasure.when(consent).thenRefuses('candidate.erased');
    afterErasure.when({ ...ask, requestId: 'r-2' }).thenRefuses('candidate.erased');
    afterErasure
      .when({ type: 'PreferContact', preferenceId: 'p', channel: 'phone' })
      .thenRefuses('candidate.erased');
  });

  it('stands on every registration of the person, once', () => {
    const { data } = erased as Extract<CandidateEvent, { type: 'CandidateErased' }>;
    start.when({ type: 'EraseRegistration', ...data }).thenRecords([erased]);
    given(candidateDecider, [registered, erased])
      .when({ type: 'EraseRegistration', ...data })
      .thenNothing();
  });

  it('of some of it leaves the rest, which may go later', () => {
    const some = { ...erased, data: { ...erased.data, parts: ['narrative'] } } as CandidateEvent;
    const rest = {
      ...erased,
      data: { ...erased.data, requestId: 'r-2', parts: ['identity', 'confidential'] },
    } as CandidateEvent;
    expect(isErased(fold(candidateDecider, [registered, some]))).toBe(false);
    expect(isErased(fold(candidateDecider, [registered, some, rest]))).toBe(true);
  });
});

describe('a file whose term is over', () => {
  const approve = {
    type: 'ApproveRetention',
    requestId,
    circumstances: { erasableFrom: '2026-03-02' },
    ...coordinator,
  } as const;
  const approved: CandidateEvent = {
    type: 'RetentionApproved',
    data: { requestId, on: today, erasableFrom: '2026-03-02', decidedBy: 'coordinator-1' },
  };

  it('goes the same way, with the approval as the first decision', () => {
    start.when(approve).thenRecords([approved]);
    const before = given(candidateDecider, [registered, approved]);
    before.when(approve).thenNothing();
    before.when({ ...confirm, by: 'coordinator-1' }).thenRefuses('erasure.four-eyes');
    before.when(confirm).thenRecords([confirmed]);
    const { ground: _, ...data } = (erased as Extract<CandidateEvent, { type: 'CandidateErased' }>).data;
    given(candidateDecider, [registered, approved, confirmed])
      .when(carryOut)
      .thenRecords([{ type: 'CandidateErased', data: { ...data, basis: 'retention' } }]);
  });

  it('is not approved before its day, nor while no day is known', () => {
    start
      .when({ ...approve, circumstances: { erasableFrom: '2026-03-03' } })
      .thenRefuses('retention.not-due');
    start.when({ ...approve, circumstances: { erasableFrom: undefined } }).thenRefuses('retention.not-due');
    afterAsking.when({ ...approve, requestId: 'r-2' }).thenRefuses('erasure.already-asked');
  });
});

describe('a restriction', () => {
  const restrictionId = 's-1';
  const asking = { type: 'AskForRestriction', restrictionId, reason, ...around } as const;
  const wanted: CandidateEvent = { type: 'RestrictionAsked', data: { restrictionId, reason, on: today } };
  const decide = {
    type: 'DecideRestriction',
    restrictionId,
    decision: 'granted',
    reason,
    ...coordinator,
  } as const;
  const inForce: CandidateEvent = {
    type: 'RestrictionDecided',
    data: { restrictionId, decision: 'granted', reason, decidedBy: 'coordinator-1' },
  };
  const lift = { type: 'LiftRestriction', restrictionId, reason, ...coordinator } as const;
  const withdraw = { type: 'WithdrawRestriction', restrictionId, ...around } as const;

  it('is asked, granted and lifted', () => {
    start.when(asking).thenRecords([wanted]);
    const before = given(candidateDecider, [registered, wanted]);
    before.when(asking).thenNothing();
    before.when({ ...asking, restrictionId: 's-2' }).thenRefuses('restriction.already-asked');
    before.when(lift).thenRefuses('restriction.not-in-force');
    before.when(decide).thenRecords([inForce]);
    const during = given(candidateDecider, [registered, wanted, inForce]);
    during.when(decide).thenNothing();
    during.when({ ...decide, decision: 'refused' }).thenRefuses('restriction.already-decided');
    const ended: CandidateEvent = {
      type: 'RestrictionEnded',
      data: { restrictionId, reason, endedBy: 'coordinator-1' },
    };
    during.when(lift).thenRecords([ended]);
    given(candidateDecider, [registered, wanted, inForce, ended]).when(lift).thenNothing();
    start.when(lift).thenRefuses('restriction.not-found');
  });

  it('is taken back by the candidate, before and after it was granted', () => {
    const ended: CandidateEvent = {
      type: 'RestrictionEnded',
      data: { restrictionId, endedBy: 'candidate-1' },
    };
    given(candidateDecider, [registered, wanted]).when(withdraw).thenRecords([ended]);
    given(candidateDecider, [registered, wanted, inForce]).when(withdraw).thenRecords([ended]);
    const refused = { ...inForce, data: { ...inForce.data, decision: 'refused' } } as CandidateEvent;
    given(candidateDecider, [registered, wanted, refused])
      .when(withdraw)
      .thenRefuses('restriction.not-in-force');
  });
});
