import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { projections } from '../../projections/index.js';
import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { alone } from '../../projections/runtime/settings.js';
import type { DistributedConfig } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import type { RecordedEvent } from '../../src/event-store/event-store.port.js';
import { openServiceDatabase } from '../../src/postgres/service-database.js';
import { PostgresWrappedKeys } from '../../src/privacy/postgres/postgres-wrapped-keys.js';
import { Sealer } from '../../src/privacy/sealer.js';
import type { WrappedKey } from '../../src/privacy/wrapped-keys.port.js';
import { openRuntime } from '../../src/projecting/open-runtime.js';
import { openPostgresReadStore } from '../../src/read-store/postgres-read-store.js';
import { openDistributedStores } from '../../src/storage/distributed-stores.js';
import type { Stores } from '../../src/storage/stores.js';
import { readWholeStream } from '../contract/store-under-test.js';
import { type Running, start } from '../e2e/import-runs.js';
import { Service } from '../e2e/service.js';
import { contentsOf, keysIn } from '../moving/moves.js';
import { allRows } from '../projections/projected.js';
import { type Child, startChild } from '../spec/child.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import type { TestPostgres } from './test-postgres.js';

const LAUNCHER = resolve('bin/doorlopend.mjs');

type Rows = Awaited<ReturnType<typeof allRows>>;

interface InstallationOptions {
  /** The folder in which the data of its database lie. */
  readonly tablespace?: string | undefined;
  /** The most bytes that its log takes at once. */
  readonly mostBytesPerAppend?: number;
  /** Variables of the environment of every instance, besides where everything is. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** What several instances share: a double of KurrentDB in a process of its own, a database, and the keys. */
export class Installation {
  readonly #instances: Service[] = [];

  private constructor(
    private readonly server: TestPostgres,
    private readonly folder: ReturnType<typeof temporaryFolder>,
    private double: Child,
    private readonly env: Record<string, string>,
  ) {}

  static async start(server: TestPostgres, options: InstallationOptions = {}): Promise<Installation> {
    const installation = await Installation.withoutKeys(server, options);
    const { DOORLOPEND_SIGNING_KEY_FILE = '', DOORLOPEND_MASTER_KEY_FILE = '' } = installation.env;
    const { privateKey } = generateKeyPairSync('ed25519');
    const only = { mode: 0o600 };
    writeFileSync(DOORLOPEND_SIGNING_KEY_FILE, privateKey.export({ type: 'pkcs8', format: 'pem' }), only);
    writeFileSync(DOORLOPEND_MASTER_KEY_FILE, randomBytes(32), only);
    return installation;
  }

  /** One whose keys are still to come: no instance of it starts before. */
  static async withoutKeys(
    server: TestPostgres,
    { tablespace, mostBytesPerAppend, settings = {} }: InstallationOptions = {},
  ): Promise<Installation> {
    const folder = temporaryFolder();
    const { double, port } = await startDouble(
      folder.path,
      mostBytesPerAppend === undefined ? [] : ['0', '', String(mostBytesPerAppend)],
    );
    return new Installation(server, folder, double, {
      ...settings,
      DOORLOPEND_PROFILE: 'distributed',
      KURRENTDB_URL: `kurrentdb://127.0.0.1:${port}?tls=false`,
      DATABASE_URL: await server.database(tablespace),
      DOORLOPEND_SIGNING_KEY_FILE: join(folder.path, 'signing.key'),
      DOORLOPEND_MASTER_KEY_FILE: join(folder.path, 'master.key'),
    });
  }

  /** Another instance of the service, with these settings beside those that all have. The first one keeps the read models up, as long as it is there. */
  async instance(settings: Readonly<Record<string, string>> = {}): Promise<Service> {
    const [first] = this.#instances;
    const env = { ...this.env, ...settings };
    const instance = await (first === undefined ? Service.start(env) : first.again(env));
    this.#instances.push(instance);
    return instance;
  }

  /** The address of what they share, led through another port of this machine: that of a relay. */
  through(variable: 'KURRENTDB_URL' | 'DATABASE_URL', port: number): Readonly<Record<string, string>> {
    const address = this.env[variable] ?? '';
    return { [variable]: address.replace(/:\d+(?=[/?])/, `:${port}`) };
  }

  get databaseUrl(): string {
    return this.env.DATABASE_URL ?? '';
  }

  /** The port that an address of theirs leads to. */
  portOf(variable: 'KURRENTDB_URL' | 'DATABASE_URL'): number {
    return Number(/:(\d+)[/?]/.exec(this.env[variable] ?? '')?.[1]);
  }

  /** Kills the double of KurrentDB on the spot. What it had committed is in its file. */
  async killLog(): Promise<void> {
    this.double.kill('SIGKILL');
    await this.logDied();
  }

