import { describe, it } from '@jest/globals';
import type { OrganisationEvent } from '../../../domain/organisation/events.js';
import { organisationDecider } from '../../../domain/organisation/index.js';
import { given } from '../../spec/given.js';

const today = '2024-09-30';
const reason = 'De datum was verkeerd.';
const registered: OrganisationEvent = { type: 'OrganisationRegistered', data: { name: 'Jobcoach Noord' } };
const complaint = { complaintId: 'c-1', on: '2024-09-01', summary: 'Onbereikbaar.' } as const;
const received: OrganisationEvent = { type: 'ComplaintReceived', data: complaint };
const recognised: OrganisationEvent = {
  type: 'OrganisationRecognised',
  data: { recognitionId: 'r-1', kind: 'keurmerk', issuer: 'Blik op Werk', from: '2024-01-01' },
};
const before = given(organisationDecider, [registered, recognised, received]);

describe('a complaint', () => {
  const ask = { type: 'ReceiveComplaint', ...complaint, today } as const;

  it('is recorded once, of a day that has come', () => {
    given(organisationDecider, [registered]).when(ask).thenRecords([received]);
    before.when(ask).thenNothing();
    before.when({ ...ask, on: '2024-09-02' }).thenRefuses('id.already-used');
    before.when({ ...ask, complaintId: 'c-2', on: '2024-10-01' }).thenRefuses('date.in-future', 'on');
    given(organisationDecider, []).when(ask).thenRefuses('organisation.not-found');
  });

  it('is corrected by what changes', () => {
    const correct = { type: 'CorrectComplaint', complaintId: 'c-1', reason, today } as const;
    before
      .when({ ...correct, changes: { on: '2024-09-02' } })
      .thenRecords([{ type: 'ComplaintCorrected', data: { complaintId: 'c-1', reason, on: '2024-09-02' } }]);
    before.when({ ...correct, changes: { on: '2024-09-01' } }).thenNothing();
    before.when({ ...correct, changes: { on: '2024-10-01' } }).thenRefuses('date.in-future', 'on');
    before.when({ ...correct, changes: { summary: null } as never }).thenRefuses('field.required', 'summary');
    before
      .when({ ...correct, complaintId: 'none', changes: { on: '2024-09-02' } })
      .thenRefuses('complaint.not-found');
  });
});

describe('the recognition of an organisation', () => {
  it('is corrected by what changes', () => {
    const correct = { type: 'CorrectOrganisationRecognition', recognitionId: 'r-1', reason } as const;
    before.when({ ...correct, changes: { from: '2024-02-01' } }).thenRecords([
      {
        type: 'OrganisationRecognitionCorrected',
        data: { recognitionId: 'r-1', reason, from: '2024-02-01' },
      },
    ]);
    before.when({ ...correct, changes: { kind: 'keurmerk' } }).thenNothing();
    before.when({ ...correct, changes: { until: '2023-12-31' } }).thenRefuses('period.invalid', 'until');
    before
      .when({ ...correct, recognitionId: 'none', changes: { from: '2024-02-01' } })
      .thenRefuses('recognition.not-found');
  });
});
