import type { Id } from '../../domain/shared/ids.js';

/** A page of a list in order of id: at most `limit` of what comes after the id. */
export interface IdPage {
  readonly after?: Id | undefined;
  readonly limit: number;
}
