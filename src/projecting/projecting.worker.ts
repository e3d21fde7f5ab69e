import { parentPort, workerData } from 'node:worker_threads';
import { CatchingUp } from '../../projections/runtime/errors.js';
import { inOwnThread } from '../../projections/runtime/settings.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { Sealer } from '../privacy/sealer.js';
import { describeFault } from '../shared/describe-fault.js';
import { VERSION } from '../shared/version.js';
import { openStores } from '../storage/open-stores.js';
import { openRuntime } from './open-runtime.js';
import type { Answer, Call, FromThread, ToThread } from './thread-messages.js';

/*
 * The thread that keeps the read models up, with connections of its own to every store. It is started with the
 * configuration, does what it is called for, and ends after `stop`.
 */
if (parentPort === null) throw new Error('this file is the program of a thread');
const port = parentPort;
const tell = (error: unknown): void => send({ kind: 'failure', fault: describeFault(error) });
const stores = await openStores(workerData, tell);
const runtime = openRuntime({
  settings: inOwnThread,
  store: stores.eventStore,
  registry: new EventRegistry(VERSION),
  sealer: new Sealer(stores.keys),
  readStore: stores.readStore,
  onFailure: tell,
});

port.on('message', (message: ToThread) => {
  if (message.kind === 'committed') stores.commits?.lookForCommits();
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
  if (method === 'stop') await stores.close();
  return value;
}

function send(message: FromThread): void {
  port.postMessage(message);
}
