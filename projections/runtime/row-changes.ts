import type { Key, Row } from './projection.js';

/** What a batch changes in a table: rows by the text of their key. A key is in one of the two maps at most. */
export class RowChanges {
  readonly written = new Map<string, Row>();
  readonly removed = new Map<string, Key>();

  /** The row as it then is, null when it is then gone, undefined when the batch leaves it as it was. */
  find(text: string): Row | null | undefined {
    const row = this.written.get(text);
    if (row !== undefined) return row;
    return this.removed.has(text) ? null : undefined;
  }

  put(text: string, row: Row): void {
    this.removed.delete(text);
    this.written.set(text, row);
  }

  /** Forgets the row that was put; `stored` says that there may be one in the table that has to go. */
  remove(text: string, key: Key, stored: boolean): void {
    this.written.delete(text);
    if (stored) this.removed.set(text, key);
  }
}
