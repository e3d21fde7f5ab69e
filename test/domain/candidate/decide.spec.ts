import { describe, it } from '@jest/globals';
import type { RegisterCandidate } from '../../../domain/candidate/commands.js';
import { candidateDecider } from '../../../domain/candidate/index.js';
import { given } from '../../spec/given.js';

const registerIt: RegisterCandidate = {
  type: 'RegisterCandidate',
  name: 'Kandidaat 01',
  reference: 'K0001',
  organisationId: 'organisation-1',
  circumstances: { asksForBsn: false },
};
const registered = {
  type: 'CandidateRegistered',
  data: { name: 'Kandidaat 01', reference: 'K0001', organisationId: 'organisation-1' },
} as const;
const nothing = given(candidateDecider, []);

describe('nothing yet', () => {
  it('registers a candidate with what is known', () => {
    nothing.when(registerIt).thenRecords([registered]);
    const more = { contact: { email: 'k01@example.nl' }, legalRepresentative: 'O. Uder' };
    nothing
      .when({ ...registerIt, ...more })
      .thenRecords([{ ...registered, data: { ...registered.data, ...more } }]);
  });

  it('refuses an empty name or reference', () => {
    nothing.when({ ...registerIt, name: ' ' }).thenRefuses('name.required', 'name');
    nothing.when({ ...registerIt, reference: '' }).thenRefuses('reference.required', 'reference');
  });

  it('refuses a BSN as reference, unless the rule set asks for one, and in a name always', () => {
    nothing.when({ ...registerIt, reference: '111222333' }).thenRefuses('bsn.not-allowed', 'reference');
    nothing
      .when({ ...registerIt, reference: '111222334' })
      .thenRecords([{ ...registered, data: { ...registered.data, reference: '111222334' } }]);
    const asking = { ...registerIt, circumstances: { asksForBsn: true } };
    nothing
      .when({ ...asking, reference: '111222333' })
      .thenRecords([{ ...registered, data: { ...registered.data, reference: '111222333' } }]);
    nothing.when({ ...asking, name: 'K. 111222333' }).thenRefuses('bsn.not-allowed', 'name');
    nothing
      .when({ ...asking, legalRepresentative: '111222333' })
      .thenRefuses('bsn.not-allowed', 'legalRepresentative');
  });
});

describe('a registered candidate', () => {
  it('is not registered twice, nor under another organisation', () => {
    const before = given(candidateDecider, [registered]);
    before.when(registerIt).thenNothing();
    before.when({ ...registerIt, organisationId: 'organisation-2' }).thenRefuses('id.already-used');
  });
});
