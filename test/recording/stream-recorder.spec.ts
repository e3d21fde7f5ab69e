import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { employerDecider } from '../../domain/employer/index.js';
import { organisationDecider } from '../../domain/organisation/index.js';
import { AppendTooLarge, OutcomeUnknown } from '../../src/event-store/errors.js';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { MasterKey } from '../../src/privacy/master-key.js';
import { Sealer } from '../../src/privacy/sealer.js';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { type Recording, StaleRevision } from '../../src/recording/recording.js';
import { StreamRecorder } from '../../src/recording/stream-recorder.js';
import { newId } from '../../src/shared/ids.js';

const ORGANISATION = newId();

let folder: string;
let store: SqliteEventStore;
let keys: SqlitePersonalKeys;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorlopend-recording-'));
  store = SqliteEventStore.open(join(folder, 'events.db'));
  keys = SqlitePersonalKeys.open(join(folder, 'keys.db'), MasterKey.inFile(join(folder, 'master.key')));
});

afterEach(async () => {
  await store.close();
  await keys.close();
  rmSync(folder, { recursive: true });
});

function recorderOn(log: EventStore, shared = false) {
  const parts = { store: log, registry: new EventRegistry('0.0.0'), sealer: new Sealer(keys), shared };
  return new StreamRecorder(
    { category: 'organisation', decider: organisationDecider, person: () => undefined },
    parts,
  );
}

function recording(more: Partial<Recording> = {}): Recording {
  return {
    actor: { subject: 'somebody', role: 'administrator', via: 'api' },
    now: '2026-11-22T12:00:00.000Z',
    commandId: newId(),
    ...more,
  };
}

const register = () => ({ type: 'RegisterOrganisation', name: 'Stap Verder' }) as const;
const recognise =
  (recognitionId: string, issuer = 'OVAL') =>
  () =>
    ({
      type: 'RecogniseOrganisation',
      recognitionId,
      kind: 'keurmerk',
      issuer,
      from: '2026-01-01',
    }) as const;

async function recorded(): Promise<readonly string[]> {
  const events = await store.readStream(`organisation-${ORGANISATION}`, { limit: 1_000 });
  return events.map(({ type }) => type);
}

