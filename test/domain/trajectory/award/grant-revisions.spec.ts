import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import {
  after,
  closeIt,
  correctGrant,
  EVIDENCE,
  GRANT,
  grantIt,
  id,
  onRunning,
  running,
} from '../examples.js';
import { correctRevision, decideIt, lodgeIt, REVISION, reviseIt } from './award-examples.js';

const BEYOND = { circumstances: { beyondLimit: true } };

function grantsAfter(...commands: readonly TrajectoryCommand[]) {
  return fold(trajectoryDecider, after(...running, grantIt, ...commands)).facts?.grants;
}

describe('a revised grant', () => {
  it('holds from its day on what the revision names, and what was there of the rest (reading 18)', () => {
    onRunning(grantIt)
      .when({ ...reviseIt({ minutes: 1500 }), evidence: EVIDENCE })
      .thenRecords([
        {
          type: 'GrantRevised',
          data: {
            revisionId: REVISION,
            grantId: GRANT,
            decidedOn: '2024-05-01',
            reason: 'Meer begeleiding nodig.',
            minutes: 1500,
            evidence: EVIDENCE,
          },
        },
      ]);
    const first = {
      decidedOn: '2024-02-10',
      from: '2024-02-01',
      to: '2024-07-31',
      regime: 'medium',
      beyondLimit: false,
    };
    expect(grantsAfter(reviseIt({ minutes: 1500 }))).toStrictEqual([
      {
        id: GRANT,
        decisions: [first, { ...first, decidedOn: '2024-05-01', minutes: 1500 }],
        revisions: [{ id: REVISION, decidedOn: '2024-05-01', minutes: 1500 }],
      },
    ]);
  });

  it('is decided once by one command, and may be decided ahead', () => {
    onRunning(grantIt, reviseIt({ minutes: 60 }))
      .when(reviseIt({ minutes: 60 }))
      .thenNothing();
    onRunning(grantIt, reviseIt({ minutes: 60 }))
      .when(reviseIt({ minutes: 61 }))
      .thenRefuses('id.already-used');
    expect(
      grantsAfter(reviseIt({ to: '2024-12-31' }, { decidedOn: '2024-11-01' }))?.[0]?.decisions,
    ).toHaveLength(2);
  });

  it('is the same in whichever order its revisions were recorded', () => {
    const early = reviseIt(
      { regime: 'light', minutes: 900 },
      { decidedOn: '2024-03-01', revisionId: id(171) },
    );
    const late = reviseIt({ regime: 'medium', minutes: null });
    const inOrder = grantsAfter(early, late);
    expect(inOrder).toStrictEqual(grantsAfter(late, early));
    expect(inOrder?.[0]?.decisions.map(({ regime, minutes }) => [regime, minutes])).toEqual([
      ['medium', undefined],
      ['light', 900],
      ['medium', undefined],
    ]);
    const sameDay = { ...early, decidedOn: late.decidedOn } as const;
    expect(grantsAfter(sameDay, late)).toStrictEqual(grantsAfter(late, sameDay));
  });

  it('goes past the limit only with a motivation, its own or the one that was there (reading 36)', () => {
    onRunning(grantIt)
      .when(reviseIt({ to: '2026-03-31' }, BEYOND))
      .thenRefuses('grant.beyond-limit-without-motivation', 'beyondLimitMotivation');
    const motivated = { to: '2026-03-31', beyondLimitMotivation: 'De werkplek verandert.' } as const;
    expect(grantsAfter(reviseIt(motivated, BEYOND))?.[0]?.decisions.at(-1)?.beyondLimit).toBe(true);
    const grant = { ...grantIt, beyondLimitMotivation: 'De werkplek verandert.' };
    const events = after(...running, grant, reviseIt({ to: '2026-03-31' }, BEYOND));
    expect(events.at(-1)?.type).toBe('GrantRevised');
    onRunning(grant)
      .when(reviseIt({ beyondLimitMotivation: ' ' }, BEYOND))
      .thenRefuses('grant.beyond-limit-without-motivation');
  });

  it('has days and hours that can be, in every decision that follows from it', () => {
    onRunning(grantIt)
      .when(reviseIt({ to: '2024-01-31' }))
      .thenRefuses('grant.period-invalid', 'to');
    onRunning(grantIt)
      .when(reviseIt({ minutes: -1 }))
      .thenRefuses('grant.hours-invalid', 'hours');
    const shortened = reviseIt({ to: '2024-04-30' });
    onRunning(grantIt, shortened)
      .when(reviseIt({ from: '2024-05-01' }, { revisionId: id(171), decidedOn: '2024-03-01' }))
      .thenRefuses('grant.period-invalid', 'to');
    onRunning(grantIt, shortened)
      .when(correctGrant({ from: '2024-05-01' }))
      .thenRefuses('grant.period-invalid', 'to');
    onRunning(grantIt, shortened)
      .when(correctGrant({ decidedOn: '2024-05-02' }))
      .thenRefuses('grant-revision.before-grant');
  });

  it('stays revised when its first decision is corrected', () => {
    const corrected = grantsAfter(reviseIt({ minutes: 1500 }), correctGrant({ regime: 'light' }));
    expect(corrected?.[0]?.decisions.map(({ regime, minutes }) => [regime, minutes])).toEqual([
      ['light', undefined],
      ['light', 1500],
    ]);
  });
});

