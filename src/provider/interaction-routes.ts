import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { demandSameOrigin } from '../identity/sessions/forgery.js';
import { browserOf, keepBrowser } from './browser-cookie.js';
import type { Credentials } from './credentials.js';
import { filledIn } from './form-body.js';
import type { Faults } from './pages/layout.js';
import { beginAgainPage, busyPage, waitPage } from './pages/notice-pages.js';
import {
  codePage,
  recoveryCodePage,
  recoveryCodesPage,
  setUpPage,
  signInPage,
} from './pages/sign-in-pages.js';
import { TooManyPasswords } from './password-hash.js';
import { MOUNT } from './provider-configuration.js';
import { sendPage } from './sent-page.js';
import { finish, remember, type SignInStep, type UnderWay, underWay } from './sign-in-step.js';
import type { Outcome, SigningIn } from './signing-in.js';
import { totpAddress } from './totp.js';

/** What the pages of a sign-in need. */
export interface InteractionParts {
  readonly provider: () => Provider;
  readonly signingIn: SigningIn;
  readonly credentials: Credentials;
  readonly address: { readonly origin: string; readonly isSecure: boolean };
}

type Route = FastifyRequest<{ Params: { uid: string } }>;
type Handler = (request: Route, reply: FastifyReply, now: UnderWay) => Promise<FastifyReply>;
type StepHandler = (
  request: Route,
  reply: FastifyReply,
  now: UnderWay & { readonly step: SignInStep },
) => Promise<FastifyReply>;

const WRONG_PASSWORD =
  'Het e-mailadres en het wachtwoord horen niet bij elkaar. Controleer allebei en probeer het opnieuw.';
const WRONG_CODE =
  'Deze code klopt niet, of is al gebruikt. Wacht op een nieuwe code in de app en vul die in.';
const WRONG_RECOVERY_CODE =
  'Deze herstelcode klopt niet, of is al gebruikt. Controleer de code of neem een andere.';
const RETRY_BUSY_SECONDS = 60;

