import { describe, expect, it } from '@jest/globals';
import { MUNICIPAL_2Y } from '../../../../domain/rule-sets/municipal-2y.js';
import { UWV_2014 } from '../../../../domain/rule-sets/uwv-2014.js';
import { fold } from '../../../../domain/shared/decider.js';
import { itemById } from '../../../../domain/shared/items-by-id.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { given } from '../../../spec/given.js';
import {
  after,
  closeIt,
  correctPlacement,
  correctSession,
  EMPLOYER,
  grantIt,
  id,
  OTHER_EMPLOYER,
  recordIt,
  running,
  SESSION,
  startIt,
  TODAY,
  trialIt,
  withdrawIt,
} from '../examples.js';
import {
  APPROVAL,
  approved,
  approveIt,
  coached,
  correctApproval,
  declared,
  OTHER_APPROVAL,
  sessionOn,
} from './examples.js';

const on = (...commands: readonly TrajectoryCommand[]) => given(trajectoryDecider, after(...commands));
const approvedBy = (...commands: readonly TrajectoryCommand[]) =>
  itemById(fold(trajectoryDecider, after(...commands)).sessions, SESSION)?.approvedBy;
const another = { ...approveIt, approvalId: OTHER_APPROVAL };

describe('approving hours', () => {
  it('is asked of a trajectory that is there', () => {
    given(trajectoryDecider, []).when(approveIt).thenRefuses('trajectory.not-found');
  });

  it('records the days, the day it was done and each session with what it counts for', () => {
    const group = sessionOn('2024-03-12', 120, { groupSize: 6 });
    on(...coached, group)
      .when(approveIt)
      .thenRecords([
        {
          type: 'HoursApproved',
          data: {
            approvalId: APPROVAL,
            from: '2024-03-01',
            to: '2024-03-31',
            approvedOn: TODAY,
            // 120 minutes with a group of 6 are 20 for each of them (UWV 2014 example 14)
            approvedSessions: [
              { sessionId: SESSION, minutes: 90 },
              { sessionId: group.sessionId, minutes: 20 },
            ],
          },
        },
      ]);
  });

  it('a second time writes nothing, also after more was registered; the same id for other days is refused', () => {
    on(...approved, sessionOn('2024-03-20', 60))
      .when(approveIt)
      .thenNothing();
    on(...approved, sessionOn('2024-03-20', 60))
      .when({ ...approveIt, today: '2024-10-01' })
      .thenNothing();
    on(...approved)
      .when({ ...approveIt, to: '2024-03-30' })
      .thenRefuses('id.already-used');
  });

  it('leaves a session recorded in the same words recorded, and not twice', () => {
    on(...approved)
      .when(recordIt)
      .thenNothing();
  });

  it('is for what is not approved yet, and approves the rest of its days along', () => {
    on(...approved)
      .when(another)
      .thenRefuses('hours-approval.nothing-registered', 'from');
    expect(approvedBy(...approved, sessionOn('2024-03-20', 60), another)).toEqual([APPROVAL, OTHER_APPROVAL]);
  });

  it('looks neither ahead nor at days that run backwards', () => {
    on(...coached)
      .when({ ...approveIt, to: '2024-10-01' })
      .thenRefuses('date.in-future', 'to');
    on(...coached)
      .when({ ...approveIt, to: '2024-02-29' })
      .thenRefuses('period.invalid', 'to');
  });

  it('goes on for days up to the last one of a closed trajectory', () => {
    const open = on(...coached, closeIt);
    open.when({ ...approveIt, to: '2024-09-16' }).thenRefuses('trajectory.closed', 'to');
    expect(approvedBy(...coached, closeIt, { ...approveIt, to: '2024-09-15' })).toEqual([APPROVAL]);
  });

  it('leaves out what was withdrawn, and days without a placement unless the rules let those count (reading 38)', () => {
    on(...coached, withdrawIt)
      .when(approveIt)
      .thenRefuses('hours-approval.nothing-registered');
    const later = [...coached, correctPlacement({ startsOn: '2024-03-06' })];
    on(...later)
      .when(approveIt)
      .thenRefuses('hours-approval.nothing-registered');
    const ruleSet = { ...MUNICIPAL_2Y, sessionOutsidePlacementDeclarable: true };
    const everyDay = { ...approveIt, circumstances: { ruleSet, continued: [] } };
    expect(approvedBy(...later, everyDay)).toEqual([APPROVAL]);
  });
});

