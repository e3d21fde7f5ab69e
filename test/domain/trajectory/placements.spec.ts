import { describe, it } from '@jest/globals';
import { trajectoryDecider } from '../../../domain/trajectory/index.js';
import { given } from '../../spec/given.js';
import {
  APPLICATION,
  after,
  CHANGE,
  changeIt,
  changeJobIt,
  closeIt,
  correctPlacement,
  EMPLOYER,
  endIt,
  grantIt,
  id,
  JOB,
  learnIt,
  NEXT_JOB,
  OTHER_EMPLOYER,
  onRunning,
  openIt,
  receiveIt,
  recordIt,
  startIt,
  TODAY,
  TRIAL,
  trialIt,
} from './examples.js';

const started = {
  placementId: JOB,
  employerId: EMPLOYER,
  kind: 'employment',
  startsOn: '2024-02-01',
  hoursPerWeek: 24,
} as const;
const ended = {
  placementId: JOB,
  endedOn: '2024-08-31',
  reportedOn: TODAY,
  reason: 'Contract liep af.',
} as const;
const correctedWith = (changes: object) => [
  { type: 'PlacementCorrected' as const, data: { placementId: JOB, reason: 'typefout', ...changes } },
];

describe('an open trajectory', () => {
  it('starts a placement that began before the opening, or that begins later', () => {
    for (const startsOn of ['2021-05-01', '2025-01-01'] as const) {
      given(trajectoryDecider, after(openIt))
        .when({ ...startIt, startsOn })
        .thenRecords([{ type: 'PlacementStarted', data: { ...started, startsOn } }]);
    }
  });

  it('records a stay that is over already in one decision', () => {
    given(trajectoryDecider, after(openIt))
      .when({ ...startIt, ended: { endedOn: '2024-08-31', reason: 'Contract liep af.' } })
      .thenRecords([
        { type: 'PlacementStarted', data: started },
        { type: 'PlacementEnded', data: ended },
      ]);
  });

  it('refuses a stay that is over before it began, or was planned so', () => {
    given(trajectoryDecider, after(openIt))
      .when({ ...startIt, ended: { endedOn: '2024-01-31', reason: '' } })
      .thenRefuses('period.invalid', 'endedOn');
    given(trajectoryDecider, after(openIt))
      .when({ ...startIt, plannedEnd: '2024-01-31' })
      .thenRefuses('period.invalid', 'plannedEnd');
  });

  it('refuses the same work as an unknown placement, unless it continues another trajectory', () => {
    const same = { ...startIt, sameWorkAs: id(48) };
    given(trajectoryDecider, after(openIt)).when(same).thenRefuses('placement.unknown', 'sameWorkAs');
    given(trajectoryDecider, after(openIt))
      .when({ ...startIt, sameWorkAs: JOB })
      .thenRefuses('placement.unknown');
    given(trajectoryDecider, after({ ...openIt, continues: id(9) }))
      .when(same)
      .thenRecords([{ type: 'PlacementStarted', data: { ...started, sameWorkAs: id(48) } }]);
  });

  it('refuses a BSN in the name of a manager or a formal employer', () => {
    given(trajectoryDecider, after(openIt))
      .when({ ...startIt, managerName: 'K. Bos, 111 222 333' })
      .thenRefuses('bsn.not-allowed', 'managerName');
    given(trajectoryDecider, after(openIt))
      .when({ ...startIt, formalEmployerName: '111222333' })
      .thenRefuses('bsn.not-allowed', 'formalEmployerName');
  });
});

