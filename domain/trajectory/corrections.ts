export { effectiveChanges } from '../shared/stated.js';

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
