import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AccountRefused } from '../accounts/account-refused.js';
import type { Accounts } from '../accounts/accounts.js';
import type { OneTimeLinks } from '../accounts/one-time-links.js';
import { demandSameOrigin } from '../identity/sessions/forgery.js';
import type { Credentials } from './credentials.js';
import { filledIn } from './form-body.js';
import type { Faults } from './pages/layout.js';
import { type LinkHolder, linkGonePage, newPasswordPage, passwordSetPage } from './pages/link-pages.js';
import { busyPage } from './pages/notice-pages.js';
import { TooManyPasswords } from './password-hash.js';
import { passwordRefusal } from './password-rules.js';
import { MOUNT } from './provider-configuration.js';
import { sendPage } from './sent-page.js';

/** Where somebody who opened a link of an account chooses a password; the token follows. */
export const LINK_PATH = `${MOUNT}/link`;
/** Where signing in begins. */
const SIGN_IN_PATH = '/aanmelden';

/** What the pages of a link need. */
export interface LinkParts {
  readonly accounts: Accounts;
  readonly links: OneTimeLinks;
  readonly credentials: Credentials;
  readonly issuer: () => string;
  readonly address: { readonly origin: string };
}

type Route = FastifyRequest<{ Params: { token: string } }>;

const LONGEST_NAME = 200;
/** What stands around one `@`: whether it can be reached is not for a pattern to say. */
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

/** The page on which a link is used, under `/oidc/link/{token}`. Looking at it uses nothing up: mail programs look too. */
export function linkRoutes(fastify: FastifyInstance, parts: LinkParts): void {
  const { accounts, links, credentials, issuer, address } = parts;
  const config = { public: true };

  const holderOf = async (token: string): Promise<(LinkHolder & { readonly id: string }) | undefined> => {
    const link = await links.look(token);
    return link?.maySetUp === true ? accounts.byId(link.accountId) : undefined;
  };
  const gone = (reply: FastifyReply) => sendPage(reply, linkGonePage(), 410);

  fastify.get<{ Params: { token: string } }>('/link/:token', { config }, async (request, reply) => {
    const { token } = request.params;
    const holder = await holderOf(token);
    return holder === undefined ? gone(reply) : sendPage(reply, newPasswordPage(pathOf(token), holder));
  });

  fastify.post<{ Params: { token: string } }>('/link/:token', { config }, async (request, reply) => {
    demandSameOrigin(request, address.origin);
    const { token } = request.params;
    const holder = await holderOf(token);
    if (holder === undefined) return gone(reply);
    const typed = { name: filledIn(request, 'name').trim(), email: filledIn(request, 'email').trim() };
    const again = (faults: Faults) => sendPage(reply, newPasswordPage(pathOf(token), holder, typed, faults));
    const details = {
      ...(holder.name === null ? { name: typed.name } : {}),
      ...(holder.email === null ? { email: typed.email } : {}),
    };
    const faults = {
      ...detailFaults(details),
      ...(await passwordFaults(request, { ...holder, ...details })),
    };
    if (Object.keys(faults).length > 0) return again(faults);
    try {
      const newPassword = await credentials.newPassword(filledIn(request, 'password'));
      if (Object.keys(details).length > 0) await accounts.describe(holder.id, details, holder.id);
      const identity = { issuer: issuer(), subject: holder.id };
      await links.setUp(token, identity, newPassword);
      return sendPage(reply, passwordSetPage(SIGN_IN_PATH));
    } catch (error) {
      if (error instanceof TooManyPasswords) return sendPage(reply, busyPage(pathOf(token)), 503);
      if (!(error instanceof AccountRefused)) throw error;
      return error.code === 'email.taken' ? again({ email: error.message }) : gone(reply);
    }
  });
}

function detailFaults({ name, email }: { readonly name?: string; readonly email?: string }): Faults {
  return {
    ...(name === '' ? { name: 'Vul uw naam in.' } : {}),
    ...(name !== undefined && name.length > LONGEST_NAME ? { name: 'Uw naam is te lang. Kort hem in.' } : {}),
    ...(email !== undefined && !EMAIL.test(email)
      ? { email: 'Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.' }
      : {}),
  };
}

async function passwordFaults(request: Route, holder: LinkHolder): Promise<Faults> {
  const password = filledIn(request, 'password');
  if (password === '') return { password: 'Vul een wachtwoord in.' };
  const refusal = await passwordRefusal(password, holder);
  if (refusal !== undefined) return { password: refusal };
  if (password === filledIn(request, 'repeat')) return {};
  return { repeat: 'De twee wachtwoorden zijn niet gelijk. Vul ze allebei opnieuw in.' };
}

function pathOf(token: string): string {
  return `${LINK_PATH}/${token}`;
}
