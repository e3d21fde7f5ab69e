import { describe, expect, it } from '@jest/globals';
import type { TrajectoryCommand } from '../../../domain/trajectory/commands.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import {
  organisationOn,
  organisationsFrom,
  ruleSetReferenceOn,
} from '../../../domain/trajectory/in-force-on.js';
import { evolveFacts } from '../../../domain/trajectory/state.js';
import {
  after,
  changeOrganisationIt,
  closeIt,
  correctGrant,
  EVIDENCE,
  grantIt,
  id,
  moveIt,
  nameIt,
  nameManagerIt,
  ORGANISATION,
  OTHER_ORGANISATION,
  onRunning,
  openIt,
  TODAY,
} from './examples.js';

const TOMORROW = '2024-10-01' as const;
const GRANT_EVENT = {
  type: 'CoachingGranted',
  data: {
    grantId: grantIt.grantId,
    decidedOn: '2024-02-10',
    from: '2024-02-01',
    to: '2024-07-31',
    regime: 'medium',
  },
} as const;

function factsAfter(...commands: readonly TrajectoryCommand[]): TrajectoryFacts {
  const facts = after(openIt, ...commands).reduce<TrajectoryFacts | undefined>(evolveFacts, undefined);
  if (facts === undefined) throw new Error('the trajectory was not opened');
  return facts;
}

const organisationFrom = (number: number, organisationId: string, on: `${number}-${number}-${number}`) =>
  ({ ...changeOrganisationIt, changeId: id(number), organisationId, on }) as const;
const moveTo = (number: number, version: number, on: `${number}-${number}-${number}`) =>
  ({ ...moveIt, moveId: id(number), version, on }) as const;

describe('what is recorded on behalf of the funder', () => {
  it('keeps what the funder signed', () => {
    onRunning()
      .when({ ...grantIt, evidence: EVIDENCE })
      .thenRecords([{ ...GRANT_EVENT, data: { ...GRANT_EVENT.data, evidence: EVIDENCE } }]);
    onRunning().when(grantIt).thenRecords([GRANT_EVENT]);
    onRunning(grantIt)
      .when({ ...correctGrant({ regime: 'light' }), evidence: EVIDENCE })
      .thenRecords([
        {
          type: 'GrantCorrected',
          data: { grantId: grantIt.grantId, reason: 'typefout', regime: 'light', evidence: EVIDENCE },
        },
      ]);
    const { namingId, name, from } = nameIt;
    onRunning()
      .when({ ...nameIt, evidence: EVIDENCE })
      .thenRecords([{ type: 'CaseDirectorNamed', data: { namingId, name, from, evidence: EVIDENCE } }]);
  });

  const asked: readonly TrajectoryCommand[] = [
    { ...grantIt, evidence: EVIDENCE },
    { ...nameIt, evidence: EVIDENCE },
    { ...nameManagerIt, evidence: EVIDENCE },
    { ...changeOrganisationIt, evidence: EVIDENCE },
    { ...moveIt, evidence: EVIDENCE },
  ];
  const signed = (command: TrajectoryCommand, signedOn: string) =>
    ({ ...command, evidence: { ...EVIDENCE, signedOn } }) as TrajectoryCommand;

  it.each(asked)('$type refuses what would be signed after today', (command) => {
    onRunning().when(signed(command, TOMORROW)).thenRefuses('date.in-future', 'evidence.signedOn');
    expect(after(openIt, signed(command, TODAY))).toHaveLength(2);
  });

  it('CorrectGrant refuses what would be signed after today', () => {
    onRunning(grantIt)
      .when(signed(correctGrant({ regime: 'light' }), TOMORROW))
      .thenRefuses('date.in-future', 'evidence.signedOn');
  });

  it.each(asked)(
    '$type asked again, though what was signed is sealed by then, changes nothing',
    (command) => {
      onRunning(command).when(signed(command, TODAY)).thenNothing();
    },
  );
});

