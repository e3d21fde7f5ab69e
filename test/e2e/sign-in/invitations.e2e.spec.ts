import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FirstAdministrator } from '../../../src/accounts/first-administrator.js';
import { SERVICE_STORE, type ServiceStore } from '../../../src/service-store/service-store.js';
import { newId } from '../../../src/shared/ids.js';
import type { Client } from '../client.js';
import { Browser, type Shown } from './browser.js';
import { SignInWorld } from './world.js';

const DAY = 24 * 3_600;

let world: SignInWorld;
let administrator: Client;
let coordinator: Client;
let caseDirector: Client;
let organisationId: string;
let funderId: string;
let coachId: string;
let candidateId: string;
let employerId: string;
let trajectoryId: string;
let placementId: string;

beforeAll(async () => {
  world = await SignInWorld.start();
  administrator = await world.as({ role: 'administrator' });
  organisationId = await administrator.record('/v1/organisations', { name: 'Sterk Werk' });
  const ruleSet = 'municipal-2y';
  funderId = await administrator.record('/v1/funders', { name: 'Assen', kind: 'municipality', ruleSet });
  employerId = await administrator.record('/v1/employers', { name: 'Bakker' });
  coordinator = await world.as({ role: 'coordinator', organisation: organisationId });
  caseDirector = await world.as({ role: 'case-director', funder: funderId });
  coachId = await coordinator.record('/v1/coaches', { name: 'Anna', organisationId });
  candidateId = await coordinator.record('/v1/candidates', { name: 'Piet', reference: 'K1' });
  const opening = { candidateId, funderId, organisationId, openedOn: '2026-02-02' };
  trajectoryId = await coordinator.record('/v1/trajectories', opening);
  placementId = await coordinator.record(`/v1/trajectories/${trajectoryId}/placements`, {
    employerId,
    kind: 'employment',
    startsOn: '2026-02-02',
    hoursPerWeek: 24,
  });
  // The read models have all of it.
  await coordinator.read(`/v1/trajectories/${trajectoryId}`);
}, 60_000);
afterAll(() => world.remove());

const invitationOf = async (client: Client, body: object) => {
  const { status, body: answered } = await client.post<{ link: string; accountId: string; code: string }>(
    '/v1/invitations',
    { name: 'Iemand', ...body },
  );
  return { status, ...answered };
};

/** Opens a link and signs in at the first provider as this subject. */
async function redeem(link: string, subject: string, browser = new Browser()): Promise<Shown> {
  world.provider.who = { subject, acr: 'two-factors' };
  expect((await browser.open(link)).status).toBe(200);
  return browser.submit(link, { aanmelden: 'eerste' });
}

