import { RouteConfig } from '@nestjs/platform-fastify';

/** The route answers without a token. Only health and the OpenAPI document do. */
export const Public = () => RouteConfig({ public: true });