describe('a correction of a revision', () => {
  it('equals having decided it right at once', () => {
    const wrong = reviseIt({ to: '2024-06-30', minutes: 900, beyondLimitMotivation: 'Nodig.' });
    const right = reviseIt(
      { regime: 'light', minutes: null, beyondLimitMotivation: null },
      { decidedOn: '2024-06-01' },
    );
    const correction = correctRevision({
      decidedOn: '2024-06-01',
      to: null,
      regime: 'light',
      minutes: null,
      beyondLimitMotivation: null,
    });
    expect(grantsAfter(wrong, correction)).toStrictEqual(grantsAfter(right));
  });

  it('holds only what changes', () => {
    onRunning(grantIt, reviseIt({ minutes: 900 }))
      .when(correctRevision({ minutes: 900, from: null }))
      .thenNothing();
    onRunning(grantIt, reviseIt({ regime: 'light' }))
      .when(correctRevision({ minutes: null }))
      .thenRecords([
        {
          type: 'GrantRevisionCorrected',
          data: { revisionId: REVISION, grantId: GRANT, reason: 'typefout', minutes: null },
        },
      ]);
  });

  it('is judged again', () => {
    onRunning(grantIt, reviseIt({ minutes: 900 }))
      .when(correctRevision({ decidedOn: '2024-02-09' }))
      .thenRefuses('grant-revision.before-grant', 'decidedOn');
    onRunning(grantIt, reviseIt({ minutes: 900 }))
      .when(correctRevision({ to: '2026-03-31' }, true))
      .thenRefuses('grant.beyond-limit-without-motivation');
  });
});

describe('a grant of a closed trajectory', () => {
  const after = { decidedOn: '2024-09-20' } as const;

  it('is revised up to the last day, and later only when it is or was rightly under objection', () => {
    onRunning(grantIt, closeIt)
      .when(reviseIt({ minutes: 60 }, after))
      .thenRefuses('trajectory.closed');
    const rejected = { ...decideIt, result: 'rejected' } as const;
    onRunning(grantIt, lodgeIt, rejected, closeIt)
      .when(reviseIt({ minutes: 60 }, after))
      .thenRefuses('trajectory.closed', 'decidedOn');
    for (const asked of [[lodgeIt], [lodgeIt, decideIt]]) {
      expect(grantsAfter(...asked, closeIt, reviseIt({ minutes: 60 }, after))?.[0]?.decisions).toHaveLength(
        2,
      );
    }
  });
});
