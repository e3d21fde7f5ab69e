import fc from 'fast-check';
import type { TrajectoryUnderRules } from '../../../domain/continuity/continuity.js';
import { PRESET_NAMES, PRESETS } from '../../../domain/rule-sets/index.js';
import { addDays, type CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { PLACEMENT_KINDS, REGIMES } from '../../../domain/shared/lists.js';
import type {
  Assignment,
  Grant,
  Placement,
  Session,
  Substitution,
} from '../../../domain/trajectory/facts.js';
import { NO_PLAN } from '../../../domain/trajectory/plan/facts.js';
import { NO_REVIEW } from '../../../domain/trajectory/review/facts.js';
import { NO_SIGNALS } from '../../../domain/trajectory/signals/facts.js';
import { endedOf, REOPENING, turnsOf } from '../careers.js';

/** A candidate's trajectories and days on which the answer may turn. */
export interface ContinuityCareer {
  readonly trajectories: readonly TrajectoryUnderRules[];
  readonly days: readonly CalendarDate[];
}

const NEAR = [-92, -30, -29, -28, -15, -1, 0, 1, 2, 13, 14, 15, 27, 28, 29, 30, 45];
const near = fc.constantFrom(...NEAR);
const trajectory = fc.nat(2);
const coach = fc.nat(2);

const STEP = fc.record({
  trajectory,
  employer: fc.nat(3),
  kind: fc.oneof(
    fc.constant('employment' as const),
    fc.constant('trial-placement' as const),
    fc.constantFrom(...PLACEMENT_KINDS),
  ),
  /** Days from the day after the previous placement's last day to the first day. */
  gap: fc.oneof(
    fc.constantFrom(-90, -29, -28, -1, 0, 0, 1, 27, 28, 29, 30),
    fc.integer({ min: -150, max: 90 }),
  ),
  length: fc.oneof(fc.constantFrom(1, 14, 28, 29, 61), fc.integer({ min: 1, max: 400 })),
  open: fc.boolean(),
  /** The job is recorded in another trajectory too: with its end, or without. */
  again: fc.option(fc.record({ trajectory, withEnd: fc.boolean() }), { nil: undefined, freq: 5 }),
});

/** A day near the start (or the end) of a placement. */
const MOMENT = fc.record({ step: fc.nat(6), atEnd: fc.boolean(), days: near });

const SCRIPT = fc.record({
  seed: fc.nat(0xffff),
  start: fc.constantFrom<CalendarDate>('2023-01-31', '2024-02-29', '2022-12-01', '2023-10-30'),
  trajectories: fc.array(
    fc.record({
      opened: fc.oneof(fc.constantFrom(0, 0, -10, 10), fc.integer({ min: -50, max: 600 })),
      closed: fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined, freq: 2 }),
      reopened: fc.option(REOPENING, { nil: undefined }),
      continues: fc.boolean(),
      preset: fc.constantFrom(...PRESET_NAMES),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  steps: fc.array(STEP, { minLength: 1, maxLength: 7 }),
  assignments: fc.array(
    fc.record({
      trajectory,
      coach,
      moment: MOMENT,
      length: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined, freq: 2 }),
      byHandover: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  substitutions: fc.array(
    fc.record({
      trajectory,
      moment: MOMENT,
      length: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    }),
    { maxLength: 2 },
  ),
  sessions: fc.array(fc.record({ trajectory, coach, moment: MOMENT, withdrawn: fc.boolean() }), {
    maxLength: 12,
  }),
  contacts: fc.array(fc.record({ trajectory, employer: fc.nat(3), moment: MOMENT }), { maxLength: 4 }),
  grants: fc.array(
    fc.record({
      trajectory,
      moment: MOMENT,
      length: fc.integer({ min: 1, max: 300 }),
      named: fc.boolean(),
      decidedAfter: fc.integer({ min: -20, max: 60 }),
      revisedAfter: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined, freq: 3 }),
      regime: fc.constantFrom(...REGIMES),
      minutes: fc.option(fc.constantFrom(600, 4500), { nil: undefined }),
    }),
    { maxLength: 5 },
  ),
  onDays: fc.array(MOMENT, { minLength: 4, maxLength: 4 }),
});
type Script = typeof SCRIPT extends fc.Arbitrary<infer Value> ? Value : never;
type Moment = Script['sessions'][number]['moment'];

/** Ids in an order that has nothing to do with the order of making. */
function id(seed: number, kind: number, n: number): Id {
  const scattered = (Math.imul((seed + 1) * 64 + kind * 1009 + n * 31 + 7, 0x9e3779b1) >>> 0)
    .toString(16)
    .padStart(8, '0');
  return `${scattered}-0000-7000-8000-${String(kind * 1000 + n).padStart(12, '0')}`;
}

interface Laid {
  readonly trajectory: number;
  readonly placement: Placement;
}

/** The placements on one time axis; never two of one kind at one employer on the same days in one trajectory. */
function lay(script: Script, trajectories: number): Laid[] {
  const laid: Laid[] = [];
  let previousEnd = addDays(script.start, -1);
  for (const [n, step] of script.steps.entries()) {
    const startsOn = addDays(previousEnd, 1 + (n === 0 ? 0 : step.gap));
    const endedOn = addDays(startsOn, step.length - 1);
    const placement: Placement = {
      id: id(script.seed, 1, n),
      employerId: id(script.seed, 2, step.employer),
      kind: step.kind,
      startsOn,
      hours: [{ from: startsOn, hoursPerWeek: 24 }],
      ...(step.open && n >= script.steps.length - 2 ? {} : { endedOn }),
    };
    const refused = laid.some(
      ({ placement: other }) =>
        other.employerId === placement.employerId &&
        other.kind === placement.kind &&
        other.startsOn <= (placement.endedOn ?? '9999') &&
        startsOn <= (other.endedOn ?? '9999'),
    );
    if (refused) continue;
    const holder = step.trajectory % trajectories;
    laid.push({ trajectory: holder, placement });
    const again = step.again && step.again.trajectory % trajectories;
    if (again !== undefined && again !== holder) {
      const { endedOn: known, ...running } = placement;
      const ended = step.again?.withEnd && known !== undefined ? { endedOn: known } : {};
      laid.push({ trajectory: again, placement: { ...running, ...ended, id: id(script.seed, 3, n) } });
    }
    previousEnd = endedOn;
  }
  return laid;
}

function dayOf(moment: Moment, laid: readonly Laid[], script: Script): CalendarDate {
  const placement = laid[moment.step % laid.length]?.placement;
  const anchor = (moment.atEnd ? placement?.endedOn : undefined) ?? placement?.startsOn ?? script.start;
  return addDays(anchor, moment.days);
}

function build(script: Script): ContinuityCareer {
  const count = script.trajectories.length;
  const laid = lay(script, count);
  const at = (moment: Moment) => dayOf(moment, laid, script);
  const trajectories = script.trajectories.map((shape, n): TrajectoryUnderRules => {
    const mine = <T extends { readonly trajectory: number }>(all: readonly T[]) =>
      all.map((each, k) => ({ ...each, k })).filter((each) => each.trajectory % count === n);
    const openedOn = addDays(script.start, shape.opened);
    const closedOn = shape.closed === undefined ? undefined : addDays(openedOn, shape.closed);
    let made = n * 10;
    const ended = endedOf(closedOn, shape.reopened, () => id(script.seed, 15, made++));
    const assignments = mine(script.assignments).map((each): Assignment => {
      const from = at(each.moment);
      return {
        id: id(script.seed, 4, each.k),
        coachId: id(script.seed, 5, each.coach),
        from,
        ...(each.length === undefined ? {} : { until: addDays(from, each.length - 1) }),
        ...(each.byHandover ? { byHandover: true } : {}),
      };
    });
    const first: Assignment = { id: id(script.seed, 6, n), coachId: id(script.seed, 5, 0), from: openedOn };
    const substitutions = mine(script.substitutions).map((each): Substitution => {
      const from = at(each.moment);
      return {
        id: id(script.seed, 7, each.k),
        coachId: id(script.seed, 5, 3 + each.k),
        from,
        ...(each.length === undefined ? {} : { until: addDays(from, each.length - 1) }),
      };
    });
    const sessions = mine(script.sessions).map(
      (each): Session => ({
        id: id(script.seed, 8, each.k),
        coachId: id(script.seed, 5, each.coach),
        on: at(each.moment),
        minutes: 60,
        groupSize: 1,
        activity: 'training',
        form: 'workplace',
        withdrawn: each.withdrawn,
      }),
    );
    const placements = laid.filter((each) => each.trajectory === n).map((each) => each.placement);
    const grants = mine(script.grants).map((each): Grant => {
      const from = at(each.moment);
      const named = each.named ? placements[each.k % Math.max(1, placements.length)] : undefined;
      const decision = {
        decidedOn: addDays(from, each.decidedAfter),
        from,
        to: addDays(from, each.length - 1),
        regime: each.regime,
        beyondLimit: false,
        ...(each.minutes === undefined ? {} : { minutes: each.minutes }),
      };
      const revised = {
        ...decision,
        from: addDays(from, 7),
        to: addDays(decision.to, 14),
        decidedOn: addDays(decision.decidedOn, each.revisedAfter ?? 0),
      };
      return {
        id: id(script.seed, 9, each.k),
        decisions: each.revisedAfter === undefined ? [decision] : [decision, revised],
        ...(named ? { placementId: named.id } : {}),
      };
    });
    return {
      ruleSet: PRESETS[shape.preset],
      facts: {
        id: id(script.seed, 10, n),
        candidateId: id(script.seed, 11, 0),
        funderId: id(script.seed, 12, n),
        organisationId: id(script.seed, 13, 0),
        ruleSet: { name: shape.preset, version: 1 },
        openedOn,
        organisationChanges: [],
        ruleSetMoves: [],
        namings: [],
        fitNotes: [],
        ...NO_SIGNALS,
        ...(shape.continues && n > 0 ? { continues: id(script.seed, 10, n - 1) } : {}),
        ...ended,
        assignments: [first, ...assignments],
        substitutions,
        placements,
        absences: [],
        applications: [],
        grants,
        objections: [],
        plans: [],
        hoursApprovals: [],
        planOfApproach: NO_PLAN,
        ...NO_REVIEW,
        declarations: [],
      },
      sessions,
      employerContacts: mine(script.contacts).map((each) => ({
        id: id(script.seed, 14, each.k),
        employerId: id(script.seed, 2, each.employer),
        on: at(each.moment),
        minutes: 15,
        kind: 'check-in' as const,
      })),
    };
  });
  const turns = trajectories.flatMap(({ facts }) => turnsOf(facts)).flatMap((day) => [day, addDays(day, 1)]);
  return { trajectories, days: [...script.onDays.map(at), ...turns, addDays(script.start, 4000)] };
}

/**
 * Candidates with several trajectories, in a chain and side by side, under several funders: substitutions, handovers,
 * overlapping assignments, contacts near the days 14 and 28, a trial that becomes a job, second jobs, returns to a
 * former employer, and jobs recorded in two trajectories.
 */
export function continuityCareers(): fc.Arbitrary<ContinuityCareer> {
  return SCRIPT.map(build);
}
