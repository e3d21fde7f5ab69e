import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { errors } from 'oidc-provider';
import { isId } from '../../domain/shared/ids.js';
import { ACR_PASSWORD, ACR_SECOND_FACTOR } from './provider-configuration.js';

/** How far somebody is who signs in: the password was right, and perhaps a second factor too. */
export interface SignInStep {
  readonly accountId: string;
  readonly secondFactor: 'none' | 'code' | 'recovery-code';
}

/** A sign-in that is under way in one browser. */
export interface UnderWay {
  readonly uid: string;
  readonly step: SignInStep | undefined;
  /** True when whoever began it asks for a second factor. */
  readonly asksSecondFactor: boolean;
}

/**
 * The sign-in under way of this browser; undefined when it has none, or another than the address says. It is the browser's
 * by a signed cookie that goes to its own address alone, so that no other page can send its forms.
 */
export async function underWay(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  uid: string,
): Promise<UnderWay | undefined> {
  try {
    const interaction = await provider.interactionDetails(request.raw, reply.raw);
    if (interaction.uid !== uid) return undefined;
    const asked = String(interaction.params.acr_values ?? '').split(' ');
    return {
      uid,
      step: stepIn(interaction.result?.step),
      asksSecondFactor: asked.includes(ACR_SECOND_FACTOR),
    };
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

/** Remembers how far the sign-in is. */
export async function remember(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  step: SignInStep,
): Promise<void> {
  await provider.interactionResult(request.raw, reply.raw, { step: { ...step } }, NO_MERGE);
}

/** Ends the pages of the sign-in: gives where the browser goes on. */
export function finish(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  { accountId, secondFactor }: SignInStep,
): Promise<string> {
  const login =
    secondFactor === 'none'
      ? { acr: ACR_PASSWORD, amr: ['pwd'] }
      : { acr: ACR_SECOND_FACTOR, amr: ['pwd', ...(secondFactor === 'code' ? ['otp'] : []), 'mfa'] };
  return provider.interactionResult(
    request.raw,
    reply.raw,
    { login: { accountId, remember: false, ...login } },
    NO_MERGE,
  );
}

const NO_MERGE = { mergeWithLastSubmission: false };

function stepIn(value: unknown): SignInStep | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { accountId, secondFactor } = value as Partial<SignInStep>;
  if (!isId(accountId) || secondFactor === undefined) return undefined;
  return { accountId, secondFactor };
}
