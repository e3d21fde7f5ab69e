import { fingerprint, withoutUndefined } from './fields.js';
import type { Id } from './ids.js';
import type { Protection } from './protected.js';
import { refusals } from './refusal.js';
import { sharedRefusals } from './shared-refusals.js';

const refuse: (code: keyof typeof sharedRefusals, field?: string) => never = refusals(sharedRefusals);

/** The fields of an event type that are sealed: what comes back of them cannot be compared. */
export type ProtectedFields = { readonly [field: string]: Protection | undefined };

/** A fact of a party: as it was first stated, and as it stands now, corrected or ended. */
export interface Stated<Terms> {
  readonly first: string;
  readonly now: Terms;
}

/** Facts of one kind by id, in order of recording. */
export type StatedById<Terms> = ReadonlyMap<Id, Stated<Terms>>;

function openTerms<Terms extends object>(terms: Terms, protect: ProtectedFields): Terms {
  const open = Object.entries(withoutUndefined(terms)).filter(([field]) => !(field in protect));
  return Object.fromEntries(open) as Terms;
}

/** `held` with one more fact, its protected fields left out. */
export function withStated<Terms extends object>(
  held: StatedById<Terms>,
  id: Id,
  terms: Terms,
  protect: ProtectedFields = {},
): StatedById<Terms> {
  const now = openTerms(terms, protect);
  return new Map(held).set(id, { first: fingerprint(now), now });
}

/** `held` with the fact as it stands after `changes`: null takes a field away. What is not there stays away. */
export function withChanged<Terms extends object>(
  held: StatedById<Terms>,
  id: Id,
  changes: object,
  protect: ProtectedFields = {},
): StatedById<Terms> {
  const stated = held.get(id);
  if (stated === undefined) return held;
  const now = Object.fromEntries(
    Object.entries({ ...stated.now, ...openTerms(changes, protect) }).filter(([, value]) => value !== null),
  ) as Terms;
  return new Map(held).set(id, { ...stated, now });
}

/** True when this very fact was stated under the id before; `id.already-used` when it names another one. */
export function isStated<Terms extends object>(
  held: StatedById<Terms>,
  id: Id,
  terms: Terms,
  protect: ProtectedFields = {},
): boolean {
  const known = held.get(id);
  if (known === undefined) return false;
  return known.first === fingerprint(openTerms(terms, protect)) || refuse('id.already-used');
}

/**
 * The fields of `changes` that change something of what is held. A protected text is always taken as a change: what is
 * held of it is sealed. `field.required` when a field that is not in `optional` is taken away.
 */
export function effectiveChanges<Changes extends object>(
  changes: Changes,
  held: object,
  optional: readonly string[],
  protect: ProtectedFields,
): Changes {
  const now = new Map<string, unknown>(Object.entries(held));
  const effective = Object.entries(changes).filter(([field, value]) => {
    if (value === undefined) return false;
    if (value === null && !optional.includes(field)) refuse('field.required', field);
    return field in protect || value !== (now.get(field) ?? null);
  });
  return Object.fromEntries(effective) as Changes;
}

/** The event of a correction, unless `changes` are none. */
export function correctedIf<Event>(changes: object, event: Event): readonly Event[] {
  return Object.keys(changes).length === 0 ? [] : [event];
}
