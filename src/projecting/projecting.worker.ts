import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { CatchingUp } from '../../projections/runtime/errors.js';
import { besideRequests } from '../../projections/runtime/settings.js';
import type { Config } from '../config/config.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { MasterKey } from '../privacy/master-key.js';
import { Sealer } from '../privacy/sealer.js';
import { SqlitePersonalKeys } from '../privacy/sqlite/sqlite-personal-keys.js';
import { openReadStore } from '../read-store/read-store.js';
import { describeFault } from '../shared/describe-fault.js';
import { VERSION } from '../shared/version.js';
import { openRuntime } from './open-runtime.js';
import type { Answer, Call, FromThread, ToThread } from './thread-messages.js';

/*
 * The thread that keeps the read models up, with connections of its own to every file. It is started with the
 * configuration, does what it is called for, and ends after `stop`.
 */
if (parentPort === null) throw new Error('this file is the program of a thread');
const port = parentPort;
const { dataFolder, masterKeyFile }: Config = workerData;
const store = SqliteEventStore.open(join(dataFolder, 'events.db'));
const keys = SqlitePersonalKeys.open(join(dataFolder, 'keys.db'), MasterKey.inFile(masterKeyFile));
const readStore = openReadStore(dataFolder);
const runtime = openRuntime({
  settings: besideRequests,
  store,
  registry: new EventRegistry(VERSION),
  sealer: new Sealer(keys),
  readStore,
  onFailure: (error) => send({ kind: 'failure', fault: describeFault(error) }),
});

port.on('message', (message: ToThread) => {
  if (message.kind === 'committed') store.lookForCommits();
  else void answer(message);
});

async function answer({ id, method, args }: Call): Promise<void> {
  const about = { kind: 'answer', id } as const;
  send(
    await outcomeOf(method, args).then(
      (value): Answer => ({ ...about, value }),
      (error: unknown): Answer =>
        error instanceof CatchingUp ? { ...about, catchingUp: error.position } : { ...about, error },
    ),
  );
  if (method === 'stop') port.close();
}

async function outcomeOf(method: Call['method'], args: Call['args']): Promise<unknown> {
  const value: unknown = await Reflect.apply(runtime[method], runtime, args);
  if (method === 'stop') await closeAll();
  return value;
}

async function closeAll(): Promise<void> {
  await readStore.close();
  await store.close();
  await keys.close();
}

function send(message: FromThread): void {
  port.postMessage(message);
}