describe('hours that a grant holds', () => {
  const granted = (minutes: number) => ({ ...grantIt, minutes });
  const twice = [recordIt, sessionOn('2024-07-30', 60)];
  const all = { ...approveIt, to: '2024-07-31' } as const;

  it.each([
    [150, undefined],
    [149, 'hours-approval.over-grant'],
  ])('of %d minutes may be approved whole, on whichever of its days', (minutes, code) => {
    const outcome = on(...running, granted(minutes), ...twice).when(all);
    if (code) outcome.thenRefuses(code, 'to');
    else expect(approvedBy(...running, granted(minutes), ...twice, all)).toEqual([APPROVAL]);
  });

  it('are counted over all approvals together', () => {
    const first = [...running, granted(149), ...twice, approveIt];
    on(...first)
      .when({ ...all, approvalId: OTHER_APPROVAL })
      .thenRefuses('hours-approval.over-grant');
  });

  it('are added up where grants overlap (reading 18)', () => {
    const more = { ...grantIt, grantId: id(81), from: '2024-07-01', to: '2024-08-31', minutes: 1 } as const;
    expect(approvedBy(...running, granted(149), more, ...twice, all)).toEqual([APPROVAL]);
  });

  it('follow from the regime without a figure of its own: 10 percent of 24 hours a week (reading 19)', () => {
    // 24 × 52 × 60 × 10 % over 182 of 366 days
    const most = Math.floor((7_488 * 182) / 366);
    const days = Array.from({ length: 3 }, (_, index) =>
      sessionOn(`2024-03-0${index + 5}` as '2024-03-05', index < 2 ? 1_440 : most - 2_880),
    );
    const over = sessionOn('2024-03-20', 1);
    expect(approvedBy(...running, grantIt, ...days, recordIt, { ...approveIt, from: '2024-03-06' })).toBe(
      undefined,
    );
    on(...running, grantIt, ...days, over)
      .when(approveIt)
      .thenRefuses('hours-approval.over-grant', 'to');
    expect(after(...running, grantIt, ...days, approveIt)).toHaveLength(8);
  });

  it('are nothing on days without a grant', () => {
    on(...running, recordIt)
      .when(approveIt)
      .thenRefuses('hours-approval.over-grant');
    on(...running, { ...grantIt, from: '2024-03-06' }, recordIt)
      .when(approveIt)
      .thenRefuses('hours-approval.over-grant');
  });

  it('are for one employer where the clock runs per employer (reading 17)', () => {
    const elsewhere = {
      ...startIt,
      placementId: id(43),
      employerId: OTHER_EMPLOYER,
      startsOn: '2024-03-01',
    } as const;
    const rules = { circumstances: { ruleSet: UWV_2014, continued: [] } };
    const there = [...running, elsewhere, granted(600), { ...recordIt, placementId: id(43) }];
    on(...there)
      .when({ ...approveIt, ...rules })
      .thenRefuses('hours-approval.over-grant');
    expect(approvedBy(...there, approveIt)).toEqual([APPROVAL]);
    // Where the two turn out to be one employer, the grant is for both jobs.
    const survivors = new Map([[OTHER_EMPLOYER, EMPLOYER]]);
    const merged = { circumstances: { ...rules.circumstances, survivors } };
    expect(approvedBy(...there, { ...approveIt, ...merged })).toEqual([APPROVAL]);
  });

  it('go on past the last day of a term when that was granted (reading 13)', () => {
    const extension = {
      ...grantIt,
      grantId: id(82),
      from: '2024-08-01',
      to: '2024-09-30',
      beyondLimitMotivation: 'De werkplek verandert.',
    } as const;
    const ruleSet = { ...MUNICIPAL_2Y, clock: { ...MUNICIPAL_2Y.clock, maximum: 'P6M' as const } };
    const late = sessionOn('2024-09-02', 60);
    const command = {
      ...approveIt,
      from: '2024-09-01',
      to: '2024-09-30',
      circumstances: { ruleSet, continued: [] },
    } as const;
    expect(after(...running, extension, late, command)).toHaveLength(6);
  });

  it('are those of a trial at year 1 as well (reading 56)', () => {
    const trial = { ...trialIt, startsOn: '2024-03-01' } as const;
    const grant = {
      ...grantIt,
      from: '2024-03-01',
      to: '2024-04-30',
      placementId: trial.placementId,
    } as const;
    const [open, assign] = running;
    const before = [open, assign, trial, grant, recordIt] as readonly TrajectoryCommand[];
    expect(approvedBy(...before, approveIt)).toEqual([APPROVAL]);
  });
});

