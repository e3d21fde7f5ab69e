import type { Column, Table } from './projection.js';

/** A table definition with its literal types kept, so that `StoredRow` can follow them. */
export function defineTable<const T extends Table>(table: T): T {
  return table;
}

type StoredValue<C extends Column> =
  | (C['type'] extends 'integer' | 'boolean' ? number : string)
  | (C extends { readonly nullable: true } ? null : never);

/** A row as a query reads it: `json` is still text, `boolean` is 0 or 1. */
export type StoredRow<T extends Table> = {
  readonly [Name in keyof T['columns']]: StoredValue<T['columns'][Name]>;
};
