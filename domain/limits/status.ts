import type { Clock, RuleSet } from '../rule-sets/rule-set.js';
import { dayNumber } from '../shared/calendar.js';
import type { Application } from '../trajectory/facts.js';
import type { Career } from './career.js';
import { type Day, NEVER, plusPeriod } from './days.js';
import type { AwardedGrant } from './grants.js';
import type { TermStatus } from './limits.js';
import type { TermDays } from './terms.js';

/** The day after the last of the term's placements, also where they run on past it; `NEVER` while one runs. */
export function endOfPlacements(term: TermDays): Day {
  return term.line.reduce((end, work) => Math.max(end, work.end), Number.NEGATIVE_INFINITY);
}

/** True when all its placements have ended and a later term took over (reading 14). */
export function isRestarted(term: TermDays, terms: readonly TermDays[], clock: Clock): boolean {
  if (term.employerId === null) return false;
  const end = endOfPlacements(term);
  if (end === NEVER) return false;
  const earliest = plusPeriod(end - 1, clock.toleratedGap, -1);
  return terms.some((other) => other.start > term.start && other.start >= earliest);
}

/** True when the trajectory is closed, or the job ended longer ago than the tolerated gap (reading 14). */
export function isClosed(term: TermDays, clock: Clock, on: Day, closedOn: Day): boolean {
  if (closedOn <= on) return true;
  return term.employerId !== null && on > plusPeriod(endOfPlacements(term), clock.toleratedGap);
}

/** The first day after the period at whose end an extension is announced; undefined when the term has no such period. */
export function announcingEnd(term: TermDays, clock: Clock): Day | undefined {
  const startsOn = plusPeriod(term.start, clock.period, clock.announceExtensionAtEndOf - 1);
  if (startsOn >= term.end) return undefined;
  return Math.min(plusPeriod(term.start, clock.period, clock.announceExtensionAtEndOf), term.end);
}

/** The extension applications received in the term; one that names a placement elsewhere is for another term. */
export function extensionApplications(term: TermDays, career: Career): Application[] {
  return career.applications.filter((application) => {
    if (application.kind !== 'extension') return false;
    const day = dayNumber(application.receivedOn);
    if (day < term.start || day >= term.end) return false;
    const named = application.placementId && career.workOf.get(application.placementId);
    return term.employerId === null || !named || named.employerId === term.employerId;
  });
}

/** What the status of a term depends on besides the term. */
export interface StatusContext {
  readonly ruleSet: RuleSet;
  readonly career: Career;
  readonly terms: readonly TermDays[];
  readonly on: Day;
}

/** The first status that holds (readings 12 and 14 to 16). `extensions`: what was granted past the last day. */
export function statusOf(
  term: TermDays,
  extensions: readonly AwardedGrant[],
  { ruleSet, career, terms, on }: StatusContext,
): TermStatus {
  const { clock, thresholds } = ruleSet;
  if (isRestarted(term, terms, clock)) return 'restarted';
  if (isClosed(term, clock, on, career.closedOn)) return 'closed';
  if (extensions.some((grant) => grant.beyondLimit && grant.decidedOn <= on && on < grant.end))
    return 'extended';
  if (on >= term.end) return 'reached';
  const windowEnd = plusPeriod(on, thresholds.endsSoon);
  if (term.end - 1 <= windowEnd) return 'ends-soon';
  const announcing = announcingEnd(term, clock);
  const inWindow = announcing !== undefined && announcing > on && announcing - 1 <= windowEnd;
  return inWindow && extensionApplications(term, career).length === 0 ? 'announce-extension' : 'running';
}
