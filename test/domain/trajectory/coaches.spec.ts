import { describe, it } from '@jest/globals';
import type { CorrectCoachAssignment } from '../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../domain/trajectory/index.js';
import { given } from '../../spec/given.js';
import {
  ASSIGNMENT,
  after,
  assignIt,
  CANDIDATE,
  COACH,
  closeIt,
  EMPLOYER,
  FREE,
  HANDOVER,
  handOverIt,
  id,
  nameIt,
  OTHER_COACH,
  onRunning,
  openIt,
  SUBSTITUTION,
  substituteIt,
  TODAY,
  WITH_COACH,
} from './examples.js';

const endSubstitution = (endedOn: '2024-04-20' | '2024-11-10' | '2024-10-31') =>
  ({ type: 'EndSubstitution', today: TODAY, substitutionId: SUBSTITUTION, endedOn }) as const;

function correct(
  changes: CorrectCoachAssignment['changes'],
  assignmentId = ASSIGNMENT,
): CorrectCoachAssignment {
  return {
    type: 'CorrectCoachAssignment',
    today: TODAY,
    assignmentId,
    changes,
    reason: 'typefout',
    ...WITH_COACH,
  };
}

const tiedTo = (party: { candidateId: string } | { employerId: string }) => ({
  circumstances: { coach: { ...FREE, ties: [{ kind: 'family', from: '2024-01-01', ...party }] } },
});

describe('nothing yet', () => {
  it('opens a trajectory, also one that will begin or that continues another', () => {
    const { type: _type, today: _today, circumstances: _circumstances, ...data } = openIt;
    given(trajectoryDecider, [])
      .when({ ...openIt, openedOn: '2024-12-01', continues: id(9) })
      .thenRecords([
        { type: 'TrajectoryOpened', data: { ...data, openedOn: '2024-12-01', continues: id(9) } },
      ]);
  });
});

describe('an open trajectory', () => {
  it('is not opened twice, and not by another under the same id', () => {
    given(trajectoryDecider, after(openIt)).when(openIt).thenNothing();
    given(trajectoryDecider, after(openIt))
      .when({ ...openIt, openedOn: '2024-01-11' })
      .thenRefuses('id.already-used');
    given(trajectoryDecider, after(openIt))
      .when({ ...openIt, trajectoryId: id(5) })
      .thenRefuses('id.already-used');
  });

  it('assigns a coach, also from before the opening or from a day to come', () => {
    for (const from of ['2023-11-01', '2025-01-01'] as const) {
      given(trajectoryDecider, after(openIt))
        .when({ ...assignIt, from })
        .thenRecords([
          {
            type: 'CoachAssigned',
            data: { assignmentId: ASSIGNMENT, coachId: COACH, from, chosenBy: 'candidate' },
          },
        ]);
    }
  });

  it('refuses a coach who is tied to the candidate, or to where the candidate works that day', () => {
    given(trajectoryDecider, after(openIt))
      .when({ ...assignIt, ...(tiedTo({ candidateId: CANDIDATE }) as typeof WITH_COACH) })
      .thenRefuses('coach.tied', 'coachId');
    const later = {
      ...assignIt,
      assignmentId: id(31),
      ...(tiedTo({ employerId: EMPLOYER }) as typeof WITH_COACH),
    };
    onRunning()
      .when({ ...later, from: '2024-02-01' })
      .thenRefuses('coach.tied');
    onRunning()
      .when({ ...later, from: '2024-01-31' })
      .thenRecords([
        {
          type: 'CoachAssigned',
          data: { assignmentId: id(31), coachId: COACH, from: '2024-01-31', chosenBy: 'candidate' },
        },
      ]);
  });

  it('refuses an unrecognised substitute or successor where the rules do', () => {
    const circumstances = { coach: { ...FREE, withoutRecognition: 'refusal' as const } };
    onRunning()
      .when({ ...substituteIt, circumstances })
      .thenRefuses('coach.not-recognised');
    onRunning()
      .when({ ...handOverIt, circumstances })
      .thenRefuses('coach.not-recognised');
  });

  it('names a case director, and refuses a name that holds a BSN', () => {
    onRunning()
      .when(nameIt)
      .thenRecords([
        {
          type: 'CaseDirectorNamed',
          data: { namingId: nameIt.namingId, name: nameIt.name, from: nameIt.from },
        },
      ]);
    onRunning()
      .when({ ...nameIt, name: '1112.22.333' })
      .thenRefuses('bsn.not-allowed', 'name');
  });
});

