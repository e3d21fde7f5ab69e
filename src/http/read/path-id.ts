import { idCheck } from '../fields/text-fields.js';
import { pathParameter } from './path-parameter.js';

/** Gives a handler the identifier in its path; one that is no UUID is a 400. `description` is Dutch, for OpenAPI. */
export const PathId = pathParameter({
  check: idCheck,
  read: (text) => text,
  schema: { type: 'string', format: 'uuid' },
});
