import type { FastifyInstance, FastifyReply } from 'fastify';
import { JWKS_PATH } from '../identity/publish-keys.js';
import { SCOPES, SCOPES_OF_ROLE, type TokenScope } from '../identity/scopes.js';
import type { SigningKeys } from '../identity/signing-keys.js';
import { issueToken, type TokenClaims } from '../identity/token.js';
import { programOf } from './client-assertion.js';
import type { Program } from './program.js';
import { ASSERTION_ALGORITHMS } from './program-keys.js';
import type { ProgramRegister } from './program-register.js';

export const TOKEN_PATH = '/oauth/token';
const METADATA_PATH = '/.well-known/oauth-authorization-server';
/** The life of a program's token, in seconds. */
const TOKEN_SECONDS = 600;
const FORM = 'application/x-www-form-urlencoded';
const BODY_LIMIT = 16 * 1024;
const GRANT = 'client_credentials';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What the endpoint needs of the service. */
export interface TokenEndpointParts {
  readonly register: ProgramRegister;
  readonly keys: SigningKeys;
  /** The address under which programs know the service, without a slash at its end. */
  readonly publicUrl: () => string;
}

/** A refusal as OAuth has it (RFC 6749, section 5.2), with a Dutch sentence. */
interface Refusal {
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';
  readonly error_description: string;
}

/**
 * Gives programs tokens for their signed statement: client credentials (RFC 6749, 4.4) with `private_key_jwt` (RFC 7523),
 * and its metadata (RFC 8414). Outside `/v1`, because OAuth fixes its own form of answers.
 */
export function serveTokens(fastify: FastifyInstance, parts: TokenEndpointParts): void {
  fastify.get(METADATA_PATH, { config: { public: true } }, (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(metadata(parts.publicUrl()))),
  );
  // In a scope of its own: nowhere else in the API is a form taken for a body, and pages take each field once.
  fastify.register(async (scope) => {
    scope.removeContentTypeParser(FORM);
    scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    scope.post(TOKEN_PATH, { config: { public: true } }, async (request, reply) => {
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      return answer(reply, await tokenFor(form, parts));
    });
  });
}

function metadata(publicUrl: string): object {
  return {
    issuer: publicUrl,
    token_endpoint: `${publicUrl}${TOKEN_PATH}`,
    jwks_uri: `${publicUrl}${JWKS_PATH}`,
    grant_types_supported: [GRANT],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
    scopes_supported: SCOPES,
  };
}

type Answered = Refusal | { readonly access_token: string; readonly scope: string };

async function tokenFor(form: URLSearchParams, parts: TokenEndpointParts): Promise<Answered> {
  const repeated = [...form.keys()].length !== new Set(form.keys()).size;
  if (repeated) return refused('invalid_request', 'Een veld staat er tweemaal. Stuur elk veld eenmaal.');
  if (form.get('grant_type') !== GRANT) {
    return refused('unsupported_grant_type', `Gebruik grant_type=${GRANT}.`);
  }
  const assertion = form.get('client_assertion');
  if (form.get('client_assertion_type') !== ASSERTION_TYPE || assertion === null) {
    return refused(
      'invalid_request',
      `Stuur client_assertion en client_assertion_type=${ASSERTION_TYPE} mee (private_key_jwt).`,
    );
  }
  const url = parts.publicUrl();
  const program = await programOf(assertion, [`${url}${TOKEN_PATH}`, url], parts.register, Date.now());
  const claimedId = form.get('client_id');
  if (program === undefined || (claimedId !== null && claimedId !== program.id)) {
    return refused(
      'invalid_client',
      'De verklaring is niet goed. Onderteken haar met een aangemelde sleutel, voor dit adres, met een nieuwe jti en ten hoogste vijf minuten geldig.',
    );
  }
  const scopes = scopesFor(program, form.get('scope'));
  if (scopes === undefined) {
    return refused('invalid_scope', `Dit programma kan krijgen: ${program.scopes.join(' ')}.`);
  }
  const access_token = await issueToken(parts.keys, { ...claimsOf(program), scopes }, TOKEN_SECONDS);
  return { access_token, scope: scopes.join(' ') };
}

/** What was asked for, or all that the program has; undefined when it asks for more. */
function scopesFor(program: Program, asked: string | null): readonly TokenScope[] | undefined {
  const granted = program.scopes.filter((scope) => SCOPES_OF_ROLE[program.role].includes(scope));
  if (asked === null || asked.trim() === '') return granted;
  const wanted = asked.trim().split(/ +/);
  const known = granted.filter((scope) => wanted.includes(scope));
  return known.length === new Set(wanted).size ? known : undefined;
}

function claimsOf({ id, role, organisationId, funderId }: Program): TokenClaims {
  return {
    ...{ subject: id, role },
    ...(organisationId && { organisation: organisationId }),
    ...(funderId && { funder: funderId }),
  };
}

function answer(reply: FastifyReply, answered: Answered): FastifyReply {
  reply.type('application/json').header('pragma', 'no-cache');
  if ('error' in answered) {
    return reply.code(answered.error === 'invalid_client' ? 401 : 400).send(JSON.stringify(answered));
  }
  const { access_token, scope } = answered;
  return reply.send(JSON.stringify({ access_token, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope }));
}

function refused(error: Refusal['error'], error_description: string): Refusal {
  return { error, error_description };
}
