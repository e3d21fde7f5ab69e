import fc from 'fast-check';
import {
  ABSENCE_KINDS,
  ACTIVITIES,
  CHOOSERS,
  PLACEMENT_KINDS,
  SESSION_FORMS,
} from '../../domain/shared/lists.js';
import type { AssignCoach, OpenTrajectory, TrajectoryCommand } from '../../domain/trajectory/commands.js';
import { anAccountCommand, grantedWork } from './account-commands.js';
import { aDay, maybe, OPENED, oneOf, reason, TODAY, withCoach, withDay, withRules } from './arbitraries.js';
import { anAwardCommand } from './award-commands.js';
import { closeIt, closingCommands, requestCommands } from './closing-commands.js';
import { planAndReviewCommands } from './plan-and-review-commands.js';
import { signalCommands } from './signal-commands.js';

export { grantIt, receiveIt } from './award-commands.js';

/** Opens the trajectory that every other arbitrary command is about. */
export const openIt: OpenTrajectory = {
  type: 'OpenTrajectory',
  today: TODAY,
  trajectoryId: 'trajectory',
  candidateId: 'candidate',
  funderId: 'funder',
  organisationId: 'organisation',
  ruleSet: { name: 'municipal-2y', version: 1 },
  openedOn: OPENED,
  circumstances: { organisation: { recognised: [], withoutRecognition: 'finding' } },
};

/** Assigns a coach on the day of the opening, so that sessions can be recorded. */
export const assignFirst: AssignCoach = {
  type: 'AssignCoach',
  ...withCoach,
  assignmentId: 'assignment-0',
  coachId: 'coach-1',
  from: OPENED,
  chosenBy: 'candidate',
};

const placementTerms = {
  employerId: oneOf('employer'),
  kind: fc.constantFrom(...PLACEMENT_KINDS),
  startsOn: aDay,
  hoursPerWeek: fc.integer({ min: 1, max: 40 }),
};
const sessionTerms = {
  coachId: oneOf('coach', 3),
  on: aDay,
  minutes: fc.integer({ min: 1, max: 480 }),
  activity: fc.constantFrom(...ACTIVITIES),
  form: fc.constantFrom(...SESSION_FORMS),
};
/** Starts a placement, sometimes of a stay that is over. */
export const startIt = maybe(
  {
    ...placementTerms,
    placementId: oneOf('placement'),
    plannedEnd: aDay,
    wageValuePercent: fc.integer({ min: 0, max: 100 }),
  },
  ['plannedEnd', 'wageValuePercent'],
).map((terms) => ({ type: 'StartPlacement', ...withRules, ...terms }) as const);
/** Assigns a coach, sometimes for good. */
export const assignIt = maybe(
  {
    assignmentId: oneOf('assignment'),
    coachId: oneOf('coach', 3),
    from: aDay,
    until: aDay,
    chosenBy: fc.constantFrom(...CHOOSERS),
  },
  ['until'],
).map((terms) => ({ type: 'AssignCoach', ...withCoach, ...terms }) as const);
/** Reports an absence. */
export const reportIt = maybe(
  { absenceId: oneOf('absence'), from: aDay, until: aDay, kind: fc.constantFrom(...ABSENCE_KINDS) },
  ['until'],
).map((terms) => ({ type: 'ReportAbsence', today: TODAY, ...terms }) as const);
/** Records a session, of whichever coach. */
export const recordIt = maybe(
  { ...sessionTerms, sessionId: oneOf('session', 6), groupSize: fc.integer({ min: 1, max: 4 }) },
  ['groupSize'],
).map((terms) => ({ type: 'RecordSession', ...withDay, ...terms, summary: 'verslag' }) as const);

/** Corrections that change no text: a text is sealed, cannot be compared, and so is always recorded. */
const corrections: readonly fc.Arbitrary<TrajectoryCommand>[] = [
  maybe({ ...sessionTerms, startsAt: fc.constantFrom('09:00', null) }, [
    'coachId',
    'on',
    'minutes',
    'activity',
    'form',
    'startsAt',
  ]).chain((changes) =>
    oneOf('session', 6).map(
      (sessionId) => ({ type: 'CorrectSession', ...withDay, sessionId, changes, reason }) as const,
    ),
  ),
  maybe({ ...placementTerms, endedOn: fc.option(aDay), wageValuePercent: fc.option(fc.nat(100)) }, [
    'employerId',
    'kind',
    'startsOn',
    'hoursPerWeek',
    'endedOn',
    'wageValuePercent',
  ]).chain((changes) =>
    oneOf('placement').map(
      (placementId) => ({ type: 'CorrectPlacement', ...withRules, placementId, changes, reason }) as const,
    ),
  ),
  maybe({ from: aDay, until: fc.option(aDay), coachId: oneOf('coach', 3) }, [
    'from',
    'until',
    'coachId',
  ]).chain((changes) =>
    fc
      .oneof(oneOf('assignment'), oneOf('handover', 2))
      .map(
        (assignmentId) =>
          ({ type: 'CorrectCoachAssignment', ...withCoach, assignmentId, changes, reason }) as const,
      ),
  ),
  maybe({ from: aDay, until: fc.option(aDay) }, ['from', 'until']).chain((changes) =>
    oneOf('absence').map(
      (absenceId) => ({ type: 'CorrectAbsence', today: TODAY, absenceId, changes, reason }) as const,
    ),
  ),
];

