/** What stands in the place of a value whose key is gone. JSON leaves it out, so it is never shown by accident. */
export const FORGOTTEN: unique symbol = Symbol('forgotten');
export type Forgotten = typeof FORGOTTEN;
