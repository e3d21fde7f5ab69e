import type { JobChange, TrajectoryUnderRules } from '../../../domain/continuity/continuity.js';
import { continuityOf } from '../../../domain/continuity/index.js';
import { PRESETS, type PresetName } from '../../../domain/rule-sets/index.js';
import { type CalendarDate, earliest } from '../../../domain/shared/calendar.js';
import type { EmployerContact, Grant, Placement, Session } from '../../../domain/trajectory/facts.js';
import { NO_PLAN } from '../../../domain/trajectory/plan/facts.js';
import { NO_REVIEW } from '../../../domain/trajectory/review/facts.js';
import { NO_SIGNALS } from '../../../domain/trajectory/signals/facts.js';

/** A job of 24 hours a week; without `endedOn` it runs on. */
export function job(
  id: string,
  employerId: string,
  startsOn: CalendarDate,
  endedOn?: CalendarDate,
  kind: Placement['kind'] = 'employment',
): Placement {
  const hours = [{ from: startsOn, hoursPerWeek: 24 }];
  return { id, employerId, kind, startsOn, hours, ...(endedOn && { endedOn }) };
}

/** A session of an hour by `coachId`. */
export function session(on: CalendarDate, coachId = 'coach', withdrawn = false): Session {
  return {
    id: `session-${on}-${coachId}`,
    coachId,
    on,
    minutes: 60,
    groupSize: 1,
    activity: 'guidance-at-work',
    form: 'workplace',
    withdrawn,
  };
}

export function employerContact(employerId: string, on: CalendarDate): EmployerContact {
  return { id: `contact-${employerId}-${on}`, employerId, on, minutes: 15, kind: 'check-in' };
}

/** A grant decided on its first day, or on `decidedOn`. */
export function grant(
  id: string,
  from: CalendarDate,
  to: CalendarDate,
  more: { readonly placementId?: string; readonly decidedOn?: CalendarDate } = {},
): Grant {
  const { placementId, decidedOn = from } = more;
  return {
    id,
    ...(placementId && { placementId }),
    decisions: [{ decidedOn, from, to, regime: 'medium', beyondLimit: false }],
  };
}

type Facts = TrajectoryUnderRules['facts'];
type Given = Partial<Facts> & {
  readonly preset?: PresetName;
  readonly sessions?: readonly Session[];
  readonly employerContacts?: readonly EmployerContact[];
};

/** A trajectory opened with its first placement, `coach` assigned from then on, under `municipal-2y`. */
export function trajectory(given: Given = {}): TrajectoryUnderRules {
  const { preset = 'municipal-2y', sessions = [], employerContacts = [], ...facts } = given;
  const [first, ...others] = (facts.placements ?? []).map(({ startsOn }) => startsOn);
  const openedOn = facts.openedOn ?? (first ? earliest(first, ...others) : '2023-01-01');
  return {
    ruleSet: PRESETS[preset],
    sessions,
    employerContacts,
    facts: {
      id: 'trajectory',
      candidateId: 'candidate',
      funderId: 'funder',
      organisationId: 'organisation',
      ruleSet: { name: preset, version: 1 },
      openedOn,
      organisationChanges: [],
      ruleSetMoves: [],
      namings: [],
      fitNotes: [],
      ...NO_SIGNALS,
      assignments: [{ id: 'assignment', coachId: 'coach', from: openedOn }],
      substitutions: [],
      placements: [],
      absences: [],
      applications: [],
      grants: [],
      objections: [],
      plans: [],
      hoursApprovals: [],
      planOfApproach: NO_PLAN,
      ...NO_REVIEW,
      declarations: [],
      ...facts,
    },
  };
}

/** The job changes of one trajectory on `on`. */
export function jobChanges(given: Given, on: CalendarDate): readonly JobChange[] {
  return continuityOf({ on, trajectories: [trajectory(given)] }).jobChanges;
}

/** The only job change of one trajectory on `on`. */
export function jobChange(given: Given, on: CalendarDate): JobChange {
  const changes = jobChanges(given, on);
  const [only] = changes;
  if (only === undefined || changes.length > 1)
    throw new Error(`not one job change: ${JSON.stringify(changes)}`);
  return only;
}