describe('a trajectory with a job', () => {
  it('starts another of another kind at the same employer, and of the same kind elsewhere, on the same days', () => {
    const other = { ...startIt, placementId: NEXT_JOB } as const;
    onRunning()
      .when({ ...other, kind: 'sheltered' })
      .thenRecords([
        { type: 'PlacementStarted', data: { ...started, placementId: NEXT_JOB, kind: 'sheltered' } },
      ]);
    onRunning()
      .when({ ...other, employerId: OTHER_EMPLOYER })
      .thenRecords([
        { type: 'PlacementStarted', data: { ...started, placementId: NEXT_JOB, employerId: OTHER_EMPLOYER } },
      ]);
  });

  it('takes an earlier stay at the same employer that ended before this one', () => {
    const earlier = { ...startIt, placementId: NEXT_JOB, startsOn: '2022-01-01' } as const;
    onRunning().when(earlier).thenRefuses('placement.overlaps-same-kind');
    onRunning()
      .when({ ...earlier, ended: { endedOn: '2024-02-01', reason: '' } })
      .thenRefuses('placement.overlaps-same-kind');
    onRunning()
      .when({ ...earlier, ended: { endedOn: '2024-01-31', reason: 'Einde.' } })
      .thenRecords([
        { type: 'PlacementStarted', data: { ...started, placementId: NEXT_JOB, startsOn: '2022-01-01' } },
        {
          type: 'PlacementEnded',
          data: { placementId: NEXT_JOB, endedOn: '2024-01-31', reportedOn: TODAY, reason: 'Einde.' },
        },
      ]);
  });

  it('is ended once', () => {
    onRunning()
      .when(endIt)
      .thenRecords([{ type: 'PlacementEnded', data: ended }]);
    onRunning(endIt).when(endIt).thenNothing();
  });

  it('changes from a day on, once, and not with nothing', () => {
    onRunning()
      .when(changeIt)
      .thenRecords([
        {
          type: 'PlacementChanged',
          data: { placementId: JOB, changeId: CHANGE, from: '2024-05-01', hoursPerWeek: 32 },
        },
      ]);
    onRunning(changeIt).when(changeIt).thenNothing();
    onRunning(changeIt)
      .when({ ...changeIt, hoursPerWeek: 30 })
      .thenRefuses('id.already-used');
    onRunning()
      .when({ ...changeIt, hoursPerWeek: undefined })
      .thenNothing();
  });

  it('changes only on days that it runs', () => {
    onRunning(endIt)
      .when({ ...changeIt, from: '2024-09-01' })
      .thenRefuses('placement-change.outside-placement', 'from');
  });

  it('is corrected by what changes, and null reopens it', () => {
    onRunning(endIt)
      .when(correctPlacement({ endedOn: null, hoursPerWeek: 24, employerId: EMPLOYER }))
      .thenRecords(correctedWith({ endedOn: null }));
    onRunning()
      .when(correctPlacement({ hoursPerWeek: 24, wageValuePercent: null, endedOn: null }))
      .thenNothing();
  });

  it('has an ending that a correction records reported on that day, and one that was reported before on its own', () => {
    onRunning()
      .when(correctPlacement({ endedOn: '2024-08-31' }))
      .thenRecords(correctedWith({ endedOn: '2024-08-31', reportedOn: TODAY }));
    onRunning(endIt)
      .when(correctPlacement({ endedOn: '2024-08-30' }))
      .thenRecords(correctedWith({ endedOn: '2024-08-30' }));
  });

  it('compares what its facts do not hold too', () => {
    const stated = { wageValuePercent: 60, formalEmployerName: 'Detacheringsbureau Noord' };
    const before = given(trajectoryDecider, after(openIt, { ...startIt, ...stated }));
    before.when(correctPlacement(stated)).thenNothing();
    before
      .when(correctPlacement({ ...stated, wageValuePercent: 70 }))
      .thenRecords(correctedWith({ wageValuePercent: 70 }));
  });

  it('refuses a correction that would break a rule', () => {
    const later = { ...startIt, placementId: NEXT_JOB, startsOn: '2024-09-01' } as const;
    onRunning(endIt, later)
      .when(correctPlacement({ endedOn: null }))
      .thenRefuses('placement.overlaps-same-kind');
    onRunning(endIt)
      .when(correctPlacement({ startsOn: '2024-09-01' }))
      .thenRefuses('placement.ends-before-start', 'startsOn');
    onRunning(changeIt)
      .when(correctPlacement({ startsOn: '2024-05-02' }))
      .thenRefuses('placement-change.outside-placement', 'startsOn');
    onRunning()
      .when(correctPlacement({ plannedEnd: '2024-01-31' }))
      .thenRefuses('period.invalid', 'plannedEnd');
    onRunning()
      .when(correctPlacement({ hoursPerWeek: 200 }))
      .thenRefuses('hours-per-week.invalid');
    onRunning()
      .when(correctPlacement({ sameWorkAs: id(48) }))
      .thenRefuses('placement.unknown');
  });
});

