import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate } from '../shared/calendar.js';
import { unknownMember } from '../shared/decider.js';
import type { FunderEvent, FunderRegistered, RuleSetAdopted } from './events.js';

/** What a funder's stream has to remember for deciding; versions in order, the first without `effectiveOn`. */
export interface FunderState {
  readonly registered: FunderRegistered['data'] | undefined;
  readonly versions: readonly RuleSetAdopted['data'][];
}

export const initialFunderState: FunderState = { registered: undefined, versions: [] };

/** The state after one more event. */
export function evolve(state: FunderState, event: FunderEvent): FunderState {
  switch (event.type) {
    case 'FunderRegistered':
      return { ...state, registered: event.data };
    case 'RuleSetAdopted':
      return { ...state, versions: [...state.versions, event.data] };
    default:
      return unknownMember(event);
  }
}

/** The version of the rules in effect on `date`: the last that took effect by then, else the first. */
export function ruleSetOn(state: FunderState, date: CalendarDate): RuleSetAdopted['data'] | undefined {
  return state.versions.findLast(({ effectiveOn }) => effectiveOn === undefined || effectiveOn <= date);
}

/** The rules of one version, as a trajectory refers to them. */
export function ruleSetOfVersion(state: FunderState, version: number): RuleSet | undefined {
  return state.versions.find((adopted) => adopted.version === version)?.ruleSet;
}
