import { describe, expect, it } from '@jest/globals';
import type { OrganisationEvent } from '../../../domain/organisation/events.js';
import { organisationDecider } from '../../../domain/organisation/index.js';
import { fold } from '../../../domain/shared/decider.js';
import { validDays } from '../../../domain/shared/recognitions.js';
import { given } from '../../spec/given.js';

const registerIt = { type: 'RegisterOrganisation', name: 'Stap Verder BV', kvkNumber: '12345678' } as const;
const registered: OrganisationEvent = {
  type: 'OrganisationRegistered',
  data: { name: 'Stap Verder BV', kvkNumber: '12345678' },
};
const recognition = {
  recognitionId: 'recognition-1',
  kind: 'keurmerk',
  issuer: 'Blik op Werk',
  from: '2024-01-01',
} as const;
const recogniseIt = { type: 'RecogniseOrganisation', ...recognition } as const;
const recognised: OrganisationEvent = { type: 'OrganisationRecognised', data: recognition };
const endIt = {
  type: 'EndOrganisationRecognition',
  recognitionId: 'recognition-1',
  endedOn: '2024-06-30',
  reason: 'niet verlengd',
  today: '2024-09-30',
} as const;
const { type: _type, today: _today, ...end } = endIt;
const ended: OrganisationEvent = { type: 'OrganisationRecognitionEnded', data: end };

describe('nothing yet', () => {
  const nothing = given(organisationDecider, []);

  it('registers an organisation, with a number of eight digits or none', () => {
    nothing.when(registerIt).thenRecords([registered]);
    nothing
      .when({ type: 'RegisterOrganisation', name: 'Stap Verder BV' })
      .thenRecords([{ type: 'OrganisationRegistered', data: { name: 'Stap Verder BV' } }]);
    for (const kvkNumber of ['1234567', '123456789', '1234 5678', '']) {
      nothing.when({ ...registerIt, kvkNumber }).thenRefuses('kvk-number.invalid', 'kvkNumber');
    }
  });

  it('refuses a name that is empty or holds a BSN', () => {
    nothing.when({ ...registerIt, name: ' ' }).thenRefuses('name.required');
    nothing.when({ ...registerIt, name: 'ZZP 111222333' }).thenRefuses('bsn.not-allowed');
  });

  it('knows no organisation to recognise', () => {
    nothing.when(recogniseIt).thenRefuses('organisation.not-found');
  });
});

describe('a registered organisation', () => {
  it('is not registered twice', () => {
    const before = given(organisationDecider, [registered]);
    before.when(registerIt).thenNothing();
    before.when({ ...registerIt, name: 'Stap Terug BV' }).thenRefuses('id.already-used');
  });

  it('is recognised, and loses the recognition once', () => {
    given(organisationDecider, [registered]).when(recogniseIt).thenRecords([recognised]);
    given(organisationDecider, [registered])
      .when({ ...recogniseIt, until: '2023-12-31' })
      .thenRefuses('period.invalid', 'until');
    const before = given(organisationDecider, [registered, recognised]);
    before.when(recogniseIt).thenNothing();
    before.when({ ...recogniseIt, issuer: 'OVAL' }).thenRefuses('id.already-used');
    before.when(endIt).thenRecords([ended]);
    before.when({ ...endIt, endedOn: '2023-12-31' }).thenRefuses('recognition.ends-before-start');
    before.when({ ...endIt, recognitionId: 'recognition-2' }).thenRefuses('recognition.not-found');
    const after = given(organisationDecider, [registered, recognised, ended]);
    after.when(endIt).thenNothing();
    after.when({ ...endIt, endedOn: '2024-07-31' }).thenRefuses('recognition.already-ended');
  });

  it('is recognised up to and including the last day', () => {
    const state = fold(organisationDecider, [registered, recognised, ended]);
    expect(validDays(state.recognitions)).toEqual([{ from: '2024-01-01', to: '2024-06-30' }]);
  });
});
