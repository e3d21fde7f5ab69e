import pg from 'pg';

/** How long a connection may take, and a statement; what takes longer is lost or locked. In milliseconds. */
const CONNECT_MS = 5_000;
const STATEMENT_MS = 30_000;
/** `bigint`, which counts and instants are read as; PostgreSQL's own number for the type. */
const INT8 = 20;

/** What a pool of connections is opened with. */
export interface PoolOptions {
  /** Shown in the server's list of connections. */
  readonly name: string;
  /** The most connections at once. */
  readonly connections: number;
  /** How long a transaction may do nothing before the server ends it and what it locks, in milliseconds; default 30,000. */
  readonly idleInTransactionMs?: number;
  /** Told of a connection that broke while nobody used it; the pool replaces it. */
  readonly onIdleFailure?: (error: unknown) => void;
}

/** Opens connections to the database at the address; none is made before it is needed. */
export function openPool(url: string, options: PoolOptions): pg.Pool {
  const { name, connections, idleInTransactionMs = STATEMENT_MS, onIdleFailure } = options;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `doorlopend ${name}`,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    types: { getTypeParser },
  });
  // Without somebody who listens, a server that restarts would end this process.
  pool.on('error', (error) => onIdleFailure?.(error));
  // One that breaks in mid-transaction tells whoever uses it at the next statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** As the driver reads them, but for whole numbers of 64 bits: ours are counts and milliseconds, which a double holds. */
function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type === INT8) return Number;
  return format === 'binary' ? pg.types.getTypeParser(type, 'binary') : pg.types.getTypeParser(type, 'text');
}
