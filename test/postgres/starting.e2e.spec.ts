import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { TcpRelay } from '../spec/tcp-relay.js';
import { Installation } from './installation.js';
import { TestPostgres } from './test-postgres.js';

jest.setTimeout(240_000);

let server: TestPostgres;
let installation: Installation;

beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

beforeEach(async () => {
  installation = await Installation.start(server);
});
afterEach(() => installation.remove());

/** What an instance ends with and says when its database is at this address instead of its own. */
async function refused(change: (address: URL) => void): Promise<string> {
  const address = new URL(installation.databaseUrl);
  change(address);
  const ended = installation.instance({ DATABASE_URL: address.href });
  const { message } = await ended.then(
    () => new Error('it started'),
    (error: Error) => error,
  );
  for (const secret of [address.password, address.pathname.slice(1)]) expect(message).not.toContain(secret);
  expect(message).toMatch(/^the service ended with 1: [^\n{]+\n$/);
  return message;
}

describe('an instance that starts without a database it can use', () => {
  it('ends with 1 and a sentence that says what to do, and nothing of the address', async () => {
    const closed = await TcpRelay.to(1);
    closed.cut();
    expect(
      await refused((address) => {
        address.port = String(closed.port);
      }),
    ).toContain('PostgreSQL is niet te bereiken. Controleer of de server draait');
    expect(
      await refused((address) => {
        address.password = 'verkeerdwachtwoord';
      }),
    ).toContain('PostgreSQL weigert de gebruiker of het wachtwoord. Verbeter ze in DATABASE_URL');
    expect(
      await refused((address) => {
        address.pathname = '/nergens';
      }),
    ).toContain('De database bestaat niet. Maak haar eerst (createdb)');
    expect(
      await refused((address) => {
        address.searchParams.set('sslmode', 'verify-full');
      }),
    ).toContain('De beveiligde verbinding met PostgreSQL komt niet tot stand');

    const owner = new pg.Client(installation.databaseUrl);
    await owner.connect();
    await owner.query(`create user lezer password 'alleenlezen'`);
    await owner.end();
    expect(
      await refused((address) => {
        address.username = 'lezer';
        address.password = 'alleenlezen';
      }),
    ).toContain('De gebruiker mag in de database geen tabellen maken');
  });
});

describe('an instance that starts while the log is away', () => {
  it('says that it is not ready and why, answers 503, and serves by itself once the log is there', async () => {
    await installation.killLog();
    const instance = await installation.instance();
    const ready = () => fetch(`${instance.url}/health/ready`);
    const away = await ready();
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({
      errors: expect.arrayContaining([
        { code: 'event-store', detail: expect.stringContaining('Het logboek is niet te bereiken.') },
      ]),
    });
    const administrator = await instance.as({ role: 'administrator' });
    const body = { name: 'Stap Verder' };
    expect(await administrator.post('/v1/organisations', body)).toMatchObject({ status: 503 });

    await installation.restartLog();
    while (!(await ready()).ok) await sleep(50);
    expect(await administrator.post('/v1/organisations', body)).toMatchObject({ status: 201 });
  });
});
