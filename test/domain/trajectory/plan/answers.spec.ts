import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { type PlanOnDay, planOnDay } from '../../../../domain/trajectory/plan/plan-on.js';
import {
  after,
  assignIt,
  changeJobIt,
  closeIt,
  correctPlacement,
  EMPLOYER,
  EVIDENCE,
  endIt,
  handOverIt,
  id,
  OTHER_EMPLOYER,
  onRunning,
  openIt,
  running,
} from '../examples.js';
import { agreeIt, allAgree, declineIt, draftIt, PLAN, reviseIt } from './examples.js';

function factsAfter(...commands: readonly TrajectoryCommand[]): TrajectoryFacts {
  return fold(trajectoryDecider, after(...commands)).facts as TrajectoryFacts;
}

function latestOn(
  on: `2024-${string}-${number}` & PlanOnDay['draftedOn'],
  facts: TrajectoryFacts,
): PlanOnDay {
  const plan = facts.planOfApproach.versions.at(-1);
  if (plan === undefined) throw new Error('there is no plan');
  return planOnDay(facts, plan, on);
}

const withPlan = [...running, draftIt];

describe('a version of the plan', () => {
  it('is agreed by a party on a day, with the employer where the candidate works', () => {
    const { type: _, today: __, ...asked } = agreeIt('employer');
    onRunning(draftIt)
      .when(agreeIt('employer'))
      .thenRecords([{ type: 'PlanAgreed', data: { ...asked, planId: PLAN, employerId: EMPLOYER } }]);
    onRunning(draftIt)
      .when({ ...agreeIt('funder'), evidence: EVIDENCE })
      .thenRecords([
        {
          type: 'PlanAgreed',
          data: {
            answerId: id(252),
            version: 1,
            party: 'funder',
            on: '2024-02-12',
            by: 'J. de Wit',
            planId: PLAN,
            evidence: EVIDENCE,
          },
        },
      ]);
  });

  it('is agreed once: a party that agrees again, on whatever day, changes nothing', () => {
    onRunning(draftIt, ...allAgree)
      .when(agreeIt('coach', '2024-02-13'))
      .thenNothing();
    onRunning(draftIt, ...allAgree)
      .when({ ...agreeIt('coach', '2024-03-01'), answerId: id(259) })
      .thenNothing();
    onRunning(draftIt, agreeIt('coach'), reviseIt).when(agreeIt('coach')).thenNothing();
  });

  it('needs a name without a BSN, and evidence that was signed by now', () => {
    onRunning(draftIt)
      .when({ ...agreeIt('coach'), by: ' ' })
      .thenRefuses('name.required', 'name');
    onRunning(draftIt)
      .when({ ...agreeIt('coach'), by: 'De Wit 111222333' })
      .thenRefuses('bsn.not-allowed', 'name');
    const evidence = { ...EVIDENCE, signedOn: '2024-10-01' } as const;
    onRunning(draftIt)
      .when({ ...agreeIt('funder'), evidence })
      .thenRefuses('date.in-future', 'evidence.signedOn');
    onRunning(draftIt)
      .when({ ...declineIt('funder'), evidence })
      .thenRefuses('date.in-future', 'evidence.signedOn');
  });

  it('is declined with a reason, once by each party, and stays so until it is revised', () => {
    const { type: _, today: __, ...asked } = declineIt('funder');
    onRunning(draftIt)
      .when(declineIt('funder'))
      .thenRecords([{ type: 'PlanDeclined', data: { ...asked, planId: PLAN } }]);
    onRunning(draftIt, declineIt('funder')).when(declineIt('funder')).thenNothing();
    onRunning(draftIt, declineIt('funder'))
      .when({ ...declineIt('funder', '2024-03-01'), answerId: id(261) })
      .thenNothing();
    onRunning(draftIt, declineIt('funder')).when(agreeIt('funder')).thenRefuses('plan.declined');
    onRunning(draftIt, reviseIt).when(declineIt('funder')).thenRefuses('plan.not-latest');
    const declined = latestOn('2024-03-01', factsAfter(...withPlan, agreeIt('coach'), declineIt('funder')));
    expect(declined).toMatchObject({ state: 'declined', toAgree: [], employersToAgree: [] });
    expect(declined.declinedBy).toMatchObject([{ party: 'funder', on: '2024-02-13', onPaper: false }]);
    const asking = latestOn('2024-06-03', factsAfter(...withPlan, declineIt('funder'), reviseIt));
    expect(asking).toMatchObject({ state: 'asked', toAgree: ['candidate', 'employer', 'funder', 'coach'] });
  });

  it('is agreed by all on the day on which the last party did, and asks nobody any more', () => {
    const facts = factsAfter(...withPlan, ...allAgree);
    expect(facts.plans).toEqual([{ version: 1, draftedOn: '2024-02-05', agreedByAllOn: '2024-02-13' }]);
    expect(latestOn('2024-02-12', facts)).toMatchObject({
      state: 'asked',
      agreedByAllOn: null,
      toAgree: ['coach'],
    });
    expect(latestOn('2024-02-13', facts)).toMatchObject({
      state: 'agreed',
      agreedByAllOn: '2024-02-13',
      toAgree: [],
    });
    expect(latestOn('2024-02-13', facts).agreedBy.map(({ party }) => party)).toEqual([
      'candidate',
      'employer',
      'funder',
      'coach',
    ]);
  });

  it('is the same in whichever order the parties agreed and the job was recorded', () => {
    const [job] = running.slice(-1);
    const employer = { ...agreeIt('employer', '2024-02-11'), employerId: EMPLOYER };
    const others = allAgree.filter(({ party }) => party !== 'employer');
    const inOrder = factsAfter(...withPlan, ...allAgree);
    const reversed = factsAfter(...withPlan, ...[...others, employer].reverse());
    const jobLast = factsAfter(openIt, assignIt, draftIt, ...others, ...(job ? [job] : []), employer);
    expect(reversed.plans).toEqual(inOrder.plans);
    expect(jobLast.plans).toEqual(inOrder.plans);
  });

  it('counts what was signed on paper apart', () => {
    const facts = factsAfter(...withPlan, { ...agreeIt('funder'), evidence: EVIDENCE }, agreeIt('coach'));
    expect(latestOn('2024-03-01', facts).agreedBy.map(({ party, onPaper }) => [party, onPaper])).toEqual([
      ['funder', true],
      ['coach', false],
    ]);
  });

  it('is not yet agreed by a party that agreed on a later day, which may lie ahead', () => {
    const facts = factsAfter(...withPlan, agreeIt('candidate', '2024-12-01'));
    expect(latestOn('2024-11-30', facts).toAgree).toContain('candidate');
    expect(latestOn('2024-12-01', facts).toAgree).not.toContain('candidate');
  });
});

