import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccessDeniedError } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'selfsigned';
import { EventStoreUnavailable } from '../../src/event-store/errors.js';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import { KurrentDbDouble } from '../doubles/kurrentdb/kurrentdb-double.js';
import { someEvents, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

describe('a store behind TLS and a password', () => {
  const folder = temporaryFolder();
  const authority = join(folder.path, 'authority.pem');
  const user = { username: 'doorlopend', password: 'p@ss:wörd/%' };
  const given = `${user.username}:${encodeURIComponent(user.password)}`;
  let pair: Awaited<ReturnType<typeof generate>>;
  let double: KurrentDbDouble;
  let strict: KurrentDbDouble;
  let store: KurrentDbEventStore;
  beforeAll(async () => {
    pair = await generate([{ name: 'commonName', value: 'localhost' }], {
      algorithm: 'sha256',
      clientCertificate: { algorithm: 'sha256' },
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
      ],
    });
    writeFileSync(authority, pair.cert);
    const tls = { certificate: pair.cert, key: pair.private };
    double = await KurrentDbDouble.start({ tls, user });
    strict = await KurrentDbDouble.start({ tls: { ...tls, clients: pair.cert } });
  });
  afterEach(() => store.close());
  afterAll(() => {
    double.stop();
    strict.stop();
    folder.remove();
  });

  function open(credentials: string, options: string): KurrentDbEventStore {
    const { port } = double.endpoint;
    const address = `kurrentdb://${credentials}localhost:${port}?${options}`;
    store = KurrentDbEventStore.open(address, { readWithinMs: 300 });
    return store;
  }

  const trusting = `tlsCaFile=${encodeURIComponent(authority)}`;

  it('is used with the authority that signed it and the right password', async () => {
    open(`${given}@`, trusting);
    const stream = someStream();
    await store.append(stream, someEvents(2), NO_STREAM);
    expect(await store.readStream(stream, { limit: 10 })).toHaveLength(2);
    expect(await store.readAll({ limit: 10 })).toHaveLength(2);
  });

  it.each([
    ['a wrong password', 'doorlopend:wrong@'],
    ['none', ''],
  ])('refuses %s at once, and nothing is stored', async (_, credentials) => {
    const { length } = double.log.events;
    open(credentials, trusting);
    await expect(store.append(someStream(), someEvents(1), NO_STREAM)).rejects.toThrow(AccessDeniedError);
    await expect(store.head()).rejects.toThrow(AccessDeniedError);
    expect(double.log.events).toHaveLength(length);
  });

  it('is not spoken to when nobody who is trusted signed its certificate', async () => {
    open(`${given}@`, 'tls=true');
    await expect(store.head()).rejects.toThrow(EventStoreUnavailable);
  });

  it('is not spoken to without TLS', async () => {
    open(`${given}@`, 'tls=false');
    await expect(store.head()).rejects.toThrow(EventStoreUnavailable);
  });

  it('knows a client by its certificate', async () => {
    const { port } = strict.endpoint;
    const file = (name: string, pem: string): string => {
      const path = join(folder.path, name);
      writeFileSync(path, pem);
      return encodeURIComponent(path);
    };
    const own = `userCertFile=${file('own.pem', pair.clientcert ?? '')}&userKeyFile=${file('own.key', pair.clientprivate ?? '')}`;
    store = KurrentDbEventStore.open(`kurrentdb://localhost:${port}?${trusting}&${own}`);
    expect(await store.append(someStream(), someEvents(1), NO_STREAM)).toMatchObject({ revision: 0n });
    const stranger = KurrentDbEventStore.open(`kurrentdb://localhost:${port}?${trusting}`, {
      readWithinMs: 300,
    });
    await expect(stranger.head()).rejects.toThrow(EventStoreUnavailable);
    await stranger.close();
  });
});
