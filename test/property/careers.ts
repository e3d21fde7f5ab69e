import fc from 'fast-check';
import { PRESETS } from '../../domain/rule-sets/index.js';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import { addDays, addMonths, type CalendarDate, daysBetween } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import {
  ACTIVITIES,
  APPLICATION_KINDS,
  type PlacementKind,
  REGIMES,
  SESSION_FORMS,
} from '../../domain/shared/lists.js';
import { isClosedOn } from '../../domain/trajectory/closing/closed-days.js';
import type { ClosingFacts } from '../../domain/trajectory/closing/facts.js';
import type {
  Application,
  EmployerContact,
  Grant,
  GrantDecision,
  Placement,
  Session,
  TrajectoryRecord,
  WeeklyHours,
} from '../../domain/trajectory/facts.js';
import { NO_PLAN } from '../../domain/trajectory/plan/facts.js';
import { NO_REVIEW } from '../../domain/trajectory/review/facts.js';
import { NO_SIGNALS } from '../../domain/trajectory/signals/facts.js';

/** A trajectory with what it continues and the rule set it is under. */
export interface Career {
  readonly trajectory: TrajectoryRecord;
  readonly continued: TrajectoryRecord[];
  readonly ruleSet: RuleSet;
}

const AWKWARD_STARTS: readonly CalendarDate[] = [
  '2024-02-29',
  '2024-03-01',
  '2023-02-28',
  '2023-08-31',
  '2022-08-30',
  '2023-12-31',
  '2024-01-31',
  '2020-02-29',
  '2021-10-31',
];

/** Lengths around a tolerated gap, month ends, windows of 13 weeks, periods and maxima. */
const LENGTHS = [1, 2, 27, 28, 29, 59, 91, 182, 183, 184, 364, 365, 366, 730, 731, 1095, 1096, 1461];
const GAPS = [-400, -90, -29, -28, -2, -1, 0, 1, 27, 28, 29, 30, 60, 200, 500];

const KINDS = fc.oneof(
  { weight: 6, arbitrary: fc.constant<PlacementKind>('employment') },
  { weight: 2, arbitrary: fc.constant<PlacementKind>('secondment') },
  { weight: 1, arbitrary: fc.constant<PlacementKind>('sheltered') },
  { weight: 3, arbitrary: fc.constant<PlacementKind>('trial-placement') },
  { weight: 1, arbitrary: fc.constant<PlacementKind>('work-experience') },
  { weight: 1, arbitrary: fc.constant<PlacementKind>('participation') },
);

const HOURS = fc.record({
  hoursPerWeek: fc.constantFrom(8, 12, 19.5, 24, 32, 36, 37.5, 40, 9.62),
  hoursPerYear: fc.option(fc.constantFrom(500, 600, 1040, 1661.5), { nil: undefined, freq: 3 }),
});

const STEP = fc.record({
  employer: fc.nat(2),
  kind: KINDS,
  gap: fc.oneof(fc.constantFrom(...GAPS), fc.integer({ min: -200, max: 120 })),
  length: fc.oneof(fc.constantFrom(...LENGTHS), fc.integer({ min: 1, max: 900 })),
  open: fc.boolean(),
  reportedAfter: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }),
  hours: HOURS,
  change: fc.option(fc.record({ after: fc.integer({ min: 1, max: 300 }), hours: HOURS }), { nil: undefined }),
  sameWork: fc.boolean(),
  plannedAfter: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined, freq: 3 }),
});

const DECISION = fc.record({
  shift: fc.integer({ min: -40, max: 60 }),
  length: fc.oneof(fc.constantFrom(1, 28, 181, 182, 183, 184, 365, 366), fc.integer({ min: 1, max: 500 })),
  regime: fc.constantFrom(...REGIMES),
  minutes: fc.option(fc.constantFrom(60, 4500, 2250, 1801, 7, 0), { nil: undefined }),
  beyondLimit: fc.boolean(),
  decidedAfter: fc.integer({ min: -30, max: 90 }),
});

