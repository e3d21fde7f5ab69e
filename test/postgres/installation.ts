import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { projections } from '../../projections/index.js';
import { alone } from '../../projections/runtime/settings.js';
import type { DistributedConfig } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import type { RecordedEvent } from '../../src/event-store/event-store.port.js';
import { Sealer } from '../../src/privacy/sealer.js';
import { openRuntime } from '../../src/projecting/open-runtime.js';
import { openPostgresReadStore } from '../../src/read-store/postgres-read-store.js';
import { openDistributedStores } from '../../src/storage/distributed-stores.js';
import type { Stores } from '../../src/storage/stores.js';
import { readWholeStream } from '../contract/store-under-test.js';
import { Service } from '../e2e/service.js';
import { allRows } from '../projections/projected.js';
import { type Child, startChild } from '../spec/child.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import type { TestPostgres } from './test-postgres.js';

const LAUNCHER = resolve('bin/doorlopend.mjs');

type Rows = Awaited<ReturnType<typeof allRows>>;

/** What several instances share: a double of KurrentDB in a process of its own, a database, and the keys. */
export class Installation {
  readonly #instances: Service[] = [];

  private constructor(
    private readonly server: TestPostgres,
    private readonly folder: ReturnType<typeof temporaryFolder>,
    private readonly double: Child,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** `settings` are variables of the environment of every instance, besides where everything is. */
  static async start(
    server: TestPostgres,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Installation> {
    const folder = temporaryFolder();
    const signingKeyFile = join(folder.path, 'signing.key');
    const masterKeyFile = join(folder.path, 'master.key');
    const { privateKey } = generateKeyPairSync('ed25519');
    const only = { mode: 0o600 };
    writeFileSync(signingKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), only);
    writeFileSync(masterKeyFile, randomBytes(32), only);
    const double = startChild('test/doubles/kurrentdb/kurrentdb-double.child.ts', [
      join(folder.path, 'log.jsonl'),
      '0',
    ]);
    const [port] = (await once(double.stdout.setEncoding('utf8'), 'data')) as [string];
    return new Installation(server, folder, double, {
      ...settings,
      DOORLOPEND_PROFILE: 'distributed',
      KURRENTDB_URL: `kurrentdb://127.0.0.1:${port.trim()}?tls=false`,
      DATABASE_URL: await server.database(),
      DOORLOPEND_SIGNING_KEY_FILE: signingKeyFile,
      DOORLOPEND_MASTER_KEY_FILE: masterKeyFile,
    });
  }

  /** Another instance of the service. The first one keeps the read models up, as long as it is there. */
  async instance(): Promise<Service> {
    const [first] = this.#instances;
    const instance = await (first === undefined ? Service.start(this.env) : first.again(this.env));
    this.#instances.push(instance);
    return instance;
  }

  /** The keys, with which a service on one machine can be made that moves here. */
  get keyFiles(): Readonly<Record<string, string>> {
    const { DOORLOPEND_SIGNING_KEY_FILE = '', DOORLOPEND_MASTER_KEY_FILE = '' } = this.env;
    return { DOORLOPEND_SIGNING_KEY_FILE, DOORLOPEND_MASTER_KEY_FILE };
  }

  /** What a command prints that is run beside the instances. */
  run(...args: readonly string[]): Promise<string> {
    return runCommand(args, this.env);
  }

  /** What a command prints that is run on the data folder of one machine, with the same keys. */
  runEmbedded(folder: string, ...args: readonly string[]): Promise<string> {
    return runCommand(args, { ...this.keyFiles, DOORLOPEND_DATA: folder });
  }

  /** The events of a trajectory, as the log has them. */
  eventsOf(trajectoryId: string): Promise<readonly RecordedEvent[]> {
    return this.#using(({ eventStore }) => readWholeStream(eventStore, `trajectory-${trajectoryId}`));
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
    const ended = once(this.double, 'close');
    this.double.kill('SIGKILL');
    await ended;
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

async function runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const settings = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [LAUNCHER, ...args], settings);
  return stdout;
}
