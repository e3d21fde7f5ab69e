import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';
import { LEAST_ASSURANCE } from '../../src/identity/assurance.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

describe('the configuration', () => {
  it('without any variable is embedded, on the loopback address, in ./data', () => {
    expect(readConfig({})).toEqual({
      profile: 'embedded',
      dataFolder: resolve('data'),
      host: '127.0.0.1',
      port: 3000,
      signingKeyFile: resolve('data/secrets/signing.key'),
      masterKeyFile: resolve('data/secrets/master.key'),
      trustedProxies: [],
      logLevel: 'info',
      signIn: {
        publicUrl: undefined,
        issuers: [],
        leastAssurance: LEAST_ASSURANCE,
        embedded: { keyFile: resolve('data/secrets/sign-in.key') },
        idleSeconds: 30 * 60,
        sessionSeconds: 12 * 60 * 60,
      },
      securityContact: undefined,
      budgets: { account: 30_000, address: 300 },
      readings: { register: 'urn:doorlopend:verwerking:', keptYears: 5 },
      drainMs: 0,
      erasureWaitDays: 14,
      buildsReadModels: 'beside-requests',
      commitsEvents: 'here',
    });
  });

  it('publishes a contact for what is not safe only as an address that can be followed', () => {
    const contact = 'mailto:beveiliging@voorbeeld.nl';
    expect(readConfig({ DOORLOPEND_SECURITY_CONTACT: contact }).securityContact).toBe(contact);
    expect(() => readConfig({ DOORLOPEND_SECURITY_CONTACT: 'beveiliging' })).toThrow('mailto: of https:');
  });

  it('brings its own provider unless it is switched off, and shared by instances only when it is switched on', () => {
    expect(readConfig({ DOORLOPEND_EMBEDDED_SIGN_IN: 'off' }).signIn.embedded).toBeUndefined();
    expect(readConfig({ DOORLOPEND_SIGN_IN_KEY_FILE: '/k' }).signIn.embedded).toEqual({ keyFile: '/k' });
    expect(() => readConfig({ DOORLOPEND_EMBEDDED_SIGN_IN: 'yes' })).toThrow('Gebruik on of off.');
  });

  it('believes the proxies that it is told of, and refuses what is no address', () => {
    const proxies = (DOORLOPEND_TRUSTED_PROXIES: string) =>
      readConfig({ DOORLOPEND_TRUSTED_PROXIES }).trustedProxies;
    expect(proxies('10.0.0.5, fd00::/8')).toEqual(['10.0.0.5', 'fd00::/8']);
    for (const wrong of ['proxy', '10.0.0.0/33', '10.0.0.5,'])
      expect(() => proxies(wrong)).toThrow('geen adres');
  });

  it('takes what the variables say; keys lie with the data unless said otherwise', () => {
    const config = readConfig({
      DOORLOPEND_DATA: '/d',
      PORT: '0',
      HOST: '::',
      DOORLOPEND_MASTER_KEY_FILE: '/k',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '::',
      signingKeyFile: '/d/secrets/signing.key',
      masterKeyFile: '/k',
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000x'],
    ['PORT', ''],
    ['HOST', 'a b'],
    ['DOORLOPEND_DATA', ' '],
    ['DOORLOPEND_PROFILE', 'cloud'],
    ['LOG_LEVEL', 'loud'],
    ['DOORLOPEND_DRAIN_SECONDS', '601'],
    ['DOORLOPEND_PROCESSING_REGISTER', 'http://register.example/'],
    ['DOORLOPEND_PROCESSING_REGISTER', 'verwerkingen'],
    ['DOORLOPEND_READINGS_YEARS', '0'],
  ])('refuses %s=%j with a sentence that names the variable', (variable, value) => {
    const read = () => readConfig({ [variable]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(variable);
  });
});

describe('the configuration of the distributed profile', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  const signingKeyFile = join(folder.path, 'signing.key');
  const masterKeyFile = join(folder.path, 'master.key');
  for (const file of [signingKeyFile, masterKeyFile]) writeFileSync(file, '', { mode: 0o600 });
  const whole: Readonly<Record<string, string | undefined>> = {
    DOORLOPEND_PROFILE: 'distributed',
    KURRENTDB_URL: 'kurrentdb://u:s3cret@a:2113,b:2113',
    DATABASE_URL: 'postgres://u:s3cret@db:5432/doorlopend',
    DOORLOPEND_SIGNING_KEY_FILE: signingKeyFile,
    DOORLOPEND_MASTER_KEY_FILE: masterKeyFile,
  };
  const refusalOf = (env: Readonly<Record<string, string | undefined>>): ConfigError => {
    try {
      readConfig({ ...whole, ...env });
    } catch (error) {
      if (error instanceof ConfigError) return error;
      throw error;
    }
    throw new Error('it was not refused');
  };

  it('says where the log, the database and the keys of all instances are, and leaves a balancer time', () => {
    expect(readConfig(whole)).toMatchObject({
      profile: 'distributed',
      kurrentDbUrl: whole.KURRENTDB_URL,
      kurrentDbNamespace: 'doorlopend',
      databaseUrl: whole.DATABASE_URL,
      signingKeyFile,
      masterKeyFile,
      drainMs: 5_000,
    });
    expect(readConfig({ ...whole, DOORLOPEND_DRAIN_SECONDS: '0' }).drainMs).toBe(0);
  });

  it('keeps its streams apart in a KurrentDB that others use, under a name that keeps them apart', () => {
    expect(readConfig({ ...whole, KURRENTDB_NAMESPACE: 'proef2' })).toMatchObject({
      kurrentDbNamespace: 'proef2',
    });
    for (const name of ['Proef', 'proef.twee', '2proef', 'proef-2']) {
      const { message } = refusalOf({ KURRENTDB_NAMESPACE: name });
      expect(message).toMatch(/^KURRENTDB_NAMESPACE mag alleen kleine letters en cijfers hebben/);
    }
  });

  it.each(Object.keys(whole).filter((variable) => variable !== 'DOORLOPEND_PROFILE'))(
    'demands %s, and says what to do',
    (variable) => {
      for (const value of [undefined, ' ']) {
        const { message, variable: named } = refusalOf({ [variable]: value });
        expect(named).toBe(variable);
        expect(message).toMatch(new RegExp(`^${variable} (ontbreekt|is leeg).* (Geef|Vul) `));
      }
    },
  );

  it.each([
    ['KURRENTDB_URL', 'http://u:s3cret@h'],
    ['KURRENTDB_URL', 'kurrentdb://u:s3cret'],
    ['KURRENTDB_URL', 'kurrentdb://u:x?s3cret@h:2113'],
    ['KURRENTDB_URL', 'kurrentdb://u:1?s3cret=y@h:2113'],
    ['KURRENTDB_URL', 'kurrentdb://u:x/s3cret@h:2113'],
    ['DATABASE_URL', 'mysql://u:s3cret@h/d'],
    ['DATABASE_URL', 'postgres://u:s3cret@h'],
    ['DATABASE_URL', 'postgres://u:x%s3cret@h:port/d'],
    ['DATABASE_URL', 'u:s3cret@h/d'],
  ])('refuses %s=%s, shows the form that it should have, and never the password', (variable, value) => {
    const error = refusalOf({ [variable]: value });
    expect(error.variable).toBe(variable);
    expect(error.message).toMatch(/Schrijf het zoals \w+:\/\/gebruiker:wachtwoord@machine:/);
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain('s3cret');
  });

  it('reads an address from the file that is named instead, and refuses both, or a file that is not there', () => {
    const file = join(folder.path, 'database-url');
    writeFileSync(file, 'postgres://u:s3cret@db:5432/doorlopend\n');
    const inFile = { DATABASE_URL: undefined, DATABASE_URL_FILE: file };
    expect(readConfig({ ...whole, ...inFile })).toMatchObject({ databaseUrl: whole.DATABASE_URL });
    expect(refusalOf({ DATABASE_URL_FILE: file }).message).toContain('Laat er een weg');
    expect(refusalOf({ ...inFile, DATABASE_URL_FILE: '/nergens/x' }).message).toContain(
      '/nergens/x, en dat is niet te lezen',
    );
    writeFileSync(file, '');
    expect(refusalOf(inFile).message).toContain('is leeg');
  });

  it('refuses a key file that is not there: each instance would make a key of its own', () => {
    const { message } = refusalOf({ DOORLOPEND_MASTER_KEY_FILE: '/nergens/master.key' });
    expect(message).toContain('/nergens/master.key, en dat is er niet');
    expect(message).toContain('openssl rand -out /nergens/master.key 32');
  });
});
