import { RouteConfig } from '@nestjs/platform-fastify';

/** The route answers without a token. Only health, the OpenAPI document and the pages for signing in do. */
export const Public = () => RouteConfig({ public: true });

/** A page that answers without a session. */
export const PublicPage = () => RouteConfig({ public: true, page: true });

/**
 * A page for who is signed in, also while no role acts yet. Who is not is sent to the sign-in, and what is sent to it must
 * come from the service itself.
 */
export const PageWithoutRole = () => RouteConfig({ page: true, withoutRole: true });

/** A question that is answered too while no role acts yet. */
export const WithoutRole = () => RouteConfig({ withoutRole: true });
