import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Visited } from '../spec/page-visitor.js';
import { PASSWORD, providerUnderTest } from './provider-under-test.js';

let provider: Awaited<ReturnType<typeof providerUnderTest>>;
beforeAll(async () => {
  provider = await providerUnderTest();
});
afterAll(() => provider.stop());

const SECOND_FACTOR = 'urn:doorlopend:acr:second-factor';

const heading = ({ text }: Visited) => /<h1>([^<]*)<\/h1>/.exec(text)?.[1];
const secretOn = ({ text }: Visited) =>
  /class="secret">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? '';
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(provider.clock.now()) });

describe('somebody whose role needs no second factor', () => {
  it('signs in with an address in whatever capitals and a password, and the ID token names the account alone', async () => {
    const id = await provider.account('kees@example.nl', 'candidate', PASSWORD);
    const begun = await provider.begin();
    const visitor = provider.visitor();
    const page = await visitor.get(begun.url);
    expect(heading(page)).toBe('Aanmelden');
    const came = await visitor.submit(page, { email: ' Kees@Example.NL ', password: PASSWORD });
    expect(came.url.searchParams.get('iss')).toBe(`${provider.origin}/oidc`);
    const { claims, tokens } = await provider.claims(came, begun);
    expect(claims).toEqual({
      sub: id,
      acr: 'urn:doorlopend:acr:password',
      amr: ['pwd'],
      nonce: begun.nonce,
      aud: 'doorlopend',
      iss: `${provider.origin}/oidc`,
      auth_time: expect.any(Number),
      iat: expect.any(Number),
      exp: expect.any(Number),
    });
    expect(tokens.refresh_token).toBeUndefined();
  });

  it('may be asked for one all the same', async () => {
    await provider.account('mia@example.nl', 'candidate', PASSWORD);
    const { url } = await provider.begin({ acr_values: SECOND_FACTOR });
    const visitor = provider.visitor();
    const page = await visitor.submit(await visitor.get(url), {
      email: 'mia@example.nl',
      password: PASSWORD,
    });
    expect(heading(page)).toBe('Stel een tweede stap in');
  });
});