describe('recording on a stream', () => {
  it('answers the revision and position of what was stored', async () => {
    const recorder = recorderOn(store);
    const first = await recorder.record(ORGANISATION, register, recording());
    expect(first).toMatchObject({ revision: 0n, changed: true });
    const second = await recorder.record(ORGANISATION, recognise(newId()), recording());
    expect(second.revision).toBe(1n);
    expect(store.comparePositions(first.position, second.position)).toBeLessThan(0);
  });

  it('stores nothing for a command that asks for what is so, and answers where the stream is', async () => {
    const recorder = recorderOn(store);
    const id = newId();
    await recorder.record(ORGANISATION, register, recording());
    const first = await recorder.record(ORGANISATION, recognise(id), recording());
    const again = await recorder.record(ORGANISATION, recognise(id), recording());
    expect(again).toEqual({ ...first, changed: false });
    expect(await recorded()).toHaveLength(2);
  });

  it('stores a hundred commands at once in order, each with a revision of its own', async () => {
    const recorder = recorderOn(store);
    await recorder.record(ORGANISATION, register, recording());
    const ids = Array.from({ length: 100 }, newId);
    const answers = await Promise.all(
      ids.map((id) => recorder.record(ORGANISATION, recognise(id), recording())),
    );
    expect(answers.map(({ revision }) => Number(revision))).toEqual(ids.map((_, index) => index + 1));
    expect(await recorded()).toHaveLength(101);
  });

  it('refuses one command of many and stores the rest', async () => {
    const recorder = recorderOn(store);
    await recorder.record(ORGANISATION, register, recording());
    const bad = () => ({ ...recognise(newId())(), until: '2025-01-01' }) as const;
    const outcomes = await Promise.allSettled([
      recorder.record(ORGANISATION, recognise(newId()), recording()),
      recorder.record(ORGANISATION, bad, recording()),
      recorder.record(ORGANISATION, recognise(newId()), recording()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'period.invalid' } });
    expect(await recorded()).toHaveLength(3);
  });

  it('refuses a stale expectation and takes the present one, also within one group', async () => {
    const recorder = recorderOn(store);
    await recorder.record(ORGANISATION, register, recording());
    const at = (expected: bigint) => recording({ match: (revision) => revision === expected });
    const outcomes = await Promise.allSettled([
      recorder.record(ORGANISATION, recognise(newId()), at(0n)),
      recorder.record(ORGANISATION, recognise(newId()), at(0n)),
      recorder.record(ORGANISATION, recognise(newId()), at(1n)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: expect.any(StaleRevision) });
  });
});

describe('recording while another process writes to the stream', () => {
  it('drops what it held and decides anew', async () => {
    const [one, other] = [recorderOn(store), recorderOn(store)];
    await one.record(ORGANISATION, register, recording());
    await other.record(ORGANISATION, recognise(newId()), recording());
    expect(await one.record(ORGANISATION, recognise(newId()), recording())).toMatchObject({ revision: 2n });
  });

  it('refuses nothing because it had not heard of the other yet', async () => {
    const [one, other] = [recorderOn(store), recorderOn(store)];
    const id = newId();
    await one.record(ORGANISATION, register, recording());
    await one.load(ORGANISATION);
    await other.record(ORGANISATION, recognise(id), recording());
    const end = () =>
      ({
        type: 'EndOrganisationRecognition',
        recognitionId: id,
        endedOn: '2026-06-30',
        reason: 'Ingetrokken.',
        today: '2026-11-22',
      }) as const;
    expect(await one.record(ORGANISATION, end, recording())).toMatchObject({ revision: 2n, changed: true });
  });

  it('loses and doubles nothing when both write as fast as they can', async () => {
    const recorders = [recorderOn(store), recorderOn(store)];
    await recorders[0]?.record(ORGANISATION, register, recording());
    const ids = Array.from({ length: 60 }, newId);
    await Promise.all(
      ids.map((id, index) => recorders[index % 2]?.record(ORGANISATION, recognise(id), recording())),
    );
    expect(await recorded()).toHaveLength(61);
  });

  it('finds that the same command was stored by the other', async () => {
    const [one, other] = [recorderOn(store), recorderOn(store)];
    const id = newId();
    await one.record(ORGANISATION, register, recording());
    await other.load(ORGANISATION);
    await one.record(ORGANISATION, recognise(id), recording());
    expect(await other.record(ORGANISATION, recognise(id), recording())).toMatchObject({ revision: 1n });
    expect(await recorded()).toHaveLength(2);
  });
});

describe('the same command in two processes at once', () => {
  it('is stored by one and found there by the other', async () => {
    const [one, other] = [recorderOn(store), recorderOn(store)];
    const same = recording();
    const answers = await Promise.all([one, other].map((it) => it.record(ORGANISATION, register, same)));
    expect(answers.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(await recorded()).toEqual(['OrganisationRegistered']);
  });
});

/** The real store, of which the acknowledgement of an append is lost now and then. */
function losingAcknowledgements(log: EventStore, losses: number): EventStore {
  let left = losses;
  return new Proxy(log, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (property !== 'append') return typeof value === 'function' ? value.bind(target) : value;
      return async (...args: Parameters<EventStore['append']>) => {
        const result = await target.append(...args);
        if (left === 0) return result;
        left -= 1;
        throw new OutcomeUnknown(args[0], { cause: new Error('lost') });
      };
    },
  });
}

describe('recording when the outcome of an append is not known', () => {
  it('appends the same events again, which stores nothing twice', async () => {
    const recorder = recorderOn(losingAcknowledgements(store, 2));
    expect(await recorder.record(ORGANISATION, register, recording())).toMatchObject({ revision: 0n });
    expect(await recorded()).toEqual(['OrganisationRegistered']);
  });

  it('says so when it stays unknown, and still stores nothing twice on a retry of the command', async () => {
    const recorder = recorderOn(losingAcknowledgements(store, 5));
    const same = recording();
    await expect(recorder.record(ORGANISATION, register, same)).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(await recorder.record(ORGANISATION, register, same)).toMatchObject({ revision: 0n });
    expect(await recorded()).toEqual(['OrganisationRegistered']);
  });
});

