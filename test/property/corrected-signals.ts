import fc from 'fast-check';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import { reason, TODAY } from './arbitraries.js';
import {
  contactIt,
  directorIt,
  incidentIt,
  managerIt,
  moveIt,
  needIt,
  organisationIt,
  rhythmIt,
  substituteIt,
} from './signal-commands.js';

/** A second way to record what was recorded first, and the correction that leads from the one to the other. */
export type Corrected = readonly [
  wrong: TrajectoryCommand,
  correction: TrajectoryCommand,
  right: TrajectoryCommand,
];

const asked = { today: TODAY, reason };

/** A pair of commands of one kind that differ in all but their id. */
export function twoOf<Command>(command: fc.Arbitrary<Command>): fc.Arbitrary<readonly [Command, Command]> {
  return fc.tuple(command, command);
}

/** `other`, by the paper that `wrong` was recorded by: a correction that names none leaves it. */
function onPaperOf<Command extends object>(wrong: Command, other: Command): Command {
  const paper = Object.entries(wrong).filter(([field]) => field === 'evidence');
  const terms = Object.entries(other).filter(([field]) => field !== 'evidence');
  return Object.fromEntries([...terms, ...paper]) as Command;
}

/** Such pairs of what is recorded around the coaching. */
export const correctedSignals: readonly fc.Arbitrary<Corrected>[] = [
  twoOf(incidentIt).map(([wrong, other]): Corrected => {
    const { incidentId } = wrong;
    const { on, initiatedBy, employerId = null } = other;
    const changes = { on, initiatedBy, employerId };
    return [wrong, { type: 'CorrectIncident', ...asked, incidentId, changes }, { ...other, incidentId }];
  }),
  twoOf(needIt).map(([wrong, other]): Corrected => {
    const { needId } = wrong;
    const { on } = other;
    return [wrong, { type: 'CorrectSupportNeed', ...asked, needId, changes: { on } }, { ...wrong, on }];
  }),
  twoOf(rhythmIt).map(([wrong, other]): Corrected => {
    const { rhythmId } = wrong;
    const changes = { everyDays: other.everyDays, from: other.from };
    return [wrong, { type: 'CorrectContactRhythm', ...asked, rhythmId, changes }, { ...other, rhythmId }];
  }),
  twoOf(contactIt).map(([wrong, other]): Corrected => {
    const { contactId } = wrong;
    const { employerId, on, minutes, kind, initiatedBy = null } = other;
    const changes = { employerId, on, minutes, kind, initiatedBy };
    return [wrong, { type: 'CorrectEmployerContact', ...asked, contactId, changes }, { ...other, contactId }];
  }),
  twoOf(substituteIt).map(([wrong, other]): Corrected => {
    const { substitutionId, circumstances } = wrong;
    const { coachId, from, until = null } = other;
    const changes = { coachId, from, until };
    return [
      wrong,
      { type: 'CorrectSubstitution', ...asked, circumstances, substitutionId, changes },
      { ...other, substitutionId },
    ];
  }),
  twoOf(directorIt).map(([wrong, other]): Corrected => {
    const { namingId } = wrong;
    const changes = { from: other.from };
    return [wrong, { type: 'CorrectCaseDirector', ...asked, namingId, changes }, { ...other, namingId }];
  }),
  twoOf(managerIt).map(([wrong, other]): Corrected => {
    const { namingId } = wrong;
    const changes = { from: other.from };
    const right = { ...onPaperOf(wrong, other), namingId };
    return [wrong, { type: 'CorrectCaseManager', ...asked, namingId, changes }, right];
  }),
  twoOf(organisationIt).map(([wrong, other]): Corrected => {
    const { changeId, circumstances } = wrong;
    const { organisationId, on, candidateChose } = other;
    const changes = { organisationId, on, candidateChose };
    return [
      wrong,
      { type: 'CorrectOrganisationChange', ...asked, circumstances, changeId, changes },
      { ...onPaperOf(wrong, other), changeId },
    ];
  }),
  twoOf(moveIt).map(([wrong, other]): Corrected => {
    const { moveId, circumstances } = wrong;
    const changes = { version: other.version, on: other.on };
    return [
      wrong,
      { type: 'CorrectRuleSetMove', ...asked, circumstances, moveId, changes },
      { ...onPaperOf(wrong, other), moveId },
    ];
  }),
];
