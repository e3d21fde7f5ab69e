import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './house.js';

const ROOT = join(import.meta.dirname, '../..');

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly severity: number;
}

interface Operation {
  readonly operationId: string;
  readonly responses: { readonly [status: string]: { readonly headers?: object; readonly content?: object } };
}
interface Document {
  openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
}

/** What the official linter finds in a file, errors only. */
function lint(file: string): Promise<readonly Finding[]> {
  const spectral = join(ROOT, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  const ruleset = join(ROOT, 'test/fixtures/adr-linter.yaml');
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 16 * 1024 * 1024 };
    execFile(
      process.execPath,
      [spectral, 'lint', '-q', '-f', 'json', '-r', ruleset, file],
      options,
      (_, stdout, stderr) => {
        try {
          const findings = JSON.parse(stdout) as readonly Finding[];
          resolve(findings.filter(({ severity }) => severity === 0));
        } catch {
          reject(new Error(`the linter did not answer: ${stdout}${stderr}`));
        }
      },
    );
  });
}

describe('the OpenAPI document', () => {
  const house = new House();
  let document: Document;
  beforeAll(async () => {
    await house.start();
    const response = await fetch(`${house.url}/v1/openapi.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    document = (await response.json()) as Document;
  });
  afterAll(async () => {
    await house.stop();
    house.forget();
  });

  const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path));

  it('passes the linter of the API Design Rules without an error', async () => {
    const file = join(house.folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    expect(await lint(file)).toEqual([]);
  }, 60_000);

  it('fails that linter when a rule is broken, so that the linter is known to look', async () => {
    const file = join(house.folder, 'broken.json');
    const paths = { ...document.paths, '/Not_Kebab': Object.values(document.paths)[0] };
    writeFileSync(file, JSON.stringify({ ...document, paths }));
    expect((await lint(file)).map(({ code }) => code)).toContain('nlgov:paths-kebab-case');
  }, 60_000);

  it('names the major version in its server and not in its paths', () => {
    expect(document.servers.map(({ url }) => url)).toEqual(['/v1']);
    expect(Object.keys(document.paths)).toEqual([
      '/trajectories/{id}/sessions',
      '/trajectories/{id}/plans',
      '/trajectories/{id}/sessions/{sessionId}',
    ]);
  });

  it('gives every operation an id of its own and every problem', () => {
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('sessionsRecord');
    for (const { responses } of operations()) {
      expect(Object.keys(responses)).toEqual(
        expect.arrayContaining(['200', '400', '401', '403', '404', '500', '503']),
      );
      for (const response of Object.values(responses)) expect(response.headers).toHaveProperty('API-Version');
    }
  });

  it('describes each field of a body once, with its bounds', () => {
    expect(JSON.stringify(document)).toContain('"minimum":1,"maximum":1440');
  });
});
