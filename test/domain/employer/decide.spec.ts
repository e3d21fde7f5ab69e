import { describe, it } from '@jest/globals';
import { employerDecider } from '../../../domain/employer/index.js';
import { given } from '../../spec/given.js';

const registerIt = { type: 'RegisterEmployer', name: 'Restaurant De Brêge', kvkNumber: '12345678' } as const;
const registered = {
  type: 'EmployerRegistered',
  data: { name: 'Restaurant De Brêge', kvkNumber: '12345678' },
} as const;

describe('nothing yet', () => {
  it('registers an employer, with a number of eight digits or none', () => {
    const nothing = given(employerDecider, []);
    nothing.when(registerIt).thenRecords([registered]);
    nothing
      .when({ ...registerIt, kvkNumber: undefined })
      .thenRecords([{ type: 'EmployerRegistered', data: { name: 'Restaurant De Brêge' } }]);
    nothing.when({ ...registerIt, kvkNumber: '1234567' }).thenRefuses('kvk-number.invalid', 'kvkNumber');
  });

  it('refuses a name that is empty or holds a BSN', () => {
    const nothing = given(employerDecider, []);
    nothing.when({ ...registerIt, name: '' }).thenRefuses('name.required');
    nothing.when({ ...registerIt, name: '111222333' }).thenRefuses('bsn.not-allowed');
  });
});

describe('a registered employer', () => {
  it('is not registered twice', () => {
    const before = given(employerDecider, [registered]);
    before.when(registerIt).thenNothing();
    before.when({ ...registerIt, name: 'Café De Brêge' }).thenRefuses('id.already-used');
  });
});