describe('the employer among the parties', () => {
  it('is not asked while no job runs, and is no reason to wait once the job has ended', () => {
    const withoutEmployer = allAgree.filter(({ party }) => party !== 'employer');
    const jobless = factsAfter(openIt, assignIt, draftIt, ...withoutEmployer);
    expect(jobless.plans).toMatchObject([{ agreedByAllOn: '2024-02-13' }]);
    const waiting = factsAfter(...withPlan, ...withoutEmployer);
    expect(waiting.plans).toEqual([{ version: 1, draftedOn: '2024-02-05' }]);
    const ended = factsAfter(...withPlan, ...withoutEmployer, endIt);
    expect(ended.plans).toMatchObject([{ agreedByAllOn: '2024-09-01' }]);
  });

  it('is asked again when the candidate goes to another, and what was agreed by all stays so', () => {
    const facts = factsAfter(...withPlan, ...allAgree, changeJobIt);
    expect(facts.plans).toMatchObject([{ agreedByAllOn: '2024-02-13' }]);
    expect(latestOn('2024-09-15', facts)).toMatchObject({ state: 'agreed', toAgree: [] });
    expect(latestOn('2024-09-16', facts)).toMatchObject({
      state: 'asked',
      agreedByAllOn: '2024-02-13',
      toAgree: ['employer'],
      employersToAgree: [OTHER_EMPLOYER],
    });
    const next = { ...agreeIt('employer', '2024-09-20'), answerId: id(255) };
    expect(latestOn('2024-09-20', factsAfter(...withPlan, ...allAgree, changeJobIt, next))).toMatchObject({
      state: 'agreed',
      agreedBy: expect.arrayContaining([expect.objectContaining({ employerId: OTHER_EMPLOYER })]),
    });
  });

  it('follows a correction of the job', () => {
    const withoutEmployer = allAgree.filter(({ party }) => party !== 'employer');
    const later = factsAfter(...withPlan, ...withoutEmployer, correctPlacement({ startsOn: '2024-03-01' }));
    expect(later.plans).toMatchObject([{ agreedByAllOn: '2024-02-13' }]);
    const elsewhere = factsAfter(...withPlan, ...allAgree, correctPlacement({ employerId: OTHER_EMPLOYER }));
    expect(elsewhere.plans).toEqual([{ version: 1, draftedOn: '2024-02-05' }]);
  });

  it('may agree before the job begins, when there is only one', () => {
    const { type: _, today: __, ...asked } = agreeIt('employer', '2024-01-20');
    onRunning(draftIt)
      .when(agreeIt('employer', '2024-01-20'))
      .thenRecords([{ type: 'PlanAgreed', data: { ...asked, planId: PLAN, employerId: EMPLOYER } }]);
  });
});

describe('a coach', () => {
  it('who takes over leaves the plan agreed', () => {
    const facts = factsAfter(...withPlan, ...allAgree, handOverIt);
    expect(latestOn('2024-06-01', facts)).toMatchObject({ state: 'agreed', toAgree: [] });
  });
});

describe('a version that was revised', () => {
  it('is not agreed by all on a day after the next was drafted', () => {
    const withoutEmployer = allAgree.filter(({ party }) => party !== 'employer');
    const facts = factsAfter(...withPlan, ...withoutEmployer, reviseIt, endIt);
    expect(facts.plans).toEqual([
      { version: 1, draftedOn: '2024-02-05' },
      { version: 2, draftedOn: '2024-06-03' },
    ]);
  });

  it('that was declined is agreed by nobody afterwards, also when the employer who did so is gone', () => {
    const withoutEmployer = allAgree.filter(({ party }) => party !== 'employer');
    const facts = factsAfter(...withPlan, ...withoutEmployer, declineIt('employer'), endIt);
    expect(facts.plans).toEqual([{ version: 1, draftedOn: '2024-02-05' }]);
  });
});

describe('a closed trajectory', () => {
  it('takes an answer up to its last day', () => {
    onRunning(draftIt, closeIt).when(agreeIt('coach', '2024-09-16')).thenRefuses('trajectory.closed', 'on');
    onRunning(draftIt, closeIt).when(declineIt('coach', '2024-09-16')).thenRefuses('trajectory.closed', 'on');
  });
});
