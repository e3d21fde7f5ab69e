import {
  applicationStandings,
  completenessOf,
  extensionSet,
  grantStandings,
} from '../../domain/award/index.js';
import { rhythmReadings } from '../../domain/contact-rhythm/index.js';
import { continuityOf, type FitCarrying, jobChangeOverview } from '../../domain/continuity/index.js';
import { approvalsBy, declarationsBy, hoursOf } from '../../domain/hours/index.js';
import { explainedLimits, limitsOf } from '../../domain/limits/index.js';
import { reachableOn } from '../../domain/reachable/index.js';
import { MUNICIPAL_2Y } from '../../domain/rule-sets/municipal-2y.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import { supportMinutesOf } from '../../domain/support/support-minutes.js';
import type { TrajectoryRecord } from '../../domain/trajectory/facts.js';
import { planOnDay } from '../../domain/trajectory/plan/plan-on.js';
import { assessmentAverages } from '../../domain/trajectory/review/assessment-averages.js';
import { evaluationMoments } from '../../domain/trajectory/review/evaluation-moments.js';
import { ITEM_KINDS, type ItemKind } from '../../projections/trajectory/item.js';
import type { TrajectoryFile } from '../../src/dossiers/files/trajectory-file.js';
import { itemOnDay } from '../../src/dossiers/item-on-day.js';

const ruleSet = MUNICIPAL_2Y;
const ALL = { limit: 10_000 };

/** Everything that is computed from the record of a trajectory, on a day. */
export function computedOn(
  on: CalendarDate,
  record: TrajectoryRecord,
  carryings: readonly FitCarrying[] = [],
) {
  const trajectory = { ...record, ruleSet };
  const input = { on, trajectory, continued: [], ruleSet };
  const { facts } = record;
  const limits = limitsOf(input);
  return {
    limits: explainedLimits(limits, { ruleSet, version: 1 }, [record]),
    hours: hoursOf(input),
    approvals: approvalsBy(record, on),
    declarations: declarationsBy(input),
    continuity: continuityOf({ on, trajectories: [trajectory] }),
    jobChange: jobChangeOverview({ ...input, carryings }),
    applications: applicationStandings(input),
    grants: grantStandings(input),
    extensionSet: extensionSet(input),
    completeness: new Map(
      facts.applications.map(({ id, kind, receivedOn }) => [
        id,
        completenessOf(input, { id, kind, day: receivedOn, motivated: false }),
      ]),
    ),
    reachable: reachableOn(on, facts, new Map()),
    rhythms: rhythmReadings(facts, record.sessions, on),
    plans: facts.planOfApproach.versions.map((plan) => planOnDay(facts, plan, on)),
    evaluations: evaluationMoments(facts, ruleSet, on),
    averages: assessmentAverages(facts.assessments, on),
    support: supportMinutesOf(record, on),
  };
}

/** The lists of a file as they stand on a day, without when each was recorded; `id` is left out where it is an event's. */
export async function listedOn(on: CalendarDate | undefined, file: TrajectoryFile) {
  const lists: Partial<Record<ItemKind, readonly unknown[]>> = {};
  for (const kind of ITEM_KINDS) {
    const items = await file.itemsPage(kind, ALL);
    lists[kind] = items.flatMap((item) => {
      const data = itemOnDay(item, on);
      return data === undefined ? [] : [{ on: item.on, data, ...(kind !== 'fit-carry' && { id: item.id }) }];
    });
  }
  const sessions = await file.sessionsPage({ ...ALL, until: on });
  const contacts = await file.contactsPage({ ...ALL, until: on });
  return {
    ...lists,
    sessions: sessions.map(({ recordedAt: _, revision: _revision, ...written }) => written),
    contacts: contacts.map(({ recordedAt: _, revision: _revision, ...written }) => written),
  };
}
