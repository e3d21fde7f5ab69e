import { corrected, withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import type { Corrections } from '../asked.js';
import type { RevisedTerms } from './commands.js';
import type { GrantRevisionCorrected } from './events.js';
import type { Grant, GrantDecision, GrantRevision } from './facts.js';

/** What a revision states, as facts hold it: of the motivation only whether there is one. */
export function revisionOf(
  id: Id,
  decidedOn: GrantRevision['decidedOn'],
  { beyondLimitMotivation: motivation, ...terms }: Corrections<RevisedTerms>,
): GrantRevision {
  const beyondLimit = motivation === undefined ? undefined : motivation !== null;
  return withoutUndefined({ id, decidedOn, ...terms, beyondLimit });
}

const EVERY_DECISION_HAS = ['decidedOn', 'from', 'to', 'regime'] as const;

/** The revision once it is corrected; null takes away what it said of a field that every decision has. */
export function correctedRevision(
  revision: GrantRevision,
  changes: Omit<GrantRevisionCorrected['data'], 'revisionId' | 'grantId' | 'reason'>,
): GrantRevision {
  const { minutes = revision.minutes, beyondLimitMotivation: motivation } = changes;
  const beyondLimit = motivation === undefined ? revision.beyondLimit : motivation !== null;
  return withoutUndefined({
    ...corrected<GrantRevision, (typeof EVERY_DECISION_HAS)[number]>(revision, changes, EVERY_DECISION_HAS),
    minutes,
    beyondLimit,
  });
}

/**
 * The grant with this first decision and these revisions. Revisions count in order of their `decidedOn`, then of their
 * id, whenever they were recorded (readings 18 and 54).
 */
export function decided(
  grant: Omit<Grant, 'decisions' | 'revisions'>,
  first: GrantDecision,
  revisions: readonly GrantRevision[],
): Grant {
  const inOrder = [...revisions].sort(byDecision);
  const decisions = [first];
  for (const revision of inOrder) decisions.push(revised(decisions.at(-1) as GrantDecision, revision));
  const { id, applicationId, placementId } = grant;
  return withoutUndefined({
    id,
    applicationId,
    placementId,
    decisions,
    revisions: inOrder.length > 0 ? inOrder : undefined,
  });
}

/** The decision that the revision leads to; undefined when the grant has no such revision. */
export function decisionOfRevision(grant: Grant, revisionId: Id): GrantDecision | undefined {
  const index = grant.revisions?.findIndex(({ id }) => id === revisionId) ?? -1;
  return index < 0 ? undefined : grant.decisions[index + 1];
}

/** The grant with this revision, in the place of one of the same id. */
export function withRevision(grant: Grant, revision: GrantRevision): Grant {
  const others = (grant.revisions ?? []).filter(({ id }) => id !== revision.id);
  return decided(grant, grant.decisions[0] as GrantDecision, [...others, revision]);
}

function revised(before: GrantDecision, { id: _id, minutes, ...revision }: GrantRevision): GrantDecision {
  return withoutUndefined({
    ...before,
    ...revision,
    minutes: minutes === null ? undefined : (minutes ?? before.minutes),
  });
}

function byDecision(a: GrantRevision, b: GrantRevision): number {
  if (a.decidedOn !== b.decidedOn) return a.decidedOn < b.decidedOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
