import type { CalendarDate } from '../../shared/calendar.js';
import { unknownMember } from '../../shared/decider.js';
import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { PROTECTIONS, type Protection } from '../../shared/protected.js';
import type { RightsEvent } from './events.js';
import type {
  ErasureAssessment,
  ErasureGround,
  ErasureStatus,
  RestrictionDecision,
  RestrictionStatus,
} from './lists.js';

/** A request to be forgotten, or a file whose term is over, as it stands. */
export interface Erasure {
  readonly basis: 'request' | 'retention';
  readonly ground?: ErasureGround;
  readonly on: CalendarDate;
  readonly assessed?: {
    readonly decision: ErasureAssessment;
    readonly parts: readonly Protection[];
    readonly by: string;
  };
  readonly confirmed?: { readonly by: string; readonly carryOutFrom: CalendarDate };
  readonly over?: 'withdrawn' | 'carried-out';
}

export interface Restriction {
  readonly on: CalendarDate;
  readonly decided?: { readonly decision: RestrictionDecision; readonly by: string };
  readonly ended?: true;
}

/** What a candidate's stream remembers of erasing and restricting. */
export interface RightsState {
  readonly erasures: ReadonlyMap<Id, Erasure>;
  readonly restrictions: ReadonlyMap<Id, Restriction>;
  /** The protections whose keys are destroyed, by the request that it was done for. */
  readonly erased: ReadonlyMap<Id, readonly Protection[]>;
  readonly holds: ReadonlyMap<Id, CalendarDate>;
  /** The last day up to which the file is kept in any case. */
  readonly heldUntil?: CalendarDate;
}

export const NO_RIGHTS: RightsState = {
  erasures: new Map(),
  restrictions: new Map(),
  erased: new Map(),
  holds: new Map(),
};

/** How a request to be forgotten stands. */
export function erasureStatus({ assessed, confirmed, over }: Erasure): ErasureStatus {
  if (over !== undefined) return over;
  if (confirmed !== undefined) return 'confirmed';
  if (assessed === undefined) return 'asked';
  return assessed.decision === 'refused' ? 'refused' : 'assessed';
}

/** How a restriction stands. */
export function restrictionStatus({ decided, ended }: Restriction): RestrictionStatus {
  return ended ? 'ended' : (decided?.decision ?? 'asked');
}

/** True once everything about the person is forgotten. */
export function isErased({ erased }: Pick<RightsState, 'erased'>): boolean {
  const gone = new Set([...erased.values()].flat());
  return PROTECTIONS.every((protection) => gone.has(protection));
}

/** True while what is recorded is kept and not used. */
export function isRestricted({ restrictions }: Pick<RightsState, 'restrictions'>): boolean {
  return [...restrictions.values()].some((restriction) => restrictionStatus(restriction) === 'granted');
}

/** The state after one more event. */
export function evolveRights<State extends RightsState>(state: State, event: RightsEvent): State {
  const erasure = (id: Id, change: (before: Erasure) => Erasure): State => {
    const before = state.erasures.get(id);
    if (before === undefined) return state;
    return { ...state, erasures: new Map(state.erasures).set(id, change(before)) };
  };
  const restriction = (id: Id, change: Partial<Restriction>): State => {
    const before = state.restrictions.get(id);
    if (before === undefined) return state;
    return { ...state, restrictions: new Map(state.restrictions).set(id, { ...before, ...change }) };
  };
  switch (event.type) {
    case 'ErasureAsked': {
      const { requestId, ground, on } = event.data;
      return { ...state, erasures: new Map(state.erasures).set(requestId, { basis: 'request', ground, on }) };
    }
    case 'RetentionApproved': {
      const { requestId, on, decidedBy: by } = event.data;
      const assessed = { decision: 'granted', parts: PROTECTIONS, by } as const;
      return {
        ...state,
        erasures: new Map(state.erasures).set(requestId, { basis: 'retention', on, assessed }),
      };
    }
    case 'ErasureAssessed': {
      const { requestId, decision, parts, decidedBy: by } = event.data;
      return erasure(requestId, (before) => ({ ...before, assessed: { decision, parts, by } }));
    }
    case 'ErasureConfirmed': {
      const { requestId, decidedBy: by, carryOutFrom } = event.data;
      return erasure(requestId, ({ assessed, ...before }) =>
        // Without a day it was returned, and is to be assessed anew.
        carryOutFrom === undefined
          ? before
          : withoutUndefined({ ...before, assessed, confirmed: { by, carryOutFrom } }),
      );
    }
    case 'ErasureWithdrawn':
      return erasure(event.data.requestId, (before) => ({ ...before, over: 'withdrawn' }));
    case 'CandidateErased': {
      const { requestId, parts } = event.data;
      const after = erasure(requestId, (before) => ({ ...before, over: 'carried-out' }));
      return { ...after, erased: new Map(state.erased).set(requestId, parts) };
    }
    case 'RestrictionAsked': {
      const { restrictionId, on } = event.data;
      return { ...state, restrictions: new Map(state.restrictions).set(restrictionId, { on }) };
    }
    case 'RestrictionDecided': {
      const { restrictionId, decision, decidedBy: by } = event.data;
      return restriction(restrictionId, { decided: { decision, by } });
    }
    case 'RestrictionEnded':
      return restriction(event.data.restrictionId, { ended: true });
    case 'FileHeld': {
      const { holdId, until } = event.data;
      return { ...state, holds: new Map(state.holds).set(holdId, until), heldUntil: until };
    }
    default:
      return unknownMember(event);
  }
}
