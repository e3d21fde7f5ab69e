import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { Credentials } from '../../src/provider/credentials.js';
import { ProviderRecords } from '../../src/provider/provider-records.js';
import { ProviderSecrets } from '../../src/provider/provider-secrets.js';
import { SignInTries, type SignInTry } from '../../src/provider/sign-in-tries.js';
import { takesChore } from '../../src/service-store/chore.js';
import type { ServiceStore } from '../../src/service-store/service-store.js';
import { newId } from '../../src/shared/ids.js';
import { type SealerUnderTest, sealerUnderTest } from '../spec/sealer-under-test.js';
import { SetClock } from '../spec/set-clock.js';
import type { ServiceStoreUnderTest } from './service-store.contract.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const PASSWORD = 'paard batterij nietje juist';

/** What the embedded provider keeps, whichever database it lies in and whichever instance asks. */
export function embeddedProviderContract(name: string, begin: () => Promise<ServiceStoreUnderTest>): void {
  describe(`the embedded provider in ${name}`, () => {
    let under: ServiceStoreUnderTest;
    let store: ServiceStore;
    let other: ServiceStore;
    let sealing: SealerUnderTest;
    let clock: SetClock;

    beforeEach(async () => {
      under = await begin();
      store = await under.open();
      other = await under.open();
      sealing = sealerUnderTest();
      clock = new SetClock();
    });
    afterEach(async () => {
      await store.close();
      await other.close();
      await under.remove();
      await sealing.remove();
    });

    describe('its records', () => {
      const secrets = new ProviderSecrets(randomBytes(32));
      const records = ({ db }: ServiceStore, keys = secrets) => new ProviderRecords(db, keys, clock);

      it('are found by every instance until they expire, and hold neither id nor payload readably', async () => {
        await records(store).of('Session').upsert('id-1', { accountId: 'anna', uid: 'uid-1' }, 60);
        const there = records(other).of('Session');
        expect(await there.find('id-1')).toEqual({ accountId: 'anna', uid: 'uid-1' });
        expect(await there.findByUid('uid-1')).toEqual({ accountId: 'anna', uid: 'uid-1' });
        expect(await records(other).of('AccessToken').find('id-1')).toBeUndefined();
        const rows = await store.db.selectFrom('provider_record').selectAll().execute();
        expect(JSON.stringify(rows)).not.toMatch(/id-1|anna/);
        clock.pass(60);
        expect(await there.find('id-1')).toBeUndefined();
        await records(store).removeExpired();
        expect(await store.db.selectFrom('provider_record').selectAll().execute()).toEqual([]);
      });

      it('are written over by their id, and are gone when they are destroyed', async () => {
        const sessions = records(store).of('Session');
        await sessions.upsert('id-1', { accountId: 'anna' }, 60);
        await sessions.upsert('id-1', { accountId: 'bert' }, 60);
        expect(await sessions.find('id-1')).toEqual({ accountId: 'bert' });
        await records(other).of('Session').destroy('id-1');
        expect(await sessions.find('id-1')).toBeUndefined();
      });

      it('are used up once, by whichever instance comes first', async () => {
        await records(store).of('AuthorizationCode').upsert('code', { accountId: 'anna' }, 60);
        const both = await Promise.allSettled(
          [store, other].map((each) => records(each).of('AuthorizationCode').consume('code')),
        );
        expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(await records(store).of('AuthorizationCode').find('code')).toMatchObject({
          accountId: 'anna',
          consumed: Date.parse(clock.now()) / 1000,
        });
      });

      it('go with the grant that they came from', async () => {
        await records(store).of('AuthorizationCode').upsert('code', { grantId: 'grant' }, 60);
        await records(store).of('AccessToken').upsert('token', { grantId: 'another' }, 60);
        await records(other).of('AuthorizationCode').revokeByGrantId('grant');
        expect(await records(store).of('AuthorizationCode').find('code')).toBeUndefined();
        expect(await records(store).of('AccessToken').find('token')).toBeDefined();
      });

      it('are as good as gone when they were moved, or sealed with another secret', async () => {
        await records(store).of('Session').upsert('id-1', { accountId: 'anna' }, 60);
        const stranger = records(store, new ProviderSecrets(randomBytes(32)));
        expect(await stranger.of('Session').find('id-1')).toBeUndefined();
        await store.db.updateTable('provider_record').set({ model: 'Interaction' }).execute();
        expect(await records(store).of('Interaction').find('id-1')).toBeUndefined();
      });
    });

    describe('its credentials', () => {
      const account = newId();
      let here: Credentials;
      let there: Credentials;
      beforeEach(async () => {
        here = new Credentials(store, sealing.sealer, clock);
        there = new Credentials(other, sealing.reopened(), clock);
        const write = await here.newPassword(PASSWORD);
        await store.db.transaction().execute((db) => write(db, account));
      });
      const codeOf = (secret: string) =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(clock.now()) });

      it('know a password on every instance, and nobody else’s', async () => {
        expect(await there.isPasswordOf(account, PASSWORD)).toBe(true);
        expect(await there.isPasswordOf(account, `${PASSWORD} `)).toBe(false);
        expect(await there.isPasswordOf(newId(), PASSWORD)).toBe(false);
        expect(await there.isPasswordOf(undefined, PASSWORD)).toBe(false);
        const rows = JSON.stringify(await store.db.selectFrom('credential').selectAll().execute());
        expect(rows).toContain('$argon2id$v=19$m=65536,t=3,p=1$');
        expect(rows).not.toContain('batterij');
      });

      it('hash a password anew when it was hashed with other parameters', async () => {
        // The hash of the password with 8 MiB in one pass.
        await store.db
          .updateTable('credential')
          .set({ password_hash: await weakHash(PASSWORD) })
          .execute();
        expect(await here.isPasswordOf(account, PASSWORD)).toBe(true);
        const { password_hash } = await store.db
          .selectFrom('credential')
          .select('password_hash')
          .executeTakeFirstOrThrow();
        expect(password_hash).toContain('$m=65536,t=3,p=1$');
        expect(await there.isPasswordOf(account, PASSWORD)).toBe(true);
      });

      it('take a code of the second factor once, whichever instance is asked', async () => {
        const secret = await here.secretToSetUp(account);
        expect(await there.secretToSetUp(account)).toBe(secret);
        expect(await there.hasSecondFactor(account)).toBe(false);
        expect(await there.confirmSecondFactor(account, '000000')).toBeUndefined();
        expect(await there.confirmSecondFactor(account, codeOf(secret))).toHaveLength(8);
        expect(await here.hasSecondFactor(account)).toBe(true);
        expect(await here.useCode(account, codeOf(secret))).toBe(false);
        clock.pass(30);
        const uses = await Promise.all([here, there].map((each) => each.useCode(account, codeOf(secret))));
        expect(uses.sort()).toEqual([false, true]);
        const rows = await store.db.selectFrom('credential').selectAll().execute();
        expect(JSON.stringify(rows)).not.toContain(secret);
      });

      it('take each recovery code once, however it is typed', async () => {
        const codes = await here.confirmSecondFactor(account, codeOf(await here.secretToSetUp(account)));
        const [code = ''] = codes ?? [];
        expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
        expect(await there.useRecoveryCode(newId(), code)).toBe(false);
        const typed = [code, code.toUpperCase().replaceAll('-', ' ')];
        const uses = await Promise.all(typed.map((each) => there.useRecoveryCode(account, each)));
        expect(uses.sort()).toEqual([false, true]);
      });

      it('begin anew with a new password: the second factor and its recovery codes are gone', async () => {
        const codes = await here.confirmSecondFactor(account, codeOf(await here.secretToSetUp(account)));
        const write = await here.newPassword('een ander lang wachtwoord');
        await store.db.transaction().execute((db) => write(db, account));
        expect(await here.hasSecondFactor(account)).toBe(false);
        expect(await here.useRecoveryCode(account, codes?.[0] ?? '')).toBe(false);
        expect(await here.isPasswordOf(account, PASSWORD)).toBe(false);
      });
    });

    describe('slowing down', () => {
      const account = newId();
      const key = new ProviderSecrets(randomBytes(32)).placeKey();
      const tries = ({ db }: ServiceStore) => new SignInTries(db, key, clock);
      const from = (address: string, browser?: string, of: string = account): SignInTry => ({
        account: of,
        address,
        browser,
      });
      const fail = async (signInTry: SignInTry, times: number) => {
        for (let time = 0; time < times; time += 1) await tries(store).begin(signInTry);
      };
      const waits = async (signInTry: SignInTry) => (await tries(other).begin(signInTry)).waitMs;

      it('lets five tries fail for nothing, then waits ever longer, and forgets after an hour', async () => {
        await fail(from('192.0.2.1'), 5);
        expect(await waits(from('192.0.2.1'))).toBe(30_000);
        clock.pass(30);
        expect(await waits(from('192.0.2.1'))).toBe(0);
        expect(await waits(from('192.0.2.1'))).toBe(60_000);
        clock.pass(HOUR);
        expect(await waits(from('192.0.2.1'))).toBe(0);
        expect(await waits(from('192.0.2.1'))).toBe(0);
      });

      it('counts tries that come at the same moment', async () => {
        const begun = await Promise.all(
          Array.from({ length: 12 }, (_, place) => tries(place % 2 ? store : other).begin(from('192.0.2.1'))),
        );
        expect(begun.filter(({ waitMs }) => waitMs === 0)).toHaveLength(5);
      });

      it('begins anew after a success', async () => {
        await fail(from('192.0.2.1'), 4);
        await tries(store).succeeded(await tries(store).begin(from('192.0.2.1')));
        await fail(from('192.0.2.1'), 4);
        expect(await waits(from('192.0.2.1'))).toBe(0);
      });

      it('leaves other accounts and other addresses alone', async () => {
        await fail(from('192.0.2.1'), 5);
        expect(await waits(from('192.0.2.2'))).toBe(0);
        expect(await waits(from('192.0.2.1', undefined, newId()))).toBe(0);
      });

      it('takes a whole /64 of IPv6 for one address', async () => {
        await fail(from('2001:db8:1:2::1'), 5);
        expect(await waits(from('2001:db8:1:2:ffff::9'))).toBeGreaterThan(0);
        expect(await waits(from('2001:db8:1:3::1'))).toBe(0);
      });

      it('slows strangers together down, and not who is at a known address', async () => {
        await tries(store).know(account, { address: '198.51.100.7', browser: undefined });
        for (let host = 1; host <= 50; host += 1) await fail(from(`192.0.2.${host}`), 1);
        expect(await waits(from('203.0.113.9'))).toBeGreaterThan(0);
        expect(await waits(from('198.51.100.7'))).toBe(0);
      });

      it('slows a strange address down that tries many accounts, and not who is known there', async () => {
        await tries(store).know(account, { address: '192.0.2.1', browser: undefined });
        for (let each = 0; each < 50; each += 1) await fail(from('192.0.2.1', undefined, newId()), 1);
        expect(await waits(from('192.0.2.1', undefined, newId()))).toBeGreaterThan(0);
        expect(await waits(from('192.0.2.1'))).toBe(0);
      });

      it('does not let somebody at the same address lock a known browser out', async () => {
        await tries(store).know(account, { address: '192.0.2.1', browser: 'anna’s' });
        await fail(from('192.0.2.1'), 5);
        expect(await waits(from('192.0.2.1'))).toBeGreaterThan(0);
        expect(await waits(from('192.0.2.1', 'anna’s'))).toBe(0);
        await fail(from('192.0.2.1', 'anna’s'), 4);
        expect(await waits(from('203.0.113.9', 'anna’s'))).toBeGreaterThan(0);
      });

      it('counts the second factor of an account wherever the tries come from', async () => {
        for (let time = 0; time < 5; time += 1) await tries(store).beginSecondFactor(account);
        expect((await tries(other).beginSecondFactor(account)).waitMs).toBe(30_000);
        expect((await tries(other).beginSecondFactor(newId())).waitMs).toBe(0);
      });

      it('stores no address readably, and removes what counts no longer', async () => {
        await tries(store).know(account, { address: '192.0.2.1', browser: 'anna’s' });
        await fail(from('192.0.2.9'), 1);
        const rows = async () => [
          ...(await store.db.selectFrom('sign_in_failure').selectAll().execute()),
          ...(await store.db.selectFrom('known_place').selectAll().execute()),
        ];
        expect(JSON.stringify(await rows())).not.toMatch(/192\.0|anna’s/);
        await tries(store).removeForgotten();
        expect(await rows()).toHaveLength(5);
        clock.pass(181 * DAY);
        await tries(store).removeForgotten();
        expect(await rows()).toEqual([]);
      });
    });

    it('has a chore done by one instance, and by one again when it is due', async () => {
      const turns = async () => {
        const now = Date.parse(clock.now());
        const took = await Promise.all(
          [store, other, store, other].map(({ db }) => takesChore(db, 'sweep', { now, everyMs: 60_000 })),
        );
        return took.filter(Boolean).length;
      };
      expect(await turns()).toBe(1);
      clock.pass(59);
      expect(await turns()).toBe(0);
      clock.pass(1);
      expect(await turns()).toBe(1);
    });
  });
}

/** The password as an earlier version might have hashed it: 8 MiB, one pass. */
async function weakHash(password: string): Promise<string> {
  const { argon2Sync } = await import('node:crypto');
  const nonce = randomBytes(16);
  const tag = argon2Sync('argon2id', {
    message: password,
    nonce,
    parallelism: 1,
    tagLength: 32,
    memory: 8_192,
    passes: 1,
  });
  const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=8192,t=1,p=1$${base64(nonce)}$${base64(tag)}`;
}
