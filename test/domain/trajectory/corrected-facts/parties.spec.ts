import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { organisationOn, ruleSetReferenceOn } from '../../../../domain/trajectory/state.js';
import {
  after,
  changeOrganisationIt,
  closeIt,
  EVIDENCE,
  MOVE,
  moveIt,
  NAMING,
  nameIt,
  nameManagerIt,
  ORGANISATION,
  ORGANISATION_CHANGE,
  OTHER_ORGANISATION,
  onRunning,
  running,
} from '../examples.js';
import { correctChange, correctDirector, correctManager, correctMove, reason } from './examples.js';

describe('a case director or a case manager', () => {
  it('is corrected by name or by first day, with the evidence of the correction', () => {
    onRunning(nameIt)
      .when({ ...correctDirector({ name: 'M. de Witte', from: '2024-02-01' }), evidence: EVIDENCE })
      .thenRecords([
        {
          type: 'CaseDirectorCorrected',
          data: { namingId: NAMING, reason, name: 'M. de Witte', from: '2024-02-01', evidence: EVIDENCE },
        },
      ]);
    onRunning(nameManagerIt)
      .when(correctManager({ from: '2024-02-01' }))
      .thenRecords([
        {
          type: 'CaseManagerCorrected',
          data: { namingId: nameManagerIt.namingId, reason, from: '2024-02-01' },
        },
      ]);
    onRunning(nameIt, correctDirector({ from: '2024-02-01' }))
      .when(correctDirector({ from: '2024-02-01' }))
      .thenNothing();
  });

  it('is corrected to nothing that could not have been recorded', () => {
    onRunning(nameIt)
      .when(correctDirector({ name: ' ' }))
      .thenRefuses('name.required', 'name');
    onRunning(nameIt)
      .when(correctDirector({ name: '1112.22.333' }))
      .thenRefuses('bsn.not-allowed', 'name');
    onRunning(nameIt, closeIt)
      .when(correctDirector({ from: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'from');
    onRunning(nameIt)
      .when({
        ...correctDirector({ from: '2024-02-01' }),
        evidence: { ...EVIDENCE, signedOn: '2024-10-01' },
      })
      .thenRefuses('date.in-future', 'evidence.signedOn');
  });

  it('is not the one when it is the other', () => {
    onRunning(nameManagerIt)
      .when({ ...correctDirector({ name: 'A' }), namingId: nameManagerIt.namingId })
      .thenRefuses('case-director.not-found');
    onRunning(nameIt)
      .when({ ...correctManager({ name: 'A' }), namingId: NAMING })
      .thenRefuses('case-manager.not-found');
  });
});

describe('a change of organisation', () => {
  it('is corrected by what changes, and the organisation of each day follows', () => {
    onRunning(changeOrganisationIt)
      .when(correctChange({ on: '2024-07-01', candidateChose: true, organisationId: ORGANISATION }))
      .thenRecords([
        {
          type: 'OrganisationChangeCorrected',
          data: {
            changeId: ORGANISATION_CHANGE,
            reason,
            on: '2024-07-01',
            organisationId: ORGANISATION,
          },
        },
      ]);
    const { facts } = fold(
      trajectoryDecider,
      after(...running, changeOrganisationIt, correctChange({ on: '2024-07-01' })),
    );
    expect(facts && organisationOn(facts, '2024-06-30')).toBe(ORGANISATION);
    expect(facts && organisationOn(facts, '2024-07-01')).toBe(OTHER_ORGANISATION);
  });

  it('is corrected to nothing that could not have been recorded', () => {
    onRunning(changeOrganisationIt)
      .when(correctChange({ on: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'on');
    onRunning(changeOrganisationIt, closeIt)
      .when(correctChange({ on: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'on');
    const organisation = {
      recognised: [{ from: '2024-06-02' as const }],
      withoutRecognition: 'refusal' as const,
    };
    onRunning(changeOrganisationIt)
      .when(correctChange({ organisationId: ORGANISATION }, { organisation }))
      .thenRefuses('organisation.not-recognised', 'organisationId');
    onRunning(changeOrganisationIt)
      .when(correctChange({ candidateChose: false }, { organisation }))
      .thenRecords([
        {
          type: 'OrganisationChangeCorrected',
          data: { changeId: ORGANISATION_CHANGE, reason, candidateChose: false },
        },
      ]);
  });
});

describe('a move to other rules', () => {
  it('is corrected by version or by first day, and the rules of each day follow', () => {
    onRunning(moveIt)
      .when(correctMove({ version: 3, on: '2024-06-01' }))
      .thenRecords([
        {
          type: 'RuleSetMoveCorrected',
          data: { moveId: MOVE, reason, ruleSet: { name: 'municipal-3y', version: 3 } },
        },
      ]);
    onRunning(moveIt)
      .when(correctMove({ version: 2 }))
      .thenNothing();
    const { facts } = fold(trajectoryDecider, after(...running, moveIt, correctMove({ on: '2024-07-01' })));
    expect(facts && ruleSetReferenceOn(facts, '2024-06-30').version).toBe(1);
    expect(facts && ruleSetReferenceOn(facts, '2024-07-01').version).toBe(2);
  });

  it('is corrected to no day outside the trajectory', () => {
    onRunning(moveIt)
      .when(correctMove({ on: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'on');
    onRunning(moveIt, closeIt)
      .when(correctMove({ on: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'on');
  });
});
