import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { newId } from '../../src/shared/ids.js';
import { serviceWithSignIn } from '../provider/service-with-sign-in.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
/** Where pictures of the pages go, when somebody asks for them. */
const PICTURES = process.env.DOORLOPEND_TEST_PICTURES;
const PASSWORD = 'paard batterij nietje juist';
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

let service: Awaited<ReturnType<typeof serviceWithSignIn>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  service = await serviceWithSignIn();
  browser = await chromium.launch({ executablePath: CHROMIUM, headless: true });
  context = await browser.newContext({ viewport: NARROW });
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** No fault that axe knows, and nothing that has to be scrolled sideways, narrow or wide. */
async function looksWell(name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  for (const [size, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
    await page.setViewportSize(viewport);
    const [content, width] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, window.innerWidth]',
    );
    expect(content).toBeLessThanOrEqual(width);
    if (PICTURES !== undefined) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${size}.png`), fullPage: true });
    }
  }
}

/** Presses Enter where the focus is, and waits for the page that it leads to. */
async function pressEnter(): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

describe('the pages of signing in, in a browser', () => {
  it('let somebody in from the invitation to the second factor with the keyboard alone, and are accessible', async () => {
    const invitation = await service.invite('anna@example.nl', { role: 'coach', coachId: newId() });
    await page.goto(service.url + invitation);
    await page.getByRole('link', { name: /wachtwoord kiezen/ }).focus();
    await pressEnter();
    await looksWell('choose-password');
    const link = page.url();

    await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill('kort');
    await pressEnter();
    expect(await page.title()).toBe('Fout: Kies een wachtwoord - Doorlopend');
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('summary');
    await looksWell('choose-password-fault');

    await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await pressEnter();
    await looksWell('password-set');

    await page.goto(link);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Deze link werkt niet meer');
    await looksWell('link-gone');

    await page.goto(`${service.url}/aanmelden/doorlopend`);
    await looksWell('sign-in');
    await page.getByLabel('E-mailadres').fill('anna@example.nl');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await pressEnter();
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe('anna@example.nl');
    await looksWell('sign-in-fault');

    await page.getByLabel('Wachtwoord').fill(PASSWORD);
    await pressEnter();
    await looksWell('set-up');
    const secret = (await page.locator('.secret').textContent())?.replaceAll(' ', '') ?? '';
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel('Code van 6 cijfers').fill(totp.generate());
    await pressEnter();
    await looksWell('recovery-codes');
    await page.getByRole('button').focus();
    await pressEnter();
    expect(new URL(page.url()).pathname).toBe('/aanmelden/rol');

    await page.goto(`${service.url}/oidc/interaction/nothing`);
    await looksWell('begin-again');
    await context.clearCookies();
    await page.goto(`${service.url}/aanmelden/doorlopend`);
    await page.getByLabel('E-mailadres').fill('anna@example.nl');
    await page.getByLabel('Wachtwoord').fill(PASSWORD);
    await pressEnter();
    await looksWell('code');
    await page.getByRole('link', { name: /herstelcode/ }).focus();
    await pressEnter();
    await looksWell('recovery-code');
    for (let time = 0; time < 6; time += 1) {
      await page.getByLabel('Herstelcode').fill('abcd');
      await pressEnter();
      if ((await page.title()).startsWith('Wacht even')) break;
    }
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Wacht even/);
    await looksWell('wait');
  }, 240_000);
});
