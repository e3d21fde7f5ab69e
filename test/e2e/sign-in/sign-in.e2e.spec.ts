import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '../../../src/accounts/secret.js';
import { SERVICE_STORE, type ServiceStore } from '../../../src/service-store/service-store.js';
import { newId } from '../../../src/shared/ids.js';
import { Browser, fieldOf, type Shown } from './browser.js';
import { CLIENT_SECRET, type Tampering } from './identity-provider.js';
import { SignInWorld } from './world.js';

const HOUR = 3_600;
const organisationId = newId();
const coordinator = { role: 'coordinator', organisationId } as const;
const administrator = { role: 'administrator' } as const;

let world: SignInWorld;
beforeAll(async () => {
  world = await SignInWorld.start();
}, 60_000);
afterAll(() => world.remove());
afterEach(() => {
  world.provider.tampering = undefined;
  world.provider.answersAs = undefined;
});

/** The session's cookie. */
const sessionOf = (browser: Browser) => browser.jar(world.url).get('doorlopend_sessie');

/** Stops at the answer of the provider, before the service gets it. */
const answerTo = (browser: Browser, subject: string): Promise<Shown> => {
  world.provider.who = { subject, acr: 'two-factors' };
  return browser.open(`${world.url}/aanmelden/eerste`, {
    until: (url) => url.pathname === '/aanmelden/terug',
  });
};

