import { byId } from '../shared/ids.js';
import type { Regime } from '../shared/lists.js';
import { ALL_APART, areOne } from '../shared/survivors.js';
import type { RuleSetCircumstances } from './circumstances.js';
import type { ChangeJob } from './commands.js';
import { endOf, factsAfter, placementStarted, refuseBadStart } from './decide-placements.js';
import type { TrajectoryEvent } from './events.js';
import type { Placement, TrajectoryFacts } from './facts.js';
import { type FollowUpApplication, followUpApplication } from './follow-up-application.js';
import { decidedBefore, isUsed, openedFacts, placementAt } from './guards.js';
import { refuseTooLongTrial } from './placement-rules.js';
import { refuse } from './refusals.js';
import type { TrajectoryState } from './state.js';

/**
 * Leads from one job to the next in one decision (domain.md section 7): the old placement ends, the next starts, the
 * coach stays because nothing about the coach is recorded, the fit notes move along (MKB 4.2.2), and the follow-up
 * application is drafted with its last day.
 */
export function changeJob(command: ChangeJob, state: TrajectoryState): readonly TrajectoryEvent[] {
  const facts = openedFacts(state);
  const { next, applicationId, today, circumstances } = command;
  const started = placementStarted(next.placementId, next);
  if (decidedBefore(state, next.placementId, started)) return [];
  if (isUsed(state, applicationId) || applicationId === next.placementId) refuse('id.already-used');

  const old = placementToLeave(facts, command);
  const ended = endOf(facts, old, command);
  const after = factsAfter(facts, ...ended, started);
  refuseBadStart(facts, started, after, circumstances);
  if (next.kind === 'trial-placement') refuseTooLongTrial(after, next.employerId, circumstances);

  const fitIds = state.fitNotes.get(old.id) ?? [];
  const carried: TrajectoryEvent = {
    type: 'FitCarried',
    data: { fitIds, fromPlacementId: old.id, toPlacementId: next.placementId, on: next.startsOn },
  };
  const drafted: TrajectoryEvent = {
    type: 'ApplicationDrafted',
    data: {
      applicationId,
      ...followUp(facts, circumstances, old, started.data),
      placementId: next.placementId,
      regime: latestRegime(facts) ?? circumstances.ruleSet.defaultRegime,
      draftedOn: today,
    },
  };
  return [...ended, started, ...(fitIds.length > 0 ? [carried] : []), drafted];
}

/** The placement named, or the only one that runs on the last day or ended on it. */
function placementToLeave(facts: TrajectoryFacts, command: ChangeJob): Placement {
  const { placementId, endedOn } = command;
  if (placementId !== undefined) return placementAt(facts, placementId);
  const running = facts.placements.filter(
    (it) => it.startsOn <= endedOn && (it.endedOn === undefined || it.endedOn === endedOn),
  );
  if (running.length > 1) refuse('job-change.placement-unclear', 'placementId');
  return running[0] ?? refuse('job-change.no-placement', 'endedOn');
}

function followUp(
  { grants }: TrajectoryFacts,
  { ruleSet, survivors = ALL_APART }: RuleSetCircumstances,
  old: Pick<Placement, 'employerId'>,
  next: Pick<Placement, 'employerId' | 'startsOn'>,
): FollowUpApplication {
  const elsewhere =
    ruleSet.clock.scope === 'employment' && !areOne(survivors, next.employerId, old.employerId);
  const counting = elsewhere ? [] : grants.flatMap(({ decisions }) => decisions.at(-1) ?? []);
  return followUpApplication(ruleSet, next.startsOn, counting);
}

/** The regime of the grant that begins last, as it was last decided; of two, the one with the smaller id. */
function latestRegime(facts: TrajectoryFacts): Regime | undefined {
  const latest = facts.grants
    .map((grant) => ({ id: grant.id, decision: grant.decisions.at(-1) }))
    .sort((a, b) => {
      const [from, other] = [a.decision?.from ?? '', b.decision?.from ?? ''];
      return from > other ? -1 : from < other ? 1 : byId(a, b);
    })[0];
  return latest?.decision?.regime;
}