/** The pages by which somebody signs in, under `/oidc/interaction/{uid}`. Each form leads to the next page, or back to itself. */
export function interactionRoutes(fastify: FastifyInstance, parts: InteractionParts): void {
  const { provider, signingIn, credentials, address } = parts;
  const config = { public: true };

  /** Every page is of a sign-in of this very browser that is under way. */
  const during =
    (handle: Handler) =>
    async (request: Route, reply: FastifyReply): Promise<FastifyReply> => {
      if (request.method === 'POST') demandSameOrigin(request, address.origin);
      const now = await underWay(provider(), request, reply, request.params.uid);
      return now === undefined ? sendPage(reply, beginAgainPage(), 410) : handle(request, reply, now);
    };

  /** Pages after the password send whoever has not given it to its page. */
  const afterPassword = (handle: StepHandler) =>
    during(async (request, reply, now) => {
      const { step } = now;
      if (step === undefined) return reply.redirect(pathOf(now), 303);
      return handle(request, reply, { ...now, step });
    });

  const next = async (request: Route, reply: FastifyReply, now: UnderWay, step: SignInStep) => {
    const missing = await signingIn.missing(step, now.asksSecondFactor);
    if (missing !== undefined) {
      await remember(provider(), request, reply, step);
      return reply.redirect(pathOf(now, missing), 303);
    }
    const browser = keepBrowser(request, reply, address.isSecure);
    await signingIn.tries.know(step.accountId, { address: request.ip, browser });
    return reply.redirect(await finish(provider(), request, reply, step), 303);
  };

  const answered = (
    request: Route,
    reply: FastifyReply,
    now: UnderWay,
    outcome: Outcome,
    again: () => FastifyReply,
  ): Promise<FastifyReply> | FastifyReply => {
    switch (outcome.kind) {
      case 'right':
        return next(request, reply, now, outcome.step);
      case 'wrong':
        return again();
      case 'wait':
        reply.header('retry-after', String(outcome.seconds));
        return sendPage(reply, waitPage(outcome.seconds, pathOf(now)), 429);
      default:
        return outcome satisfies never;
    }
  };

  fastify.get<{ Params: { uid: string } }>(
    '/interaction/:uid',
    { config },
    during(async (request, reply, now) => {
      const { step } = now;
      return step === undefined
        ? sendPage(reply, signInPage(pathOf(now), ''))
        : next(request, reply, now, step);
    }),
  );

  fastify.post<{ Params: { uid: string } }>(
    '/interaction/:uid',
    { config },
    during(async (request, reply, now) => {
      const email = filledIn(request, 'email').trim();
      const password = filledIn(request, 'password');
      const again = (faults: Faults) => sendPage(reply, signInPage(pathOf(now), email, faults));
      const empty = {
        ...(email === '' ? { email: 'Vul uw e-mailadres in.' } : {}),
        ...(password === '' ? { password: 'Vul uw wachtwoord in.' } : {}),
      };
      if (Object.keys(empty).length > 0) return again(empty);
      const place = { address: request.ip, browser: browserOf(request) };
      try {
        const outcome = await signingIn.byPassword(email, password, place);
        return await answered(request, reply, now, outcome, () => again({ password: WRONG_PASSWORD }));
      } catch (error) {
        if (!(error instanceof TooManyPasswords)) throw error;
        reply.header('retry-after', String(RETRY_BUSY_SECONDS));
        return sendPage(reply, busyPage(pathOf(now)), 503);
      }
    }),
  );

  const codeForm = (now: UnderWay, faults?: Faults) =>
    codePage(pathOf(now, 'code'), pathOf(now, 'recovery-code'), faults);
  const recoveryForm = (now: UnderWay, faults?: Faults) =>
    recoveryCodePage(pathOf(now, 'recovery-code'), pathOf(now, 'code'), faults);

  fastify.get<{ Params: { uid: string } }>(
    '/interaction/:uid/code',
    { config },
    afterPassword(async (_, reply, now) => sendPage(reply, codeForm(now))),
  );
  fastify.post<{ Params: { uid: string } }>(
    '/interaction/:uid/code',
    { config },
    afterPassword(async (request, reply, now) => {
      const typed = filledIn(request, 'code');
      const again = (code: string) => sendPage(reply, codeForm(now, { code }));
      if (typed.trim() === '') return again('Vul de code van 6 cijfers in.');
      const outcome = await signingIn.bySecondFactor(now.step, 'code', typed);
      return answered(request, reply, now, outcome, () => again(WRONG_CODE));
    }),
  );

  fastify.get<{ Params: { uid: string } }>(
    '/interaction/:uid/recovery-code',
    { config },
    afterPassword(async (_, reply, now) => sendPage(reply, recoveryForm(now))),
  );
  fastify.post<{ Params: { uid: string } }>(
    '/interaction/:uid/recovery-code',
    { config },
    afterPassword(async (request, reply, now) => {
      const typed = filledIn(request, 'recoveryCode');
      const again = (recoveryCode: string) => sendPage(reply, recoveryForm(now, { recoveryCode }));
      if (typed.trim() === '') return again('Vul een herstelcode in.');
      const outcome = await signingIn.bySecondFactor(now.step, 'recovery-code', typed);
      return answered(request, reply, now, outcome, () => again(WRONG_RECOVERY_CODE));
    }),
  );

  const setUpForm = async ({ step, ...now }: UnderWay & { readonly step: SignInStep }, faults?: Faults) => {
    const secret = await credentials.secretToSetUp(step.accountId);
    const { email } = (await signingIn.openAccount(step.accountId)) ?? {};
    return setUpPage(pathOf(now, 'set-up'), { secret, address: totpAddress(secret, email ?? '') }, faults);
  };

  fastify.get<{ Params: { uid: string } }>(
    '/interaction/:uid/set-up',
    { config },
    afterPassword(async (request, reply, now) => {
      const missing = await signingIn.missing(now.step, now.asksSecondFactor);
      return missing === 'set-up'
        ? sendPage(reply, await setUpForm(now))
        : next(request, reply, now, now.step);
    }),
  );
  fastify.post<{ Params: { uid: string } }>(
    '/interaction/:uid/set-up',
    { config },
    afterPassword(async (request, reply, now) => {
      const missing = await signingIn.missing(now.step, now.asksSecondFactor);
      if (missing !== 'set-up') return next(request, reply, now, now.step);
      const typed = filledIn(request, 'code');
      if (typed.trim() === '') {
        return sendPage(reply, await setUpForm(now, { code: 'Vul de code van 6 cijfers in.' }));
      }
      const { recoveryCodes = [], ...outcome } = await signingIn.confirming(now.step, typed);
      if (outcome.kind === 'wrong') return sendPage(reply, await setUpForm(now, { code: WRONG_CODE }));
      if (outcome.kind !== 'right') {
        return answered(request, reply, now, outcome, () => sendPage(reply, signInPage(pathOf(now), '')));
      }
      await remember(provider(), request, reply, outcome.step);
      return sendPage(reply, recoveryCodesPage(pathOf(now, 'continue'), recoveryCodes));
    }),
  );

  fastify.post<{ Params: { uid: string } }>(
    '/interaction/:uid/continue',
    { config },
    afterPassword(async (request, reply, now) => next(request, reply, now, now.step)),
  );
}

type Part = 'code' | 'recovery-code' | 'set-up' | 'continue';

function pathOf({ uid }: Pick<UnderWay, 'uid'>, part?: Part): string {
  const path = `${MOUNT}/interaction/${uid}`;
  return part === undefined ? path : `${path}/${part}`;
}