describe('a trial placement', () => {
  const planned = { ...trialIt, plannedEnd: '2024-03-31' } as const;
  const endTrial = { ...endIt, placementId: TRIAL } as const;
  const extension = { ...receiveIt, kind: 'extension', placementId: TRIAL } as const;

  it('ends, changes and is corrected within its longest duration', () => {
    onRunning(planned)
      .when({ ...endTrial, endedOn: '2024-05-01' })
      .thenRefuses('trial-placement.too-long');
    onRunning(planned)
      .when({ ...changeIt, placementId: TRIAL, from: '2024-03-10', plannedEnd: '2024-05-01' })
      .thenRefuses('trial-placement.too-long');
    onRunning(planned)
      .when(correctPlacement({ plannedEnd: '2024-05-01' }, TRIAL))
      .thenRefuses('trial-placement.too-long');
    onRunning(planned)
      .when({ ...endTrial, endedOn: '2024-04-30' })
      .thenRecords([
        { type: 'PlacementEnded', data: { ...ended, placementId: TRIAL, endedOn: '2024-04-30' } },
      ]);
  });

  it('counts together with every other trial at that employer', () => {
    const ended = { ...planned, ended: { endedOn: '2024-03-31', reason: 'Einde.' } } as const;
    const again = { ...trialIt, placementId: id(43), startsOn: '2024-04-15' } as const;
    onRunning(ended)
      .when({ ...again, plannedEnd: '2024-05-01' })
      .thenRefuses('trial-placement.too-long');
    onRunning(ended)
      .when({ ...again, plannedEnd: '2024-05-01', employerId: id(23) })
      .thenRecords([
        {
          type: 'PlacementStarted',
          data: {
            ...started,
            placementId: id(43),
            employerId: id(23),
            kind: 'trial-placement',
            startsOn: '2024-04-15',
            plannedEnd: '2024-05-01',
          },
        },
      ]);
  });

  it('may last the extended duration once an extension for it was granted', () => {
    const granted = { ...grantIt, applicationId: APPLICATION } as const;
    onRunning(planned, extension)
      .when({ ...endTrial, endedOn: '2024-08-31' })
      .thenRefuses('trial-placement.too-long');
    onRunning(planned, extension, granted)
      .when({ ...endTrial, endedOn: '2024-08-31' })
      .thenRecords([{ type: 'PlacementEnded', data: { ...ended, placementId: TRIAL } }]);
    onRunning(planned, extension, granted)
      .when({ ...endTrial, endedOn: '2024-09-01' })
      .thenRefuses('trial-placement.too-long');
  });

  it('ends on the clamped day when it began at a month’s end', () => {
    const february = { ...trialIt, startsOn: '2023-12-31' } as const;
    onRunning()
      .when({ ...february, plannedEnd: '2024-02-29' })
      .thenRefuses('trial-placement.too-long');
    onRunning(february)
      .when({ ...endTrial, endedOn: '2024-02-28' })
      .thenRecords([
        { type: 'PlacementEnded', data: { ...ended, placementId: TRIAL, endedOn: '2024-02-28' } },
      ]);
  });
});

describe('a closed trajectory', () => {
  it('takes no change of work after its last day', () => {
    const refused = [
      { ...startIt, placementId: NEXT_JOB, employerId: OTHER_EMPLOYER, startsOn: '2024-09-16' },
      { ...endIt, endedOn: '2024-09-16' },
      { ...changeIt, from: '2024-09-16' },
      changeJobIt,
      learnIt,
      correctPlacement({ startsOn: '2024-09-16' }),
    ] as const;
    for (const command of refused) onRunning(closeIt).when(command).thenRefuses('trajectory.closed');
    onRunning(closeIt)
      .when(endIt)
      .thenRecords([{ type: 'PlacementEnded', data: ended }]);
  });
});

describe('a fit note', () => {
  it('belongs to a placement of the trajectory', () => {
    const { type: _type, today: _today, ...data } = learnIt;
    onRunning()
      .when(learnIt)
      .thenRecords([{ type: 'FitLearned', data }]);
    onRunning(learnIt).when(learnIt).thenNothing();
    onRunning()
      .when({ ...learnIt, placementId: id(49) })
      .thenRefuses('placement.unknown');
    onRunning(recordIt)
      .when({ ...learnIt, fitId: recordIt.sessionId })
      .thenRefuses('id.already-used');
  });
});
