import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { patience } from './place.js';
import { ROUTES } from './routes.js';
import { Service } from './service.js';

jest.setTimeout(patience(90_000));

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly responses: { readonly [status: string]: { readonly description?: string } };
  readonly parameters?: readonly { readonly name: string; readonly description?: string }[];
}
interface Document {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
}

let service: Service;
let document: Document;

beforeAll(async () => {
  service = await Service.start();
  document = await service.stranger().read<Document>('/v1/openapi.json');
});

afterAll(() => service.remove());

const operations = (): readonly (readonly [string, Operation])[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  );

/** What the official linter finds in a file that is an error. */
function errorsIn(file: string): Promise<readonly unknown[]> {
  const spectral = 'node_modules/@stoplight/spectral-cli/dist/index.js';
  const args = [spectral, 'lint', '-q', '-f', 'json', '-r', 'test/fixtures/adr-linter.yaml', file];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { maxBuffer: 16 * 1024 * 1024 }, (_, stdout, stderr) => {
      try {
        done(
          (JSON.parse(stdout) as readonly { severity: number }[]).filter(({ severity }) => severity === 0),
        );
      } catch {
        fail(new Error(`the linter did not answer: ${stdout}${stderr}`));
      }
    });
  });
}

describe('the OpenAPI document of the whole service', () => {
  it('passes the linter of the API Design Rules without an error', async () => {
    const file = join(service.folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    expect(await errorsIn(file)).toEqual([]);
  });

  it('holds every address of the API that this version has', () => {
    const present = operations().map(([name]) => name);
    const collections = ['sessions', 'placements', 'grants', 'applications', 'absences', 'fit-notes'];
    expect(present).toEqual(
      expect.arrayContaining([
        ...ROUTES.map(({ path }) => `POST /trajectories/{id}${path}`),
        ...collections.flatMap((name) => [
          `GET /trajectories/{id}/${name}`,
          `GET /trajectories/{id}/${name}/{itemId}`,
        ]),
        ...['', '/limits', '/timeline', '/events', '/job-change', '/lanes'].map(
          (part) => `GET /trajectories/{id}${part}`,
        ),
        ...['funders', 'organisations', 'employers', 'coaches', 'candidates', 'trajectories'].flatMap(
          (name) => [`POST /${name}`, `GET /${name}`, `GET /${name}/{id}`],
        ),
        'GET /candidates/{id}/continuity',
        'GET /coaches/{id}/days',
        'GET /coaches/{id}/recognitions',
        'GET /funders/{id}/rule-set-versions',
        'POST /funders/{id}/rule-set-versions',
        ...['absences', 'ties', 'employments', 'recognitions'].map((name) => `POST /coaches/{id}/${name}`),
        'POST /coaches/{id}/recognitions/{itemId}/endings',
        'POST /organisations/{id}/recognitions',
        'POST /organisations/{id}/recognitions/{itemId}/endings',
      ]),
    );
  });

  it('lets every read of a trajectory be asked on a day, and as it was known on a day', () => {
    const reads = operations().filter(([name]) => name.startsWith('GET /trajectories/{id}'));
    expect(reads.length).toBeGreaterThan(60);
    for (const [name, { parameters = [] }] of reads) {
      const names = parameters.map((parameter) => parameter.name);
      expect([name, names]).toEqual([name, expect.arrayContaining(['on', 'knownOn'])]);
    }
  });

  it('holds no address that is not there, and lets nobody in without a token', async () => {
    const nobody = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
    const stranger = service.stranger();
    for (const [name] of operations()) {
      const [method = '', path = ''] = name.split(' ');
      const address = `/v1${path.replaceAll(/\{\w+\}/g, nobody)}`;
      const { status } = await (method === 'GET' ? stranger.get(address) : stranger.post(address, {}));
      expect([name, status]).toEqual([name, 401]);
    }
  });

  it('describes every operation, parameter and answer in Dutch sentences', () => {
    for (const [name, { summary, description, responses, parameters = [] }] of operations()) {
      expect([name, summary]).toEqual([name, expect.stringMatching(/^\p{Lu}.{3,}$/u)]);
      expect([name, description]).toEqual([name, expect.stringMatching(/^\p{Lu}.{10,}\.$/su)]);
      expect([name, description]).not.toEqual([name, expect.stringMatching(/\b(the|which|returns?)\b/i)]);
      for (const parameter of parameters) {
        expect([name, parameter.name, parameter.description]).toEqual([
          name,
          parameter.name,
          expect.stringMatching(/\S{2,}/),
        ]);
      }
      for (const answer of Object.values(responses)) expect(answer.description).toMatch(/\S/);
    }
  });
});