describe('somebody whose role needs a second factor', () => {
  it('sets it up at the first sign-in, and then gives a code or a recovery code each time', async () => {
    const id = await provider.account('anna@example.nl', 'coach', PASSWORD);
    const typed = { email: 'anna@example.nl', password: PASSWORD };
    const first = await provider.begin();
    const visitor = provider.visitor();
    const setUp = await visitor.submit(await visitor.get(first.url), typed);
    expect(heading(setUp)).toBe('Stel een tweede stap in');
    expect(setUp.text).toContain('<svg role="img"');
    const secret = secretOn(setUp);
    const again = await visitor.submit(setUp, { code: '000000' });
    expect([again.status, secretOn(again)]).toEqual([400, secret]);
    const codes = await visitor.submit(again, { code: codeOf(secret) });
    expect(heading(codes)).toBe('Bewaar uw herstelcodes');
    const [, recoveryCode = ''] = /<li>([a-z2-9-]{19})<\/li>/.exec(codes.text) ?? [];
    const came = await visitor.submit(codes);
    expect((await provider.claims(came, first)).claims).toMatchObject({
      sub: id,
      acr: SECOND_FACTOR,
      amr: ['pwd', 'otp', 'mfa'],
    });

    const second = await provider.begin();
    const codePage = await visitor.submit(await visitor.get(second.url), typed);
    expect(heading(codePage)).toBe('Vul uw code in');
    const used = await visitor.submit(codePage, { code: codeOf(secret) });
    expect([used.status, heading(used)]).toEqual([400, 'Vul uw code in']);
    provider.clock.pass(30);
    const cameAgain = await visitor.submit(codePage, { code: ` ${codeOf(secret).replace(/^.{3}/, '$& ')}` });
    expect((await provider.claims(cameAgain, second)).claims).toMatchObject({ acr: SECOND_FACTOR });

    const third = await provider.begin();
    const thirdPage = await visitor.submit(await visitor.get(third.url), typed);
    const recovery = await visitor.get(`${thirdPage.url.href.replace(/code$/, 'recovery-code')}`);
    const cameByRecovery = await visitor.submit(recovery, { recoveryCode });
    expect((await provider.claims(cameByRecovery, third)).claims).toMatchObject({
      acr: SECOND_FACTOR,
      amr: ['pwd', 'mfa'],
    });
  });

  it('does not get past it by another page', async () => {
    await provider.account('piet@example.nl', 'coach', PASSWORD);
    const { url } = await provider.begin();
    const visitor = provider.visitor();
    const start = await visitor.get(url);
    const skipped = await visitor.submit({
      ...start,
      text: start.text.replace(/action="[^"]+/, '$&/continue'),
    });
    expect(heading(skipped)).toBe('Aanmelden');
    const setUp = await visitor.submit(start, { email: 'piet@example.nl', password: PASSWORD });
    const still = await visitor.submit({ ...setUp, text: setUp.text.replace(/\/set-up"/, '/continue"') });
    expect(heading(still)).toBe('Stel een tweede stap in');
    const resume = await visitor.get(
      setUp.url.href.replace('/interaction/', '/auth/').replace('/set-up', ''),
    );
    expect(heading(resume)).not.toBe(undefined);
    expect(visitor.trail.some((each) => each.includes('code='))).toBe(false);
  });
});

describe('somebody who mistypes', () => {
  it('keeps what was typed but for the password, and learns the same about an account that is not there', async () => {
    await provider.account('lot@example.nl', 'candidate', PASSWORD);
    const visitor = provider.visitor();
    const page = await visitor.get((await provider.begin()).url);
    const answers = [];
    for (const email of ['lot@example.nl', 'nobody@example.nl']) {
      const answer = await visitor.submit(page, { email, password: 'something else entirely' });
      expect(answer.text).toContain(`value="${email}"`);
      expect(answer.text).not.toContain('something else entirely');
      answers.push(answer.text.replaceAll(email, ''));
      expect(answer.status).toBe(400);
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('<title>Fout: Aanmelden - Doorlopend</title>');
  });

  it('is told what is missing', async () => {
    const visitor = provider.visitor();
    const page = await visitor.get((await provider.begin()).url);
    const answer = await visitor.submit(page, { email: ' ', password: '' });
    expect(answer.text).toMatch(
      /href="#email">Vul uw e-mailadres in\.<.*href="#password">Vul uw wachtwoord in\./s,
    );
  });

  it('has to wait after five tries, and is told how long; the right password does not help until then', async () => {
    await provider.account('tom@example.nl', 'candidate', PASSWORD);
    const begun = await provider.begin();
    const visitor = provider.visitor();
    const page = await visitor.get(begun.url);
    for (let time = 0; time < 5; time += 1) {
      await visitor.submit(page, { email: 'tom@example.nl', password: 'wrong' });
    }
    const waits = await visitor.submit(page, { email: 'tom@example.nl', password: PASSWORD });
    expect([waits.status, waits.headers.get('retry-after')]).toEqual([429, '30']);
    expect(waits.text).toContain('over 30 seconden opnieuw');
    provider.clock.pass(30);
    const came = await visitor.submit(page, { email: 'tom@example.nl', password: PASSWORD });
    expect((await provider.claims(came, begun)).claims?.acr).toBe('urn:doorlopend:acr:password');
  });

  it('does not sign in to an account that was closed, also not when that happened on the way', async () => {
    const id = await provider.account('eva@example.nl', 'candidate', PASSWORD);
    const begun = await provider.begin();
    const visitor = provider.visitor();
    const page = await visitor.get(begun.url);
    const came = await visitor.submit(page, { email: 'eva@example.nl', password: PASSWORD });
    await provider.accounts.disable(id, 'test');
    await expect(provider.claims(came, begun)).rejects.toThrow();
    const anew = await visitor.get((await provider.begin()).url);
    const refused = await visitor.submit(anew, { email: 'eva@example.nl', password: PASSWORD });
    expect(refused.status).toBe(400);
  });
});

describe('signing in', () => {
  it('asks for the password anew each time, whoever signed in before with this browser', async () => {
    await provider.account('bo@example.nl', 'candidate', PASSWORD);
    const other = await provider.account('ad@example.nl', 'candidate', PASSWORD);
    const visitor = provider.visitor();
    const first = await visitor.get((await provider.begin()).url);
    await visitor.submit(first, { email: 'bo@example.nl', password: PASSWORD });
    const begun = await provider.begin();
    const second = await visitor.get(begun.url);
    expect(heading(second)).toBe('Aanmelden');
    const came = await visitor.submit(second, { email: 'ad@example.nl', password: PASSWORD });
    expect((await provider.claims(came, begun)).claims?.sub).toBe(other);
  });

  it('belongs to one browser: another one, or one that comes too late, begins again', async () => {
    const visitor = provider.visitor();
    const page = await visitor.get((await provider.begin()).url);
    const stranger = await provider.visitor().get(page.url.href);
    expect([stranger.status, heading(stranger)]).toEqual([410, 'Begin opnieuw met aanmelden']);
    provider.clock.pass(31 * 60);
    const late = await visitor.submit(page, { email: 'bo@example.nl', password: PASSWORD });
    expect([late.status, heading(late)]).toEqual([410, 'Begin opnieuw met aanmelden']);
  });

  it('takes no form from another site', async () => {
    const visitor = provider.visitor();
    const page = await visitor.get((await provider.begin()).url);
    const answer = await fetch(page.url, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ email: 'bo@example.nl', password: PASSWORD }),
    });
    expect(answer.status).toBe(403);
  });

  it('goes on under the keys of the next period, while those of the last one are still published', async () => {
    const id = await provider.account('iris@example.nl', 'candidate', PASSWORD);
    const visitor = provider.visitor();
    const kids = async () => {
      const { keys } = (await (await fetch(`${provider.origin}/oidc/jwks`)).json()) as {
        keys: readonly { readonly kid: string; readonly d?: string }[];
      };
      expect(keys.every(({ d }) => d === undefined)).toBe(true);
      return keys.map(({ kid }) => kid);
    };
    const before = await kids();
    const begun = await provider.begin();
    const came = await visitor.submit(await visitor.get(begun.url), {
      email: 'iris@example.nl',
      password: PASSWORD,
    });
    const { tokens } = await provider.claims(came, begun);
    const [signed] = JSON.parse(`[${Buffer.from(tokens.id_token?.split('.')[0] ?? '', 'base64url')}]`);
    expect(signed).toMatchObject({ alg: 'EdDSA', kid: before[0] });
    provider.clock.pass(90 * 24 * 60 * 60);
    const after = await kids();
    expect(after[0]).toBe(before[1]);
    expect(after).toContain(before[0]);
    const next = await provider.begin();
    const cameNext = await visitor.submit(await visitor.get(next.url), {
      email: 'iris@example.nl',
      password: PASSWORD,
    });
    expect((await provider.claims(cameNext, next)).claims?.sub).toBe(id);
  });
});
