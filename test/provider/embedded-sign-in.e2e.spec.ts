import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { newId } from '../../src/shared/ids.js';
import { PageVisitor } from '../spec/page-visitor.js';
import { serviceWithSignIn } from './service-with-sign-in.js';

let service: Awaited<ReturnType<typeof serviceWithSignIn>>;
beforeAll(async () => {
  service = await serviceWithSignIn();
}, 120_000);
afterAll(() => service.stop());

const PASSWORD = 'paard batterij nietje juist';

it('lets an invited coach in by a link, a password and a code, also after the service got another address', async () => {
  const invitation = await service.invite('anna@example.nl', { role: 'coach', coachId: newId() });
  const visitor = new PageVisitor(service.url);
  const welcome = await visitor.get(invitation);
  const link = /href="(\/oidc\/link\/[^"]+)"/.exec(welcome.text)?.[1] ?? '';
  const set = await visitor.submit(await visitor.get(link), { password: PASSWORD, repeat: PASSWORD });
  expect(set.text).toContain('Uw wachtwoord is opgeslagen');

  const typed = { email: 'anna@example.nl', password: PASSWORD };
  const setUp = await visitor.submit(await visitor.get('/aanmelden/doorlopend'), typed);
  const secret = /class="secret">([A-Z2-7 ]+)</.exec(setUp.text)?.[1]?.replaceAll(' ', '') ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const codes = await visitor.submit(setUp, { code: totp.generate() });
  const came = await visitor.submit(codes);
  expect(came.url.pathname).toBe('/aanmelden/rol');
  expect(came.text).toContain('U bent aangemeld als Anna de Wit');

  await service.move();
  const later = new PageVisitor(service.url);
  const codePage = await later.submit(await later.get('/aanmelden/doorlopend'), typed);
  const next = totp.generate({ timestamp: Date.now() + 30_000 });
  const cameAgain = await later.submit(codePage, { code: next });
  expect(cameAgain.text).toContain('U bent aangemeld als Anna de Wit');
  expect(service.log.join('')).not.toMatch(/anna|paard/i);
}, 120_000);

it('tells what it is, and offers nothing else than signing in with the service itself', async () => {
  const metadata = (await (
    await fetch(`${service.url}/oidc/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'elsewhere.example' },
    })
  ).json()) as Record<string, unknown>;
  expect(metadata).toMatchObject({
    issuer: `${service.url}/oidc`,
    authorization_endpoint: `${service.url}/oidc/auth`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    id_token_signing_alg_values_supported: ['EdDSA'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    authorization_response_iss_parameter_supported: true,
  });
  for (const absent of ['registration_endpoint', 'end_session_endpoint', 'device_authorization_endpoint']) {
    expect(metadata).not.toHaveProperty(absent);
  }
  expect((await fetch(`${service.url}/oidc/reg`, { method: 'POST' })).status).toBe(404);
  const stranger = new URLSearchParams({
    client_id: 'doorlopend',
    redirect_uri: 'https://elsewhere.example/aanmelden/terug',
    response_type: 'code',
    scope: 'openid',
  });
  const refused = await fetch(`${service.url}/oidc/auth?${stranger}`, { redirect: 'manual' });
  expect([refused.status, refused.headers.get('location')]).toEqual([400, null]);
});

it('serves its pages with a policy that lets nothing run', async () => {
  const page = await new PageVisitor(service.url).get('/aanmelden/doorlopend');
  expect(page.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  expect(page.text).not.toMatch(/<script|<style| style=| on[a-z]+=/);
  const style = /href="(\/oidc\/assets\/[^"]+)"/.exec(page.text)?.[1] ?? '';
  const sheet = await fetch(service.url + style);
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
});
