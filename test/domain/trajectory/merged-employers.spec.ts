import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { TrajectoryCommand } from '../../../domain/trajectory/commands.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../../domain/trajectory/index.js';
import { opened } from '../../projections/story.js';
import { given } from '../../spec/given.js';
import { TODAY } from './examples.js';

/** Two registrations of one bakery, the second merged into the first, and a garage. */
const survivors = new Map([['bakery-2', 'bakery-1']]);

const placed = (placementId: string, employerId: string, kind: 'employment' | 'trial-placement', more = {}) =>
  ({
    type: 'PlacementStarted',
    data: { placementId, employerId, kind, startsOn: '2024-03-01', hoursPerWeek: 24, ...more },
  }) as const satisfies TrajectoryEvent;

const start = (employerId: string, kind: 'employment' | 'trial-placement', more = {}) =>
  ({
    type: 'StartPlacement',
    placementId: 'placement-9',
    employerId,
    kind,
    startsOn: '2024-04-01',
    hoursPerWeek: 24,
    today: TODAY,
    circumstances: { ruleSet: PRESETS['uwv-2014'], survivors },
    ...more,
  }) as const satisfies TrajectoryCommand;

const apart = { circumstances: { ruleSet: PRESETS['uwv-2014'] } };

describe('two registrations of one employer', () => {
  it('are one where a second placement of the same kind is refused', () => {
    const before = given(trajectoryDecider, [opened(), placed('p-1', 'bakery-1', 'employment')]);
    before.when(start('bakery-2', 'employment')).thenRefuses('placement.overlaps-same-kind', 'startsOn');
    before
      .when(start('garage', 'employment'))
      .thenRecords([placed('placement-9', 'garage', 'employment', { startsOn: '2024-04-01' })]);
    before
      .when(start('bakery-2', 'employment', apart))
      .thenRecords([placed('placement-9', 'bakery-2', 'employment', { startsOn: '2024-04-01' })]);
  });

  it('are one where trials together are too long', () => {
    const trial = placed('p-1', 'bakery-1', 'trial-placement', { plannedEnd: '2024-03-31' });
    const ended: TrajectoryEvent = {
      type: 'PlacementEnded',
      data: { placementId: 'p-1', endedOn: '2024-03-31', reportedOn: TODAY, reason: 'Voorbij.' },
    };
    const before = given(trajectoryDecider, [opened(), trial, ended]);
    const longer = { plannedEnd: '2024-05-01' };
    before.when(start('bakery-2', 'trial-placement', longer)).thenRefuses('trial-placement.too-long');
    before
      .when(start('bakery-2', 'trial-placement', { ...longer, ...apart }))
      .thenRecords([
        placed('placement-9', 'bakery-2', 'trial-placement', { startsOn: '2024-04-01', ...longer }),
      ]);
  });

  it('are one where a job change asks for an application: at the same employer it is no first one', () => {
    const grant: TrajectoryEvent = {
      type: 'CoachingGranted',
      data: { grantId: 'g', decidedOn: '2024-03-01', from: '2024-03-01', to: '2024-08-31', regime: 'medium' },
    };
    const change = (circumstances: object) =>
      trajectoryDecider.decide(
        {
          type: 'ChangeJob',
          endedOn: '2024-04-30',
          reason: 'Andere afdeling.',
          applicationId: 'application-9',
          next: {
            placementId: 'placement-9',
            employerId: 'bakery-2',
            kind: 'employment',
            startsOn: '2024-05-01',
            hoursPerWeek: 24,
          },
          today: TODAY,
          circumstances: { ruleSet: PRESETS['uwv-2014'], ...circumstances },
        },
        [opened(), placed('p-1', 'bakery-1', 'employment'), grant].reduce(
          (state, event) => trajectoryDecider.evolve(state, event),
          trajectoryDecider.initialState,
        ),
      );
    const drafted = (events: readonly TrajectoryEvent[]) =>
      events.flatMap((event) => (event.type === 'ApplicationDrafted' ? [event.data.kind] : []));
    expect([drafted(change({ survivors })), drafted(change({}))]).toEqual([['change'], ['first']]);
  });
});
