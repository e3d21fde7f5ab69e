import type { ExpectedMatch } from '../../recording/recording.js';
import { Problem } from '../problem/problem.js';

const ETAGS = /^\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*(?:,\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*)*$/;
const STRONG_REVISION = /(?<!W\/)"(\d{1,18})"/g;
const LONGEST = 1_000;

/**
 * What `If-Match` expects of the stream (RFC 9110, 13.1.1): one of the listed revisions, or with `*` any at all.
 * Undefined without the header. Weak tags and tags that are no revision match nothing. A malformed header throws a 400.
 */
export function parseIfMatch(header: string | undefined): ExpectedMatch | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return (revision) => revision !== undefined;
  if (header.length > LONGEST || !ETAGS.test(header)) {
    throw new Problem(400, 'if-match.invalid', {
      detail:
        'De kop If-Match is niet geldig. Neem de ETag over zoals u die kreeg, met de aanhalingstekens: "3".',
    });
  }
  const revisions = new Set([...header.matchAll(STRONG_REVISION)].map(([, digits = '']) => BigInt(digits)));
  return (revision) => revision !== undefined && revisions.has(revision);
}

/** The `ETag` of a stream at a revision. */
export function etagOf(revision: bigint): string {
  return `"${revision}"`;
}
