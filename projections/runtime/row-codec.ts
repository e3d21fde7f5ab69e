import { ROWS_IN_LIST, type StoredValue, type TableChanges } from './batch-changes.js';
import { JsonText } from './json-text.js';
import type { Column, ColumnValue, Key, Row, Table } from './projection.js';

/** A column with its name, looked up once and not for every row. */
interface NamedColumn extends Column {
  readonly name: string;
}

/** Turns the rows of one table into column values and back. */
export class RowCodec {
  readonly columns: readonly string[];
  readonly #columns: readonly NamedColumn[];

  constructor(private readonly table: Table) {
    this.columns = Object.keys(table.columns);
    this.#columns = Object.entries(table.columns).map(([name, column]) => ({ ...column, name }));
  }

  /**
   * Rows as they are written: a column in which none of them has a value is left out, for each value costs.
   * Throws for a column without the value that its table demands.
   */
  encodeRows(rows: ReadonlyMap<string, Row>): Pick<TableChanges, 'columns' | 'blank' | 'written'> {
    const columns = this.#columns.filter(({ name, nullable }) => !nullable || hasValue(rows, name));
    const written: StoredValue[][] = [];
    let list: StoredValue[] = [];
    for (const row of rows.values()) {
      if (list.length === 0) written.push(list);
      for (const column of columns) list.push(this.#encode(row[column.name] ?? null, column));
      if (list.length === ROWS_IN_LIST * columns.length) list = [];
    }
    const names = columns.map(({ name }) => name);
    return { columns: names, blank: this.columns.filter((name) => !names.includes(name)), written };
  }

  /** The values of keys, key after key in the order of the primary key. */
  encodeKeys(keys: Iterable<Key>): readonly StoredValue[] {
    const values: StoredValue[] = [];
    for (const key of keys) for (const name of this.table.primaryKey) values.push(key[name] ?? '');
    return values;
  }

  decode(stored: Readonly<Record<string, unknown>>): Row {
    const row: Record<string, ColumnValue> = {};
    for (const name of this.columns) {
      const value = stored[name] as StoredValue;
      const type = this.table.columns[name]?.type;
      if (value === null) row[name] = null;
      else if (type === 'json') row[name] = JSON.parse(String(value));
      else row[name] = type === 'boolean' ? value === 1 : value;
    }
    return row;
  }

  #encode(value: ColumnValue, { name, type, nullable }: NamedColumn): StoredValue {
    if (value === null) {
      if (nullable) return null;
      throw new TypeError(`${this.table.name}.${name} has no value`);
    }
    if (type === 'json') return value instanceof JsonText ? value.text : JSON.stringify(value);
    if (type === 'boolean') return value ? 1 : 0;
    if (typeof value === 'string' || typeof value === 'number') return value;
    throw new TypeError(`${this.table.name}.${name} is not ${type}`);
  }

  /** One text for the first `length` values of a key; distinct keys have distinct texts. */
  keyText(values: Row | Key, length = this.table.primaryKey.length): string {
    const [only] = this.table.primaryKey;
    if (length === 1 && only !== undefined) return String(values[only]);
    let text = '';
    for (let i = 0; i < length; i++) text += `${values[this.table.primaryKey[i] ?? '']}\u0000`;
    return text;
  }

  /** Compares two rows by their key: negative, zero or positive. */
  compare(a: Row, b: Row): number {
    for (const name of this.table.primaryKey) {
      const left = a[name] as string | number;
      const right = b[name] as string | number;
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  }
}

function hasValue(rows: ReadonlyMap<string, Row>, name: string): boolean {
  for (const row of rows.values()) if ((row[name] ?? null) !== null) return true;
  return false;
}
