/** A UUIDv7 in lower case. Identifiers are made outside the domain and arrive in the command. */
export type Id = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True when `text` is a UUID in lower case. */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && UUID.test(text);
}

/** The order that settles every tie between two facts: the smaller identifier comes first (reading 54). */
export function byId(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
