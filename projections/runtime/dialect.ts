import { type ColumnDataType, type RawBuilder, sql } from 'kysely';
import type { ColumnType } from './projection.js';

/** All that differs between the databases that hold read models; Kysely covers the rest. */
export interface RowDialect {
  /** The most parameters of one statement. */
  readonly maxParameters: number;
  /** The type of a column; text must sort by code unit, so that keys have one order everywhere. */
  columnType(type: ColumnType): ColumnDataType | RawBuilder<unknown>;
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

/** The classes of errors of PostgreSQL that a value causes: data exception, broken constraint, too large. */
const POSTGRES_ROW_AT_FAULT = /^(22|23|54)/;
/** Serialisation failure, deadlock, lock not available: somebody else was first. */
const POSTGRES_BUSY = ['40001', '40P01', '55P03'];

/** PostgreSQL: text sorts by byte in the collation "C", and a statement takes 65,535 parameters. */
export const postgresRows: RowDialect = {
  maxParameters: 65_535,
  columnType: (type) =>
    type === 'integer' ? 'bigint' : type === 'boolean' ? 'integer' : sql`text collate "C"`,
  isRowAtFault: (error) =>
    error instanceof TypeError || error instanceof RangeError || POSTGRES_ROW_AT_FAULT.test(codeOf(error)),
  isBusy: (error) => POSTGRES_BUSY.includes(codeOf(error)),
};

/** By its shape: an error of the driver may be of another realm than this file. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
