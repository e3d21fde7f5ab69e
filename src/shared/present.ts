type Present<T> = { [Field in keyof T]: T[Field] };

/** A copy of `object` without the fields that are undefined: what a request left out is not there. */
export function present<T extends object>(object: T): Present<T> {
  const result: Partial<T> = {};
  for (const field of Object.keys(object) as (keyof T)[]) {
    if (object[field] !== undefined) result[field] = object[field];
  }
  return result as Present<T>;
}
