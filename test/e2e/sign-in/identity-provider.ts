import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';

/** How somebody is signed in at the provider. */
export interface AtProvider {
  readonly subject: string;
  readonly acr?: string;
}

/** What an attacker makes of the ID token: the claims and the header may be changed, or the whole of it replaced. */
export type Tampering = (token: TamperedToken) => Promise<string>;

export interface TamperedToken {
  readonly claims: JWTPayload;
  /** Signs claims with the provider's own key, under its own kid. */
  sign(claims: JWTPayload): Promise<string>;
  readonly original: string;
}

const CLIENT = 'doorlopend-test';
export const CLIENT_SECRET = 'a-secret-of-the-test-that-is-long-enough';

/** An OpenID provider of its own, by another program than the service: `oidc-provider`, over HTTP on a free port. */
export class IdentityProvider {
  /** Who signs in next. */
  who: AtProvider = { subject: 'nobody' };
  /** What is done to ID tokens on their way. */
  tampering: Tampering | undefined;
  /** Set to stand in for the `iss` of its answers. */
  answersAs: string | undefined;
  readonly clientId = CLIENT;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly key: Awaited<ReturnType<typeof generateKeyPair>>,
  ) {}

  static async start(): Promise<IdentityProvider> {
    const key = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(key.privateKey)), kid: 'k1', use: 'sig', alg: 'RS256' };
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const itself = new IdentityProvider(server, `http://127.0.0.1:${port}`, key);
    itself.serve(jwk);
    return itself;
  }

  private redirectUris: readonly string[] = [];

  /** Lets the service at this origin sign people in. */
  serves(origin: string): void {
    this.redirectUris = [...this.redirectUris, origin];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private serve(jwk: object): void {
    const provider = new Provider(this.issuer, {
      clients: [],
      adapter: this.adapter(),
      jwks: { keys: [jwk] },
      cookies: { keys: ['a key of the test'] },
      acrValues: ['one-factor', 'two-factors'],
      claims: { openid: ['sub', 'name', 'email', 'email_verified'], acr: null },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: async () => ({
          sub,
          name: `Name of ${sub}`,
          email: `${sub}@example.nl`,
          email_verified: true,
        }),
      }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({
          clientId: oidc.client?.clientId ?? '',
          accountId: oidc.session?.accountId ?? '',
        });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    } as ConstructorParameters<typeof Provider>[1]);
    const handle = provider.callback();
    this.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const url = request.url ?? '';
      if (url.startsWith('/interaction/')) {
        const { subject, acr } = this.who;
        const login = { accountId: subject, ...(acr === undefined ? {} : { acr }) };
        provider.interactionFinished(request, response, { login, consent: {} }).catch((error) => {
          response.statusCode = 500;
          response.end(String(error));
        });
        return;
      }
      if (url.startsWith('/token')) this.tamperWith(response);
      if (url.startsWith('/auth')) this.misname(response);
      handle(request, response);
    });
  }

  /** Answers with an ID token that went through `tampering`. */
  private tamperWith(response: ServerResponse): void {
    const end = response.end.bind(response);
    response.end = ((chunk?: unknown) => {
      const { tampering } = this;
      if (tampering === undefined) return end(chunk as string);
      const body = JSON.parse(String(chunk)) as { id_token?: string };
      if (body.id_token === undefined) return end(chunk as string);
      const original = body.id_token;
      const claims = JSON.parse(Buffer.from(original.split('.')[1] ?? '', 'base64url').toString());
      tampering({ claims, original, sign: (changed) => this.sign(changed) }).then((id_token) =>
        end(JSON.stringify({ ...body, id_token })),
      );
      return response;
    }) as typeof response.end;
    const writeHead = response.writeHead.bind(response);
    response.setHeader = (
      (setHeader) => (name: string, value: never) =>
        name.toLowerCase() === 'content-length' ? response : setHeader(name, value)
    )(response.setHeader.bind(response)) as typeof response.setHeader;
    response.writeHead = writeHead;
  }

  /** Answers under another name than its own, as a provider does that wants to pass for another. */
  private misname(response: ServerResponse): void {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = ((name: string, value: string) => {
      if (name.toLowerCase() !== 'location' || this.answersAs === undefined) return setHeader(name, value);
      const url = new URL(value, this.issuer);
      if (url.searchParams.has('iss')) url.searchParams.set('iss', this.answersAs);
      return setHeader(name, url.href);
    }) as typeof response.setHeader;
  }

  private sign(claims: JWTPayload): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(this.key.privateKey);
  }

  /** Where the provider keeps what it must: in memory, with the one client, whatever it may redirect to by now. */
  private adapter() {
    const stored = new Map<string, Record<string, unknown>>();
    const client = () => ({
      client_id: CLIENT,
      client_secret: CLIENT_SECRET,
      redirect_uris: this.redirectUris.map((origin) => `${origin}/aanmelden/terug`),
      post_logout_redirect_uris: this.redirectUris.map((origin) => `${origin}/aanmelden`),
      grant_types: ['authorization_code'],
      response_types: ['code'],
      application_type: 'native',
    });
    return class {
      constructor(private readonly model: string) {}
      async upsert(id: string, payload: Record<string, unknown>) {
        stored.set(`${this.model}:${id}`, payload);
      }
      async find(id: string) {
        return this.model === 'Client'
          ? id === CLIENT
            ? client()
            : undefined
          : stored.get(`${this.model}:${id}`);
      }
      async findByUid(uid: string) {
        return [...stored].find(([key, value]) => key.startsWith(`${this.model}:`) && value.uid === uid)?.[1];
      }
      async findByUserCode() {
        return undefined;
      }
      async consume(id: string) {
        const found = stored.get(`${this.model}:${id}`);
        if (found !== undefined) found.consumed = Math.floor(Date.now() / 1000);
      }
      async destroy(id: string) {
        stored.delete(`${this.model}:${id}`);
      }
      async revokeByGrantId() {}
    };
  }
}
