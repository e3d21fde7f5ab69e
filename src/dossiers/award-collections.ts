import {
  type ApplicationStanding,
  applicationStandings,
  type GrantStanding,
  grantStandings,
} from '../../domain/award/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { ItemData, ItemKind, TrajectoryItem } from '../../projections/trajectory/item.js';
import type { AsOf, Dossier } from './dossiers.js';
import { without } from './item-on-day.js';

/** The collections of a trajectory's award. */
export const AWARD_COLLECTIONS = [
  'applications',
  'grants',
  'grant-revisions',
  'objections',
  'coaching-approvals',
] as const;
export type AwardCollection = (typeof AWARD_COLLECTIONS)[number];

/** The kind of item in each. */
export const AWARD_KINDS: { readonly [C in AwardCollection]: ItemKind } = {
  applications: 'application',
  grants: 'grant',
  'grant-revisions': 'grant-revision',
  objections: 'objection',
  'coaching-approvals': 'coaching-approval',
};

/**
 * How the items of a collection stand, as the facts of the dossier have them on its day. What was recorded as decided
 * ahead is left out only where a day was asked about, so that what was just written can be read.
 */
export function viewOf(
  collection: AwardCollection,
  { on, trajectory, continued }: Dossier,
  { on: asked }: AsOf,
): (item: TrajectoryItem) => ItemData | undefined {
  const input = { on, trajectory, continued, ruleSet: trajectory.ruleSet };
  const { sources, clock } = trajectory.ruleSet;
  const rule = sources['deadlines.grantReachesBack']?.source ?? clock.basis;
  switch (collection) {
    case 'applications': {
      const standings = applicationStandings(input);
      return ({ data, id }) => applicationView(data, standings.get(id), on, rule);
    }
    case 'grants': {
      const standings = grantStandings(input);
      return ({ data, id }) => grantView(data, standings.get(id), rule, asked);
    }
    case 'grant-revisions':
      return ({ data }) => (asked === undefined || isBy(data.decidedOn, on) ? data : undefined);
    case 'objections':
      return ({ data }) => objectionView(data, on);
    default:
      return ({ data }) => (isBy(data.on, on) ? data : undefined);
  }
}

function isBy(day: unknown, on: CalendarDate): boolean {
  return typeof day === 'string' && day <= on;
}

const COMPLETION = ['completionAskedOn', 'missing', 'completionEvidence'];
const REFUSAL = ['refusedOn', 'refusalReason', 'refusalEvidence'];

function applicationView(
  data: ItemData,
  standing: ApplicationStanding | undefined,
  on: CalendarDate,
  rule: string,
): ItemData | undefined {
  if (standing === undefined) {
    const draft = without(data, ['receivedOn', 'completedOn', ...COMPLETION, ...REFUSAL]);
    return isBy(data.draftedOn, on)
      ? { ...draft, status: 'drafted', decision: null, reach: null }
      : undefined;
  }
  const { id: _, reach, ...stands } = standing;
  const asked = standing.completionAskedOn === null ? COMPLETION : [];
  const refused = isBy(data.refusedOn, on) ? [] : REFUSAL;
  return { ...without(data, [...asked, ...refused]), ...stands, reach: reach && { ...reach, rule } };
}

const UNDECIDED: Omit<GrantStanding, 'id'> = {
  decisions: [],
  earliestFirstDay: null,
  unfundedDays: null,
  daysBeforeReach: 0,
  objectionIds: [],
};

/** Besides what was first decided, what is in force. */
function grantView(
  data: ItemData,
  standing: GrantStanding | undefined,
  rule: string,
  asked: CalendarDate | undefined,
): ItemData | undefined {
  if (standing === undefined) return asked === undefined ? { ...data, ...UNDECIDED, rule } : undefined;
  const { id: _, ...stands } = standing;
  return { ...without(data, ['minutes']), ...stands.decisions.at(-1), ...stands, rule };
}

const DECISION = ['decidedOn', 'result', 'decisionReason', 'evidence'];

function objectionView(data: ItemData, on: CalendarDate): ItemData | undefined {
  if (!isBy(data.lodgedOn, on)) return undefined;
  return isBy(data.decidedOn, on) ? data : { ...without(data, DECISION), decidedOn: null, result: null };
}
