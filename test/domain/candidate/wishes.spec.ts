import { describe, it } from '@jest/globals';
import type { CandidateEvent } from '../../../domain/candidate/events.js';
import { candidateDecider } from '../../../domain/candidate/index.js';
import { given } from '../../spec/given.js';

const today = '2024-09-30';
const reason = 'Verkeerd aangevinkt.';
const registered: CandidateEvent = { type: 'CandidateRegistered', data: { name: 'J.', reference: 'K-1' } };
const consent = { consentId: 'c-1', purpose: 'Overleg', given: true, on: '2024-09-01' } as const;
const stated: CandidateEvent = { type: 'ConsentStated', data: consent };
const before = given(candidateDecider, [registered, stated]);

describe('a consent', () => {
  const ask = { type: 'GiveConsent', ...consent, today } as const;

  it('is given or taken back on a day that has come, once', () => {
    given(candidateDecider, [registered]).when(ask).thenRecords([stated]);
    before.when(ask).thenNothing();
    before.when({ ...ask, given: false }).thenRefuses('id.already-used');
    const back = { ...consent, consentId: 'c-2', given: false };
    before.when({ type: 'GiveConsent', ...back, today }).thenRecords([{ type: 'ConsentStated', data: back }]);
    before.when({ ...ask, consentId: 'c-2', on: '2024-10-01' }).thenRefuses('date.in-future', 'on');
    given(candidateDecider, []).when(ask).thenRefuses('candidate.not-found');
  });

  it('is corrected by what changes', () => {
    const correct = { type: 'CorrectConsent', consentId: 'c-1', reason, today } as const;
    before
      .when({ ...correct, changes: { given: false } })
      .thenRecords([{ type: 'ConsentCorrected', data: { consentId: 'c-1', reason, given: false } }]);
    before.when({ ...correct, changes: { on: '2024-09-01' } }).thenNothing();
    before.when({ ...correct, changes: { on: '2024-10-01' } }).thenRefuses('date.in-future', 'on');
    before.when({ ...correct, changes: { given: null } as never }).thenRefuses('field.required', 'given');
    before
      .when({ ...correct, consentId: 'none', changes: { given: false } })
      .thenRefuses('consent.not-found');
  });
});

describe('how a candidate wants to be reached', () => {
  it('is stated once under its id, and anew under another', () => {
    const ask = { type: 'PreferContact', preferenceId: 'p-1', channel: 'phone' } as const;
    const preferred: CandidateEvent = {
      type: 'ContactPreferenceStated',
      data: { preferenceId: 'p-1', channel: 'phone' },
    };
    before.when(ask).thenRecords([preferred]);
    given(candidateDecider, [registered, preferred]).when(ask).thenNothing();
    given(candidateDecider, [registered, preferred])
      .when({ ...ask, channel: 'email' })
      .thenRefuses('id.already-used');
  });
});