/** The real store with a limit to an append, and how many events each append had. */
function bounded(log: EventStore, mostBytesPerAppend: number, appends: number[]): EventStore {
  return new Proxy(log, {
    get(target, property) {
      if (property === 'capabilities') return { ...target.capabilities, mostBytesPerAppend };
      const value: unknown = Reflect.get(target, property, target);
      if (property !== 'append') return typeof value === 'function' ? value.bind(target) : value;
      return (...args: Parameters<EventStore['append']>) => {
        appends.push(args[1].length);
        return target.append(...args);
      };
    },
  });
}

describe('recording many commands at once', () => {
  it('appends no more together than the store takes, in order, each command once and with its own revision', async () => {
    const appends: number[] = [];
    const recorder = recorderOn(bounded(store, 8_000, appends));
    await recorder.record(ORGANISATION, register, recording());
    const ids = Array.from({ length: 30 }, newId);
    const answers = await Promise.all([
      ...ids.map((id) => recorder.record(ORGANISATION, recognise(id), recording())),
      recorder.record(ORGANISATION, recognise(ids[0] as string), recording()),
    ]);
    expect(answers.map(({ revision }) => Number(revision))).toEqual([
      ...ids.map((_, index) => index + 1),
      30,
    ]);
    const events = await store.readStream(`organisation-${ORGANISATION}`, { limit: 100 });
    expect(events.slice(1).map(({ data }) => data.recognitionId)).toEqual(ids);
    expect(Math.max(...appends)).toBeLessThan(8);
    expect(Math.max(...appends)).toBeGreaterThan(3);
  });

  it('sends a command that is larger than the store takes by itself, so that only it is refused', async () => {
    const appends: number[] = [];
    const recorder = recorderOn(bounded(store, 10, appends));
    await recorder.record(ORGANISATION, register, recording());
    const ids = Array.from({ length: 5 }, newId);
    await Promise.all(ids.map((id) => recorder.record(ORGANISATION, recognise(id), recording())));
    expect(appends).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('refuses only the command that is too large for a store that takes less than it says', async () => {
    const takes = (events: readonly { readonly data: object }[]) => JSON.stringify(events).length < 1_000;
    const log = new Proxy(store, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (property !== 'append') return typeof value === 'function' ? value.bind(target) : value;
        return async (...args: Parameters<EventStore['append']>) => {
          if (!takes(args[1])) throw new AppendTooLarge('1,000 bytes');
          return target.append(...args);
        };
      },
    });
    const recorder = recorderOn(log);
    await recorder.record(ORGANISATION, register, recording());
    const ids = Array.from({ length: 5 }, newId);
    const asked = await Promise.allSettled(
      ids.map((id, place) =>
        recorder.record(ORGANISATION, recognise(id, place === 2 ? 'x'.repeat(1_000) : 'OVAL'), recording()),
      ),
    );
    expect(asked.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    ]);
    expect(asked[2]).toMatchObject({ reason: expect.any(AppendTooLarge) });
    const events = await store.readStream(`organisation-${ORGANISATION}`, { limit: 100 });
    expect(events.slice(1).map(({ data }) => data.recognitionId)).toEqual(ids.filter((_, n) => n !== 2));
  });
});

describe('what is held of a stream', () => {
  it('is brought up to date whenever it is asked for, where others record as well', async () => {
    const [here, there, alone] = [recorderOn(store, true), recorderOn(store, true), recorderOn(store)];
    await here.record(ORGANISATION, register, recording());
    for (const recorder of [there, alone]) await recorder.load(ORGANISATION);
    await here.record(ORGANISATION, recognise(newId()), recording());
    expect((await there.load(ORGANISATION)).revision).toBe(1n);
    expect((await alone.load(ORGANISATION)).revision).toBe(0n);
  });
});

describe('a kind of stream', () => {
  it('names its streams by category and id', () => {
    const parts = { store, registry: new EventRegistry('0.0.0'), sealer: new Sealer(keys) };
    const kind = { category: 'employer', decider: employerDecider, person: () => undefined } as const;
    expect(new StreamRecorder(kind, parts).streamOf('1')).toBe('employer-1');
  });
});