/** Any command but an opening and a closing, about one of a few things, on days within two years of the opening. */
const aCommand: fc.Arbitrary<TrajectoryCommand> = fc.oneof(
  { arbitrary: anAccountCommand, weight: 6 },
  startIt,
  assignIt,
  reportIt,
  { arbitrary: anAwardCommand, weight: 4 },
  { arbitrary: recordIt, weight: 3 },
  ...corrections,
  { arbitrary: requestCommands, weight: 3 },
  ...planAndReviewCommands,
  maybe({ substitutionId: oneOf('substitution', 2), coachId: oneOf('coach', 3), from: aDay, until: aDay }, [
    'until',
  ]).map((terms) => ({ type: 'SubstituteCoach', ...withCoach, ...terms, reason }) as const),
  ...signalCommands,
  {
    weight: 3,
    arbitrary: fc
      .record({ substitutionId: oneOf('substitution', 2), endedOn: aDay })
      .map((terms) => ({ type: 'EndSubstitution', today: TODAY, ...terms }) as const),
  },
  fc
    .record({
      handoverId: oneOf('handover', 2),
      coachId: oneOf('coach', 3),
      on: aDay,
      candidateAgreed: fc.boolean(),
    })
    .map((terms) => ({ type: 'HandOverCoach', ...withCoach, ...terms, reason }) as const),
  fc
    .record({ placementId: oneOf('placement'), endedOn: aDay })
    .map((terms) => ({ type: 'EndPlacement', ...withRules, ...terms, reason }) as const),
  fc
    .record({
      placementId: oneOf('placement'),
      changeId: oneOf('change'),
      from: aDay,
      hoursPerWeek: fc.integer({ min: 1, max: 40 }),
    })
    .map((terms) => ({ type: 'ChangePlacement', ...withRules, ...terms }) as const),
  maybe(
    {
      placementId: oneOf('placement'),
      endedOn: aDay,
      next: fc.record({ ...placementTerms, placementId: oneOf('placement') }),
      applicationId: oneOf('draft', 3),
    },
    ['placementId'],
  ).map((terms) => ({ type: 'ChangeJob', ...withRules, ...terms, reason }) as const),
  {
    weight: 3,
    arbitrary: fc
      .record({ absenceId: oneOf('absence'), endedOn: aDay })
      .map((terms) => ({ type: 'EndAbsence', today: TODAY, ...terms }) as const),
  },
  fc.record({ fitId: oneOf('fit', 2), placementId: oneOf('placement') }).map(
    (terms) =>
      ({
        type: 'LearnFit',
        today: TODAY,
        ...terms,
        fits: [],
        doesNotFit: [],
        adjustments: [],
        shareWithNext: [],
      }) as const,
  ),
  oneOf('session', 6).map(
    (sessionId) => ({ type: 'WithdrawSession', today: TODAY, sessionId, reason }) as const,
  ),
);

/** Many commands on the same few things: of every part, or mostly of one, whose facts rest on each other. */
const manyCommands = fc.oneof(
  { arbitrary: fc.array(aCommand, { minLength: 80, maxLength: 120, size: 'max' }), weight: 3 },
  fc.array(fc.oneof({ arbitrary: anAwardCommand, weight: 12 }, reportIt), {
    minLength: 40,
    maxLength: 60,
    size: 'max',
  }),
);

/** What is asked of a trajectory with a coach: work with hours, many commands, perhaps its closure, then more and what follows an end. */
export const commands: fc.Arbitrary<readonly TrajectoryCommand[]> = fc
  .tuple(
    manyCommands,
    fc.array(closeIt, { maxLength: 1 }),
    fc.array(fc.oneof(aCommand, { arbitrary: closingCommands, weight: 40 }), { maxLength: 40, size: 'max' }),
  )
  .map(([before, closing, after]) => [...grantedWork, ...before, ...closing, ...after]);
