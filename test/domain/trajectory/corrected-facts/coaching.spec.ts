import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import { itemById } from '../../../../domain/shared/items-by-id.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import {
  after,
  CANDIDATE,
  CONTACT,
  changeJobIt,
  closeIt,
  contactIt,
  FIT,
  FREE,
  id,
  JOB,
  learnIt,
  NEXT_JOB,
  OTHER_EMPLOYER,
  onRunning,
  running,
  SUBSTITUTION,
  startIt,
  substituteIt,
  TODAY,
} from '../examples.js';
import { correctContact, correctFit, correctSubstitution, reason } from './examples.js';

const stateAfter = (...commands: readonly TrajectoryCommand[]) =>
  fold(trajectoryDecider, after(...running, ...commands));

describe('an employer contact', () => {
  it('is corrected by what changes, and null takes away who sought it', () => {
    onRunning({ ...contactIt, initiatedBy: 'employer' })
      .when(correctContact({ minutes: 25, kind: 'advice', initiatedBy: null }))
      .thenRecords([
        {
          type: 'EmployerContactCorrected',
          data: { contactId: CONTACT, reason, minutes: 25, initiatedBy: null },
        },
      ]);
    onRunning(contactIt)
      .when(correctContact({ minutes: 20, initiatedBy: null }))
      .thenNothing();
  });

  it('is corrected to nothing that could not have been recorded', () => {
    onRunning(contactIt)
      .when(correctContact({ minutes: 0 }))
      .thenRefuses('minutes.invalid');
    onRunning(contactIt)
      .when(correctContact({ on: '2024-10-01' }))
      .thenRefuses('date.in-future', 'on');
    onRunning(contactIt)
      .when(correctContact({ on: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'on');
    onRunning(contactIt, closeIt)
      .when(correctContact({ on: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'on');
  });

  it('is as if it had been recorded right at once, and is not recorded again', () => {
    const corrected = stateAfter(contactIt, correctContact({ employerId: OTHER_EMPLOYER, on: '2024-03-08' }));
    const right = stateAfter({ ...contactIt, employerId: OTHER_EMPLOYER, on: '2024-03-08' });
    expect(itemById(corrected.contacts, CONTACT)).toEqual(itemById(right.contacts, CONTACT));
    onRunning(contactIt, correctContact({ minutes: 25 }), correctContact({ minutes: 30 }))
      .when(contactIt)
      .thenNothing();
  });
});

describe('a substitution', () => {
  it('is corrected by what changes, and null lets it run on', () => {
    onRunning(substituteIt)
      .when(correctSubstitution({ until: null, from: '2024-04-02' }))
      .thenRecords([
        {
          type: 'SubstitutionCorrected',
          data: { substitutionId: SUBSTITUTION, reason, until: null, from: '2024-04-02' },
        },
      ]);
    onRunning(substituteIt)
      .when(correctSubstitution({ until: substituteIt.until }))
      .thenNothing();
  });

  it('that was ended runs again, and can be ended again', () => {
    const ended = {
      type: 'EndSubstitution',
      today: TODAY,
      substitutionId: SUBSTITUTION,
      endedOn: '2024-04-20',
    } as const;
    onRunning(substituteIt, ended, correctSubstitution({ until: null }))
      .when({ ...ended, endedOn: '2024-05-01' })
      .thenRecords([
        { type: 'SubstitutionEnded', data: { substitutionId: SUBSTITUTION, endedOn: '2024-05-01' } },
      ]);
  });

  it('is corrected to nothing that could not have been recorded', () => {
    onRunning(substituteIt)
      .when(correctSubstitution({ until: '2024-03-31' }))
      .thenRefuses('substitution.ends-before-start', 'until');
    onRunning(substituteIt, closeIt)
      .when(correctSubstitution({ from: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'from');
    const tied = { ...FREE, ties: [{ kind: 'family', candidateId: CANDIDATE, from: '2024-01-01' }] } as const;
    onRunning(substituteIt)
      .when(correctSubstitution({ coachId: id(12) }, { coach: tied }))
      .thenRefuses('coach.tied');
  });
});

describe('a fit note', () => {
  const elsewhere = { ...startIt, placementId: id(43), employerId: id(22) };

  it('is corrected in its texts and in its placement', () => {
    onRunning(learnIt)
      .when(correctFit({ fits: ['vaste begintijd'], placementId: JOB }))
      .thenRecords([{ type: 'FitNoteCorrected', data: { fitId: FIT, reason, fits: ['vaste begintijd'] } }]);
    onRunning(learnIt, elsewhere)
      .when(correctFit({ placementId: id(43) }))
      .thenRecords([{ type: 'FitNoteCorrected', data: { fitId: FIT, reason, placementId: id(43) } }]);
    onRunning(learnIt)
      .when(correctFit({ placementId: id(43) }))
      .thenRefuses('placement.unknown', 'placementId');
  });

  it('moves along from the placement that it was corrected to', () => {
    const moved = [learnIt, elsewhere, correctFit({ placementId: id(43) })];
    const carried = (placementId: string) =>
      stateAfter(...moved, { ...changeJobIt, placementId }).fitNotes.get(NEXT_JOB);
    expect(carried(id(43))).toEqual([FIT]);
    expect(carried(JOB)).toBeUndefined();
  });

  it('that moved along keeps its placement, and its texts can still be corrected', () => {
    onRunning(learnIt, changeJobIt)
      .when(correctFit({ placementId: NEXT_JOB }))
      .thenRefuses('fit-note.carried', 'placementId');
    onRunning(learnIt, changeJobIt)
      .when(correctFit({ adjustments: [] }))
      .thenRecords([{ type: 'FitNoteCorrected', data: { fitId: FIT, reason, adjustments: [] } }]);
  });
});
