import type { Protection } from '../shared/protected.js';
import { refuse } from './refusals.js';

/**
 * The fields of `changes` that change something, compared with what is held now. A protected text is always taken as a
 * change: what is held of it is sealed and cannot be compared.
 * `field.required` when a field that is not in `optional` is taken away.
 */
export function effectiveChanges<Changes extends object>(
  changes: Changes,
  held: object,
  optional: readonly string[],
  protectedFields: { readonly [field: string]: Protection | undefined },
): Changes {
  const now = new Map<string, unknown>(Object.entries(held));
  const effective = Object.entries(changes).filter(([field, value]) => {
    if (value === undefined) return false;
    if (value === null && !optional.includes(field)) refuse('field.required', field);
    return field in protectedFields || value !== (now.get(field) ?? null);
  });
  return Object.fromEntries(effective) as Changes;
}

/** True when nothing is left to correct. */
export function isEmpty(changes: object): boolean {
  return Object.keys(changes).length === 0;
}

/** True when `changes` touches at least one of `fields`. */
export function touches<Changes extends object>(
  changes: Changes,
  ...fields: readonly (keyof Changes)[]
): boolean {
  return fields.some((field) => changes[field] !== undefined);
}