describe('signing in', () => {
  it('offers each issuer by its name, as links that need no script', async () => {
    const shown = await new Browser().open(`${world.url}/aanmelden`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Aanmelden met De eerste');
    expect(shown.text).toContain('Aanmelden met De tweede');
    expect(shown.text).not.toContain('<script');
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('at a provider leads to the account of that identity, with its one role acting', async () => {
    const accountId = await world.account('anna', coordinator);
    const browser = await world.signedIn('anna');
    const { status, body } = await world.me(browser);
    expect(status).toBe(200);
    expect(body).toMatchObject({ accountId, name: 'Name of anna', role: 'coordinator', organisationId });
    const organisations = await browser.fetch(`${world.url}/v1/organisations`);
    expect(organisations.status).toBe(200);
  });

  it('asks for the code flow with PKCE S256, a state and a nonce of 256 bits and the levels', async () => {
    const browser = new Browser();
    const { url } = await browser.open(`${world.url}/aanmelden/eerste`, {
      until: ({ pathname }) => pathname === '/auth',
    });
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${world.url}/aanmelden/terug`,
      acr_values: 'two-factors one-factor',
    });
    for (const field of ['state', 'nonce', 'code_challenge']) expect(asked[field]).toMatch(/^[\w-]{43}$/);
  });

  it('keeps the session in a cookie that scripts and other sites do not get, and stores only its hash', async () => {
    await world.account('bram', coordinator);
    const browser = new Browser();
    const { url } = await answerTo(browser, 'bram');
    const response = await browser.fetch(url);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('doorlopend_sessie='));
    expect(cookie).toMatch(/^doorlopend_sessie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const { db } = world.first.app.get<ServiceStore>(SERVICE_STORE, { strict: false });
    const stored = JSON.stringify(await db.selectFrom('sign_in_session').selectAll().execute());
    const secret = sessionOf(browser) ?? '';
    expect(stored).toContain(hashOf(secret));
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain('bram');
  });

  it('brings who came by another name of the machine to the one address that issuers know', async () => {
    const { port } = new URL(world.url);
    const response = await new Browser().fetch(`http://localhost:${port}/aanmelden/eerste?terug=/x`);
    expect(response.headers.get('location')).toBe(`${world.url}/aanmelden/eerste?terug=/x`);
  });

  it('is where a page sends who is not signed in, and back when that is done', async () => {
    const response = await new Browser().fetch(`${world.url}/aanmelden/rol?terug=/v1/me`);
    expect(response.status).toBe(303);
    const back = encodeURIComponent('/aanmelden/rol?terug=/v1/me');
    expect(response.headers.get('location')).toBe(`/aanmelden?terug=${back}`);
  });

  it('of somebody without an account is refused, also when an account has the address that the issuer names', async () => {
    await world.accounts.create({ name: 'C', email: 'carla@example.nl' }, 'test');
    const shown = await world.signIn(new Browser(), 'carla');
    expect(shown.status).toBe(403);
    expect(shown.text).toContain('Open eerst de link uit uw uitnodiging');
  });

  it('shows that an issuer cannot be reached, and leaves the others as they are', async () => {
    const shown = await new Browser().open(`${world.url}/aanmelden/weg`);
    expect(shown.status).toBe(503);
    expect(shown.text).toContain('nu niet bereikbaar');
    expect((await new Browser().open(`${world.url}/aanmelden/onbekend`)).status).toBe(404);
    await world.account('dirk', coordinator);
    await world.signedIn('dirk');
  });

  it('of a closed account is refused, and ends the sessions that it has', async () => {
    const id = await world.account('els', coordinator);
    const browser = await world.signedIn('els');
    await world.accounts.disable(id, 'test');
    expect((await world.me(browser)).status).toBe(401);
    const shown = await world.signIn(new Browser(), 'els');
    expect(shown.status).toBe(403);
    expect(shown.text).toContain('afgesloten');
  });

  it('of an account without a role is refused', async () => {
    await world.account('frits');
    expect((await world.signIn(new Browser(), 'frits')).text).toContain('geen rol');
  });

  it('with one factor is refused to a role that needs two, and says to sign in again', async () => {
    await world.account('gerda', coordinator);
    const browser = new Browser();
    const shown = await world.signIn(browser, 'gerda', 'one-factor');
    expect(shown.status).toBe(403);
    expect(shown.text).toContain('tweede factor');
    const again = /href="(\/aanmelden\/eerste\?niveau=hoger)"/.exec(shown.text)?.[1] ?? '';
    const asked = await browser.open(`${world.url}${again}`, {
      until: ({ pathname }) => pathname === '/auth',
    });
    expect(asked.url.searchParams.get('acr_values')).toBe('two-factors');
    expect(asked.url.searchParams.get('prompt')).toBe('login');
    world.provider.who = { subject: 'gerda', acr: 'two-factors' };
    expect((await browser.open(`${world.url}${again}`)).status).toBe(200);
    expect((await world.me(browser)).body.role).toBe('coordinator');
  });

  it('of an organisation’s issuer lets nobody act for another, nor administer', async () => {
    for (const [subject, role] of [
      ['hans', coordinator],
      ['ina', administrator],
    ] as const) {
      const id = await world.account(`eerste-${subject}`, role);
      const { token } = await world.links.issueSetUp(id, world.clock.ahead(HOUR), 'test');
      await world.links.setUp(token, { issuer: world.other.issuer, subject });
      world.other.who = { subject, acr: 'two-factors' };
      const shown = await new Browser().open(`${world.url}/aanmelden/tweede`);
      expect(shown.text).toContain('mag u niet in deze rol werken');
    }
  });
});

describe('an answer of an issuer', () => {
  it('is taken once', async () => {
    await world.account('jan', coordinator);
    const browser = new Browser();
    const { url } = await answerTo(browser, 'jan');
    expect((await browser.fetch(url)).status).toBe(303);
    const again = await browser.fetch(url);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('al gebruikt');
  });

  it('is refused in another browser than the one that began, so that nobody is signed in as somebody else', async () => {
    await world.account('karel', coordinator);
    const { url } = await answerTo(new Browser(), 'karel');
    const victim = new Browser();
    await victim.open(`${world.url}/aanmelden/eerste`, { until: ({ pathname }) => pathname === '/auth' });
    expect((await victim.fetch(url)).status).toBe(400);
    expect(sessionOf(victim)).toBeUndefined();
  });

  it('is refused when it comes too late', async () => {
    await world.account('lies', coordinator);
    const browser = new Browser();
    const { url } = await answerTo(browser, 'lies');
    world.clock.pass(16 * 60);
    expect((await browser.fetch(url)).status).toBe(400);
  });

  it('is refused when it says that another issuer gave it, or gives a code of another issuer', async () => {
    await world.account('mees', coordinator);
    world.provider.answersAs = world.other.issuer;
    expect((await world.signIn(new Browser(), 'mees')).text).toContain('klopt niet');
    world.provider.answersAs = undefined;

    const browser = new Browser();
    const { url } = await answerTo(browser, 'mees');
    world.other.who = { subject: 'mees' };
    const mixed = await browser.open(`${world.url}/aanmelden/tweede`, {
      until: ({ pathname }) => pathname === '/aanmelden/terug',
    });
    mixed.url.searchParams.set('code', url.searchParams.get('code') ?? '');
    mixed.url.searchParams.set('iss', world.provider.issuer);
    const response = await browser.fetch(mixed.url);
    expect(response.status).toBe(400);
    expect(sessionOf(browser)).toBeUndefined();
  });

  it('that says that somebody stopped leads to no session', async () => {
    const browser = new Browser();
    const { url } = await answerTo(browser, 'nobody');
    url.searchParams.delete('code');
    url.searchParams.set('error', 'access_denied');
    const response = await browser.fetch(url);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('afgebroken');
  });

  const unsigned = (header: object, claims: object) =>
    [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const attacks: Readonly<Record<string, Tampering>> = {
    'is not signed (none)': async ({ claims }) => `${unsigned({ alg: 'none' }, claims)}.`,
    'is signed with the client’s secret (HS256)': async ({ claims }) => {
      const input = unsigned({ alg: 'HS256' }, claims);
      return `${input}.${createHmac('sha256', CLIENT_SECRET).update(input).digest('base64url')}`;
    },
    'was changed after it was signed': async ({ original, claims }) => {
      const [header, , signature] = original.split('.');
      const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'piet' })).toString('base64url');
      return [header, changed, signature].join('.');
    },
    'is of another issuer': async ({ claims, sign }) => sign({ ...claims, iss: world.other.issuer }),
    'is for another client': async ({ claims, sign }) => sign({ ...claims, aud: 'somebody-else' }),
    'has another nonce': async ({ claims, sign }) => sign({ ...claims, nonce: 'another' }),
    'has no nonce': async ({ claims: { nonce: _, ...claims }, sign }) => sign(claims),
    'has expired': async ({ claims, sign }) => {
      const then = Math.floor(Date.now() / 1000) - HOUR;
      return sign({ ...claims, iat: then - 60, exp: then });
    },
  };
  describe('whose ID token', () => {
    beforeAll(async () => {
      await world.account('oscar', coordinator);
    });

    it('is as the issuer made it is accepted, so that the others are refused for what was done to them', async () => {
      world.provider.tampering = async ({ claims, sign }) => sign(claims);
      await world.signedIn('oscar');
    });

    it.each(Object.entries(attacks))('%s is refused', async (_, tampering) => {
      world.provider.tampering = tampering;
      const browser = new Browser();
      const shown = await world.signIn(browser, 'oscar');
      expect(shown.status).toBe(400);
      expect(shown.text).toContain('klopt niet');
      expect(sessionOf(browser)).toBeUndefined();
    });
  });

  it('leaves nothing of a person, and no secret, in the log', async () => {
    const lines = world.log.join('');
    expect(lines).toContain('a sign-in was refused');
    expect(lines).not.toMatch(/oscar|@example|code=|state=/);
  });
});

describe('where somebody goes after signing in', () => {
  it.each([
    ['/v1/me?x=1', '/v1/me?x=1'],
    ['//evil.example', '/aanmelden/rol'],
    ['https://evil.example/', '/aanmelden/rol'],
    ['/\\evil.example', '/aanmelden/rol'],
    ['/%0d%0aset-cookie:x', '/%0d%0aset-cookie:x'],
    ['javascript:alert(1)', '/aanmelden/rol'],
  ])('is for %s %s', async (wanted, path) => {
    await world.account(`to ${wanted}`, coordinator);
    world.provider.who = { subject: `to ${wanted}`, acr: 'two-factors' };
    const browser = new Browser();
    const { url } = await browser.open(`${world.url}/aanmelden/eerste?terug=${encodeURIComponent(wanted)}`, {
      until: ({ pathname }) => pathname === '/aanmelden/terug',
    });
    const response = await browser.fetch(url);
    expect(response.headers.get('location')).toBe(path);
  });
});

describe('a session', () => {
  it('is a new one at each sign-in: what a browser brings is never taken over, and the old one ends', async () => {
    await world.account('paula', coordinator);
    const browser = new Browser();
    const planted = 'A'.repeat(43);
    browser.jar(world.url).set('doorlopend_sessie', planted);
    await world.signIn(browser, 'paula');
    const first = sessionOf(browser);
    expect(first).not.toBe(planted);
    await world.signIn(browser, 'paula');
    expect(sessionOf(browser)).not.toBe(first);
    const old = new Browser();
    old.jar(world.url).set('doorlopend_sessie', first ?? '');
    expect((await world.me(old)).status).toBe(401);
  });

  it('ends half an hour after the last request, and goes on with each', async () => {
    await world.account('quinten', coordinator);
    const browser = await world.signedIn('quinten');
    for (const _ of [1, 2, 3]) {
      world.clock.pass(25 * 60);
      expect((await world.me(browser)).status).toBe(200);
    }
    world.clock.pass(30 * 60);
    expect((await world.me(browser)).status).toBe(401);
  });

  it('ends after twelve hours, whatever was done', async () => {
    await world.account('ria', coordinator);
    const browser = await world.signedIn('ria');
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      world.clock.pass(20 * 60);
      expect((await world.me(browser)).status).toBe(200);
    }
    world.clock.pass(20 * 60);
    expect((await world.me(browser)).status).toBe(401);
  });

  it('is one on every instance, and ends on all at once', async () => {
    const second = await world.startInstance();
    await world.account('sam', coordinator);
    const browser = await world.signedIn('sam');
    const elsewhere = new Browser();
    elsewhere.jar(second.url).set('doorlopend_sessie', sessionOf(browser) ?? '');
    const there = await world.me(elsewhere, second.url);
    expect(there.body.role).toBe('coordinator');
    await browser.submit(`${world.url}/afmelden`, { csrf: there.body.session?.csrfToken ?? '' });
    expect((await world.me(elsewhere, second.url)).status).toBe(401);
  });

  it('ends at signing out, there and at the issuer', async () => {
    await world.account('tina', coordinator);
    const browser = await world.signedIn('tina');
    const secret = sessionOf(browser) ?? '';
    const { body } = await world.me(browser);
    const shown = await browser.submit(
      `${world.url}/afmelden`,
      { csrf: body.session?.csrfToken ?? '' },
      { until: ({ origin }) => origin === world.provider.issuer },
    );
    expect(shown.text).toContain('U bent afgemeld');
    expect(shown.url.pathname).toBe('/session/end');
    expect(shown.url.searchParams.get('post_logout_redirect_uri')).toBe(`${world.url}/aanmelden`);
    expect(shown.url.searchParams.get('id_token_hint')).toMatch(/^ey/);
    expect(sessionOf(browser)).toBeUndefined();
    const thief = new Browser();
    thief.jar(world.url).set('doorlopend_sessie', secret);
    expect((await world.me(thief)).status).toBe(401);
  });

  it('ends on all devices when that is asked', async () => {
    await world.account('ugo', coordinator);
    const [one, two] = [await world.signedIn('ugo'), await world.signedIn('ugo')];
    const { body } = await world.me(one);
    await one.submit(
      `${world.url}/afmelden`,
      { csrf: body.session?.csrfToken ?? '', overal: 'ja' },
      { until: ({ origin }) => origin === world.provider.issuer },
    );
    expect((await world.me(two)).status).toBe(401);
  });

  it('has one acting role, which is chosen and changed under a new secret', async () => {
    await world.account('vera', coordinator, { role: 'employer', employerId: newId() });
    const browser = await world.signedIn('vera');
    const before = await world.me(browser);
    expect(before.body).toMatchObject({ role: null, roles: [{ role: 'coordinator' }, { role: 'employer' }] });
    const unchosen = await browser.fetch(`${world.url}/v1/organisations`);
    expect(unchosen.status).toBe(403);
    expect(await unchosen.json()).toMatchObject({ code: 'role.not-chosen' });

    const page = await browser.open(`${world.url}/aanmelden/rol`);
    expect(page.text).toContain('Werken als coördinator');
    const first = sessionOf(browser);
    await browser.submit(`${world.url}/aanmelden/rol`, {
      csrf: fieldOf(page, 'csrf'),
      rol: before.body.roles[1]?.id ?? '',
    });
    expect((await world.me(browser)).body.role).toBe('employer');
    expect(sessionOf(browser)).not.toBe(first);
    const old = new Browser();
    old.jar(world.url).set('doorlopend_sessie', first ?? '');
    expect((await world.me(old)).status).toBe(401);
  });

  it('gets no role that is not the account’s', async () => {
    await world.account('wim', coordinator);
    const admin = await world.account('xander', administrator);
    const browser = await world.signedIn('wim');
    const [role] = await world.accounts.roles(admin);
    const { body } = await world.me(browser);
    const shown = await browser.submit(`${world.url}/aanmelden/rol`, {
      csrf: body.session?.csrfToken ?? '',
      rol: role?.id ?? '',
    });
    expect(shown.status).toBe(403);
    expect((await world.me(browser)).body.role).toBe('coordinator');
  });

  it('ends with the role that acts in it', async () => {
    const id = await world.account('yara', coordinator);
    const browser = await world.signedIn('yara');
    const [role] = await world.accounts.roles(id);
    await world.accounts.endRole(role?.id ?? '', 'test');
    expect((await world.me(browser)).status).toBe(401);
  });
});