const GRANT = fc.record({
  day: fc.integer({ min: -60, max: 1500 }),
  decision: DECISION,
  revision: fc.option(DECISION, { nil: undefined, freq: 3 }),
  placement: fc.option(fc.nat(9), { nil: undefined }),
  application: fc.option(fc.nat(3), { nil: undefined }),
});

const SESSION = fc.record({
  day: fc.nat(1600),
  minutes: fc.oneof(fc.constantFrom(1, 60, 75, 120, 1440), fc.integer({ min: 1, max: 480 })),
  groupSize: fc.constantFrom(1, 1, 1, 2, 6, 7),
  activity: fc.constantFrom(...ACTIVITIES),
  form: fc.constantFrom(...SESSION_FORMS),
  placement: fc.option(fc.nat(9), { nil: undefined }),
  withdrawn: fc.boolean(),
});

const APPLICATION = fc.record({
  day: fc.integer({ min: -40, max: 1300 }),
  kind: fc.constantFrom(...APPLICATION_KINDS),
  placement: fc.option(fc.nat(9), { nil: undefined }),
  askedAfter: fc.option(fc.nat(30), { nil: undefined, freq: 2 }),
  completedAfter: fc.option(fc.nat(30), { nil: undefined }),
  decidedAfter: fc.option(fc.integer({ min: 30, max: 80 }), { nil: undefined }),
});

/** Days from the last day to the reopening, and from there to the next last day, where there is one. */
export const REOPENING = fc.record({
  after: fc.oneof(fc.constantFrom(1, 2, 28, 31, 92), fc.integer({ min: 1, max: 500 })),
  closedAfter: fc.option(fc.oneof(fc.constantFrom(0, 30), fc.nat(400)), { nil: undefined, freq: 2 }),
});
type Reopening = typeof REOPENING extends fc.Arbitrary<infer Value> ? Value : never;

const SCRIPT = fc.record({
  seed: fc.nat(0xffffff),
  start: fc.oneof(
    fc.constantFrom(...AWKWARD_STARTS),
    fc.integer({ min: 0, max: 1800 }).map((days) => addDays('2019-06-15', days)),
  ),
  openedAfter: fc.oneof(fc.constantFrom(0, 0, 0, -14, 1, 20), fc.integer({ min: -60, max: 400 })),
  steps: fc.array(STEP, { minLength: 0, maxLength: 7 }),
  grants: fc.array(GRANT, { maxLength: 6 }),
  sessions: fc.array(SESSION, { maxLength: 12 }),
  applications: fc.array(APPLICATION, { maxLength: 4 }),
  contacts: fc.array(fc.record({ day: fc.nat(1600), employer: fc.nat(2) }), { maxLength: 3 }),
  handovers: fc.array(fc.record({ after: fc.integer({ min: 1, max: 600 }), coach: fc.nat(2) }), {
    maxLength: 2,
  }),
  closedAfter: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined, freq: 3 }),
  reopened: fc.option(REOPENING, { nil: undefined }),
  /** Days after the opening at which the funder or the organisation changed and a continuing trajectory began. */
  cuts: fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 2 }),
  /** Whether a job that runs on at a cut is recorded again in the next trajectory. */
  recordedAgain: fc.boolean(),
  preset: fc.nat(3),
});
type Script = typeof SCRIPT extends fc.Arbitrary<infer Value> ? Value : never;

