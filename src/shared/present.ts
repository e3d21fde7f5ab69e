type Present<T> = { [Field in keyof T]: T[Field] };

/** A copy of `object` without the fields that are undefined: what a request left out is not there. */
export function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
}
