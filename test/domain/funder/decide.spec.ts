import { describe, expect, it } from '@jest/globals';
import { funderDecider } from '../../../domain/funder/index.js';
import { ruleSetOfVersion, ruleSetOn } from '../../../domain/funder/state.js';
import { MUNICIPAL_2Y } from '../../../domain/rule-sets/municipal-2y.js';
import { MUNICIPAL_3Y } from '../../../domain/rule-sets/municipal-3y.js';
import { fold } from '../../../domain/shared/decider.js';
import { given } from '../../spec/given.js';

const registerIt = {
  type: 'RegisterFunder',
  name: 'Gemeente Westerveen',
  kind: 'municipality',
  ruleSet: MUNICIPAL_2Y,
} as const;
const adoptIt = { type: 'AdoptRuleSet', effectiveOn: '2025-01-01', ruleSet: MUNICIPAL_3Y } as const;
const registered = [
  { type: 'FunderRegistered', data: { name: 'Gemeente Westerveen', kind: 'municipality' } },
  { type: 'RuleSetAdopted', data: { version: 1, ruleSet: MUNICIPAL_2Y } },
] as const;
const second = {
  type: 'RuleSetAdopted',
  data: { version: 2, effectiveOn: '2025-01-01', ruleSet: MUNICIPAL_3Y },
} as const;

describe('nothing yet', () => {
  it('registers a funder with the first version of its rules', () => {
    given(funderDecider, []).when(registerIt).thenRecords(registered);
  });

  it('refuses a name that is empty or holds a BSN, and rules of nobody', () => {
    given(funderDecider, [])
      .when({ ...registerIt, name: ' ' })
      .thenRefuses('name.required');
    given(funderDecider, [])
      .when({ ...registerIt, name: '111222333' })
      .thenRefuses('bsn.not-allowed');
    given(funderDecider, []).when(adoptIt).thenRefuses('funder.not-found');
  });
});

describe('a registered funder', () => {
  it('is not registered twice, nor with other rules', () => {
    given(funderDecider, registered).when(registerIt).thenNothing();
    given(funderDecider, registered)
      .when({ ...registerIt, ruleSet: MUNICIPAL_3Y })
      .thenRefuses('id.already-used');
  });

  it('adopts the next version, once, each later than the one before', () => {
    given(funderDecider, registered).when(adoptIt).thenRecords([second]);
    const after = given(funderDecider, [...registered, second]);
    after.when(adoptIt).thenNothing();
    after
      .when({ ...adoptIt, ruleSet: MUNICIPAL_2Y })
      .thenRefuses('rule-set.not-after-previous', 'effectiveOn');
    after
      .when({ ...adoptIt, effectiveOn: '2025-01-02' })
      .thenRecords([{ ...second, data: { ...second.data, version: 3, effectiveOn: '2025-01-02' } }]);
  });

  it('knows the version in effect on a day: the first for every earlier date', () => {
    const state = fold(funderDecider, [...registered, second]);
    expect(ruleSetOn(state, '1990-01-01')?.version).toBe(1);
    expect(ruleSetOn(state, '2024-12-31')?.version).toBe(1);
    expect(ruleSetOn(state, '2025-01-01')?.version).toBe(2);
    expect(ruleSetOfVersion(state, 2)).toBe(MUNICIPAL_3Y);
    expect(ruleSetOfVersion(state, 3)).toBeUndefined();
    expect(ruleSetOn(funderDecider.initialState, '2025-01-01')).toBeUndefined();
  });
});
