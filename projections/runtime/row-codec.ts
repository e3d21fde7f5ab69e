import { JsonText } from './json-text.js';
import type { Column, ColumnValue, Key, Row, Table } from './projection.js';

type StoredValue = string | number | null;

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

  /** Appends the row's values to `parameters`, in column order. A column that the table does not allow to be empty throws. */
  encode(row: Row, parameters: StoredValue[]): void {
    for (const { name, type, nullable } of this.#columns) {
      const value = row[name] ?? null;
      if (value === null) {
        if (!nullable) throw new TypeError(`${this.table.name}.${name} has no value`);
        parameters.push(null);
      } else if (type === 'json') {
        parameters.push(value instanceof JsonText ? value.text : JSON.stringify(value));
      } else if (type === 'boolean') parameters.push(value ? 1 : 0);
      else if (typeof value === 'string' || typeof value === 'number') parameters.push(value);
      else throw new TypeError(`${this.table.name}.${name} is not ${type}`);
    }
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