/** A valid UUIDv7 of its own for every (`seed`, `n`), in an order that has nothing to do with `n`. */
function idMaker(seed: number): () => Id {
  let made = 0;
  return () => {
    made += 1;
    const scattered = (Math.imul(made ^ seed, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
    return `${scattered}-0000-7000-8000-${(seed * 4096 + made).toString(16).padStart(12, '0')}`;
  };
}

/** Parties keep one identifier per seed, so that every trajectory of a chain speaks of the same ones. */
function partyId(seed: number, kind: number, n: number): Id {
  const scattered = (Math.imul(seed + 31 * kind + n + 1, 0x85ebca6b) >>> 0).toString(16).padStart(8, '0');
  return `${scattered}-0000-7000-9000-${(kind * 16 + n).toString(16).padStart(12, '0')}`;
}

/** The same kind at the same employer never overlaps, and trials at one employer end within two months together. */
function placementsOf(script: Script, nextId: () => Id): Placement[] {
  const placements: Placement[] = [];
  let previousStart = script.start;
  let previousEnd = addDays(script.start, -1);
  for (const [index, step] of script.steps.entries()) {
    const wished = addDays(previousEnd, 1 + (index === 0 ? 0 : step.gap));
    const startsOn = wished < previousStart ? previousStart : wished;
    const employerId = partyId(script.seed, 1, step.employer);
    const sameKind = placements.filter((p) => p.employerId === employerId && p.kind === step.kind);
    if (sameKind.some((p) => p.endedOn === undefined || p.endedOn >= startsOn)) continue;
    let endedOn = addDays(startsOn, step.length - 1);
    if (step.kind === 'trial-placement') {
      const limit = addDays(addMonths(sameKind[0]?.startsOn ?? startsOn, 2), -1);
      if (startsOn > limit) continue;
      if (endedOn > limit) endedOn = limit;
    }
    const named = placements.at(-1);
    placements.push({
      id: nextId(),
      employerId,
      kind: step.kind,
      startsOn,
      hours: hoursOf(startsOn, step),
      ...(step.open && step.kind !== 'trial-placement' && index >= script.steps.length - 2
        ? {}
        : { endedOn }),
      ...(step.reportedAfter === undefined ? {} : { endReportedOn: addDays(endedOn, step.reportedAfter) }),
      ...(step.sameWork && named ? { sameWorkAs: named.id } : {}),
      ...(step.plannedAfter === undefined ? {} : { plannedEnd: addDays(startsOn, step.plannedAfter) }),
    });
    previousStart = startsOn;
    previousEnd = endedOn;
  }
  return placements.map((p) => {
    if (p.endedOn !== undefined || p.endReportedOn === undefined) return p;
    const { endReportedOn: _notEnded, ...running } = p;
    return running;
  });
}

function hoursOf(startsOn: CalendarDate, step: Script['steps'][number]): WeeklyHours[] {
  const stated = (from: CalendarDate, hours: Script['steps'][number]['hours']): WeeklyHours => ({
    from,
    hoursPerWeek: hours.hoursPerWeek,
    ...(hours.hoursPerYear === undefined ? {} : { hoursPerYear: hours.hoursPerYear }),
  });
  const first = stated(startsOn, step.hours);
  return step.change ? [first, stated(addDays(startsOn, step.change.after), step.change.hours)] : [first];
}

function decisionsOf(start: CalendarDate, grant: Script['grants'][number]): GrantDecision[] {
  const decision = (of: Script['grants'][number]['decision'], notBefore?: CalendarDate): GrantDecision => {
    const from = addDays(start, grant.day + of.shift);
    const decidedOn = addDays(from, of.decidedAfter);
    return {
      decidedOn: notBefore && decidedOn < notBefore ? notBefore : decidedOn,
      from,
      to: addDays(from, of.length - 1),
      regime: of.regime,
      beyondLimit: of.beyondLimit,
      ...(of.minutes === undefined ? {} : { minutes: of.minutes }),
    };
  };
  const first = decision(grant.decision);
  return grant.revision ? [first, decision(grant.revision, addDays(first.decidedOn, 1))] : [first];
}

/** One trajectory of the chain, from `openedOn` to the day before the next one opens (or as long as the script says). */
interface Stretch {
  readonly id: Id;
  readonly openedOn: CalendarDate;
  /** How it ended, and perhaps went on again. */
  readonly ended: ClosingFacts;
  readonly continues?: Id;
  readonly placements: readonly Placement[];
}

function stretchesOf(script: Script, nextId: () => Id): Stretch[] {
  const all = placementsOf(script, nextId);
  const openedOn = addDays(script.start, script.openedAfter);
  const openings = [
    openedOn,
    ...[...new Set(script.cuts)].sort((a, b) => a - b).map((cut) => addDays(openedOn, cut)),
  ];
  const stretches: Stretch[] = [];
  for (const [index, opening] of openings.entries()) {
    const next = openings[index + 1];
    const own = all.filter(
      (p) => (index === 0 || p.startsOn >= opening) && (next === undefined || p.startsOn < next),
    );
    const again = script.recordedAgain
      ? all
          .filter(
            (p) => index > 0 && p.startsOn < opening && (p.endedOn === undefined || p.endedOn >= opening),
          )
          .map((p) => ({ ...p, id: nextId() }))
      : [];
    const closedOn =
      next !== undefined
        ? addDays(next, -1)
        : script.closedAfter === undefined
          ? undefined
          : addDays(opening, script.closedAfter);
    const previous = stretches.at(-1);
    stretches.push({
      id: nextId(),
      openedOn: opening,
      placements: [...again, ...own],
      ended: endedOf(closedOn, next === undefined ? script.reopened : undefined, nextId),
      ...(previous ? { continues: previous.id } : {}),
    });
  }
  return stretches;
}

/** A closure, and perhaps a reopening of it and a next closure. */
export function endedOf(
  closedOn: CalendarDate | undefined,
  reopened: Reopening | undefined,
  nextId: () => Id,
): ClosingFacts {
  if (closedOn === undefined) return {};
  const closure = { id: nextId(), on: closedOn, structuralSupport: false };
  if (reopened === undefined) return { closures: [closure], closedOn };
  const openAgain = addDays(closedOn, reopened.after);
  const first = { ...closure, reopening: { id: nextId(), on: openAgain } };
  if (reopened.closedAfter === undefined) return { closures: [first] };
  const on = addDays(openAgain, reopened.closedAfter);
  return { closures: [first, { id: nextId(), on, structuralSupport: false }], closedOn: on };
}

/** The trajectory of a stretch with those facts of the script that fall in it. */
function recordOf(script: Script, stretch: Stretch, nextId: () => Id, ruleSet: RuleSet): TrajectoryRecord {
  const { openedOn, ended, placements } = stretch;
  const within = (day: CalendarDate) => day >= openedOn && !isClosedOn(ended, day);
  const { closedOn } = ended;
  const placementAt = (n: number | undefined) =>
    n === undefined ? undefined : placements[n % (placements.length || 1)];
  const applications: Application[] = script.applications.flatMap((application) => {
    const receivedOn = addDays(openedOn, application.day);
    if (isClosedOn(ended, receivedOn)) return [];
    const { askedAfter, completedAfter, decidedAfter } = application;
    const placementId = placementAt(application.placement)?.id;
    const askedOn = askedAfter === undefined ? undefined : addDays(receivedOn, askedAfter);
    return [
      {
        id: nextId(),
        kind: application.kind,
        receivedOn,
        ...(placementId ? { placementId } : {}),
        ...(askedOn ? { completionAskedOn: askedOn } : {}),
        ...(askedOn && completedAfter !== undefined ? { completedOn: addDays(askedOn, completedAfter) } : {}),
        ...(decidedAfter === undefined ? {} : { decidedOn: addDays(receivedOn, decidedAfter) }),
      },
    ];
  });
  const grants: Grant[] = script.grants.flatMap((grant) => {
    const decisions = decisionsOf(script.start, grant);
    const first = decisions[0];
    if (!first || first.to < openedOn || (closedOn !== undefined && first.from > closedOn)) return [];
    const placementId = placementAt(grant.placement)?.id;
    const application = grant.application === undefined ? undefined : applications[grant.application];
    return [
      {
        id: nextId(),
        decisions,
        ...(placementId ? { placementId } : {}),
        ...(application ? { applicationId: application.id } : {}),
      },
    ];
  });
  const sessions: Session[] = script.sessions.flatMap((session) => {
    const on = addDays(openedOn, session.day);
    const placementId = placementAt(session.placement)?.id;
    if (!within(on)) return [];
    return [
      {
        id: nextId(),
        coachId: partyId(script.seed, 2, 0),
        on,
        minutes: session.minutes,
        groupSize: session.groupSize,
        activity: session.activity,
        form: session.form,
        withdrawn: session.withdrawn,
        ...(placementId ? { placementId } : {}),
      },
    ];
  });
  const employerContacts: EmployerContact[] = script.contacts.flatMap((contact) => {
    const on = addDays(openedOn, contact.day);
    const employerId = partyId(script.seed, 1, contact.employer);
    return within(on) ? [{ id: nextId(), employerId, on, minutes: 15, kind: 'check-in' as const }] : [];
  });
  const handovers = script.handovers
    .map(({ after, coach }) => ({ on: addDays(openedOn, after), coach }))
    .filter(({ on }) => within(on));
  return {
    facts: {
      id: stretch.id,
      candidateId: partyId(script.seed, 3, 0),
      funderId: partyId(script.seed, 4, 0),
      organisationId: partyId(script.seed, 5, 0),
      ruleSet: { name: ruleSet.name, version: 1 },
      organisationChanges: [],
      ruleSetMoves: [],
      namings: [],
      fitNotes: [],
      ...NO_SIGNALS,
      openedOn,
      ...(stretch.continues ? { continues: stretch.continues } : {}),
      ...ended,
      assignments: [
        { id: nextId(), coachId: partyId(script.seed, 2, 0), from: openedOn },
        ...handovers.map(({ on, coach }) => ({
          id: nextId(),
          coachId: partyId(script.seed, 2, coach),
          from: on,
          byHandover: true,
        })),
      ],
      substitutions: [],
      placements,
      absences: [],
      applications,
      grants,
      objections: [],
      plans: [],
      hoursApprovals: [],
      planOfApproach: NO_PLAN,
      ...NO_REVIEW,
      declarations: [],
    },
    sessions,
    employerContacts,
  };
}

/**
 * Careers that break no rule of recording: several employers and kinds, parallel jobs, gaps around 28 and 29 days,
 * month ends and leap days, grants with and without hours, revisions, sessions, closures, reopenings, and chains of trajectories
 * in which a job that runs on may be recorded a second time.
 */
export function careers(): fc.Arbitrary<Career> {
  return SCRIPT.map((script) => {
    const nextId = idMaker(script.seed);
    const ruleSet = Object.values(PRESETS)[script.preset] as RuleSet;
    const records = stretchesOf(script, nextId).map((stretch) => recordOf(script, stretch, nextId, ruleSet));
    const [trajectory, ...continued] = records.reverse() as [TrajectoryRecord, ...TrajectoryRecord[]];
    return { trajectory, continued, ruleSet };
  });
}

/** The days on which a trajectory closed and was reopened. */
export function turnsOf({ closures = [] }: ClosingFacts): CalendarDate[] {
  return closures.flatMap(({ on, reopening }) => (reopening ? [on, reopening.on] : [on]));
}

/** A day on which the calendar may stand for this career: from before its first fact to years after its last. */
export function daysAround(career: Career): fc.Arbitrary<CalendarDate> {
  const days = [career.trajectory, ...career.continued].flatMap(({ facts }) => [
    facts.openedOn,
    ...turnsOf(facts),
    ...facts.placements.flatMap((p) => (p.endedOn ? [p.startsOn, p.endedOn] : [p.startsOn])),
    ...facts.grants.flatMap((grant) => grant.decisions.flatMap((d) => [d.decidedOn, d.from, d.to])),
  ]);
  const first = days.reduce((a, b) => (b < a ? b : a));
  const last = days.reduce((a, b) => (b > a ? b : a));
  return fc.oneof(
    fc
      .constantFrom(...days)
      .chain((day) => fc.constantFrom(-1, 0, 1, 28, 29, 30).map((n) => addDays(day, n))),
    fc.integer({ min: -40, max: daysBetween(first, last) + 1200 }).map((n) => addDays(first, n)),
  );
}
