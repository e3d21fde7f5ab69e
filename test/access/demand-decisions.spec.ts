import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CurrentReader } from '../../src/access/current-reader.js';
import { GivesData } from '../../src/access/gives-data.js';
import type { Reader } from '../../src/access/reader.js';
import { readConfig } from '../../src/config/read-config.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { issueToken } from '../../src/identity/token.js';
import { sampleModule } from '../http/sample.module.js';

const SECRET = 'Zegt dat het thuis niet veilig voelt.';

@Controller('v1/notes')
class UndeclaredController {
  @Get()
  notes() {
    return { items: [SECRET] };
  }
}

@Controller('v1/notes')
class UndecidedController {
  @Get()
  @GivesData('confidential-note')
  notes(@CurrentReader() _: Reader) {
    return { items: [SECRET] };
  }

  @Get('forgotten')
  @GivesData('confidential-note')
  forgotten() {
    return { items: [SECRET] };
  }

  @Get('decided')
  @GivesData('confidential-note')
  decided(@CurrentReader() { reading }: Reader) {
    reading.decide([{ candidateId: 'candidate', standing: 'candidate' }]);
    return { items: [...reading.looks, reading.route, ...reading.gives] };
  }

  @Get('other')
  @GivesData('course')
  other(@CurrentReader() { reading }: Reader) {
    reading.mustGive('confidential-note');
    return { items: [SECRET] };
  }

  @Get('reference')
  @GivesData('reference')
  reference() {
    return { items: [] };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'doorlopend-decisions-'));
const opened: NestFastifyApplication[] = [];

afterEach(() => Promise.all(opened.splice(0).map((app) => app.close())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serviceWith(controller: Type<object>): Promise<NestFastifyApplication> {
  const config = readConfig({ DOORLOPEND_DATA: folder, PORT: '0' });
  const module = { ...sampleModule(config), controllers: [controller] };
  const app = await createHttpApp(module, config, { logDestination: { write: () => undefined } });
  opened.push(app);
  return app;
}

async function read(app: NestFastifyApplication, url: string) {
  const token = await issueToken(app.get(SigningKeys, { strict: false }), { role: 'candidate' });
  return app.inject({ url, headers: { authorization: `Bearer ${token}` } });
}

describe('a route that can be read', () => {
  it('keeps the service from starting when it does not say what it gives', async () => {
    await expect(serviceWith(UndeclaredController)).rejects.toThrow(
      /GET \/v1\/notes does not say what it gives/,
    );
  });

  it.each(['/v1/notes', '/v1/notes/forgotten', '/v1/notes/other'])(
    'answers nothing when nobody decided who may read it, or for another kind of data: %s',
    async (url) => {
      const { statusCode, body } = await read(await serviceWith(UndecidedController), url);
      expect(statusCode).toBe(500);
      expect(body).not.toContain(SECRET);
    },
  );

  it('answers when it was decided, and knows who was looked at, by which route and for what', async () => {
    const app = await serviceWith(UndecidedController);
    expect((await read(app, '/v1/notes/decided')).json()).toEqual({
      items: [{ candidateId: 'candidate', standing: 'candidate' }, '/v1/notes/decided', 'confidential-note'],
    });
    expect((await read(app, '/v1/notes/reference')).statusCode).toBe(200);
  });
});
