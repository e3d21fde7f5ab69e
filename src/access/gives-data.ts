import { RouteConfig } from '@nestjs/platform-fastify';
import type { Gives } from '../../domain/access/index.js';

/** What a route gives, for the one gate to decide on. Every route that can be read says so, or the service does not start. */
export const GivesData = (...gives: Gives) => RouteConfig({ gives });
