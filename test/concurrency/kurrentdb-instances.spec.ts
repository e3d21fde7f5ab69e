import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { organisationDecider } from '../../domain/organisation/index.js';
import { besideRequests } from '../../projections/runtime/settings.js';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { MasterKey } from '../../src/privacy/master-key.js';
import { Sealer } from '../../src/privacy/sealer.js';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { openRuntime } from '../../src/projecting/open-runtime.js';
import { openReadStore } from '../../src/read-store/read-store.js';
import type { Recording } from '../../src/recording/recording.js';
import { StreamRecorder } from '../../src/recording/stream-recorder.js';
import { newId } from '../../src/shared/ids.js';
import { type EventLog, kurrentDbLog } from '../spec/event-logs.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const registry = new EventRegistry('0.0.0');

function recording(more: Partial<Recording> = {}): Recording {
  return {
    actor: { subject: 'somebody', role: 'administrator', via: 'api' },
    now: '2026-11-22T12:00:00.000Z',
    commandId: newId(),
    ...more,
  };
}

const register = () => ({ type: 'RegisterOrganisation', name: 'Stap Verder' }) as const;
const recognise = (recognitionId: string) => () =>
  ({
    type: 'RecogniseOrganisation',
    recognitionId,
    kind: 'keurmerk',
    issuer: 'OVAL',
    from: '2026-01-01',
  }) as const;

describe('two instances that record in one KurrentDB', () => {
  const organisation = newId();
  let folder: ReturnType<typeof temporaryFolder>;
  let log: EventLog;
  let keys: SqlitePersonalKeys;
  let sealer: Sealer;
  beforeEach(async () => {
    folder = temporaryFolder();
    log = await kurrentDbLog();
    const masterKey = MasterKey.inFile(join(folder.path, 'master.key'));
    keys = SqlitePersonalKeys.open(join(folder.path, 'keys.db'), masterKey);
    sealer = new Sealer(keys);
  });
  afterEach(async () => {
    await log.end();
    await keys.close();
    folder.remove();
  });

  function instance(store: EventStore = log.open()) {
    const kind = { category: 'organisation', decider: organisationDecider, person: () => undefined } as const;
    return new StreamRecorder(kind, { store, registry, sealer });
  }

  it('lose and double nothing when both write to one stream as fast as they can', async () => {
    const [one, other] = [instance(), instance()];
    await one.record(organisation, register, recording());
    const ids = Array.from({ length: 60 }, newId);
    await Promise.all(
      ids.map((id, index) => [one, other][index % 2]?.record(organisation, recognise(id), recording())),
    );
    const events = await log.open().readStream(`organisation-${organisation}`, { limit: 1_000 });
    expect(events.slice(1).map(({ data }) => data.recognitionId)).toHaveLength(60);
    expect(new Set(events.slice(1).map(({ data }) => data.recognitionId))).toEqual(new Set(ids));
    expect(verifyChain(events)).toEqual({ ok: true });
  }, 30_000);

  it('store a command once that comes to both at the same moment', async () => {
    const same = recording();
    const answers = await Promise.all(
      [instance(), instance()].map((it) => it.record(organisation, register, same)),
    );
    expect(answers.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(answers[0]?.position).toBe(answers[1]?.position);
  });

  it('have their read models at the position that a command answered', async () => {
    const store = log.open();
    const readStore = openReadStore(folder.path);
    const failures: unknown[] = [];
    const onFailure = (error: unknown): void => void failures.push(error);
    const runtime = openRuntime({ settings: besideRequests, store, registry, readStore, sealer, onFailure });
    await instance().record(organisation, register, recording());
    await runtime.start();
    const { position } = await instance().record(organisation, recognise(newId()), recording());
    await runtime.waitFor(position, { timeoutMs: 10_000 });
    const { healthy, readModels } = await runtime.status();
    expect({ healthy, failures }).toEqual({ healthy: true, failures: [] });
    expect(readModels.every(({ upToDate }) => upToDate)).toBe(true);
    await runtime.stop();
    await readStore.close();
  }, 30_000);
});