describe('a case manager', () => {
  it('is named from a day on', () => {
    const { namingId, name, from } = nameManagerIt;
    onRunning()
      .when(nameManagerIt)
      .thenRecords([{ type: 'CaseManagerNamed', data: { namingId, name, from } }]);
  });

  it('has a name that holds no BSN, and is not named after the closure', () => {
    onRunning()
      .when({ ...nameManagerIt, name: '1112.22.333' })
      .thenRefuses('bsn.not-allowed', 'name');
    onRunning()
      .when({ ...nameManagerIt, name: ' ' })
      .thenRefuses('name.required', 'name');
    onRunning(closeIt)
      .when({ ...nameManagerIt, from: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'from');
  });

  it('has an id that a case director cannot have too', () => {
    onRunning(nameIt)
      .when({ ...nameManagerIt, namingId: nameIt.namingId })
      .thenRefuses('id.already-used');
  });
});

describe('a change of organisation', () => {
  it('is recorded with who chose and why', () => {
    const { changeId, organisationId, on, reason, candidateChose } = changeOrganisationIt;
    onRunning()
      .when(changeOrganisationIt)
      .thenRecords([
        { type: 'OrganisationChanged', data: { changeId, organisationId, on, reason, candidateChose } },
      ]);
  });

  it('to the organisation that coaches on that day already is none', () => {
    onRunning()
      .when({ ...changeOrganisationIt, organisationId: ORGANISATION })
      .thenNothing();
    onRunning(changeOrganisationIt)
      .when(organisationFrom(151, OTHER_ORGANISATION, '2024-07-01'))
      .thenNothing();
  });

  it('lies within the trajectory', () => {
    onRunning()
      .when({ ...changeOrganisationIt, on: '2024-01-09' })
      .thenRefuses('date.before-opening', 'on');
    onRunning(closeIt)
      .when({ ...changeOrganisationIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
    expect(factsAfter({ ...changeOrganisationIt, on: '2024-01-10' }).organisationChanges).toHaveLength(1);
    expect(
      factsAfter(closeIt, { ...changeOrganisationIt, on: '2024-09-15' }).organisationChanges,
    ).toHaveLength(1);
  });

  it('is to a recognised organisation, where the rules of the funder want that', () => {
    const recognisedFrom = (from: '2024-06-01' | '2024-06-02') => ({
      ...changeOrganisationIt,
      circumstances: { organisation: { recognised: [{ from }], withoutRecognition: 'refusal' as const } },
    });
    onRunning()
      .when(recognisedFrom('2024-06-02'))
      .thenRefuses('organisation.not-recognised', 'organisationId');
    expect(factsAfter(recognisedFrom('2024-06-01')).organisationChanges).toHaveLength(1);
  });

  it('is not another change under the same id', () => {
    onRunning(changeOrganisationIt)
      .when({ ...changeOrganisationIt, on: '2024-06-02' })
      .thenRefuses('id.already-used');
  });

  it('makes the new organisation the one that coaches from its first day', () => {
    const facts = factsAfter(
      organisationFrom(151, 'third', '2024-08-01'),
      organisationFrom(152, 'second', '2024-06-01'),
    );
    expect(organisationOn(facts, '2023-01-01')).toBe(ORGANISATION);
    expect(organisationOn(facts, '2024-05-31')).toBe(ORGANISATION);
    expect(organisationOn(facts, '2024-06-01')).toBe('second');
    expect(organisationOn(facts, '2024-07-31')).toBe('second');
    expect(organisationOn(facts, '2024-08-01')).toBe('third');
    expect(organisationsFrom(facts, '2024-06-15')).toEqual(['second', 'third']);
    expect(organisationsFrom(facts, '2024-08-01')).toEqual(['third']);
  });

  it('recorded later takes the place of one on the same day', () => {
    const facts = factsAfter(
      organisationFrom(151, 'second', '2024-12-01'),
      organisationFrom(152, 'third', '2024-12-01'),
    );
    expect(organisationOn(facts, '2024-12-01')).toBe('third');
    expect(organisationsFrom(facts, TODAY)).toEqual([ORGANISATION, 'third']);
  });
});

describe('a move to another version of the rules', () => {
  it('is recorded with the name of those rules', () => {
    const { moveId, on, reason } = moveIt;
    const ruleSet = { name: 'municipal-3y', version: 2 };
    onRunning()
      .when(moveIt)
      .thenRecords([{ type: 'RuleSetMoved', data: { moveId, ruleSet, on, reason } }]);
  });

  it('to the version that holds on that day already is none', () => {
    onRunning()
      .when({ ...moveIt, version: 1 })
      .thenNothing();
    onRunning(moveIt)
      .when(moveTo(161, 2, '2024-07-01'))
      .thenNothing();
  });

  it('lies within the trajectory', () => {
    onRunning()
      .when({ ...moveIt, on: '2024-01-09' })
      .thenRefuses('date.before-opening', 'on');
    onRunning(closeIt)
      .when({ ...moveIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
    expect(factsAfter({ ...moveIt, on: '2024-01-10' }).ruleSetMoves).toHaveLength(1);
  });

  it('is not another move under the same id', () => {
    onRunning(moveIt)
      .when({ ...moveIt, version: 3 })
      .thenRefuses('id.already-used');
  });

  it('holds from its first day, the later recorded of two on one day, in whichever order days are recorded', () => {
    const facts = factsAfter(
      moveTo(161, 3, '2024-08-01'),
      moveTo(162, 2, '2024-06-01'),
      moveTo(163, 4, '2024-08-01'),
    );
    const versionOn = (day: `${number}-${number}-${number}`) => ruleSetReferenceOn(facts, day).version;
    expect(
      ['2024-01-10', '2024-05-31', '2024-06-01', '2024-07-31', '2024-08-01'].map((day) =>
        versionOn(day as '2024-01-10'),
      ),
    ).toEqual([1, 1, 2, 2, 4]);
  });
});
