import type { DeadlineTerms } from '../rule-sets/rule-set.js';
import { dayNumber } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Application } from '../trajectory/facts.js';
import type { Work } from './career.js';
import type { Standing } from './clock-reading.js';
import { type Day, type DayRange, dateOf, NEVER, plusPeriod, shared } from './days.js';
import { deadlineStatus } from './deadline-status.js';
import { type AwardedGrant, grantsFor } from './grants.js';
import type { ApplicationReach, Deadline, LimitsInput } from './limits.js';
import { announcingEnd, endOfPlacements, extensionApplications } from './status.js';
import { type TermDays, termsOf } from './terms.js';

/** When an application came in; which one that was, where it is recorded and not only proven by its grant. */
interface Receipt {
  readonly on: Day;
  readonly applicationId?: Id;
}

/** Something that is applied for, with the receipt of the application, where that is known. */
interface Asked {
  readonly for: Id;
  /** The first day that a grant could give. */
  readonly first: Day;
  readonly due: Day;
  readonly receipt: Receipt | undefined;
}

/** First applications, follow-ons and announcements of an extension (readings 31 and 48). */
export function applicationDeadlines(input: LimitsInput, standing: Standing): Deadline[] {
  const terms = termsOf(standing.career, input.ruleSet.clock, standing.on);
  return [
    ...firstApplications(input, standing, terms).map((asked) =>
      shown('first-application', asked, input, standing),
    ),
    ...followOns(input, standing, terms).map((asked) =>
      shown('follow-on-application', asked, input, standing),
    ),
    ...announcements(input, standing, terms),
  ];
}

/** While nothing came in, what is lost is what would be lost if it came in on `on`. */
function shown(kind: Deadline['kind'], asked: Asked, { ruleSet }: LimitsInput, { on }: Standing): Deadline {
  const received = Math.min(asked.receipt?.on ?? on, on);
  return {
    kind,
    dueOn: dateOf(asked.due),
    status: deadlineStatus(asked.due, asked.receipt?.on, on),
    for: asked.for,
    unfundedDays: reached(asked, received, ruleSet.deadlines) - asked.first,
  };
}

/** The earliest first day of a grant on what came in on `received` (reading 31). */
function reached({ first }: Asked, received: Day, terms: DeadlineTerms): Day {
  return Math.max(first, plusPeriod(received, terms.grantReachesBack, -1));
}

/**
 * For each recorded first and follow-on application what its grant can still cover (reading 31). An application that
 * is for nothing that has begun is left out.
 */
export function applicationReaches(input: LimitsInput, standing: Standing): ApplicationReach[] {
  const { deadlines } = input.ruleSet;
  const terms = termsOf(standing.career, input.ruleSet.clock, standing.on);
  const asked = [...firstApplications(input, standing, terms), ...followOns(input, standing, terms)];
  return asked.flatMap((one) => {
    const { receipt } = one;
    if (receipt?.applicationId === undefined) return [];
    const earliest = reached(one, receipt.on, deadlines);
    return [
      {
        applicationId: receipt.applicationId,
        for: one.for,
        firstDay: dateOf(one.first),
        dueOn: dateOf(one.due),
        earliestFirstDay: dateOf(earliest),
        unfundedDays: earliest - one.first,
      },
    ];
  });
}

/** What a first application is for: a term, or a trial outside every term. */
interface Opening extends DayRange {
  readonly work: Work;
  readonly employerId: Id | null;
}

/** Every term and every separate trial that this trajectory itself began. */
function openingsOf(
  { trajectory, continued, ruleSet }: LimitsInput,
  { career }: Standing,
  terms: readonly TermDays[],
) {
  const idsOf = (placements: readonly { readonly id: Id }[]) =>
    placements.map(({ id }) => career.workOf.get(id)?.id);
  const earlier = new Set(continued.flatMap(({ facts }) => idsOf(facts.placements)));
  const own = new Set(idsOf(trajectory.facts.placements).filter((id) => !earlier.has(id)));
  const opened: Opening[] = terms.flatMap((term) =>
    term.covered.slice(0, 1).map((work) => ({ ...term, end: Math.min(NEVER, term.nextStart), work })),
  );
  const scopeOf = (work: Work) => (ruleSet.clock.scope === 'person' ? null : work.employerId);
  const trials: Opening[] = career.works
    .filter((work) => work.kind === 'trial-placement' && work.end > work.countsFrom)
    .filter(
      (work) => !terms.some((term) => term.employerId === scopeOf(work) && holds(term, work.countsFrom)),
    )
    .map((work) => ({ start: work.countsFrom, end: work.end, work, employerId: scopeOf(work) }));
  return [...opened, ...trials]
    .filter(({ work }) => own.has(work.id))
    .sort((a, b) => a.start - b.start || (a.work.id < b.work.id ? -1 : 1));
}

function holds(range: DayRange, day: Day): boolean {
  return range.start <= day && day < range.end;
}

function firstApplications(input: LimitsInput, standing: Standing, terms: readonly TermDays[]): Asked[] {
  const openings = openingsOf(input, standing, terms).filter(({ start }) => start <= standing.on);
  const received = receivedFor(openings, input, standing);
  return openings.map((opening) => ({
    for: opening.work.id,
    first: opening.start,
    due: plusPeriod(opening.start, input.ruleSet.deadlines.firstApplication),
    receipt: received.get(opening) ?? impliedByGrant(opening, input.ruleSet.deadlines, standing),
  }));
}

