import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { demandDecisions } from '../access/demand-decisions.js';
import type { Config } from '../config/config.js';
import { HttpMetrics } from '../health/http-metrics.js';
import { authenticate } from '../identity/authenticate-hook.js';
import { PublicAddress } from '../identity/public-address.js';
import { publishKeys } from '../identity/publish-keys.js';
import { serveSecurityTxt } from '../identity/security-txt.js';
import { SessionLookup } from '../identity/sessions/session-lookup.js';
import { SigningKeys } from '../identity/signing-keys.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { VERSION } from '../shared/version.js';
import { logRequests } from './hooks/access-log.js';
import { AllowedMethods } from './hooks/allowed-methods.js';
import { readForms } from './hooks/forms.js';
import { sendStandardHeaders, standardHeaders } from './hooks/standard-headers.js';
import { RequestBudget } from './limits/request-budget.js';
import { createLogger, nestLogger } from './logging.js';
import { buildDocument, serveDocument } from './openapi/document.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { POSITION_GATE, type PositionGate, waitForPosition } from './read/position-gate.js';
import { ServiceAdapter } from './service-adapter.js';
import { InputPipe } from './validation/input.pipe.js';

type Module = Parameters<typeof NestFactory.create>[0];

export interface HttpAppOptions {
  /** Where the log goes; default standard error. */
  readonly logDestination?: DestinationStream;
  /** How long a read waits for its `?position=`, in milliseconds; default 5,000. */
  readonly positionDeadlineMs?: number;
}

/**
 * The service over HTTP, initialised and not yet listening. The module must hold `configModule(config)`, `IdentityModule`,
 * `HttpModule`, `HealthModule` and a provider of `POSITION_GATE`. What every request needs runs as hooks of Fastify,
 * not as layers of Nest, because each of those costs a promise or an observable a request.
 */
export async function createHttpApp(
  module: Module,
  config: Config,
  options: HttpAppOptions = {},
): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel, options.logDestination);
  const headers = standardHeaders(VERSION);
  const app = await NestFactory.create<NestFastifyApplication>(
    module,
    new ServiceAdapter(headers, config.trustedProxies),
    {
      logger: nestLogger(logger),
      bodyParser: false,
      abortOnError: false,
    },
  );
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  const allowed = new AllowedMethods().watch(fastify);
  sendStandardHeaders(fastify, headers);
  logRequests(fastify, logger, app.get(HttpMetrics, { strict: false }).observe);
  readForms(fastify);
  const address = app.get(PublicAddress, { strict: false });
  fastify.addHook('onListen', (done) => {
    address.listensAt(fastify.listeningOrigin);
    done();
  });
  demandDecisions(fastify);
  authenticate(fastify, {
    verifier: app.get(TokenVerifier, { strict: false }),
    sessions: app.get(SessionLookup, { strict: false }),
    address,
    budget: app.get(RequestBudget, { strict: false }),
  });
  waitForPosition(
    fastify,
    app.get<PositionGate>(POSITION_GATE, { strict: false }),
    options.positionDeadlineMs,
  );
  serveSecurityTxt(fastify, config.securityContact, () => address.origin, new Date());
  publishKeys(fastify, app.get(SigningKeys, { strict: false }));
  serveDocument(fastify, () => buildDocument(app, VERSION));
  app.useGlobalPipes(new InputPipe(app.get<Clock>(CLOCK, { strict: false })));
  app.useGlobalFilters(new ProblemFilter(logger, allowed));
  await app.init();
  return app;
}
