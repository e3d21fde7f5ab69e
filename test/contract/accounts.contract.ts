import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AccountRefused } from '../../src/accounts/account-refused.js';
import { Accounts } from '../../src/accounts/accounts.js';
import { forgetAccounts } from '../../src/accounts/forget-accounts.js';
import { OneTimeLinks } from '../../src/accounts/one-time-links.js';
import { hashOf } from '../../src/accounts/secret.js';
import { newId } from '../../src/shared/ids.js';
import { type SealerUnderTest, sealerUnderTest } from '../spec/sealer-under-test.js';
import { SetClock } from '../spec/set-clock.js';
import type { ServiceStoreUnderTest } from './service-store.contract.js';

const HOUR = 3_600;
const OUTSIDE = { issuer: 'https://issuer.example', subject: 'sub-1' };
const OTHER = { issuer: 'https://issuer.example', subject: 'sub-2' };
const by = 'someone';

/** The codes with which `action` is refused; `undefined` when it is not. */
async function refusalOf(action: Promise<unknown>): Promise<string | undefined> {
  try {
    await action;
    return undefined;
  } catch (error) {
    if (error instanceof AccountRefused) return error.code;
    throw error;
  }
}

/** What accounts and their links keep to, whichever database they lie in. */
export function accountsContract(name: string, begin: () => Promise<ServiceStoreUnderTest>): void {
  describe(`accounts in ${name}`, () => {
    let under: ServiceStoreUnderTest;
    let sealing: SealerUnderTest;
    let clock: SetClock;
    let accounts: Accounts;
    let links: OneTimeLinks;
    let store: Awaited<ReturnType<ServiceStoreUnderTest['open']>>;

    beforeEach(async () => {
      under = await begin();
      store = await under.open();
      sealing = sealerUnderTest();
      clock = new SetClock();
      accounts = new Accounts(store, sealing.sealer, clock);
      links = new OneTimeLinks(store, clock);
    });
    afterEach(async () => {
      await store.close();
      await under.remove();
      await sealing.remove();
    });

    const rows = async () =>
      JSON.stringify([
        await store.db.selectFrom('account').selectAll().execute(),
        await store.db.selectFrom('account_log').selectAll().execute(),
        await store.db.selectFrom('one_time_link').selectAll().execute(),
      ]);

    it('find somebody by an address in whatever capitals, and store neither name nor address readably', async () => {
      const id = await accounts.create({ name: 'Anna de Wit', email: 'Anna@Example.nl' }, by);
      expect(await accounts.byEmail(' anna@example.NL')).toEqual({
        id,
        name: 'Anna de Wit',
        email: 'Anna@Example.nl',
        createdAt: clock.now(),
        disabledAt: null,
      });
      expect(await rows()).not.toMatch(/de wit|example/i);
    });

    it('forget a name and an address with the key of the account', async () => {
      const id = await accounts.create({ name: 'Anna de Wit', email: 'anna@example.nl' }, by);
      sealing.destroy(`account/${id}/identity/1`);
      accounts = new Accounts(store, sealing.reopened(), clock);
      expect(await accounts.byId(id)).toMatchObject({ name: null, email: null });
    });

    it('refuse an address that another account has, also when both come at once', async () => {
      const made = await Promise.allSettled(
        ['a@example.nl', 'A@example.nl'].map((email) => accounts.create({ email }, by)),
      );
      expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const ids = await Promise.all(
        ['b@example.nl', 'b@example.nl'].map((email) => accounts.ofEmail({ name: 'B', email }, by)),
      );
      expect(new Set(ids).size).toBe(1);
      const other = await accounts.create({ name: 'C' }, by);
      expect(await refusalOf(accounts.describe(other, { email: 'B@example.nl' }, by))).toBe('email.taken');
      await accounts.describe(other, { email: 'c@example.nl' }, by);
      expect((await accounts.byEmail('c@example.nl'))?.id).toBe(other);
    });

    it('hold a role from its grant until its end', async () => {
      const id = await accounts.create({}, by);
      const organisationId = newId();
      const roleId = await accounts.grant(id, { role: 'coordinator', organisationId }, by);
      expect(await accounts.roles(id)).toEqual([
        { id: roleId, role: 'coordinator', organisationId, endsAt: null },
      ]);
      await accounts.endRole(roleId, by);
      expect(await accounts.roles(id)).toEqual([]);
    });

    it('of a candidate who is forgotten are gone, and what another role needs stays', async () => {
      const [candidateId, organisationId] = [newId(), newId()];
      const alone = await accounts.create({ name: 'Anna de Wit', email: 'anna@example.nl' }, by);
      await accounts.grant(alone, { role: 'candidate', candidateId }, by);
      const { token } = await links.issueSetUp(alone, clock.ahead(HOUR), by);
      await links.setUp(token, OUTSIDE);
      const both = await accounts.create({ name: 'Bert', email: 'bert@example.nl' }, by);
      await accounts.grant(both, { role: 'candidate', candidateId }, by);
      await accounts.grant(both, { role: 'coordinator', organisationId }, by);
      const later = await accounts.create({ name: 'Carla', email: 'carla@example.nl' }, by);
      await accounts.grant(later, { role: 'candidate', candidateId }, by);
      const destroy = sealing.keys.destroy.bind(sealing.keys);
      // Cut off at the last of them: whatever was done before, the next run finds what is left.
      const cutOff = jest
        .spyOn(sealing.keys, 'destroy')
        .mockImplementation((person, protections) =>
          person === `account/${later}` ? Promise.reject(new Error('cut off')) : destroy(person, protections),
        );
      await expect(forgetAccounts(store, sealing.keys, [candidateId])).rejects.toThrow('cut off');
      cutOff.mockRestore();
      for (const _ of [1, 2]) await forgetAccounts(store, sealing.keys, [candidateId]);
      expect(await accounts.byId(later)).toBeUndefined();
      expect(await accounts.byId(alone)).toBeUndefined();
      expect(await accounts.byEmail('anna@example.nl')).toBeUndefined();
      expect(await accounts.byIdentity(OUTSIDE)).toBeUndefined();
      expect(await sealing.keys.fingerprints(`account/${alone}`, ['identity'])).toEqual([]);
      expect(await accounts.byId(both)).toMatchObject({ name: 'Bert' });
      expect(await accounts.roles(both)).toMatchObject([{ role: 'coordinator', organisationId }]);
    });

    describe('a link', () => {
      it('is usable once, whoever tries it at the same time, and only its hash is stored', async () => {
        const id = await accounts.create({}, by);
        const { token } = await links.issueSetUp(id, clock.ahead(HOUR), by);
        expect(await rows()).not.toContain(token);
        expect(await rows()).toContain(hashOf(token));
        const tries = await Promise.all([
          refusalOf(links.setUp(token, OUTSIDE)),
          refusalOf(links.setUp(token, OTHER)),
        ]);
        expect(tries.filter((code) => code === undefined)).toHaveLength(1);
        expect(tries).toContain('link.invalid');
        expect(await accounts.identities(id)).toHaveLength(1);
      });

      it('is there when it is looked at, as often as one likes', async () => {
        const id = await accounts.create({}, by);
        const { token, expiresAt } = await links.issueSetUp(id, clock.ahead(HOUR), by);
        for (const _ of [1, 2]) {
          expect(await links.look(token)).toEqual({
            kind: 'set-up',
            accountId: id,
            role: undefined,
            expiresAt,
            maySetUp: true,
          });
        }
      });

      it('is nothing any more after its end, after a newer one, or when it was never made', async () => {
        const id = await accounts.create({}, by);
        const first = await links.issueSetUp(id, clock.ahead(HOUR), by);
        const second = await links.issueSetUp(id, clock.ahead(HOUR), by);
        expect(await refusalOf(links.setUp(first.token, OUTSIDE))).toBe('link.invalid');
        clock.pass(HOUR);
        expect(await links.look(second.token)).toBeUndefined();
        expect(await refusalOf(links.setUp(second.token, OUTSIDE))).toBe('link.invalid');
        expect(await refusalOf(links.setUp('x', OUTSIDE))).toBe('link.invalid');
      });

      it('offers a role that counts once it is used', async () => {
        const id = await accounts.create({}, by);
        const coachId = newId();
        const { token } = await links.invite(id, { role: { role: 'coach', coachId } }, clock.ahead(HOUR), by);
        expect(await accounts.roles(id)).toEqual([]);
        expect((await links.look(token))?.role).toEqual({ role: 'coach', coachId });
        await links.setUp(token, OUTSIDE);
        expect(await accounts.roles(id)).toMatchObject([{ role: 'coach', coachId }]);
        expect((await accounts.byIdentity(OUTSIDE))?.id).toBe(id);
      });

      it('of an invitation never lets anybody into an account that is in use', async () => {
        const id = await accounts.create({}, by);
        const first = await links.invite(
          id,
          { role: { role: 'coach', coachId: newId() } },
          clock.ahead(HOUR),
          by,
        );
        const second = await links.invite(id, { role: { role: 'administrator' } }, clock.ahead(HOUR), by);
        await links.setUp(first.token, OUTSIDE);
        expect((await links.look(second.token))?.maySetUp).toBe(false);
        expect(await refusalOf(links.setUp(second.token, OTHER))).toBe('account.in-use');
        expect(await refusalOf(links.acceptByHash(hashOf(second.token), await accounts.create({}, by)))).toBe(
          'account.in-use',
        );
        await links.acceptByHash(hashOf(second.token), id);
        expect((await accounts.roles(id)).map(({ role }) => role)).toEqual(['coach', 'administrator']);
      });

      it('lets one in, when two of one account are used at once', async () => {
        const id = await accounts.create({}, by);
        const [one, two] = await Promise.all(
          [1, 2].map(() =>
            links.invite(id, { role: { role: 'coach', coachId: newId() } }, clock.ahead(HOUR), by),
          ),
        );
        const tries = await Promise.all([
          refusalOf(links.setUp(one?.token ?? '', OUTSIDE)),
          refusalOf(links.setUp(two?.token ?? '', OTHER)),
        ]);
        expect(tries.filter((code) => code === undefined)).toHaveLength(1);
        expect(tries).toContain('account.in-use');
      });

      it('can still be used when what is written with it fails, or the identity is of another account', async () => {
        const id = await accounts.create({}, by);
        const other = await accounts.create({}, by);
        await links.setUp((await links.issueSetUp(other, clock.ahead(HOUR), by)).token, OTHER);
        const { token } = await links.issueSetUp(id, clock.ahead(HOUR), by);
        const failing = links.setUp(token, OUTSIDE, () => Promise.reject(new Error('disk full')));
        await expect(failing).rejects.toThrow('disk full');
        expect(await accounts.identities(id)).toEqual([]);
        expect(await refusalOf(links.setUp(token, OTHER))).toBe('identity.taken');
        await links.setUp(token, OUTSIDE);
        expect(await accounts.identities(id)).toEqual([OUTSIDE]);
      });

      it('of a closed account is no use, until the account is opened again', async () => {
        const id = await accounts.create({}, by);
        const { token } = await links.issueSetUp(id, clock.ahead(HOUR), by);
        await accounts.disable(id, by);
        expect(await links.look(token)).toBeUndefined();
        expect(await refusalOf(links.setUp(token, OUTSIDE))).toBe('account.disabled');
        await accounts.enable(id, by);
        await links.setUp(token, OUTSIDE);
      });

      it('adds no second equal role', async () => {
        const id = await accounts.create({}, by);
        await links.setUp((await links.issueSetUp(id, clock.ahead(HOUR), by)).token, OUTSIDE);
        await accounts.grant(id, { role: 'administrator' }, by);
        const { token } = await links.invite(id, { role: { role: 'administrator' } }, clock.ahead(HOUR), by);
        await links.acceptByHash(hashOf(token), id);
        expect(await accounts.roles(id)).toHaveLength(1);
      });
    });
  });
}