/**
 * The application for each opening: the first that names its placement; an unnamed first or change application is for
 * the latest opening on or before its receipt that has none yet, else for the next one.
 */
function receivedFor(
  openings: readonly Opening[],
  input: LimitsInput,
  { career, on }: Standing,
): Map<Opening, Receipt> {
  const received = new Map<Opening, Receipt>();
  const applications = ownApplications(input, on);
  for (const application of applications) {
    const { placementId, kind } = application;
    const work = placementId === undefined ? undefined : career.workOf.get(placementId);
    const opening = work && openings.find((candidate) => candidate.work.id === work.id);
    if (opening && kind !== 'extension' && !received.has(opening))
      received.set(opening, receiptOf(application));
  }
  for (const application of applications) {
    const { placementId, kind } = application;
    if (placementId !== undefined || (kind !== 'first' && kind !== 'change')) continue;
    const receipt = receiptOf(application);
    const waiting = openings.filter((opening) => !received.has(opening));
    const opening = waiting.findLast(({ start }) => start <= receipt.on) ?? waiting[0];
    if (opening) received.set(opening, receipt);
  }
  return received;
}

function ownApplications({ trajectory }: LimitsInput, on: Day): Application[] {
  return trajectory.facts.applications
    .filter(({ receivedOn }) => dayNumber(receivedOn) <= on)
    .sort((a, b) =>
      a.receivedOn === b.receivedOn ? (a.id < b.id ? -1 : 1) : a.receivedOn < b.receivedOn ? -1 : 1,
    );
}

/** A grant without a recorded application proves one: it reaches back only so far before its receipt (reading 31). */
function impliedByGrant(opening: Opening, terms: DeadlineTerms, standing: Standing): Receipt | undefined {
  const grant = grantsFor(standing.grants, opening.employerId).find((candidate) =>
    shared(candidate, opening),
  );
  return grant && receiptBehind(grant, Math.max(grant.start, opening.start), terms, standing);
}

function receiptOf({ id, receivedOn }: Application): Receipt {
  return { on: dayNumber(receivedOn), applicationId: id };
}

function receiptBehind(grant: AwardedGrant, first: Day, terms: DeadlineTerms, { career }: Standing): Receipt {
  const application = career.applications.find(({ id }) => id === grant.applicationId);
  if (application) return receiptOf(application);
  return { on: Math.min(grant.decidedOn, plusPeriod(first, terms.grantReachesBack)) };
}

/** Every granted period that has begun and after which coaching goes on inside its term. */
function followOns(input: LimitsInput, standing: Standing, terms: readonly TermDays[]): Asked[] {
  const own = new Set(input.trajectory.facts.grants.map(({ id }) => id));
  const { deadlines } = input.ruleSet;
  const unlinked = ownApplications(input, standing.on).filter(
    ({ id, kind }) => kind === 'follow-on' && !standing.grants.some((grant) => grant.applicationId === id),
  );
  return standing.grants
    .filter((grant) => own.has(grant.id) && grant.start <= standing.on && goesOn(grant, standing, terms))
    .sort((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1))
    .flatMap((grant) => {
      const others = grantsFor(standing.grants, scopeOf(grant, terms));
      if (others.some((other) => other.start < grant.end && other.end > grant.end)) return [];
      const next = others.find((other) => other.start >= grant.end);
      const linked =
        next?.applicationId === undefined ? undefined : receiptBehind(next, next.start, deadlines, standing);
      const position = unlinked.findIndex(({ receivedOn }) => dayNumber(receivedOn) >= grant.start);
      const [taken] = linked === undefined && position >= 0 ? unlinked.splice(position, 1) : [];
      const proven = next && receiptBehind(next, next.start, deadlines, standing);
      const due = plusPeriod(grant.end - 1, deadlines.followOnApplication);
      const receipt = linked ?? (taken ? receiptOf(taken) : proven);
      return [{ for: grant.id, first: grant.end, due, receipt }];
    });
}

function scopeOf(grant: AwardedGrant, terms: readonly TermDays[]): Id | null {
  return terms.some(({ employerId }) => employerId === null) ? null : (grant.employerId ?? null);
}

/** True when on the day after the period a placement still runs, inside the term, in an open trajectory. */
function goesOn(grant: AwardedGrant, { career }: Standing, terms: readonly TermDays[]): boolean {
  const after = grant.end;
  if (career.closedOn < after) return false;
  const term = terms.find(
    (candidate) =>
      holds(candidate, after) && (candidate.employerId === null || candidate.employerId === grant.employerId),
  );
  return term?.covered.some((work) => work.start <= after && after < work.end) ?? false;
}

/** On the last day of the announcing period, where the term still runs then (reading 48). */
function announcements(
  { ruleSet }: LimitsInput,
  { career, on }: Standing,
  terms: readonly TermDays[],
): Deadline[] {
  return terms.flatMap((term) => {
    const end = announcingEnd(term, ruleSet.clock);
    const opening = term.covered[0];
    if (end === undefined || opening === undefined) return [];
    const announced = extensionApplications(term, career).map(({ receivedOn }) => dayNumber(receivedOn));
    const due = end - 1;
    const runsThen = term.employerId === null || endOfPlacements(term) > due;
    if (announced.length === 0 && (!runsThen || career.closedOn < due)) return [];
    const settledOn = announced.length === 0 ? undefined : Math.min(...announced);
    const status = deadlineStatus(due, settledOn, on);
    return [{ kind: 'extension-announcement', dueOn: dateOf(due), status, for: opening.id } as const];
  });
}
