import { type ApplicationReach, applicationTerms, type Deadline, type LimitsInput } from '../limits/index.js';
import { addPeriod, type CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Application, TrajectoryFacts } from '../trajectory/facts.js';

/** What a funder does with an application: `incomplete` while it waits for what it asked. */
export type ApplicationStatus = 'received' | 'incomplete' | 'granted' | 'refused';

/** An application as it stands on a day; what came later has not happened (reading 6). */
export interface ApplicationStanding {
  readonly id: Id;
  readonly status: ApplicationStatus;
  readonly completionAskedOn: CalendarDate | null;
  readonly completedOn: CalendarDate | null;
  readonly decidedOn: CalendarDate | null;
  readonly grantIds: readonly Id[];
  readonly objectionIds: readonly Id[];
  /** When the funder decides on it, the days that the clock stood still counted along (reading 43). */
  readonly decision: Pick<Deadline, 'dueOn' | 'atTheLatestOn' | 'status'>;
  /** The earliest first day of a grant on it: so far it reaches back before its receipt, and no further (reading 31). */
  readonly earliestGrantDay: CalendarDate;
  /** What it is the first or the next application for; null when it is for nothing that has begun. */
  readonly reach: Omit<ApplicationReach, 'applicationId'> | null;
}

/** Every application of the trajectory that was received by `on`, by its id. */
export function applicationStandings(input: LimitsInput): ReadonlyMap<Id, ApplicationStanding> {
  const { on, trajectory, ruleSet } = input;
  const { facts } = trajectory;
  const { decisions, reaches } = applicationTerms(input);
  const standings = new Map<Id, ApplicationStanding>();
  for (const application of facts.applications) {
    const deadline = decisions.find((one) => one.for === application.id);
    if (application.receivedOn > on || deadline === undefined) continue;
    const { applicationId: _, ...reach } = reaches.find((one) => one.applicationId === application.id) ?? {};
    const reached = 'earliestFirstDay' in reach ? reach : null;
    const { dueOn, atTheLatestOn = dueOn, status } = deadline;
    standings.set(application.id, {
      ...standingOf(application, facts, on),
      decision: { dueOn, atTheLatestOn, status },
      earliestGrantDay:
        reached?.earliestFirstDay ??
        addPeriod(application.receivedOn, ruleSet.deadlines.grantReachesBack, -1),
      reach: reached,
    });
  }
  return standings;
}

type WithoutTerms = Omit<ApplicationStanding, 'decision' | 'earliestGrantDay' | 'reach'>;

function standingOf(
  application: Application,
  { grants, objections }: TrajectoryFacts,
  on: CalendarDate,
): WithoutTerms {
  const by = (day: CalendarDate | undefined) => (day !== undefined && day <= on ? day : null);
  const given = grants.filter(({ applicationId }) => applicationId === application.id);
  const decided = given.filter(({ decisions }) => by(decisions[0]?.decidedOn) !== null);
  const refusedOn = by(application.refusedOn);
  const completionAskedOn = by(application.completionAskedOn);
  const completedOn = by(application.completedOn);
  const days = [refusedOn, ...decided.map(({ decisions }) => decisions[0]?.decidedOn ?? null)];
  return {
    id: application.id,
    status: statusOf(
      decided.length > 0,
      refusedOn !== null,
      completionAskedOn !== null && completedOn === null,
    ),
    completionAskedOn,
    completedOn,
    decidedOn: days.filter((day) => day !== null).sort()[0] ?? null,
    grantIds: decided.map(({ id }) => id).sort(),
    objectionIds: objections
      .filter(({ against, lodgedOn }) => against === application.id && lodgedOn <= on)
      .map(({ id }) => id)
      .sort(),
  };
}

/** A grant after a refusal is the last word: the objection to that refusal was upheld. */
function statusOf(granted: boolean, refused: boolean, waits: boolean): ApplicationStatus {
  if (granted) return 'granted';
  if (refused) return 'refused';
  return waits ? 'incomplete' : 'received';
}
