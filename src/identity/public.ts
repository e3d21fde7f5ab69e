import { RouteConfig } from '@nestjs/platform-fastify';
import type { Gives } from '../../domain/access/index.js';

/** All that can be read while no role acts. */
const gives: Gives = ['own-account'];

/** The route answers without a token. Only health, the OpenAPI document and the pages for signing in do. */
export const Public = () => RouteConfig({ public: true });

/** A page that answers without a session. */
export const PublicPage = () => RouteConfig({ public: true, page: true });

/**
 * A page for who is signed in, also while no role acts yet. Who is not is sent to the sign-in, and what is sent to it must
 * come from the service itself.
 */
export const PageWithoutRole = () => RouteConfig({ page: true, withoutRole: true, gives });

/** A question that is answered too while no role acts yet. */
export const WithoutRole = () => RouteConfig({ withoutRole: true, gives });
