import { type CalendarDate, type Days, overlap } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';
import { isAgreementOf } from '../trajectory/plan/plan-on.js';
import type { FileKind } from './data-kinds.js';
import type { Standing } from './standing.js';

/** Somebody who sees of some kinds of data only their own. */
export interface Owner {
  readonly standing: Standing;
  readonly coachId?: Id | undefined;
  /** Every registration of the same employer. */
  readonly employerIds: readonly Id[];
}

type Fields = Readonly<Record<string, unknown>>;
type OfFile = Pick<TrajectoryFacts, 'placements' | 'planOfApproach'>;

/**
 * Whether an item is somebody's own (domain.md section 9): the session of a former coach, the score of a candidate; of an
 * employer its contacts, scores, incidents, tasks and agreements, the absences of days on which the candidate worked there, and
 * what was learned before or in the work there. `fields` are those of the item or of its event, `facts` the trajectory now.
 */
export function isOwnItem(owner: Owner, kind: FileKind, fields: Fields, facts: OfFile): boolean {
  switch (owner.standing) {
    case 'former-coach':
      return fields.coachId !== undefined && fields.coachId === owner.coachId;
    case 'candidate':
      return kind === 'assessment' && fields.by === 'candidate';
    case 'employer':
      return isOfEmployer(owner.employerIds, kind, fields, facts);
    default:
      return false;
  }
}

function isOfEmployer(ids: readonly Id[], kind: FileKind, fields: Fields, facts: OfFile): boolean {
  switch (kind) {
    case 'absence':
      return ownPlacements(ids, facts).some(({ startsOn, endedOn }) =>
        overlap({ from: startsOn, to: endedOn }, daysOf(fields)),
      );
    case 'fit-note':
      return wasLearnedForEmployer(ids, fields, facts);
    case 'plan': {
      const agreements = facts.planOfApproach.versions.flatMap((version) => version.agreements);
      const agreement = agreements.findLast(({ id }) => id === fields.agreementId);
      return agreement !== undefined && isAgreementOf(agreement, 'employer');
    }
    default:
      return ids.includes(fields.employerId as Id);
  }
}

function daysOf({ from, until }: Fields): Days {
  return { from: from as CalendarDate, to: until as CalendarDate | undefined };
}

/** What was ticked is meant for a next employer: for who employs from the day of that work on, and not before. */
function wasLearnedForEmployer(ids: readonly Id[], { placementId }: Fields, facts: OfFile): boolean {
  const learnedIn = facts.placements.find(({ id }) => id === placementId);
  if (learnedIn === undefined) return false;
  return ownPlacements(ids, facts).some(
    ({ id, startsOn }) => id === placementId || startsOn >= learnedIn.startsOn,
  );
}

function ownPlacements(ids: readonly Id[], { placements }: OfFile): TrajectoryFacts['placements'] {
  return placements.filter(({ employerId }) => ids.includes(employerId));
}
