import { describe, it } from '@jest/globals';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { ApplicationKind } from '../../../domain/shared/lists.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import {
  APPLICATION,
  changeJobIt,
  EMPLOYER,
  endIt,
  FIT,
  grantIt,
  id,
  JOB,
  learnIt,
  NEXT_JOB,
  onRunning,
  RULES,
  receiveIt,
  TODAY,
} from './examples.js';

describe('a job change', () => {
  const { next } = changeJobIt;
  const drafted = {
    applicationId: APPLICATION,
    kind: 'first',
    placementId: NEXT_JOB,
    regime: 'medium',
    dueOn: '2024-10-14',
    draftedOn: TODAY,
  } as const;
  const end = { placementId: JOB, endedOn: '2024-08-31', reportedOn: TODAY, reason: 'Nieuwe baan.' } as const;

  it('ends the one job, starts the next and drafts the application, and leaves the coach', () => {
    onRunning()
      .when(changeJobIt)
      .thenRecords([
        { type: 'PlacementEnded', data: end },
        { type: 'PlacementStarted', data: next },
        { type: 'ApplicationDrafted', data: drafted },
      ]);
  });

  it('carries what was learned, also what an earlier change carried', () => {
    const toThird = {
      ...changeJobIt,
      endedOn: '2024-09-20',
      placementId: NEXT_JOB,
      next: { ...changeJobIt.next, placementId: id(43), startsOn: '2024-09-23', employerId: id(22) },
      applicationId: id(71),
    } as const;
    const carried = {
      fitIds: [FIT],
      fromPlacementId: NEXT_JOB,
      toPlacementId: id(43),
      on: '2024-09-23',
    } as const;
    onRunning(learnIt, changeJobIt)
      .when(toThird)
      .thenRecords([
        { type: 'PlacementEnded', data: { ...end, placementId: NEXT_JOB, endedOn: '2024-09-20' } },
        {
          type: 'PlacementStarted',
          data: { ...next, placementId: id(43), startsOn: '2024-09-23', employerId: id(22) },
        },
        { type: 'FitCarried', data: carried },
        {
          type: 'ApplicationDrafted',
          data: { ...drafted, applicationId: id(71), placementId: id(43), dueOn: '2024-10-21' },
        },
      ]);
  });

  it('drafts a first application where terms are counted per employer, with the regime last granted', () => {
    const { ruleSet } = RULES.circumstances;
    const perEmployer = { ...ruleSet, clock: { ...ruleSet.clock, scope: 'employment' as const } };
    const light = {
      ...grantIt,
      grantId: id(81),
      from: '2024-08-01',
      to: '2025-01-31',
      regime: 'light',
    } as const;
    onRunning(light, grantIt)
      .when({ ...changeJobIt, circumstances: { ruleSet: perEmployer } })
      .thenRecords([
        { type: 'PlacementEnded', data: end },
        { type: 'PlacementStarted', data: next },
        { type: 'ApplicationDrafted', data: { ...drafted, kind: 'first', regime: 'light' } },
      ]);
  });

  it('drafts a change of the grant that runs on, or the follow-on of the last, where one term goes on', () => {
    const running = { ...grantIt, grantId: id(81), from: '2024-08-01', to: '2025-01-31' } as const;
    const draftOf = (kind: ApplicationKind, dueOn: CalendarDate): readonly TrajectoryEvent[] => [
      { type: 'PlacementEnded', data: end },
      { type: 'PlacementStarted', data: next },
      { type: 'ApplicationDrafted', data: { ...drafted, kind, dueOn } },
    ];
    onRunning(grantIt, running).when(changeJobIt).thenRecords(draftOf('change', '2024-10-14'));
    onRunning(grantIt).when(changeJobIt).thenRecords(draftOf('follow-on', '2024-08-28'));
  });

  it('takes a job that was ended on that day before', () => {
    onRunning(endIt)
      .when(changeJobIt)
      .thenRecords([
        { type: 'PlacementStarted', data: next },
        { type: 'ApplicationDrafted', data: drafted },
      ]);
    onRunning(endIt)
      .when({ ...changeJobIt, placementId: JOB, endedOn: '2024-08-30' })
      .thenRefuses('placement.already-ended');
  });

  it('is made once, and refuses a next job that cannot be', () => {
    onRunning(changeJobIt).when(changeJobIt).thenNothing();
    onRunning()
      .when({ ...changeJobIt, applicationId: JOB })
      .thenRefuses('id.already-used');
    onRunning()
      .when({ ...changeJobIt, next: { ...changeJobIt.next, employerId: EMPLOYER, startsOn: '2024-08-31' } })
      .thenRefuses('placement.overlaps-same-kind');
    onRunning()
      .when({
        ...changeJobIt,
        next: { ...changeJobIt.next, kind: 'trial-placement', plannedEnd: '2024-11-16' },
      })
      .thenRefuses('trial-placement.too-long');
    onRunning()
      .when({ ...changeJobIt, placementId: id(49) })
      .thenRefuses('placement.not-found');
  });

  it('lets the draft be sent under its own id, once', () => {
    const sent = { ...receiveIt, kind: 'change', receivedOn: '2024-09-20', placementId: NEXT_JOB } as const;
    const { type: _type, today: _today, ...data } = sent;
    onRunning(changeJobIt)
      .when(sent)
      .thenRecords([{ type: 'ApplicationReceived', data }]);
    onRunning(changeJobIt, sent).when(sent).thenNothing();
    onRunning(changeJobIt)
      .when({ ...grantIt, applicationId: APPLICATION })
      .thenRefuses('application.unknown');
  });
});