describe('a session that was approved', () => {
  it.each([
    ['its minutes', { minutes: 75 }],
    ['its day', { on: '2024-03-06' }],
    ['its group', { groupSize: 2 }],
    ['its activity', { activity: 'introduction' }],
  ] as const)('is to be approved anew when %s were corrected', (_what, changes) => {
    expect(approvedBy(...approved, correctSession(changes))).toBeUndefined();
    expect(approvedBy(...approved, correctSession(changes), another)).toEqual([OTHER_APPROVAL]);
  });

  it.each([
    ['its report', { summary: 'Anders gezegd.' }],
    ['the time it began', { startsAt: '09:00' }],
  ] as const)('stays approved when %s was corrected', (_what, changes) => {
    expect(approvedBy(...approved, correctSession(changes))).toEqual([APPROVAL]);
  });

  it('is not approved by what was done before it was recorded', () => {
    const late = sessionOn('2024-03-20', 60);
    const { sessions } = fold(trajectoryDecider, after(...approved, late));
    expect(itemById(sessions, late.sessionId)?.approvedBy).toBeUndefined();
  });
});

describe('a corrected approval', () => {
  it('approves what is registered in its days now', () => {
    const late = sessionOn('2024-04-02', 60);
    on(...approved, late)
      .when(correctApproval({ from: '2024-04-01', to: '2024-04-30' }))
      .thenRecords([
        {
          type: 'HoursApprovalCorrected',
          data: {
            approvalId: APPROVAL,
            reason: 'typefout',
            from: '2024-04-01',
            to: '2024-04-30',
            approvedSessions: [{ sessionId: late.sessionId, minutes: 60 }],
          },
        },
      ]);
    expect(approvedBy(...approved, late, correctApproval({ from: '2024-04-01', to: '2024-04-30' }))).toBe(
      undefined,
    );
  });

  it('that is taken back approves nothing, and again when that was the mistake', () => {
    const back = correctApproval({ withdrawn: true });
    expect(approvedBy(...approved, back)).toBeUndefined();
    on(...approved, back)
      .when(back)
      .thenNothing();
    expect(approvedBy(...approved, back, correctApproval({ withdrawn: false }))).toEqual([APPROVAL]);
    expect(approvedBy(...approved, back, another)).toEqual([OTHER_APPROVAL]);
  });

  it('leaves what another approval approves', () => {
    const both = [...approved, sessionOn('2024-03-20', 60), another];
    expect(approvedBy(...both, correctApproval({ withdrawn: true }))).toEqual([OTHER_APPROVAL]);
  });

  it('is judged as at first', () => {
    on(...approved)
      .when(correctApproval({ from: '2024-03-06' }))
      .thenRefuses('hours-approval.nothing-registered');
    on(...approved)
      .when(correctApproval({ to: '2024-10-01' }))
      .thenRefuses('date.in-future', 'to');
    on(...approved)
      .when(correctApproval({ to: '2024-02-01' }))
      .thenRefuses('period.invalid', 'to');
    on(...approved, closeIt)
      .when(correctApproval({ to: '2024-09-16' }))
      .thenRefuses('trajectory.closed');
  });

  it('leaves out no hours that were declared', () => {
    on(...declared)
      .when(correctApproval({ withdrawn: true }))
      .thenRefuses('hours-approval.declared');
    const both = [...approved, sessionOn('2024-03-20', 60), another, ...declared.slice(-1)];
    expect(approvedBy(...both, correctApproval({ withdrawn: true }))).toEqual([OTHER_APPROVAL]);
  });
});
