import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { DistributedConfig } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';
import type { EventStore, RecordedEvent } from '../../src/event-store/event-store.port.js';
import { openLog } from '../../src/moving/places.js';

/** What `bin/distributed.mjs` says of the servers that it started (`servers.child.ts`). */
export interface SharedServers {
  /** A database of PostgreSQL in which others can be made, and where its programs lie. */
  readonly maintenanceUrl: string;
  readonly programs: string;
  readonly kurrentDbUrl: string;
  /** What the namespaces of this run begin with. */
  readonly namespace: string;
}

const { DOORLOPEND_TEST_SERVERS } = process.env;
const SHARED =
  DOORLOPEND_TEST_SERVERS === undefined ? undefined : (JSON.parse(DOORLOPEND_TEST_SERVERS) as SharedServers);

/** How long a test may take whose service keeps its data in files, in milliseconds: on servers it may take longer. */
export function patience(ms: number): number {
  return SHARED === undefined ? ms : 4 * ms;
}

const PAGE = 1_000;

/** Where one service of a test keeps its data: its folder, or a database and a namespace of its own. */
export class Place {
  /** What a process has to be told to work here. */
  readonly env: Readonly<Record<string, string>>;

  private constructor(
    readonly folder: string,
    private readonly database: string | undefined,
  ) {
    this.env = { DOORLOPEND_DATA: folder, ...(database === undefined ? {} : distributed(folder, database)) };
  }

  /** A new place, with an empty folder. */
  static make(name: string): Place {
    return Place.in(mkdtempSync(join(tmpdir(), `doorlopend-${name}-`)));
  }

  /** A new place whose data folder is this one. */
  static in(folder: string): Place {
    if (SHARED === undefined) return new Place(folder, undefined);
    const name = `e2e_${randomBytes(6).toString('hex')}`;
    execFileSync(join(SHARED.programs, 'createdb'), ['--maintenance-db', SHARED.maintenanceUrl, name]);
    return new Place(folder, name);
  }

  /** Every event in the log, in the order of the log. */
  async events(): Promise<readonly RecordedEvent[]> {
    const config = readConfig(this.env);
    if (config.profile === 'embedded' && !existsSync(join(this.folder, 'events.db'))) return [];
    const log = openLog(config);
    try {
      return await wholeOf(log);
    } finally {
      await log.close();
    }
  }

  /** How many events the log holds; none when there is no log yet. */
  async count(): Promise<number> {
    if (this.database !== undefined) return (await this.events()).length;
    const [row] = this.#inFile<{ readonly count: number }>(
      'events.db',
      'SELECT count(*) AS count FROM events',
    );
    return row?.count ?? 0;
  }

  /** What the read models say. */
  async query<Row extends object>(sql: string): Promise<readonly Row[]> {
    return this.database === undefined ? this.#inFile('read.db', sql) : (await this.#ask<Row>([sql])).flat();
  }

  /** Everything that its stores hold, as text: what is sealed is not to be read in it. */
  async stored(): Promise<string> {
    if (this.database === undefined) {
      return readdirSync(this.folder)
        .filter((name) => /\.db(-wal)?$/.test(name))
        .map((name) => readFileSync(join(this.folder, name)).toString('utf8'))
        .join('\n');
    }
    const events = (await this.events()).map((event) => JSON.stringify([event.data, event.metadata]));
    return [...events, ...(await this.#rows())].join('\n');
  }

  /** Takes the data away. Whoever works on them has ended. */
  remove(): void {
    if (SHARED !== undefined && this.database !== undefined) {
      const { maintenanceUrl, programs } = SHARED;
      execFileSync(join(programs, 'dropdb'), [
        ...['--force', '--maintenance-db', maintenanceUrl, this.database],
      ]);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #rows(): Promise<readonly string[]> {
    const tables = await this.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    const rows = await this.#ask<{ row: string }>(
      tables.map(({ name }) => `select t::text as row from ${name} t`),
    );
    return rows.flat().map(({ row }) => row);
  }

  async #ask<Row extends object>(questions: readonly string[]): Promise<readonly (readonly Row[])[]> {
    const client = new pg.Client((readConfig(this.env) as DistributedConfig).databaseUrl);
    await client.connect();
    try {
      const answers: (readonly Row[])[] = [];
      for (const question of questions) answers.push((await client.query<Row>(question)).rows);
      return answers;
    } finally {
      await client.end();
    }
  }

  #inFile<Row>(name: string, sql: string): readonly Row[] {
    const file = join(this.folder, name);
    if (!existsSync(file)) return [];
    const database = new Database(file, { readonly: true, timeout: 5_000 });
    try {
      const isMade = database.prepare('SELECT 1 FROM sqlite_master').get();
      return isMade ? database.prepare<[], Row>(sql).all() : [];
    } finally {
      database.close();
    }
  }
}

/** What an instance is told that shares the servers with others and nothing in them. */
function distributed(folder: string, database: string): Readonly<Record<string, string>> {
  const { maintenanceUrl, kurrentDbUrl, namespace } = SHARED as SharedServers;
  const address = new URL(maintenanceUrl);
  address.pathname = `/${database}`;
  const secrets = join(folder, 'secrets');
  const signingKey = join(secrets, 'signing.key');
  const masterKey = join(secrets, 'master.key');
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(signingKey, pem, { mode: 0o600 });
  writeFileSync(masterKey, randomBytes(32), { mode: 0o600 });
  return {
    DOORLOPEND_PROFILE: 'distributed',
    DOORLOPEND_DRAIN_SECONDS: '0',
    DOORLOPEND_SIGNING_KEY_FILE: signingKey,
    DOORLOPEND_MASTER_KEY_FILE: masterKey,
    KURRENTDB_URL: kurrentDbUrl,
    KURRENTDB_NAMESPACE: `${namespace}${database.replace('_', '')}`,
    DATABASE_URL: address.href,
  };
}

async function wholeOf(log: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const after = events.at(-1)?.position;
    const page = await log.readAll({ ...(after === undefined ? {} : { after }), limit: PAGE });
    events.push(...page);
    if (page.length < PAGE) return events;
  }
}