describe('what a session changes', () => {
  let browser: Browser;
  let csrfToken: string;
  beforeAll(async () => {
    await world.account('zoë', administrator);
    browser = await world.signedIn('zoë');
    csrfToken = (await world.me(browser)).body.session?.csrfToken ?? '';
  });

  const register = (headers: Readonly<Record<string, string>>) =>
    browser.fetch(`${world.url}/v1/organisations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: `Organisatie ${newId()}` }),
    });
  const sameOrigin = () => ({ 'sec-fetch-site': 'same-origin', origin: world.url });

  it('is done with the token, from a page of the service', async () => {
    expect((await register({ ...sameOrigin(), 'x-csrf-token': csrfToken })).status).toBe(201);
    expect((await register({ origin: world.url, 'x-csrf-token': csrfToken })).status).toBe(201);
  });

  it.each([
    ['no token', { 'sec-fetch-site': 'same-origin' }, 'request.forgery-token'],
    ['a wrong token', { 'sec-fetch-site': 'same-origin', 'x-csrf-token': 'x' }, 'request.forgery-token'],
    [
      'a token from another site',
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      'request.other-site',
    ],
    ['a token from a neighbour', { 'sec-fetch-site': 'same-site' }, 'request.other-site'],
    ['a token from an origin of nobody', { origin: 'null' }, 'request.other-site'],
    ['a token without saying from where', {}, 'request.other-site'],
  ] as readonly (readonly [string, Readonly<Record<string, string>>, string])[])(
    'is refused with %s',
    async (_, headers, code) => {
      const token: Record<string, string> =
        code === 'request.forgery-token' ? {} : { 'x-csrf-token': csrfToken };
      const response = await register({ ...token, ...headers });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code });
    },
  );

  it('is refused with the token of another session', async () => {
    const other = await world.me(await world.signedIn('zoë'));
    const response = await register({ ...sameOrigin(), 'x-csrf-token': other.body.session?.csrfToken ?? '' });
    expect(response.status).toBe(403);
  });

  it('asks nothing of who brings a token of the service, and then no cookie counts', async () => {
    const client = await world.as({ role: 'administrator' });
    expect((await client.post('/v1/organisations', { name: 'Met een token' })).status).toBe(201);
    const refused = await register({ ...sameOrigin(), 'x-csrf-token': csrfToken, authorization: 'Bearer x' });
    expect(refused.status).toBe(401);
  });
});
