import type { ActingFor } from '../../domain/access/cell-words.js';
import type { CommandName } from '../../domain/access/index.js';
import type { Cast, Dossier, DossierRole } from './story.js';

/** One write on a trajectory: the command that it gives, and a request of it that breaks no rule. */
export interface Route {
  readonly command: CommandName;
  /** The command that it gives when this role asks, where that is another. */
  readonly commandOf?: { readonly [Role in DossierRole]?: CommandName };
  /** Roles that may give the command, though not on this very item: it is somebody else's. */
  readonly forbiddenTo?: readonly DossierRole[];
  /** As OpenAPI names it, from the trajectory on. */
  readonly path: string;
  /** Brings the trajectory to where the request can be made, and gives it. */
  readonly request: (given: Given) => Request | Promise<Request>;
  /** The last collection of the `Location` when it is not that of the path; null when it is the trajectory. */
  readonly kept?: string | null;
  /** Where it is read, from the trajectory on, when that is an item of another number than it answers. */
  readonly address?: string;
  /** For which party it is done, where that decides who may. */
  readonly actingFor?: ActingFor;
}

/** A trajectory with a running placement, and who registers more parties. */
export interface Given {
  readonly cast: Cast;
  readonly dossier: Dossier;
  readonly placementId: string;
}

export interface Request {
  /** From the trajectory on. */
  readonly path: string;
  readonly body: object;
}

export const REASON = { reason: 'De datum was verkeerd.' };

/** What a coordinator shows of what a funder decided on paper. */
export const EVIDENCE = { kind: 'beschikking', reference: 'B-2024-1183', signedOn: '2024-02-20' };

/** A request that is the same for every trajectory but for its parties. */
export const fixed = (path: string, body: (given: Given) => object): Pick<Route, 'path' | 'request'> => ({
  path,
  request: (given) => ({ path, body: body(given) }),
});

/** A request on an item that is recorded first. */
export const onItem = (
  collection: string,
  action: string,
  item: (given: Given) => Promise<string>,
  body: object,
): Pick<Route, 'path' | 'request'> => ({
  path: `/${collection}/{itemId}/${action}`,
  request: async (given) => ({ path: `/${collection}/${await item(given)}/${action}`, body }),
});

/** Records an item of a collection as the coordinator, and gives its id. */
export const inCoordinatorsName = (collection: string, body: (given: Given) => object | Promise<object>) => {
  return async (given: Given) =>
    given.dossier.as.coordinator.record(`${given.dossier.path}/${collection}`, await body(given));
};
