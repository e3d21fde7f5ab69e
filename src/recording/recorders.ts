import { candidateDecider } from '../../domain/candidate/index.js';
import { coachDecider } from '../../domain/coach/index.js';
import { employerDecider } from '../../domain/employer/index.js';
import { funderDecider } from '../../domain/funder/index.js';
import { organisationDecider } from '../../domain/organisation/index.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../domain/trajectory/index.js';
import type { TrajectoryState } from '../../domain/trajectory/state.js';
import type { Person } from '../privacy/personal-keys.port.js';
import { type RecorderParts, StreamRecorder } from './stream-recorder.js';

/** A recorder for each kind of stream. */
export class Recorders {
  readonly trajectories;
  readonly candidates;
  readonly coaches;
  readonly organisations;
  readonly employers;
  readonly funders;

  constructor(parts: RecorderParts) {
    this.trajectories = new StreamRecorder(
      { category: 'trajectory', decider: trajectoryDecider, person: candidateOf },
      parts,
    );
    this.candidates = new StreamRecorder(
      { category: 'candidate', decider: candidateDecider, person: (id) => `candidate/${id}` as const },
      parts,
    );
    this.coaches = new StreamRecorder(
      { category: 'coach', decider: coachDecider, person: (id) => `coach/${id}` as const },
      parts,
    );
    this.organisations = new StreamRecorder(
      {
        category: 'organisation',
        decider: organisationDecider,
        person: (id) => `organisation/${id}` as const,
      },
      parts,
    );
    this.employers = new StreamRecorder(
      { category: 'employer', decider: employerDecider, person: (id) => `employer/${id}` as const },
      parts,
    );
    this.funders = new StreamRecorder({ category: 'funder', decider: funderDecider, person: nobody }, parts);
  }
}

const nobody = (): undefined => undefined;

/** Whoever a trajectory's texts name, they are there because of the candidate, and go with the candidate's keys. */
function candidateOf(_: Id, state: TrajectoryState, events: readonly TrajectoryEvent[]): Person | undefined {
  const opened = events.find((event) => event.type === 'TrajectoryOpened');
  const candidateId = state.facts?.candidateId ?? opened?.data.candidateId;
  return candidateId === undefined ? undefined : `candidate/${candidateId}`;
}