describe('a trajectory with a coach', () => {
  it('is handed over by the coach of the day before', () => {
    onRunning()
      .when(handOverIt)
      .thenRecords([
        {
          type: 'CoachHandedOver',
          data: {
            handoverId: HANDOVER,
            fromCoachId: COACH,
            toCoachId: OTHER_COACH,
            on: '2024-06-01',
            reason: 'Andere regio.',
            candidateAgreed: true,
          },
        },
      ]);
  });

  it('has nothing to hand over to the coach it has', () => {
    onRunning()
      .when({ ...handOverIt, coachId: COACH })
      .thenNothing();
  });

  it('takes a handover again as done, also after the coach before it was corrected', () => {
    onRunning(handOverIt).when(handOverIt).thenNothing();
    onRunning(handOverIt, correct({ coachId: id(12) }))
      .when(handOverIt)
      .thenNothing();
    onRunning(handOverIt, correct({ until: '2024-05-01' }))
      .when(handOverIt)
      .thenNothing();
    onRunning(handOverIt)
      .when({ ...handOverIt, coachId: id(12) })
      .thenRefuses('id.already-used');
  });

  it('corrects an assignment by what changes, and null gives it no end', () => {
    onRunning(correct({ until: '2024-05-31' }))
      .when(correct({ until: null, coachId: COACH }))
      .thenRecords([
        {
          type: 'CoachAssignmentCorrected',
          data: { assignmentId: ASSIGNMENT, reason: 'typefout', until: null },
        },
      ]);
    onRunning()
      .when(correct({ from: assignIt.from, chosenBy: 'candidate' }))
      .thenNothing();
  });

  it('corrects a handover like an assignment', () => {
    onRunning(handOverIt)
      .when(correct({ from: '2024-06-03' }, HANDOVER))
      .thenRecords([
        {
          type: 'CoachAssignmentCorrected',
          data: { assignmentId: HANDOVER, reason: 'typefout', from: '2024-06-03' },
        },
      ]);
  });

  it('refuses a correction to a coach who could not have been assigned', () => {
    onRunning()
      .when({
        ...correct({ coachId: OTHER_COACH }),
        ...(tiedTo({ candidateId: CANDIDATE }) as typeof WITH_COACH),
      })
      .thenRefuses('coach.tied');
  });
});

describe('a trajectory with a substitute', () => {
  it('brings the end of a substitution that still runs to another day', () => {
    for (const endedOn of ['2024-04-20', '2024-11-10'] as const) {
      onRunning(substituteIt)
        .when(endSubstitution(endedOn))
        .thenRecords([{ type: 'SubstitutionEnded', data: { substitutionId: SUBSTITUTION, endedOn } }]);
    }
  });

  it('ends it once', () => {
    onRunning(substituteIt).when(endSubstitution('2024-10-31')).thenNothing();
    onRunning(substituteIt, endSubstitution('2024-04-20')).when(endSubstitution('2024-04-20')).thenNothing();
    onRunning(substituteIt, endSubstitution('2024-11-10'))
      .when(endSubstitution('2024-04-20'))
      .thenRefuses('substitution.already-ended');
  });
});

describe('a closed trajectory', () => {
  it('takes parties up to its last day only', () => {
    onRunning(closeIt)
      .when({ ...assignIt, assignmentId: id(31), from: '2024-09-16' })
      .thenRefuses('trajectory.closed');
    onRunning(closeIt)
      .when({ ...handOverIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed');
    onRunning(closeIt)
      .when({ ...nameIt, from: '2024-09-16' })
      .thenRefuses('trajectory.closed');
    onRunning(closeIt)
      .when({ ...substituteIt, from: '2024-09-16' })
      .thenRefuses('trajectory.closed');
    onRunning(closeIt)
      .when(correct({ from: '2024-09-16' }))
      .thenRefuses('trajectory.closed');
    onRunning(substituteIt, closeIt).when(endSubstitution('2024-11-10')).thenRefuses('trajectory.closed');
  });
});
