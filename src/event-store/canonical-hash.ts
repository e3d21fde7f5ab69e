import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RecordedEvent } from './event-store.port.js';
import { plainCanonicalText } from './plain-json.js';

/** What an event's hash is over. The position is not in it: a log that is copied elsewhere still verifies. */
export type Linked = Omit<RecordedEvent, 'position' | 'hash'>;

/** An event with its place in the chain of its stream, wherever it lies. */
export type Chained = Omit<RecordedEvent, 'position'>;

/** The outcome of checking a chain; `brokenAt` is the revision of the first event that does not fit. */
export type ChainCheck = { readonly ok: true } | { readonly ok: false; readonly brokenAt: bigint };

/**
 * The RFC 8785 text of a JSON value. Throws a TypeError where there is none: a lone surrogate, NaN, an infinity,
 * a bigint, a cycle, or nothing at all.
 */
export function canonicalText(value: unknown): string {
  const plain = plainCanonicalText(value);
  if (plain !== undefined) return plain;
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    throw new TypeError('this has no canonical JSON form', { cause: error });
  }
  if (text === undefined) throw new TypeError('this has no canonical JSON form');
  return text;
}

/** SHA-256 in hexadecimal over the RFC 8785 form of an event and its predecessor's hash; the revision as text. */
export function hashOf(event: Linked): string {
  return hashOfTexts(event, canonicalText(event.data), canonicalText(event.metadata));
}

/**
 * `hashOf` for a writer that has the canonical texts of data and metadata already: their members are spelled out here
 * in the order that RFC 8785 sorts them, so nothing is serialised twice.
 */
export function hashOfTexts(
  event: Omit<Linked, 'data' | 'metadata'>,
  data: string,
  metadata: string,
): string {
  const text =
    `{"data":${data},"id":${JSON.stringify(event.id)},"metadata":${metadata},` +
    `"previousHash":${event.previousHash === null ? 'null' : `"${event.previousHash}"`},` +
    `"revision":"${event.revision}","schemaVersion":${event.schemaVersion},` +
    `"stream":${JSON.stringify(event.stream)},"type":${JSON.stringify(event.type)}}`;
  return hash('sha256', text, 'hex');
}

/**
 * Checks consecutive events of one stream: revisions without gaps, each linked to its predecessor, each hash right.
 * Starts at revision 0, or after `before` when the stream is checked in pages. Sealed fields are checked as
 * ciphertext, so a chain still verifies after a person was forgotten.
 */
export function verifyChain(
  events: readonly Chained[],
  before?: Pick<Chained, 'revision' | 'hash'>,
): ChainCheck {
  let revision = before === undefined ? 0n : before.revision + 1n;
  let previousHash = before?.hash ?? null;
  for (const event of events) {
    const fits = event.revision === revision && event.previousHash === previousHash;
    if (!fits || event.hash !== hashOf(event)) return { ok: false, brokenAt: event.revision };
    revision += 1n;
    previousHash = event.hash;
  }
  return { ok: true };
}