describe('an invitation', () => {
  it('lets somebody in once, in the role that was offered, however often the link was opened before', async () => {
    const email = 'coach@doorlopend.example';
    const { status, link } = await invitationOf(coordinator, { email, role: 'coach', coachId });
    expect(status).toBe(201);
    expect(link.startsWith(`${world.url}/uitnodiging/`)).toBe(true);
    const page = await new Browser().open(link);
    expect(page.text).toContain('uitgenodigd als jobcoach bij Sterk Werk');
    const browser = new Browser();
    expect((await redeem(link, 'coach', browser)).status).toBe(200);
    const { body } = await world.me(browser);
    expect(body).toMatchObject({ role: 'coach', coachId, name: 'Iemand' });
    const again = await new Browser().open(link);
    expect(again.status).toBe(403);
    expect(again.text).toContain('al gebruikt');
  });

  it('is used by no other site’s form', async () => {
    const { link } = await invitationOf(administrator, {
      email: 'b@doorlopend.example',
      role: 'administrator',
    });
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await new Browser().submit(link, { aanmelden: 'eerste' }, { headers })).status).toBe(403);
  });

  it('of an account in use lets nobody in but who it is already', async () => {
    const email = 'in-gebruik@doorlopend.example';
    const first = await invitationOf(coordinator, { email, role: 'coach', coachId });
    await redeem(first.link, 'owner');
    const second = await invitationOf(administrator, { email, role: 'administrator' });
    expect(second.accountId).toBe(first.accountId);
    const thief = await redeem(second.link, 'thief');
    expect(thief.text).toContain('hoort al een manier van aanmelden');
    const browser = new Browser();
    await redeem(second.link, 'owner', browser);
    expect((await world.me(browser)).body.roles.map(({ role }) => role)).toEqual(['coach', 'administrator']);
  });

  it.each([
    ['a coordinator', () => coordinator, { role: 'administrator' }],
    ['a coordinator', () => coordinator, { role: 'auditor', funderId: () => funderId }],
    ['a case director', () => caseDirector, { role: 'coach', coachId: () => coachId }],
    [
      'an auditor',
      () => world.as({ role: 'auditor', funder: funderId }),
      { role: 'auditor', funderId: () => funderId },
    ],
    ['a coach', () => world.as({ role: 'coach', coach: coachId }), { role: 'coach', coachId: () => coachId }],
    [
      'a coordinator of another organisation',
      () => world.as({ role: 'coordinator', organisation: newId() }),
      { role: 'coach', coachId: () => coachId },
    ],
    [
      'a coordinator who knows no work there',
      () => world.as({ role: 'coordinator', organisation: newId() }),
      { role: 'employer', employerId: () => employerId },
    ],
    [
      'a case director of another funder',
      () => world.as({ role: 'case-director', funder: newId() }),
      { role: 'auditor', funderId: () => funderId },
    ],
  ] as const)('is refused to %s for %j', async (_, who, wanted) => {
    const role = Object.fromEntries(
      Object.entries(wanted).map(([key, value]) => [key, typeof value === 'function' ? value() : value]),
    );
    const refused = await invitationOf(await who(), { email: 'x@doorlopend.example', ...role });
    expect(refused).toMatchObject({ status: 403, code: 'role.may-not' });
  });

  it('is made by a case director for the own funder, and by a coordinator for the own candidates and employers', async () => {
    const made = await Promise.all([
      invitationOf(caseDirector, { email: 'a1@doorlopend.example', role: 'auditor', funderId }),
      invitationOf(caseDirector, { email: 'a2@doorlopend.example', role: 'candidate', candidateId }),
      invitationOf(coordinator, { email: 'a3@doorlopend.example', role: 'candidate', candidateId }),
      invitationOf(coordinator, { email: 'a4@doorlopend.example', role: 'employer', employerId }),
    ]);
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  });

  it.each([
    [{ role: 'coach' }, 400, 'invitation.party-missing'],
    [{ role: 'administrator', funderId: newId() }, 400, 'invitation.party-superfluous'],
    [{ role: 'coach', coachId: newId() }, 404, 'coach.not-found'],
    [{ role: 'candidate', candidateId: newId() }, 404, 'candidate.not-found'],
    [{ role: 'coordinator', organisationId: newId() }, 404, 'organisation.not-found'],
    [{ role: 'auditor', funderId: newId() }, 404, 'funder.not-found'],
    [{ role: 'employer', employerId: newId() }, 404, 'employer.not-found'],
    [{ role: 'baas' }, 400, 'value.unknown'],
  ])('is refused for %j', async (role, status, code) => {
    const refused = await invitationOf(administrator, { email: 'y@doorlopend.example', ...role });
    expect(refused).toMatchObject({ status, code });
  });

  it('is refused for an account that was closed', async () => {
    const email = 'dicht@doorlopend.example';
    const { accountId } = await invitationOf(administrator, { email, role: 'administrator' });
    await world.accounts.disable(accountId, 'test');
    expect(await invitationOf(administrator, { email, role: 'administrator' })).toMatchObject({
      status: 409,
      code: 'invitation.account-closed',
    });
  });
});

