import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service } from '../service.js';

const LINK = /^Nog niemand kan zich aanmelden\. .*: (http:\/\/127\.0\.0\.1:\d+\/uitnodiging\/[\w-]{43})$/m;

let service: Service;
beforeAll(async () => {
  service = await Service.start();
}, 120_000);
afterAll(() => service.remove());

/** Runs a command beside the running service; gives what it printed and its exit code. */
async function command(...args: readonly string[]) {
  const env = { ...process.env, DOORLOPEND_DATA: service.folder, PORT: new URL(service.url).port };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [resolve('bin/doorlopend.mjs'), ...args], {
      env,
    });
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, text: stderr };
  }
}

describe('whoever runs the machine', () => {
  it('is shown a link for the first administrator under the line that says where it listens', async () => {
    while (!LINK.test(service.printed)) await pause(20);
    const [first = ''] = service.printed.split('\n');
    expect(first).toBe(`Doorlopend luistert op ${service.url}`);
    const link = LINK.exec(service.printed)?.[1] ?? '';
    const page = await fetch(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Welkom bij Doorlopend');
    expect(service.log).not.toContain(link.split('/').at(-1));
  }, 60_000);

  it('makes a link for who is locked out, beside the running service, and closes and opens accounts', async () => {
    const { code, text } = await command('account', 'link', '--administrator', '--json');
    expect(code).toBe(0);
    const { link } = JSON.parse(text) as { link: string };
    expect((await fetch(link)).status).toBe(200);
    expect((await command('account', 'link')).code).toBe(2);
    const unknown = await command('account', 'disable', '--email', 'niemand@doorlopend.example');
    expect(unknown).toMatchObject({ code: 1, text: expect.stringContaining('Dit account is er niet') });
  }, 120_000);
});
