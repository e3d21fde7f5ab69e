import type { ColumnDataType } from 'kysely';
import type { ColumnType } from './projection.js';

/** All that differs between the databases that hold read models; Kysely covers the rest. */
export interface RowDialect {
  /** The most parameters of one statement. */
  readonly maxParameters: number;
  /** The type of a column; text must sort by code unit, so that keys have one order everywhere. */
  columnType(type: ColumnType): ColumnDataType;
  /** True when a row itself is at fault (a value missing, of the wrong type), not the database. */
  isRowAtFault(error: unknown): boolean;
  /** True when somebody else is writing at this moment: the same again a little later will do. */
  isBusy(error: unknown): boolean;
}

/** SQLite: text sorts by byte unless told otherwise, and a statement takes 32,766 parameters. */
export const sqliteRows: RowDialect = {
  maxParameters: 32_766,
  columnType: (type) => (type === 'integer' || type === 'boolean' ? 'integer' : 'text'),
  isRowAtFault: (error) =>
    error instanceof TypeError ||
    error instanceof RangeError ||
    /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(codeOf(error)),
  isBusy: (error) => codeOf(error).startsWith('SQLITE_BUSY'),
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
