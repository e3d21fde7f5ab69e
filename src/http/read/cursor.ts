import type { FieldFault } from '../fields/field.js';
import { inputProblem } from '../problem/problem.js';

/** Where a page begins: after the item that has these values of the columns that the collection is ordered by. */
export type CursorKey = readonly (string | number | null)[];

const LONGEST = 1_000;
const INVALID: FieldFault = {
  code: 'cursor.invalid',
  detail: 'Deze cursor is niet geldig. Neem hem over uit de kop Link of begin bij de eerste bladzijde.',
};

/** A cursor as clients carry it: opaque, safe in a query. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a cursor, of `length` values; a 400 when it is not one that `encodeCursor` made for such a collection. */
export function decodeCursor(cursor: string, length: number): CursorKey {
  const key = keyOf(cursor);
  if (key === undefined || key.length !== length) throw inputProblem([{ field: 'cursor', ...INVALID }]);
  return key;
}

/** The rule on a cursor in a query. */
export function cursorFault(value: unknown): FieldFault | undefined {
  return typeof value === 'string' && keyOf(value) !== undefined ? undefined : INVALID;
}

function keyOf(cursor: string): CursorKey | undefined {
  if (cursor.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.length > 0 && key.every(isKeyValue) ? key : undefined;
  } catch {
    return undefined;
  }
}

function isKeyValue(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}