describe('coaching and enforcement about one candidate', () => {
  it('are not held by one account: the invitation is refused and written down, and so is acting', async () => {
    const email = 'beide@doorlopend.example';
    const coach = await invitationOf(coordinator, { email, role: 'coach', coachId });
    await redeem(coach.link, 'both');
    // Nobody is coached yet, so nothing is mixed.
    const auditor = await invitationOf(caseDirector, { email, role: 'auditor', funderId });
    expect(auditor.status).toBe(201);
    const browser = new Browser();
    await redeem(auditor.link, 'both', browser);
    const { body } = await world.me(browser);

    await coordinator.record(`/v1/trajectories/${trajectoryId}/coach-assignments`, {
      coachId,
      from: '2026-02-02',
      chosenBy: 'candidate',
    });
    await coordinator.read(`/v1/trajectories/${trajectoryId}`);
    const rol = body.roles.find(({ role }) => role === 'auditor')?.id ?? '';
    const csrf = body.session?.csrfToken ?? '';
    const acting = await browser.submit(`${world.url}/aanmelden/rol`, { csrf, rol });
    expect(acting.status).toBe(403);
    expect(acting.text).toContain('niet over dezelfde kandidaat beslissen');

    const more = await invitationOf(caseDirector, { email, role: 'case-director', funderId });
    expect(more).toMatchObject({ status: 409, code: 'invitation.roles-not-together' });

    const { db } = world.first.app.get<ServiceStore>(SERVICE_STORE, { strict: false });
    const refused = await db
      .selectFrom('account_log')
      .selectAll()
      .where('account_id', '=', coach.accountId)
      .where('kind', '=', 'role-refused')
      .orderBy('account_log_id')
      .execute();
    expect(refused.map(({ details }) => JSON.parse(details) as object)).toMatchObject([
      { role: 'auditor', coachId, funderId, candidateId },
      { role: 'case-director', coachId, funderId, candidateId },
    ]);
  });
});

describe('a link for an employer', () => {
  const path = () => `/v1/trajectories/${trajectoryId}/employer-links`;
  const linkOf = async (client: Client, body: object) => {
    const { status, body: answered } = await client.post<{ link: string; code: string }>(path(), body);
    return { status, ...answered };
  };

  it('lets the employer in, with the name that its issuer gives, until the day is over', async () => {
    const { status, link } = await linkOf(coordinator, { placementId, expiresOn: '2026-03-02' });
    expect(status).toBe(201);
    const browser = new Browser();
    await redeem(link, 'baker', browser);
    expect((await world.me(browser)).body).toMatchObject({ role: 'employer', employerId });
    // Until midnight in Amsterdam, which is 23:00 in UTC; the session is kept awake.
    for (let hour = 10; hour < 23; hour++) {
      for (const _ of [1, 2, 3]) {
        world.clock.pass(20 * 60);
        if (hour < 20) expect((await world.me(browser)).status).toBe(200);
      }
    }
    world.clock.pass(2 * 3_600);
    const shown = await redeemAgain('baker');
    expect(shown.text).toContain('geen rol');
    world.clock.pass(-15 * 3_600);
  });

  const redeemAgain = (subject: string) => world.signIn(new Browser(), subject);

  it.each([
    [{ expiresOn: '2026-03-01' }, 400, 'invitation.expiry-out-of-range'],
    [{ expiresOn: '2027-03-03' }, 400, 'invitation.expiry-out-of-range'],
    [{ expiresOn: '2026-04-01', placementId: newId() }, 404, 'placement.not-found'],
  ])('is refused with %j', async (body, status, code) => {
    expect(await linkOf(coordinator, { placementId, ...body })).toMatchObject({ status, code });
  });

  it('is out of sight for who does not see the trajectory, and not for who only reads it', async () => {
    const body = { placementId, expiresOn: '2026-04-01' };
    const stranger = await world.as({ role: 'coordinator', organisation: newId() });
    expect((await linkOf(stranger, body)).status).toBe(404);
    const coach = await world.as({ role: 'coach', coach: coachId });
    expect((await linkOf(coach, body)).status).toBe(403);
    expect((await linkOf(caseDirector, body)).status).toBe(201);
    expect((await linkOf(administrator, body)).status).toBe(201);
  });
});

describe('a service that nobody can sign in to', () => {
  it('has a link for the first administrator, the newest of which works, for a day, until somebody can', async () => {
    const fresh = await SignInWorld.start();
    const first = fresh.first.app.get(FirstAdministrator, { strict: false });
    const [old, newer] = [await first.link(), await first.link()];
    const at = (token: string | undefined) => `${fresh.url}/uitnodiging/${token}`;
    expect((await new Browser().open(at(old?.token))).status).toBe(403);
    fresh.clock.pass(DAY);
    expect((await new Browser().open(at(newer?.token))).status).toBe(403);
    const last = await first.link();
    fresh.provider.who = { subject: 'first', acr: 'two-factors' };
    const browser = new Browser();
    await browser.submit(at(last?.token), { aanmelden: 'eerste' });
    expect((await fresh.me(browser)).body.role).toBe('administrator');
    expect(await first.link()).toBeUndefined();
    await fresh.remove();
  }, 60_000);
});
