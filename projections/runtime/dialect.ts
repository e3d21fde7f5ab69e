import { type ColumnDataType, type RawBuilder, sql } from 'kysely';
import type { ColumnType } from './projection.js';

/** All that differs between the databases that hold read models; Kysely covers the rest. */
export interface RowDialect {
  /** The most parameters of one statement. */
  readonly maxParameters: number;
  /** The database's own clock, in milliseconds since 1970: the one that every process on it shares. */
  readonly now: RawBuilder<number>;
  /** The type of a column; text must sort by code unit, so that keys have one order everywhere. */
  columnType(type: ColumnType): ColumnDataType | RawBuilder<unknown>;
  /** True when a row itself is at fault (a value missing, of the wrong type), not the database. */
  isRowAtFault(error: unknown): boolean;
  /** True when somebody else is writing at this moment: the same again a little later will do. */
  isBusy(error: unknown): boolean;
  /** True when the database could not be reached, or left in mid-call: it will be there again by itself. */
  isOutOfReach(error: unknown): boolean;
}

/** SQLite: text sorts by byte unless told otherwise, and a statement takes 32,766 parameters. */
export const sqliteRows: RowDialect = {
  maxParameters: 32_766,
  now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
  columnType: (type) => (type === 'integer' || type === 'boolean' ? 'integer' : 'text'),
  isRowAtFault: (error) =>
    error instanceof TypeError ||
    error instanceof RangeError ||
    /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(codeOf(error)),
  isBusy: (error) => codeOf(error).startsWith('SQLITE_BUSY'),
  isOutOfReach: () => false,
};

/** The classes of errors of PostgreSQL that a value causes: data exception, broken constraint, too large. */
const POSTGRES_ROW_AT_FAULT = /^(22|23|54)/;
/** Serialisation failure, deadlock, lock not available: somebody else was first. */
const POSTGRES_BUSY = ['40001', '40P01', '55P03'];

/**
 * Connection exception, a transaction that idled too long, read only as a server that no longer leads is, too many
 * connections, operator intervention; and what the network says.
 */
const POSTGRES_OUT_OF_REACH =
  /^(08|25P03|25006|53|57P|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$)/;
/** What the driver says, without a code, of a connection that ended or that did not come about in time. */
const CONNECTION_LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** PostgreSQL: text sorts by byte in the collation "C", and a statement takes 65,535 parameters. */
export const postgresRows: RowDialect = {
  maxParameters: 65_535,
  now: sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
  columnType: (type) =>
    type === 'integer' ? 'bigint' : type === 'boolean' ? 'integer' : sql`text collate "C"`,
  isRowAtFault: (error) =>
    error instanceof TypeError || error instanceof RangeError || POSTGRES_ROW_AT_FAULT.test(codeOf(error)),
  isBusy: (error) => POSTGRES_BUSY.includes(codeOf(error)),
  isOutOfReach: (error) =>
    error instanceof Error &&
    (POSTGRES_OUT_OF_REACH.test(codeOf(error)) || CONNECTION_LOST.test(error.message)),
};

/** By its shape: an error of the driver may be of another realm than this file. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
