import type { CalendarDate } from '../../../domain/shared/calendar.js';
import {
  correctedRevision,
  decisionOfRevision,
  revisionOf,
  withRevision,
} from '../../../domain/trajectory/award/grant-decisions.js';
import type { Grant, GrantRevision, TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import type { TrajectoryIntent } from '../commands/act-on-trajectory/act-on-trajectory.command.js';

type Of<Type extends TrajectoryIntent['type']> = Extract<TrajectoryIntent, { type: Type }>;

/** The days that a decision on a grant would give, and the placement that it is for. */
export interface GrantDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly placementId?: string | undefined;
}

/** The days of a grant once its first decision is corrected; undefined when there is no such grant. */
export function correctedGrant(
  { grantId, changes }: Of<'CorrectGrant'>,
  { grants }: TrajectoryFacts,
): GrantDays | undefined {
  const held = grants.find(({ id }) => id === grantId);
  const decision = held?.decisions[0];
  if (held === undefined || decision === undefined) return undefined;
  const placementId =
    changes.placementId === undefined ? held.placementId : (changes.placementId ?? undefined);
  return { from: changes.from ?? decision.from, to: changes.to ?? decision.to, placementId };
}

/** The days of a grant once it is revised; undefined when there is no such grant. */
export function revisedGrant(
  { grantId, revisionId, decidedOn, changes }: Of<'ReviseGrant'>,
  { grants }: TrajectoryFacts,
): GrantDays | undefined {
  const grant = grants.find(({ id }) => id === grantId);
  return grant && daysWith(grant, revisionOf(revisionId, decidedOn, changes));
}

/** The days of a revised grant once the revision is corrected; undefined when there is no such revision. */
export function correctedRevisionOf(
  { revisionId, changes }: Of<'CorrectGrantRevision'>,
  { grants }: TrajectoryFacts,
): GrantDays | undefined {
  for (const grant of grants) {
    const revision = grant.revisions?.find(({ id }) => id === revisionId);
    if (revision !== undefined) return daysWith(grant, correctedRevision(revision, changes));
  }
  return undefined;
}

function daysWith(grant: Grant, revision: GrantRevision): GrantDays | undefined {
  const decision = decisionOfRevision(withRevision(grant, revision), revision.id);
  return decision && { from: decision.from, to: decision.to, placementId: grant.placementId };
}
