/** `value` without the fields that are undefined, so that an absent field is absent in what is stored. */
export function withoutUndefined<T extends object>(value: T): T {
  const present: Partial<T> = {};
  for (const name of Object.keys(value) as (keyof T)[]) {
    if (value[name] !== undefined) present[name] = value[name];
  }
  return present as T;
}

/** `item` with the fields of `changes` in place: null takes one away, undefined leaves it as it is. */
export function corrected<T extends object, Field extends keyof T>(
  item: T,
  changes: { readonly [F in Field]?: T[F] | null },
  fields: readonly Field[],
): T {
  const result = { ...item };
  for (const field of fields) {
    const change = changes[field];
    if (change === null) delete result[field];
    else if (change !== undefined) result[field] = change as T[Field];
  }
  return result;
}

/** One text for all values that say the same: keys sorted at every level, fields that are undefined left out. */
export function fingerprint(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}
