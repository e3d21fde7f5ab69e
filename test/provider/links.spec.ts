import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visited } from '../spec/page-visitor.js';
import { PASSWORD, providerUnderTest } from './provider-under-test.js';

let provider: Awaited<ReturnType<typeof providerUnderTest>>;
beforeAll(async () => {
  provider = await providerUnderTest();
});
afterAll(() => provider.stop());

const HOUR = 3_600;
const heading = ({ text }: Visited) => /<h1>([^<]*)<\/h1>/.exec(text)?.[1];

/** The page of a link that lets the account set up a password. */
async function linkOf(id: string) {
  const { token } = await provider.links.issueSetUp(id, provider.clock.ahead(HOUR), 'test');
  return `/oidc/link/${token}`;
}

describe('whoever opens a link of an account', () => {
  it('chooses a password, and signs in with it to that very account', async () => {
    const id = await provider.account('jan@example.nl', 'candidate');
    const path = await linkOf(id);
    const visitor = provider.visitor();
    const page = await visitor.get(path);
    expect(heading(await visitor.get(path))).toBe('Kies een wachtwoord');
    expect(page.text).toContain('autocomplete="username" value="jan@example.nl"');
    const set = await visitor.submit(page, { password: PASSWORD, repeat: PASSWORD });
    expect([set.status, heading(set)]).toEqual([200, 'Uw wachtwoord is opgeslagen']);
    expect(await provider.accounts.identities(id)).toEqual([
      { issuer: `${provider.origin}/oidc`, subject: id },
    ]);
    const begun = await provider.begin();
    const came = await visitor.submit(await visitor.get(begun.url), {
      email: 'jan@example.nl',
      password: PASSWORD,
    });
    expect((await provider.claims(came, begun)).claims?.sub).toBe(id);
  });

  it('finds it used up afterwards, and too old after its end', async () => {
    const id = await provider.account('ger@example.nl', 'candidate');
    const used = await linkOf(id);
    const visitor = provider.visitor();
    const page = await visitor.get(used);
    await visitor.submit(page, { password: PASSWORD, repeat: PASSWORD });
    const again = await visitor.submit(page, { password: PASSWORD, repeat: PASSWORD });
    expect([again.status, heading(again)]).toEqual([410, 'Deze link werkt niet meer']);
    const old = await linkOf(id);
    provider.clock.pass(HOUR);
    const late = await visitor.get(old);
    expect([late.status, heading(late)]).toEqual([410, 'Deze link werkt niet meer']);
    expect((await visitor.get('/oidc/link/nothing-at-all')).status).toBe(410);
  });

  it.each([
    ['', '', 'password', 'Vul een wachtwoord in'],
    ['kort', 'kort', 'password', 'Kies een wachtwoord van 12 tekens of meer'],
    ['wachtwoord123', 'wachtwoord123', 'password', 'makkelijk te raden'],
    ['aaaaaaaaaaaaaa', 'aaaaaaaaaaaaaa', 'password', 'makkelijk te raden'],
    ['rik.bakker@example.nl', 'rik.bakker@example.nl', 'password', 'lijkt op uw naam of e-mailadres'],
    [PASSWORD, `${PASSWORD}!`, 'repeat', 'niet gelijk'],
  ])(
    'is told what is wrong with the password %j and its repetition',
    async (password, repeat, field, words) => {
      const known = await provider.accounts.byEmail('rik.bakker@example.nl');
      const id = known?.id ?? (await provider.account('rik.bakker@example.nl', 'candidate'));
      const visitor = provider.visitor();
      const answer = await visitor.submit(await visitor.get(await linkOf(id)), { password, repeat });
      expect(answer.status).toBe(400);
      expect(answer.text).toMatch(new RegExp(`<a href="#${field}">[^<]*${words}`));
      expect(answer.text).not.toMatch(/type="password"[^>]* value=/);
    },
  );

  it('gives the name and the address that the account lacks; an address of another account is refused', async () => {
    const id = await provider.accounts.create({}, 'test');
    const visitor = provider.visitor();
    const page = await visitor.get(await linkOf(id));
    const typed = { name: 'Mo & Co', email: 'jan@example.nl', password: PASSWORD, repeat: PASSWORD };
    const taken = await visitor.submit(page, typed);
    expect(taken.text).toContain('Er is al een account met dit e-mailadres');
    expect(taken.text).toContain('value="Mo &amp; Co"');
    const wrong = await visitor.submit(page, { ...typed, name: '', email: 'geen adres' });
    expect(wrong.text).toMatch(/Vul uw naam in.*Vul uw e-mailadres in/s);
    const set = await visitor.submit(page, { ...typed, email: 'mo@example.nl' });
    expect(heading(set)).toBe('Uw wachtwoord is opgeslagen');
    expect(await provider.accounts.byEmail('mo@example.nl')).toMatchObject({ id, name: 'Mo & Co' });
  });

  it('ends the sessions and the second factor that were there with a link to begin anew', async () => {
    const id = await provider.account('els@example.nl', 'coach', PASSWORD);
    const at = provider.clock.now();
    await provider.store.db
      .insertInto('sign_in_session')
      .values({
        session_hash: 'h',
        account_id: id,
        account_role_id: null,
        issuer: 'i',
        assurance: 'low',
        id_token: null,
        signed_in_at: at,
        seen_at: at,
        ends_at: provider.clock.ahead(HOUR),
      })
      .execute();
    const visitor = provider.visitor();
    const password = 'vier nieuwe rare woorden';
    await visitor.submit(await visitor.get(await linkOf(id)), { password, repeat: password });
    expect(await provider.store.db.selectFrom('sign_in_session').selectAll().execute()).toEqual([]);
  });

  it('does not get into an account that is in use by an invitation that somebody else may have seen', async () => {
    const id = await provider.account('pim@example.nl', 'candidate');
    const visitor = provider.visitor();
    await visitor.submit(await visitor.get(await linkOf(id)), { password: PASSWORD, repeat: PASSWORD });
    const { token } = await provider.links.invite(
      id,
      { role: { role: 'administrator' } },
      provider.clock.ahead(HOUR),
      'test',
    );
    expect((await visitor.get(`/oidc/link/${token}`)).status).toBe(410);
  });
});