  /** Resolves when the double has ended. */
  async logDied(): Promise<void> {
    if (this.double.exitCode === null && this.double.signalCode === null) await once(this.double, 'exit');
  }

  /**
   * Starts the double again on the port and the file that it had. Where it is told so it dies once more: between the
   * commit and the acknowledgement of the append after so many others.
   */
  async restartLog(dyingAfter?: number): Promise<void> {
    const dying = dyingAfter === undefined ? [] : [String(dyingAfter)];
    this.double = (
      await startDouble(this.folder.path, [String(this.portOf('KURRENTDB_URL')), ...dying])
    ).double;
  }

  /** The keys, with which a service on one machine can be made that moves here. */
  get keyFiles(): Readonly<Record<string, string>> {
    const { DOORLOPEND_SIGNING_KEY_FILE = '', DOORLOPEND_MASTER_KEY_FILE = '' } = this.env;
    return { DOORLOPEND_SIGNING_KEY_FILE, DOORLOPEND_MASTER_KEY_FILE };
  }

  /** Gives this one the keys of another, as an operator does who restores its backup here. */
  takeKeysOf(other: Installation): void {
    for (const [variable, file] of Object.entries(this.keyFiles)) {
      copyFileSync(other.keyFiles[variable] ?? '', file);
    }
  }

  /** Another database, with nothing in it, in the place of the one that it had. */
  async emptyDatabase(server: TestPostgres): Promise<void> {
    this.env.DATABASE_URL = await server.database();
  }

  /** What a command prints that is run beside the instances. */
  run(...args: readonly string[]): Promise<string> {
    return runCommand(args, this.env);
  }

  /** A command that is run beside the instances, whichever way it ends. */
  start(...args: readonly string[]): Running {
    return start(this.folder.path, args, this.env);
  }

  /** What a command prints that is run on the data folder of one machine, with the same keys. */
  runEmbedded(folder: string, ...args: readonly string[]): Promise<string> {
    return runCommand(args, { ...this.keyFiles, DOORLOPEND_DATA: folder });
  }

  /** The events of a trajectory, as the log has them. */
  eventsOf(trajectoryId: string): Promise<readonly RecordedEvent[]> {
    return this.#using(({ eventStore }) => readWholeStream(eventStore, `trajectory-${trajectoryId}`));
  }

  /** Who keeps the read models up, and how often that has changed hands. */
  lease(): Promise<{ readonly holder: string; readonly fencing: number }> {
    return this.#using(({ readStore }) =>
      readStore.writer
        .withTables<Bookkeeping>()
        .selectFrom('projection_lease')
        .select(['holder', 'fencing'])
        .executeTakeFirstOrThrow(),
    );
  }

  /** Every event of the log, and every personal key. */
  contents(): Promise<{ readonly events: readonly object[]; readonly keys: readonly WrappedKey[] }> {
    return this.#using(async ({ eventStore }) => {
      const database = await openServiceDatabase(this.env.DATABASE_URL ?? '');
      const keys = await keysIn(new PostgresWrappedKeys(database));
      await database.destroy();
      return { events: await contentsOf(eventStore), keys };
    });
  }

  /** Every row of the read models as they were kept up, and as they are when they are built anew elsewhere. */
  rows(): Promise<{ readonly kept: Rows; readonly anew: Rows }> {
    return this.#using(async ({ eventStore, keys, readStore }) => {
      const other = openPostgresReadStore(await this.server.database());
      const runtime = openRuntime({
        settings: alone,
        store: eventStore,
        registry: new EventRegistry('test'),
        sealer: new Sealer(keys),
        readStore: other,
        onFailure: (error) => {
          throw error;
        },
      });
      try {
        await runtime.start();
        await runtime.waitFor((await eventStore.head()) ?? '', { timeoutMs: 60_000 });
        return { kept: await allRows(readStore, projections), anew: await allRows(other, projections) };
      } finally {
        await runtime.stop();
        await other.close();
      }
    });
  }

  /** Ends every instance and the double, and takes all away but the database. */
  async remove(): Promise<void> {
    for (const instance of this.#instances) await instance.remove();
    await this.killLog();
    this.folder.remove();
  }

  async #using<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const stores = await openDistributedStores(readConfig(this.env) as DistributedConfig, () => undefined);
    try {
      return await work(stores);
    } finally {
      await stores.close();
    }
  }
}

/** A double of KurrentDB on the file in the folder, which is kept. */
async function startDouble(folder: string, [port = '0', ...rest]: readonly string[]) {
  const program = 'test/doubles/kurrentdb/kurrentdb-double.child.ts';
  const double = startChild(program, [join(folder, 'log.jsonl'), port, ...rest]);
  const [printed] = (await once(double.stdout.setEncoding('utf8'), 'data')) as [string];
  return { double, port: printed.trim() };
}

async function runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const settings = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [LAUNCHER, ...args], settings);
  return stdout;
}
